/** The small values every message is made of. Lengths are in UTF-16 code units, as `maxlength` counts them. */
import * as z from 'zod/mini';

/** A UTC instant, e.g. `2026-11-23T16:50:00.000Z` (RFC 3339). */
export const Instant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/));

/** A calendar date, or a month when the person does not remember the day: `2026-11-23` or `2026-11`. */
export const DateOrMonth = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/));

/** Identifier of a service, chosen by the team, e.g. `mairie-exemple`. */
export const ServiceId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,62}$/));

/** Reference of an opinion, read aloud without doubt: Crockford's base 32, e.g. `A7K3-M9QX`. Alone it unlocks nothing. */
export const Reference = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/));

/** The secret that goes with a reference: 100 random bits in Crockford's base 32, in groups of four. */
export const Secret = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}$/));

/** Reference of a demand, with its check character (domain/demand-code), e.g. `A7K3-M9QX-2B4C`. Alone it unlocks nothing. */
export const DemandReference = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/));

/** The secret that goes with it: 135 random bits and a check character. */
export const DemandSecret = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){6}$/));

/** A language tag (BCP 47), e.g. `fr`, `ar`, `pt-BR`. */
export const LanguageTag = z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/));

/** Text a person wrote. Always shown as text, never as markup. */
export const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
