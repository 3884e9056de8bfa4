/** While a team builds its page: what the linter of contact files finds, in the console. */
import type { Contact } from '@spplus/domain/contact';
import { checkContact } from '@spplus/domain/contact-check';

export function warn(element: Element, places: readonly Contact[], now: number): void {
  for (const { field, message } of places.flatMap((contact) => checkContact(contact, { now }))) {
    console.warn(`<${element.localName}> ${field}: ${message}`, element);
  }
}
