/** The badge itself: one figure, how many answers say so, when, and whether it moves. */
import type { ResultView } from '@spplus/domain/result-view';
import type { Period } from '@spplus/domain/results';
import { msg } from '@spplus/ui/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { answersText, dateText, periodText, rangeText, resultText, trendText } from './figure-words.ts';
import { labelOf } from './indicator-labels.ts';

export interface BadgeOptions {
  structure: string;
  view: ResultView;
  period: Period | undefined;
  updated: string | undefined;
  locale: string;
}

export function badgeTemplate({ structure, view, period, updated, locale }: BadgeOptions): TemplateResult {
  const range = view.state === 'shown' ? rangeText(view, locale) : undefined;
  const when = period ? periodText(period, locale) : updated && dateText(updated, locale);
  const detail = [view.n === undefined ? '' : answersText(view.n, locale), when ?? ''].filter(Boolean).join(', ');
  const trend = trendText(view, locale);
  return html`<div part="badge">
    <p class="structure" dir="auto">${structure}</p>
    <p class="label" dir="auto">${labelOf(view)}</p>
    <p class="figure"><strong>${resultText(view, locale)}</strong> ${range ? html`<span class="range">(${range})</span>` : nothing}</p>
    ${detail ? html`<p class="detail">${detail}</p>` : nothing}
    ${trend ? html`<p class="trend ${view.trend?.isBetter ? 'better' : view.trend?.isBetter === false ? 'worse' : ''}">${trend}</p>` : nothing}
    ${view.isStale ? html`<p class="stale">${msg('Ce résultat a plus d’un an.', { id: 'stale' })}</p>` : nothing}
  </div>`;
}
