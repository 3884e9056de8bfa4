/** The whole card, in the order in which people look for things. Loaded where a page shows it. */
import { heading } from '@spplus/ui/heading';
import { html, type TemplateResult } from 'lit';
import { accessSection } from './access-section.ts';
import { footer } from './card-actions.ts';
import type { CardOptions } from './card-options.ts';
import { fullCardStyles } from './full-card.styles.ts';
import { helpSection, mediatorSection, urgentSection } from './help-section.ts';
import { hoursSections } from './hours-section.ts';
import { mainHours, type Place } from './place.ts';
import { phoneSection } from './phone-section.ts';
import { statusTemplate } from './status-template.ts';
import { appointmentSection, writeSection } from './write-section.ts';

export { placeList } from './place-list.ts';
export const styles = [fullCardStyles];

export function fullCard(place: Place, options: CardOptions): TemplateResult {
  const { contact } = place;
  return html`<article part="card">
    ${heading({ level: options.headingLevel, text: contact.name, className: 'name' })}
    ${statusTemplate(mainHours(place), options)}
    <div class="sections">
      ${hoursSections(place, options)} ${phoneSection(place, options)} ${writeSection(contact, options)}
      ${accessSection(contact, options)} ${appointmentSection(contact, options)} ${helpSection(contact, options)}
      ${urgentSection(contact, options)} ${mediatorSection(contact, options)}
    </div>
    ${footer(contact, options)}
  </article>`;
}
