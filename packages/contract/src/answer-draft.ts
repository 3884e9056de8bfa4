/** What an agent writes, and what the person thinks of it. */
import * as z from 'zod/mini';
import { Outcome } from './outcome.ts';
import { text } from './scalars.ts';

/** « Cette réponse vous a-t-elle été utile ? » The last answer given counts. */
export const Usefulness = z.object({ useful: z.boolean() });
export type Usefulness = z.infer<typeof Usefulness>;

export const AnswerDraft = z.object({ body: text(5000), signature: text(120), outcome: Outcome });
export type AnswerDraft = z.infer<typeof AnswerDraft>;
