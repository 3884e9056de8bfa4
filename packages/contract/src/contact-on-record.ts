/** How to reach a service, as the API gives it to a page. */
import * as z from 'zod/mini';

/**
 * An object with a name is all that is held here. The server keeps nothing but what the strict schema (contact.ts) accepts, and
 * whoever shows a contact reads every field of it with domain/contact-reader, which trusts nothing: a file comes to the same
 * place from anywhere. A second description of every field would weigh ten times this one in pages, refuse a whole card for
 * one field, and be one that strict objects cannot be compiled to (docs/decisions/0008). Fields that come with a later version
 * stay where they are.
 */
export const ContactOnRecord = z.looseObject({ name: z.string() });
export type ContactOnRecord = z.infer<typeof ContactOnRecord>;
