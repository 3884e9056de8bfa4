/** What people asked for and what was done about it. */
import { ImprovementPageOnRecord } from '@spplus/contract/improvements-on-record';
import type { Connection } from './connection.ts';
import { serviceAt } from './paths.ts';
import { json, request, type CallOptions } from './request.ts';

export interface ImprovementQuery {
  /** At most 50. */
  limit?: number;
  /** `next` of the page before. */
  cursor?: string;
  /** Number of a commitment. */
  commitment?: number;
  level?: string;
}

export function listImprovements(
  connection: Connection,
  service: string,
  query: ImprovementQuery = {},
  options: CallOptions = {},
): Promise<ImprovementPageOnRecord> {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  const search = new URLSearchParams(given).toString();
  return request(connection, {
    method: 'GET',
    path: `${serviceAt(service)}/improvements${search && `?${search}`}`,
    read: json(ImprovementPageOnRecord),
    ...options,
  });
}
