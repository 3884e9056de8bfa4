/** One place of a card, with the hours of its channels made ready. */
import type { Contact } from '@spplus/domain/contact';
import { openingHours, type OpeningHours } from '@spplus/domain/opening-hours';

export interface Place {
  contact: Contact;
  counter: OpeningHours | undefined;
  telephone: OpeningHours | undefined;
}

export const placeOf = (contact: Contact): Place => ({
  contact,
  counter: contact.counter && openingHours(contact.counter, contact),
  telephone: contact.telephone && openingHours(contact.telephone, contact),
});

/** The hours that the status speaks of: where people come, else where they call. */
export const mainHours = ({ counter, telephone }: Place): OpeningHours | undefined => counter ?? telephone;
