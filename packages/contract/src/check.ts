/**
 * Holds an answer against its schema. Kept apart from the schemas because the files that a page downloads carry both in
 * another form: schemas compiled to guards.ts, and compiled-check.ts in place of this file (docs/decisions/0008).
 */
import * as z from 'zod/mini';

// zod otherwise probes `new Function`, which a strict content security policy reports as a violation.
z.config({ jitless: true });

/** The value, as the schema types it. Throws when the value does not follow the schema. */
export const check = <T extends z.ZodMiniType>(schema: T, value: unknown): z.infer<T> => z.parse(schema, value);
