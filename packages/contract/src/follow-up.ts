/** What becomes of an opinion, for the holder of its receipt. */
import * as z from 'zod/mini';
import { Answer } from './answer.ts';
import { OpinionOnRecord } from './opinion-on-record.ts';
import { RefusalReason } from './refusal.ts';
import { Instant, Reference } from './scalars.ts';

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
  opinion: z.optional(OpinionOnRecord),
  refusal: z.optional(z.object({ reason: RefusalReason, message: z.optional(z.string()) })),
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
