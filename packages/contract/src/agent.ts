/** What an agent sees and who they are. */
import * as z from 'zod/mini';
import { Answer } from './answer.ts';
import { FeedbackStatus } from './feedback.ts';
import { RefusalReason } from './moderation.ts';
import { OpinionOnRecord } from './opinion.ts';
import { Instant, Reference, ServiceId } from './scalars.ts';

/** `read` the queue, `moderate`, `answer`, `export` files, keep the `contact` up to date, publish `results`, keep each `demand`. */
export const rights = ['read', 'moderate', 'answer', 'export', 'contact', 'results', 'demand'] as const;
export const Right = z.enum(rights);
export type Right = z.infer<typeof Right>;

export const AgentIdentity = z.object({ name: z.string(), rights: z.array(Right), services: z.array(ServiceId) });
export type AgentIdentity = z.infer<typeof AgentIdentity>;

/**
 * What an agent should look at first or with care: words of `distress` or `threat`, `personal-data` left in the text,
 * and the signs of a robot (`trap` filled, `too-fast`).
 */
export const flags = ['distress', 'threat', 'personal-data', 'trap', 'too-fast'] as const;
export const Flag = z.enum(flags);
export type Flag = z.infer<typeof Flag>;

/** One opinion in the queue. The e-mail is shown to tokens that may answer, and to no other. */
export const QueueItem = z.object({
  reference: Reference,
  version: z.int(),
  status: FeedbackStatus,
  flags: z.array(Flag),
  opinion: z.optional(OpinionOnRecord),
  wishesAnswer: z.boolean(),
  /** To answer in person; absent for tokens without the right to answer. */
  email: z.optional(z.string()),
  receivedAt: Instant,
  updatedAt: Instant,
  refusal: z.optional(z.object({ reason: RefusalReason, message: z.optional(z.string()) })),
  publishedAt: z.optional(Instant),
  answers: z.array(Answer),
});
export type QueueItem = z.infer<typeof QueueItem>;

export const QueuePage = z.object({ items: z.array(QueueItem), next: z.optional(z.string()) });
export type QueuePage = z.infer<typeof QueuePage>;
