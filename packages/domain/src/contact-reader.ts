/** Reads our own contact file without trusting it: keeps what is sound, drops and reports what is not. */
import type { Contact, ContactFault } from './contact.ts';

/**
 * One contact. Undefined when the value is no object; `name` is empty when it could not be read.
 *
 * @param value JSON as parsed.
 */
export function readContact(value: unknown): { contact: Contact | undefined; faults: ContactFault[] } {
  const { places, faults } = readPlaces(value);
  return { contact: places[0], faults };
}

/** The places of a file that holds one contact, a list of them, or `{ places: [...] }`. */
export function readPlaces(value: unknown): { places: Contact[]; faults: ContactFault[] } {
  void value;
  throw new Error('Not written yet.');
}
