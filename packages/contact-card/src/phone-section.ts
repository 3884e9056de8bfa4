/** Every number with its purpose and what a call costs, and the telephone of people who do not hear or speak. */
import type { AccessiblePhone, CallPrice, Phone, RelayMode } from '@spplus/domain/contact';
import { openingHours } from '@spplus/domain/opening-hours';
import { callPrice, dialled, readableNumber } from '@spplus/domain/phone-number';
import { msg, str } from '@spplus/ui/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { CardOptions } from './card-options.ts';
import { dayHoursText } from './hours-words.ts';
import type { Place } from './place.ts';
import { given, named, section, type Part } from './section.ts';

/** A link that calls; the number alone where it cannot be dialled. */
export function callLink(
  number: string,
  insee: string | undefined,
  { tell }: CardOptions,
  asWritten = false,
): TemplateResult {
  const dial = dialled(number, insee);
  const shown = html`<bdi dir="ltr">${asWritten ? number : readableNumber(number, insee)}</bdi>`;
  return dial ? html`<a href="tel:${dial}" @click=${() => tell('call')}>${shown}</a>` : shown;
}

const prices: Record<CallPrice, () => string> = {
  free: () => msg('appel gratuit', { id: 'price-free' }),
  normal: () => msg('prix d’un appel', { id: 'price-normal' }),
  surcharged: () => msg('numéro surtaxé', { id: 'price-surcharged' }),
};

function phoneLine(
  { number, purpose, price, priceText, abroad, directAgent }: Phone,
  insee: string | undefined,
  options: CardOptions,
) {
  const cost = callPrice(number) ?? price;
  const notes = [
    // Words of the office on an ordinary price say more than ours.
    cost && !(priceText && cost === 'normal') && prices[cost](),
    priceText,
    directAgent && msg('une personne vous répond', { id: 'direct-agent' }),
  ].filter(Boolean);
  return html`<li>
    ${named(purpose)} ${callLink(number, insee, options)}
    ${notes.length ? html`<span class="remark">${notes.join(', ')}</span>` : nothing}
    ${abroad ? html`<span class="remark">${msg('Depuis l’étranger\u202F:', { id: 'abroad' })} ${callLink(abroad, insee, options, true)}</span>` : nothing}
  </li>`;
}

const modes: Record<RelayMode, () => string> = {
  lsf: () => msg('langue des signes', { id: 'mode-lsf' }),
  lfpc: () => msg('langue parlée complétée', { id: 'mode-lfpc' }),
  ttrp: () => msg('texte en temps réel', { id: 'mode-ttrp' }),
};

function accessibleLine(
  { provider, url, number, modes: offered, hours }: AccessiblePhone,
  place: Place,
  options: CardOptions,
) {
  const own = hours && openingHours(hours, place.contact);
  const today = own && dayHoursText(own.on(own.today(options.now)), options.locale);
  return html`<p>
    ${named(msg('Personnes sourdes, malentendantes ou aphasiques', { id: 'accessible' }))}
    ${url ? html`<a href=${url} rel="noreferrer" @click=${() => options.tell('call')}>${provider ?? msg('appeler par ce service', { id: 'accessible-link' })}</a>` : (provider ?? '')}
    ${number ? callLink(number, place.contact.insee, options) : nothing}
    ${offered?.length ? html`<span class="remark">${offered.map((mode) => modes[mode]()).join(', ')}</span>` : nothing}
    <span class="remark">${
      today
        ? msg(str`Aujourd’hui\u202F: ${today}`, { id: 'today' })
        : msg('aux mêmes horaires que le téléphone', { id: 'accessible-hours' })
    }</span>
  </p>`;
}

export function phoneSection(place: Place, options: CardOptions): Part {
  const { phones, accessiblePhone, insee } = place.contact;
  return section(msg('Téléphoner', { id: 'phone-heading' }), options, [
    given(phones, (list) => html`<ul class="plain">${list.map((phone) => phoneLine(phone, insee, options))}</ul>`),
    given(accessiblePhone, (one) => accessibleLine(one, place, options)),
  ]);
}
