/** An agent's decision about an opinion. */
import * as z from 'zod/mini';
import { RefusalReason } from './refusal.ts';
import { text } from './scalars.ts';

export { RefusalReason, refusalReasons } from './refusal.ts';

/** `version` is the one the agent read; an opinion corrected in between answers 409 and is read again. */
export const Moderation = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('accept'), version: z.int() }),
  z.object({
    decision: z.literal('refuse'),
    version: z.int(),
    reason: RefusalReason,
    /** A sentence to the person: what to change. */
    message: z.optional(text(2000)),
  }),
]);
export type Moderation = z.infer<typeof Moderation>;
