/** One day as a bar, for the eyes only: under one another, those of a table's rows draw the week. */
import { readRange } from '@spplus/domain/hours-rule';
import type { DayHours } from '@spplus/domain/opening-hours';
import { svg, html, type TemplateResult } from 'lit';

/** The part of the day that is drawn, in minutes from midnight. Hours outside touch its ends. */
const [first, last] = [7 * 60, 20 * 60];
const noon = 12 * 60;

const x = (minutes: number) => Math.min(Math.max(minutes, first), last) - first;

/** `bands` are the busy and the quiet hours, as texts. */
export function dayBar(
  { ranges }: DayHours,
  bands: Readonly<Record<'busy' | 'quiet', readonly string[]>>,
): TemplateResult {
  const part = (className: string, from: number, to: number, y: number, height: number) =>
    svg`<rect class=${className} x=${x(from)} y=${y} width=${x(to) - x(from)} height=${height}></rect>`;
  const named = (name: 'busy' | 'quiet') =>
    bands[name].flatMap((text) => readRange(text) ?? []).map(({ from, to }) => part(name, from, to, 6, 2));
  return html`<svg viewBox="0 0 ${last - first} 8" preserveAspectRatio="none" aria-hidden="true">
    ${part('track', first, last, 0, 5)} ${ranges.map(({ from, to, mode }) => part(mode, from, to, 0, 5))}
    ${named('busy')} ${named('quiet')} ${part('noon', noon, noon + 2, 0, 8)}
  </svg>`;
}
