/** What a person is told when an opinion is received. In a file of its own: it is all that sending needs to check. */
import * as z from 'zod/mini';
import { Instant, Reference, Secret } from './scalars.ts';

const promises = {
  version: z.int(),
  /** When the service means to answer at the latest; absent when it announces no delay or no answer is asked. */
  answerBy: z.optional(Instant),
  /** When the e-mail is erased; absent without e-mail. */
  emailErasedAt: z.optional(Instant),
  /** When everything is erased. */
  erasedAt: Instant,
};

/** The part of a follow-up that says when what happens: it changes with what a correction adds. */
export const PromisedDates = z.object(promises);
export type PromisedDates = z.infer<typeof PromisedDates>;

export const FeedbackReceipt = z.object({
  reference: Reference,
  /** The same for every repetition of one request; never stored in clear. */
  secret: Secret,
  receivedAt: Instant,
  ...promises,
});
export type FeedbackReceipt = z.infer<typeof FeedbackReceipt>;
