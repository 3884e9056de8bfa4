/** An opinion sent, its receipt, and what becomes of it. */
import * as z from 'zod/mini';
import { Opinion } from './opinion.ts';

export { FeedbackExport, FeedbackFollowUp, FeedbackStatus, feedbackStatuses } from './follow-up.ts';
export { FeedbackReceipt, PromisedDates } from './receipt.ts';

/**
 * What tells a person from a robot, without captcha. None of it refuses an opinion by itself: a doubtful one waits for
 * an agent's eye.
 */
export const Guard = z.object({
  /** Time between the display of the form and the first gesture, in milliseconds. */
  elapsed: z.int().check(z.gte(0)),
  /** Content of a field that people do not see. A person leaves it empty. */
  trap: z.optional(z.string().check(z.maxLength(500))),
  /** Solved proof of work (ALTCHA payload, base 64), where the service asks for one. */
  proof: z.optional(z.string().check(z.maxLength(4000))),
});
export type Guard = z.infer<typeof Guard>;

export const FeedbackSubmission = z.object({ opinion: Opinion, guard: Guard });
export type FeedbackSubmission = z.infer<typeof FeedbackSubmission>;

/** A correction or completion. `version` is the one the person saw; another one in between answers 409. */
export const FeedbackCorrection = z.object({ opinion: Opinion, version: z.int().check(z.gte(1)) });
export type FeedbackCorrection = z.infer<typeof FeedbackCorrection>;
