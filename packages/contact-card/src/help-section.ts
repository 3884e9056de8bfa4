/** Help on the spot, languages, recycling, urgent situations, and the mediator. */
import type { Contact } from '@spplus/domain/contact';
import { msg } from '@spplus/ui/localize';
import { html, nothing } from 'lit';
import type { CardOptions } from './card-options.ts';
import { callLink } from './phone-section.ts';
import { given, line, section, words, type Part } from './section.ts';
import { addressTemplate } from './write-section.ts';

const collected = {
  batteries: () => msg('piles', { id: 'batteries' }),
  bulbs: () => msg('ampoules', { id: 'bulbs' }),
  devices: () => msg('petits appareils', { id: 'devices' }),
};

export function helpSection({ onSiteHelp, languages, collects }: Contact, options: CardOptions): Part {
  return section(msg('Sur place', { id: 'help-heading' }), options, [
    given(onSiteHelp, (text) => html`<p>${words(text)}</p>`),
    given(languages, (list) =>
      line(
        msg('Langues parlées\u202F:', { id: 'languages' }),
        list.map((tag) => languageName(tag, options.locale)).join(', '),
      ),
    ),
    given(collects, (list) =>
      line(msg('Nous collectons\u202F:', { id: 'collects' }), list.map((one) => collected[one]()).join(', ')),
    ),
  ]);
}

function languageName(tag: string, locale: string): string {
  if (tag === 'fsl') return msg('langue des signes', { id: 'mode-lsf' });
  return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
}

export function urgentSection({ urgent, insee }: Contact, options: CardOptions): Part {
  return section(msg('Urgence', { id: 'urgent' }), options, [
    given(
      urgent,
      ({ text, phone, url }) => html`<p>
        ${url ? html`<a href=${url} dir="auto">${text}</a>` : words(text)}
        ${phone ? callLink(phone, insee, options) : nothing}
      </p>`,
    ),
    options.emergencyText
      ? html`<p>
          ${msg('Sans parler ni entendre, partout en France\u202F:', { id: 'emergency' })}
          <a href="sms:114" @click=${() => options.tell('write')}>${msg('SMS au 114', { id: 'emergency-sms' })}</a>
        </p>`
      : nothing,
  ]);
}

export function mediatorSection({ mediator, insee }: Contact, options: CardOptions): Part {
  const { name, url, email, phone, address, note } = mediator ?? {};
  return section(msg('En cas de désaccord', { id: 'mediator-heading' }), options, [
    given(
      name,
      (text) =>
        html`<p><strong>${msg('Médiateur\u202F:', { id: 'mediator' })}</strong> ${url ? html`<a href=${url} dir="auto">${text}</a>` : words(text)}</p>`,
    ),
    given(phone, (one) => html`<p>${callLink(one, insee, options)}</p>`),
    given(email, (one) => html`<p><a href="mailto:${one}" @click=${() => options.tell('write')}>${one}</a></p>`),
    given(address, addressTemplate),
    given(note, (text) => html`<p>${words(text)}</p>`),
  ]);
}
