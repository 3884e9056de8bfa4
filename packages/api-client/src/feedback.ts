/** Opinions: what a page may do, one function per operation of the API. */
import type { Usefulness } from '@spplus/contract/answer';
import {
  FeedbackFollowUp,
  FeedbackReceipt,
  type FeedbackCorrection,
  type FeedbackExport,
  type FeedbackSubmission,
} from '@spplus/contract/feedback';
import { Challenge, Service } from '@spplus/contract/service';
import type { Connection } from './connection.ts';
import { json, nothing, request, type CallOptions, type Receipt, type WriteOptions } from './request.ts';

const serviceAt = (service: string) => `/v1/services/${encodeURIComponent(service)}`;
const feedbackAt = (service: string, { reference }: Receipt) =>
  `${serviceAt(service)}/feedback/${encodeURIComponent(reference)}`;

export const getService = (connection: Connection, service: string, options: CallOptions = {}): Promise<Service> =>
  request(connection, { method: 'GET', path: serviceAt(service), read: json(Service), ...options });

/** A proof-of-work challenge, for solveChallenge(). */
export const getChallenge = (connection: Connection, service: string, options: CallOptions = {}): Promise<Challenge> =>
  request(connection, { method: 'GET', path: `${serviceAt(service)}/challenge`, read: json(Challenge), ...options });

/** Sends an opinion. The request outlives the page. */
export const sendFeedback = (
  connection: Connection,
  service: string,
  submission: FeedbackSubmission,
  options: WriteOptions,
): Promise<FeedbackReceipt> =>
  request(connection, {
    method: 'POST',
    path: `${serviceAt(service)}/feedback`,
    body: submission,
    keepalive: true,
    read: json(FeedbackReceipt),
    ...options,
  });

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

/** Completes or corrects an opinion; refused with `stale-version` if it changed in between. */
export const correctFeedback = (
  connection: Connection,
  service: string,
  receipt: Receipt,
  correction: FeedbackCorrection,
  options: WriteOptions,
): Promise<FeedbackFollowUp> =>
  request(connection, {
    method: 'PUT',
    path: feedbackAt(service, receipt),
    body: correction,
    receipt,
    keepalive: true,
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
