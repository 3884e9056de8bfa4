/** Status, today's hours and the main number: what fits beside a page's text. */
import { dialled } from '@spplus/domain/phone-number';
import { heading } from '@spplus/ui/heading';
import { msg, str } from '@spplus/ui/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { dayHoursText } from './hours-words.ts';
import { mainHours, type Place } from './place.ts';
import { statusTemplate, type Moment } from './status-template.ts';

export function compactCard(place: Place, moment: Moment, headingLevel: number): TemplateResult {
  const { contact } = place;
  const hours = mainHours(place);
  const [phone] = contact.phones ?? [];
  const number = phone && dialled(phone.number, contact.insee);
  const today = hours && dayHoursText(hours.on(hours.today(moment.now)), moment.locale);
  return html`<div part="card">
    ${heading({ level: headingLevel, text: contact.name, className: 'name' })} ${statusTemplate(hours, moment)}
    ${today ? html`<p>${msg(str`Aujourd’hui\u202F: ${today}`, { id: 'today' })}</p>` : nothing}
    ${
      phone && number
        ? html`<p><a href="tel:${number}"><bdi dir="ltr">${phone.number}</bdi></a> <span dir="auto">${phone.purpose}</span></p>`
        : nothing
    }
  </div>`;
}
