/** An agent's decision about an opinion. */
import * as z from 'zod/mini';
import { text } from './scalars.ts';

/** Why an opinion is refused. The person is told, and may write it again. */
export const refusalReasons = ['insult', 'personal-data', 'off-topic', 'advertising', 'unlawful', 'unreadable'] as const;
export const RefusalReason = z.enum(refusalReasons);
export type RefusalReason = z.infer<typeof RefusalReason>;

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
