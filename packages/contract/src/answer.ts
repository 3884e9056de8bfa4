/** What the administration answers, and whether it helped. */
import * as z from 'zod/mini';
import { Outcome } from './outcome.ts';
import { Instant } from './scalars.ts';

export { Outcome, outcomes } from './outcome.ts';
export { AnswerDraft, Usefulness } from './answer-draft.ts';

export const Answer = z.object({
  id: z.string(),
  body: z.string(),
  signature: z.string(),
  outcome: Outcome,
  answeredAt: Instant,
  useful: z.optional(z.boolean()),
});
export type Answer = z.infer<typeof Answer>;
