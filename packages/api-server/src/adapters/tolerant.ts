/** Schemas for answers of systems that change without telling: what cannot be read is absent, and nothing is refused for it. */
import { z } from 'zod';

/** What another system wrote under its own identifiers: text, or a number that stands for one. */
export const text = z.union([z.string(), z.number().transform(String)]);

export const optionalText = text.nullish().catch(undefined);
export const optionalFlag = z.union([z.boolean(), z.stringbool()]).nullish().catch(undefined);
/** Read by `Reading.instant`, which says what is wrong with it. */
export const rawInstant = text.nullish().catch('?');

/** An entry that is no object of its kind is undefined, so that its place can be told. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(item.optional().catch(undefined as never))
    .nullish()
    .catch(undefined)
    .transform((entries) => entries ?? []);

/** An object, or nothing. */
export const optionalObject = <T extends z.ZodRawShape>(shape: T) => z.object(shape).nullish().catch(undefined);
