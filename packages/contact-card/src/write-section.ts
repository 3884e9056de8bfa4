/** Writing, and asking for an appointment. */
import type { Address, Contact } from '@spplus/domain/contact';
import { msg, str } from '@spplus/ui/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { CardOptions } from './card-options.ts';
import { callLink } from './phone-section.ts';
import { given, named, section, type Part } from './section.ts';

export const addressLines = ({ lines, postcode, city, country }: Address): string[] =>
  [...lines, [postcode, city].filter(Boolean).join(' '), country ?? ''].filter(Boolean);

export const addressTemplate = (address: Address): TemplateResult =>
  html`<address dir="auto">${addressLines(address).map((one, index) => [index ? html`<br />` : nothing, one])}</address>`;

const answer = (answerIn: string | undefined): Part =>
  given(answerIn, (time) => html`<span class="remark">${msg(str`Réponse\u202F: ${time}`, { id: 'answer-in' })}</span>`);

export function writeSection({ emails, forms, website, postalAddress }: Contact, options: CardOptions): Part {
  const told = () => options.tell('write');
  return section(msg('Écrire', { id: 'write-heading' }), options, [
    given(
      [...(emails ?? []), ...(forms ?? [])],
      (list) =>
        html`<ul class="plain">
          ${list.map((one) =>
            'url' in one
              ? html`<li><a href=${one.url} @click=${told}>${one.purpose ?? msg('Formulaire en ligne', { id: 'web-form' })}</a>${answer(one.answerIn)}</li>`
              : html`<li>
                  ${named(one.purpose)}
                  <a href="mailto:${one.address}" @click=${told}><bdi dir="ltr">${one.address}</bdi></a>${answer(one.answerIn)}
                </li>`,
          )}
        </ul>`,
    ),
    given(website, (url) => html`<p><a href=${url}>${msg('Site du service', { id: 'website' })}</a></p>`),
    given(
      postalAddress,
      (one) => html`<div>${named(msg('Adresse postale', { id: 'by-post' }))} ${addressTemplate(one)}</div>`,
    ),
  ]);
}

const modes = {
  site: () => msg('sur place', { id: 'mode-site' }),
  phone: () => msg('par téléphone', { id: 'mode-phone' }),
  video: () => msg('en visio', { id: 'mode-video' }),
};

export function appointmentSection({ appointment, insee }: Contact, options: CardOptions): Part {
  const { url, phone, modes: offered, note } = appointment ?? {};
  return section(msg('Prendre rendez-vous', { id: 'appointment-heading' }), options, [
    given(
      url,
      (one) => html`<p><a href=${one}>${msg('Prendre rendez-vous en ligne', { id: 'appointment-online' })}</a></p>`,
    ),
    given(
      phone,
      (one) =>
        html`<p>${msg('Par téléphone\u202F:', { id: 'appointment-phone' })} ${callLink(one, insee, options)}</p>`,
    ),
    given(
      offered,
      (list) =>
        html`<p>${msg('Rendez-vous possibles\u202F:', { id: 'appointment-modes' })} ${list.map((mode) => modes[mode]()).join(', ')}</p>`,
    ),
    given(note, (text) => html`<p dir="auto">${text}</p>`),
  ]);
}
