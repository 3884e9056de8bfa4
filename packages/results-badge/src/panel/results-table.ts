/** The results as a table: what was measured, the result, and what it can be held against. */
import { definitionOf } from '@spplus/domain/indicator-catalogue';
import type { ResultLevel } from '@spplus/domain/results';
import { msg, str } from '@spplus/ui/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { answersText, dateText, figureText, periodText, rangeText, resultText, trendText } from '../figure-words.ts';
import { labelOf } from '../indicator-labels.ts';
import type { PanelOptions, Row } from './results-panel.ts';

type Part = TemplateResult | typeof nothing;

const line = (text: string | undefined): Part => (text ? html`<li>${text}</li>` : nothing);

export function resultsTable(structure: string, rows: readonly Row[], { locale }: PanelOptions): TemplateResult {
  // Narrow screens lay cells under one another, which takes the meaning of a table away unless roles say it again.
  return html`<table role="table">
    <caption>${msg(str`Résultats de qualité de service, ${structure}`, { id: 'caption' })}</caption>
    <thead>
      <tr role="row">
        <th role="columnheader" scope="col">${msg('Ce qui est mesuré', { id: 'column-what' })}</th>
        <th role="columnheader" scope="col">${msg('Résultat', { id: 'column-result' })}</th>
        <th role="columnheader" scope="col">${msg('Repères', { id: 'column-marks' })}</th>
      </tr>
    </thead>
    <tbody>${rows.map((row) => tableRow(row, locale))}</tbody>
  </table>`;
}

function tableRow({ result, view }: Row, locale: string): TemplateResult {
  const { period, updated } = result;
  const when = period ? periodText(period, locale) : updated && dateText(updated, locale);
  const range = view.state === 'shown' ? rangeText(view, locale) : undefined;
  return html`<tr role="row">
    <th role="rowheader" scope="row"><span dir="auto">${labelOf(view)}</span>${about(result, view, locale)}</th>
    <td role="cell">
      <strong class="result">${resultText(view, locale)}</strong>
      <ul>
        ${line(range)} ${line(view.n === undefined ? undefined : answersText(view.n, locale))} ${line(when)}
        ${line(distributionText(view, locale))} ${line(whyText(view.why))}
        ${view.isStale ? line(msg('Ce résultat a plus d’un an.', { id: 'stale' })) : nothing}
        ${view.state === 'shown' && view.n === undefined ? line(msg('Nombre de réponses non communiqué', { id: 'no-sample' })) : nothing}
      </ul>
    </td>
    <td role="cell">
      <ul>
        ${line(trendText(view, locale))} ${line(targetText(view, locale))} ${view.comparisons.map((one) => line(comparisonText(one, view, locale)))}
      </ul>
    </td>
  </tr>`;
}

/** Question, method and source: the programme's own words are French. */
function about({ code, method, source }: Row['result'], { label }: Row['view'], locale: string): Part {
  const definition = definitionOf(code);
  const how = method ?? definition?.method;
  const question = definition && 'question' in definition ? definition.question : undefined;
  const french = locale === 'fr' ? nothing : 'fr';
  if (!how && !question && !source) return nothing;
  return html`<details>
    <summary>
      ${msg('Comment c’est mesuré', { id: 'method' })}<span class="hidden"> : ${label ?? labelOf({ code, label })}</span>
    </summary>
    ${question ? html`<p lang=${french} dir="auto">« ${question} »</p>` : nothing}
    ${how ? html`<p lang=${method ? nothing : french} dir="auto">${how}</p>` : nothing}
    ${
      source
        ? html`<p dir="auto">${msg('Source\u202F:', { id: 'source' })} ${source.url ? html`<a href=${source.url} rel="noreferrer">${source.name}</a>` : source.name}</p>`
        : nothing
    }
  </details>`;
}

const reasons: Readonly<Record<string, () => string>> = {
  impossible: () => msg('Cette valeur n’est pas possible.', { id: 'why-impossible' }),
  future: () => msg('Sa date est dans l’avenir.', { id: 'why-future' }),
};

const whyText = (why: string | undefined): string | undefined =>
  why === undefined
    ? undefined
    : (reasons[why] ?? (() => msg('Les données reçues ne sont pas complètes.', { id: 'why-data' })))();

/** From the worst to the best answer, in words where the scale has few steps. */
function distributionText({ distribution }: Row['view'], locale: string): string | undefined {
  if (!distribution || distribution.scale === 'ten') return undefined;
  const { counts, scale } = distribution;
  const number = (count: number | undefined) => new Intl.NumberFormat(locale).format(count ?? 0);
  const [a, b, c, d] = counts.map(number);
  if (scale === 'two') return msg(str`${b} oui, ${a} non`, { id: 'counts-two' });
  if (scale === 'three') return msg(str`${c} positives, ${b} neutres, ${a} négatives`, { id: 'counts-three' });
  return msg(str`${d} très positives, ${c} plutôt positives, ${b} plutôt négatives, ${a} très négatives`, {
    id: 'counts-four',
  });
}

function targetText({ target, unit }: Row['view'], locale: string): string | undefined {
  if (!target) return undefined;
  const value = figureText(target.value, unit, locale);
  if (target.isReached === undefined)
    return msg(str`Objectif\u202F: ${value}, trop proche pour dire s’il est atteint`, { id: 'target-unsure' });
  return target.isReached
    ? msg(str`Objectif\u202F: ${value}, atteint`, { id: 'target-reached' })
    : msg(str`Objectif\u202F: ${value}, pas atteint`, { id: 'target-missed' });
}

const levels: Record<ResultLevel, () => string> = {
  site: () => msg('Autre site', { id: 'level-site' }),
  department: () => msg('Département', { id: 'level-department' }),
  region: () => msg('Région', { id: 'level-region' }),
  national: () => msg('France', { id: 'level-national' }),
};

function comparisonText(
  { level, name, value, isComparable }: Row['view']['comparisons'][number],
  { unit }: Row['view'],
  locale: string,
): string {
  const where = name ?? levels[level]();
  const figure = figureText(value, unit, locale);
  return isComparable
    ? msg(str`${where}\u202F: ${figure}`, { id: 'compared' })
    : msg(str`${where}\u202F: ${figure}, mesuré sur une autre échelle`, { id: 'not-comparable' });
}
