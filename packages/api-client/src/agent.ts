/** What agents do: read the queue, decide, answer, export, keep the contact. For connections made with a token. */
import { AgentIdentity, QueueItem, QueuePage } from '@spplus/contract/agent';
import { Answer, type AnswerDraft } from '@spplus/contract/answer';
import type { Contact } from '@spplus/contract/contact';
import type { FeedbackStatus } from '@spplus/contract/feedback';
import type { Moderation } from '@spplus/contract/moderation';
import type { Connection } from './connection.ts';
import { json, nothing, request, type CallOptions, type WriteOptions } from './request.ts';

const agentAt = (service: string) => `/v1/agent/services/${encodeURIComponent(service)}`;
const feedbackAt = (service: string, reference: string) =>
  `${agentAt(service)}/feedback/${encodeURIComponent(reference)}`;

export const whoAmI = (connection: Connection, options: CallOptions = {}): Promise<AgentIdentity> =>
  request(connection, { method: 'GET', path: '/v1/agent', read: json(AgentIdentity), ...options });

export interface QueueQuery extends CallOptions {
  status?: FeedbackStatus | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** Opinions flagged for distress or threat first, then the oldest. */
export function listQueue(
  connection: Connection,
  service: string,
  { status, cursor, limit, signal }: QueueQuery = {},
): Promise<QueuePage> {
  const query = new URLSearchParams();
  if (status) query.set('status', status);
  if (cursor) query.set('cursor', cursor);
  if (limit) query.set('limit', String(limit));
  return request(connection, {
    method: 'GET',
    path: `${agentAt(service)}/feedback?${query}`,
    read: json(QueuePage),
    signal,
  });
}

export const moderate = (
  connection: Connection,
  service: string,
  reference: string,
  moderation: Moderation,
  options: WriteOptions,
): Promise<QueueItem> =>
  request(connection, {
    method: 'PUT',
    path: `${feedbackAt(service, reference)}/moderation`,
    body: moderation,
    read: json(QueueItem),
    ...options,
  });

export const answerFeedback = (
  connection: Connection,
  service: string,
  reference: string,
  draft: AnswerDraft,
  options: WriteOptions,
): Promise<Answer> =>
  request(connection, {
    method: 'POST',
    path: `${feedbackAt(service, reference)}/answers`,
    body: draft,
    read: json(Answer),
    ...options,
  });

/** A file of all opinions of a service, without e-mails. Dates are calendar dates, both included. */
export const exportService = (
  connection: Connection,
  service: string,
  { format, from, to, signal }: CallOptions & { format: 'csv' | 'json'; from?: string; to?: string },
): Promise<Blob> => {
  const query = new URLSearchParams({ format, ...(from && { from }), ...(to && { to }) });
  return request(connection, {
    method: 'GET',
    path: `${agentAt(service)}/export?${query}`,
    read: (response) => response.blob(),
    signal,
  });
};

/** Replaces how to reach the service. A field that is not in the model is refused. */
export const setContact = (
  connection: Connection,
  service: string,
  contact: Contact,
  options: WriteOptions,
): Promise<void> =>
  request(connection, { method: 'PUT', path: `${agentAt(service)}/contact`, body: contact, read: nothing, ...options });

export const removeContact = (connection: Connection, service: string, options: WriteOptions): Promise<void> =>
  request(connection, { method: 'DELETE', path: `${agentAt(service)}/contact`, read: nothing, ...options });
