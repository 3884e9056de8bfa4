/** Sending an opinion and completing it: all that the way from the first gesture to the receipt needs. */
import type { FeedbackCorrection, FeedbackSubmission } from '@spplus/contract/feedback';
import { FeedbackReceipt, PromisedDates } from '@spplus/contract/receipt';
import type { Connection } from './connection.ts';
import { feedbackAt, serviceAt } from './paths.ts';
import { json, request, type Receipt, type WriteOptions } from './request.ts';

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

/** Completes or corrects an opinion; refused with `stale-version` if it changed in between. Answers what it changes in the receipt. */
export const correctFeedback = (
  connection: Connection,
  service: string,
  receipt: Receipt,
  correction: FeedbackCorrection,
  options: WriteOptions,
): Promise<PromisedDates> =>
  request(connection, {
    method: 'PUT',
    path: feedbackAt(service, receipt),
    body: correction,
    receipt,
    keepalive: true,
    read: json(PromisedDates),
    ...options,
  });
