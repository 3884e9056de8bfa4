/** All the results: a table first, the same as charts, and the figures to take away. Loaded when somebody opens them. */
import type { ReadResult, ReadResults } from '@spplus/domain/results-reader';
import { resultView, type ResultView } from '@spplus/domain/result-view';
import { heading } from '@spplus/ui/heading';
import { msg, str } from '@spplus/ui/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { dateText } from '../figure-words.ts';
import { charts } from './charts.ts';
import { downloadCsv, downloadJson } from './downloads.ts';
import { resultsTable } from './results-table.ts';

export { panelStyles } from './panel.styles.ts';

export interface PanelOptions {
  locale: string;
  headingLevel: number;
  view: string;
  /** Day number. */
  today: number;
  onView: (view: string) => void;
  host: Element;
}

/** A result beside what may be shown of it. */
export interface Row {
  result: ReadResult;
  view: ResultView;
}

export function resultsPanel(results: ReadResults, options: PanelOptions): TemplateResult {
  const { locale, headingLevel, view, today, onView, host } = options;
  const rows: Row[] = results.indicators.map((result) => ({ result, view: resultView(result, today) }));
  const { structure, updated, licence } = results;
  const date = updated && dateText(updated, locale);
  const choice = (name: string, text: string) =>
    html`<button type="button" aria-pressed=${view === name} @click=${() => onView(name)}>${text}</button>`;
  return html`<section part="panel">
    ${heading({ level: headingLevel, text: msg('Nos résultats de qualité de service', { id: 'panel-heading' }) })}
    <p class="row views" role="group" aria-label=${msg('Présentation', { id: 'views' })}>
      ${choice('table', msg('Tableau', { id: 'view-table' }))} ${choice('chart', msg('Graphiques', { id: 'view-chart' }))}
    </p>
    ${view === 'chart' ? charts(rows, options) : resultsTable(structure, rows, options)}
    ${
      rows.some(({ result }) => result.openSample)
        ? html`<p class="note">${msg('Les personnes ont choisi de répondre\u202F: ces avis ne sont pas un échantillon représentatif. La marge indiquée ne tient compte que du hasard.', { id: 'open-sample' })}</p>`
        : nothing
    }
    <p class="row">
      <button type="button" @click=${() => downloadCsv(host, structure, rows)}>${msg('Télécharger en CSV', { id: 'download-csv' })}</button>
      <button type="button" @click=${() => downloadJson(host, results)}>${msg('Télécharger en JSON', { id: 'download-json' })}</button>
    </p>
    ${date ? html`<p class="detail">${msg(str`Mis à jour le ${date}.`, { id: 'updated' })}</p>` : nothing}
    ${licence ? html`<p class="detail" dir="auto">${licence}</p>` : nothing}
  </section>`;
}
