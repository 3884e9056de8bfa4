/** Tells a visitor which parts of the card could not be read. Loaded only when there are some. */
import type { Contact, ContactFault } from '@spplus/domain/contact';
import { msg, str } from '@spplus/ui/localize';
import { html, type TemplateResult } from 'lit';

const mail = () => msg('les adresses où écrire', { id: 'missing-mail' });
const address = () => msg('l’adresse', { id: 'missing-address' });

const names: Partial<Record<keyof Contact, () => string>> = {
  name: () => msg('le nom du service', { id: 'missing-name' }),
  counter: () => msg('les horaires d’accueil', { id: 'missing-counter' }),
  telephone: () => msg('les horaires du téléphone', { id: 'missing-telephone' }),
  phones: () => msg('les numéros de téléphone', { id: 'missing-phones' }),
  emails: mail,
  forms: mail,
  visitAddress: address,
  postalAddress: address,
  access: () => msg('l’accès', { id: 'missing-access' }),
};

/** The field of a contact in a path such as `places[2].phones[0].number`. */
const topField = (path: string): string => path.replace(/^(places)?(\[\d+\])?\.?/, '').replace(/[.[].*/, '');

export function missingNote(faults: readonly ContactFault[], locale: string): TemplateResult {
  const others = () => msg('d’autres informations', { id: 'missing-others' });
  const missing = new Set(faults.map(({ field }) => (names[topField(field) as keyof Contact] ?? others)()));
  const list = new Intl.ListFormat(locale).format(missing);
  return html`<p>
    ${msg(str`Une partie de cette fiche n’a pas pu être lue\u202F: ${list}. Demandez-la directement au service.`, { id: 'missing' })}
  </p>`;
}
