/** What the holder of a receipt may do with an opinion already sent. */
import type { Usefulness } from '@spplus/contract/answer';
import { FeedbackFollowUp, type FeedbackExport } from '@spplus/contract/follow-up';
import type { Connection } from './connection.ts';
import { feedbackAt } from './paths.ts';
import { json, nothing, request, type CallOptions, type Receipt, type WriteOptions } from './request.ts';

export const followFeedback = (
  connection: Connection,
  service: string,
  receipt: Receipt,
  options: CallOptions = {},
): Promise<FeedbackFollowUp> =>
  request(connection, {
    method: 'GET',
    path: feedbackAt(service, receipt),
    receipt,
    read: json(FeedbackFollowUp),
    ...options,
  });

/** Takes an opinion back: all it held is erased. */
export const withdrawFeedback = (
  connection: Connection,
  service: string,
  receipt: Receipt,
  options: WriteOptions,
): Promise<void> =>
  request(connection, { method: 'DELETE', path: feedbackAt(service, receipt), receipt, read: nothing, ...options });

/** Everything held about an opinion, to hand to the person as it came (RGPD, article 15); read as JSON, not checked. */
export const exportFeedback = (
  connection: Connection,
  service: string,
  receipt: Receipt,
  options: CallOptions = {},
): Promise<FeedbackExport> =>
  request(connection, {
    method: 'GET',
    path: `${feedbackAt(service, receipt)}/export`,
    receipt,
    read: (response) => response.json() as Promise<FeedbackExport>,
    ...options,
  });

export const rateAnswer = (
  connection: Connection,
  service: string,
  receipt: Receipt,
  answer: string,
  usefulness: Usefulness,
  options: WriteOptions,
): Promise<void> =>
  request(connection, {
    method: 'PUT',
    path: `${feedbackAt(service, receipt)}/answers/${encodeURIComponent(answer)}/usefulness`,
    body: usefulness,
    receipt,
    read: nothing,
    ...options,
  });
