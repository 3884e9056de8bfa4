/** Why an opinion is not accepted. */
import * as z from 'zod/mini';

/** Why an opinion is refused. The person is told, and may write it again. */
export const refusalReasons = [
  'insult',
  'personal-data',
  'off-topic',
  'advertising',
  'unlawful',
  'unreadable',
] as const;
export const RefusalReason = z.enum(refusalReasons);
export type RefusalReason = z.infer<typeof RefusalReason>;
