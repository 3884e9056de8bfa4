/** What the administration answers, and whether it helped. */
import * as z from 'zod/mini';
import { Instant, text } from './scalars.ts';

/** What became of the matter. */
export const outcomes = ['explained', 'fixed', 'planned', 'not-possible', 'forwarded'] as const;
export const Outcome = z.enum(outcomes);
export type Outcome = z.infer<typeof Outcome>;

/** « Cette réponse vous a-t-elle été utile ? » The last answer given counts. */
export const Usefulness = z.object({ useful: z.boolean() });
export type Usefulness = z.infer<typeof Usefulness>;

export const AnswerDraft = z.object({ body: text(5000), signature: text(120), outcome: Outcome });
export type AnswerDraft = z.infer<typeof AnswerDraft>;

export const Answer = z.object({
  id: z.string(),
  body: z.string(),
  signature: z.string(),
  outcome: Outcome,
  answeredAt: Instant,
  useful: z.optional(z.boolean()),
});
export type Answer = z.infer<typeof Answer>;
