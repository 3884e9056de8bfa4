/** What a visitor may take away from a card, and where its facts come from. */
import { parseDay } from '@spplus/domain/civil-date';
import type { Contact } from '@spplus/domain/contact';
import { msg, str } from '@spplus/ui/localize';
import { html, type TemplateResult } from 'lit';
import type { CardOptions } from './card-options.ts';
import { gestureButton } from './gesture-button.ts';
import { given } from './section.ts';
import { dateText } from './time-words.ts';

async function save(contact: Contact, { ownerDocument }: Element): Promise<void> {
  const { vCard, vCardName } = await import('@spplus/domain/contact-vcard');
  const link = ownerDocument.createElement('a');
  link.href = URL.createObjectURL(new Blob([vCard(contact)], { type: 'text/vcard;charset=utf-8' }));
  link.download = vCardName(contact);
  link.click();
  // Some browsers read the address after the click has returned.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 1000);
}

export function footer(contact: Contact, options: CardOptions): TemplateResult {
  const { directoryUrl, updated } = contact;
  const day = updated === undefined ? undefined : parseDay(updated);
  const report = msg('Signaler une erreur dans ces informations', { id: 'report' });
  const { tell } = options;
  const told = () => {
    tell('report');
  };
  const saving = {
    label: msg('Enregistrer le contact', { id: 'save' }),
    done: msg('Contact enregistré.', { id: 'saved' }),
    failed: msg('Le contact n’a pas pu être enregistré. Vérifiez votre connexion.', { id: 'not-saved' }),
    work: async (button: Element) => {
      await save(contact, button);
      tell('save');
    },
  };
  return html`<footer>
    ${given(directoryUrl, (url) => html`<p><a href=${url}>${msg('Fiche dans l’annuaire de l’administration', { id: 'directory' })}</a></p>`)}
    ${given(day, (one) => html`<p>${msg(str`Informations vérifiées le ${dateText(one, options.locale)}.`, { id: 'updated' })}</p>`)}
    <p class="row actions">
      ${
        options.reportUrl
          ? html`<a href=${options.reportUrl} @click=${told}>${report}</a>`
          : html`<button type="button" @click=${told}>${report}</button>`
      }
      ${gestureButton(saving, options)}
      <button type="button" @click=${() => {
        tell('print');
        print();
      }}>${msg('Imprimer', { id: 'print' })}</button>
    </p>
  </footer>`;
}
