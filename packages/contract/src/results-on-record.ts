/** Results of a service, as the API gives them to a page. */
import * as z from 'zod/mini';

/** Held as loosely as a contact, for the same reasons: domain/results-reader reads every field and trusts none. */
export const ResultsOnRecord = z.looseObject({ structure: z.string() });
export type ResultsOnRecord = z.infer<typeof ResultsOnRecord>;
