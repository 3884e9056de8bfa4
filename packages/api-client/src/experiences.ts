/** Published experiences and their answers. */
import { ExperiencePage } from '@spplus/contract/experience';
import type { Connection } from './connection.ts';
import { json, request, type CallOptions } from './request.ts';

export interface ExperienceQuery extends CallOptions {
  /** Where the previous page ended. */
  cursor?: string | undefined;
  /** At most this many. */
  limit?: number | undefined;
}

/** Newest first. */
export function listExperiences(
  connection: Connection,
  service: string,
  { cursor, limit, signal }: ExperienceQuery = {},
): Promise<ExperiencePage> {
  const query = new URLSearchParams();
  if (cursor) query.set('cursor', cursor);
  if (limit) query.set('limit', String(limit));
  const path = `/v1/services/${encodeURIComponent(service)}/experiences?${query}`;
  return request(connection, { method: 'GET', path, read: json(ExperiencePage), signal });
}
