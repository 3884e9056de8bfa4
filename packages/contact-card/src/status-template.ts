/** The status line of one channel, and when it next changes. */
import type { OpeningHours } from '@spplus/domain/opening-hours';
import { msg } from '@spplus/ui/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { statusLine } from './status-words.ts';

export interface Moment {
  /** Milliseconds since 1970. */
  now: number;
  /** How long before its end an opening is said to end soon, in minutes. */
  soon: number;
  locale: string;
}

export function statusTemplate(hours: OpeningHours | undefined, { now, soon, locale }: Moment): TemplateResult {
  const { level, text, detail } = hours
    ? statusLine(hours.stateAt(now, soon), hours, now, locale)
    : { level: 'unknown', text: msg('Horaires non communiqués', { id: 'hours-unknown' }), detail: undefined };
  return html`<p part="status" class="status ${level}">
    ${text}${hours ? zoneNote(hours, now, locale) : ''}
    ${detail ? html`<span class="detail" dir="auto">${detail}</span>` : nothing}
  </p>`;
}

/** Whose clock it is, outside Paris time: callers are often elsewhere. The same for every visitor. */
function zoneNote({ time: { zone } }: OpeningHours, now: number, locale: string): string {
  if (zone === 'Europe/Paris') return '';
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(now);
  return ` (${parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone})`;
}

/** The instant at which the line next says something else: a change of state, of "soon", or of day ("tomorrow"). */
export function nextChange(hours: OpeningHours, { now, soon }: Moment): number {
  const { until = Infinity } = hours.stateAt(now, soon);
  const midnight = hours.time.instantAt(hours.today(now) + 1, 0);
  const warning = until - soon * 6e4;
  return Math.min(until, midnight, warning > now ? warning : Infinity);
}
