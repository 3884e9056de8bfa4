/** A demand as the API gives it to a page. */
import * as z from 'zod/mini';

/**
 * Held as loosely as a contact (contact-on-record.ts), for the same reasons: the fold takes events of any type and misses none of
 * what it lacks, and one that came later must not hide the others.
 */
export const DemandOnRecord = z.looseObject({
  reference: z.string(),
  service: z.object({ id: z.string(), name: z.string() }),
  procedure: z.looseObject({ name: z.string() }),
  profile: z.looseObject({ silence: z.string(), territory: z.string() }),
  zone: z.string(),
  events: z.array(z.looseObject({ id: z.string(), type: z.string(), at: z.string() })),
  updatedAt: z.string(),
});
export type DemandOnRecord = z.infer<typeof DemandOnRecord>;
