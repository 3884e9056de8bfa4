/** An opinion sent, its receipt, and what becomes of it. */
import * as z from 'zod/mini';
import { Answer } from './answer.ts';
import { RefusalReason } from './moderation.ts';
import { Opinion } from './opinion.ts';
import { Instant, Reference, Secret, text } from './scalars.ts';

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

export const FeedbackReceipt = z.object({
  reference: Reference,
  /** The same for every repetition of one request; never stored in clear. */
  secret: Secret,
  version: z.int(),
  receivedAt: Instant,
  /** When the service means to answer at the latest; absent when it announces no delay or no answer is asked. */
  answerBy: z.optional(Instant),
  /** When the e-mail is erased; absent without e-mail. */
  emailErasedAt: z.optional(Instant),
  /** When everything is erased. */
  erasedAt: Instant,
});
export type FeedbackReceipt = z.infer<typeof FeedbackReceipt>;

/** `pending` waits for an agent, `withdrawn` was taken back by the person and its content is erased. */
export const feedbackStatuses = ['pending', 'accepted', 'refused', 'withdrawn'] as const;
export const FeedbackStatus = z.enum(feedbackStatuses);
export type FeedbackStatus = z.infer<typeof FeedbackStatus>;

/** What the person sees with the receipt. */
export const FeedbackFollowUp = z.object({
  reference: Reference,
  version: z.int(),
  status: FeedbackStatus,
  receivedAt: Instant,
  updatedAt: Instant,
  /** Absent once withdrawn or erased. */
  opinion: z.optional(Opinion),
  refusal: z.optional(z.object({ reason: RefusalReason, message: z.optional(text(2000)) })),
  publishedAt: z.optional(Instant),
  answers: z.array(Answer),
  answerBy: z.optional(Instant),
  emailErasedAt: z.optional(Instant),
  erasedAt: Instant,
});
export type FeedbackFollowUp = z.infer<typeof FeedbackFollowUp>;

/** Everything held about one opinion, for the person it belongs to (RGPD, article 15). */
export const FeedbackExport = z.object({
  exportedAt: Instant,
  service: z.object({ id: z.string(), name: z.string() }),
  feedback: FeedbackFollowUp,
  history: z.array(z.object({ at: Instant, event: z.string() })),
});
export type FeedbackExport = z.infer<typeof FeedbackExport>;
