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

async function printCard(button: Element, { tell }: CardOptions): Promise<void> {
  tell('print');
  const { printAlone } = await import('@spplus/ui/print-alone');
  printAlone((button.getRootNode() as ShadowRoot).host);
}

export function footer(contact: Contact, options: CardOptions): TemplateResult {
  const { directoryUrl, updated } = contact;
  const day = updated === undefined ? undefined : parseDay(updated);
  const report = msg('Signaler une erreur dans ces informations', { id: 'report' });
  const { tell } = options;
  const [mail] = contact.emails ?? [];
  const href =
    options.reportUrl ??
    (mail && `mailto:${mail.address}?subject=${encodeURIComponent(`${report} : ${contact.name}`)}`);
  const reporting = {
    label: report,
    done: msg('Dites-le au service, par téléphone ou sur place.', { id: 'report-how' }),
    failed: '',
    work: () => Promise.resolve(tell('report')),
  };
  const onReport = (event: Event) => {
    if (!tell('report')) event.preventDefault();
  };
  const saving = {
    label: msg('Enregistrer le contact', { id: 'save' }),
    done: msg('Contact enregistré.', { id: 'saved' }),
    failed: msg('Le contact n’a pas pu être enregistré. Vérifiez votre connexion.', { id: 'not-saved' }),
    work: async (button: Element) => {
      await save(contact, button);
      tell('save');
      return true;
    },
  };
  return html`<footer>
    ${given(directoryUrl, (url) => html`<p><a href=${url}>${msg('Fiche dans l’annuaire de l’administration', { id: 'directory' })}</a></p>`)}
    ${given(day, (one) => html`<p>${msg(str`Informations vérifiées le ${dateText(one, options.locale)}.`, { id: 'updated' })}</p>`)}
    <p class="row actions">
      ${href ? html`<a href=${href} @click=${onReport}>${report}</a>` : gestureButton(reporting, options)}
      ${gestureButton(saving, options)}
      <button type="button" @click=${({ currentTarget }: Event) => void printCard(currentTarget as Element, options)}>${msg('Imprimer', { id: 'print' })}</button>
    </p>
  </footer>`;
}
