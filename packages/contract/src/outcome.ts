/** How an administration answers. */
import * as z from 'zod/mini';

/** What became of the matter. */
export const outcomes = ['explained', 'fixed', 'planned', 'not-possible', 'forwarded'] as const;
export const Outcome = z.enum(outcomes);
export type Outcome = z.infer<typeof Outcome>;
