import { parseDay } from '@spplus/domain/civil-date';
import type { ResultFault } from '@spplus/domain/results';
import { resultView } from '@spplus/domain/result-view';
import { SpplusElement } from '@spplus/ui/base-element';
import { reportFault } from '@spplus/ui/fault';
import { inlineJson } from '@spplus/ui/json-file';
import { msg, type LocaleLoaders } from '@spplus/ui/localize';
import { setting } from '@spplus/ui/settings';
import { baseStyles } from '@spplus/ui/styles/base-styles';
import { adoptStyles, html, nothing, type CSSResultOrNative, type PropertyValues } from 'lit';
import { badgeTemplate } from './badge-template.ts';
import { badgeStyles } from './results-badge.styles.ts';
import { ResultsErrorEvent, ResultsToggleEvent } from './results-events.ts';
import { findResults, type Found } from './results-source.ts';

/**
 * Shows how good a service is: one figure with the number of answers it stands on, its period and whether it moves; then all the
 * results of commitment 6, as a table or a chart, each with its question, its method and its source.
 *
 * @slot - What people see without JavaScript, while the results arrive, or when they cannot be read. A
 *   `<script type="application/json">` in it is the data.
 * @attr {string} src - Address of a file of results (JSON), such as `npx spplus-results import` writes.
 * @attr {string} structure - Name of the structure to show, in a file that holds several.
 * @attr {string} service - Service whose results the API gives; used without `src`. Else the loader script's `data-service`.
 * @attr {string} api - Root of the API; else the loader script's `data-api`.
 * @attr {string} indicator - Code of the figure that the badge shows; else the one that the data names, else the first.
 * @attr {boolean} open - Are all the results shown? Set it to open or close them.
 * @attr {'table' | 'chart'} view - How they are shown first, `table` by default; people may switch.
 * @attr {boolean} json-ld - Describes the results for search engines (schema.org) in the page's head.
 * @attr {number} heading-level - Level of the panel's heading, 2 (default) to 5.
 * @event {ResultsToggleEvent} spplus-results-toggle - All the results were opened or closed.
 * @event {ResultsErrorEvent} spplus-results-error - The data could not be read, wholly or in part; `faults` says where and why.
 * @csspart badge - The badge.
 * @csspart panel - All the results.
 * @cssproperty --spplus-accent - Buttons, links and focus, bars and lines of charts.
 * @cssproperty --spplus-on-accent - Text on the accent.
 * @cssproperty --spplus-text - Text.
 * @cssproperty --spplus-line - Borders.
 * @cssproperty --spplus-success - What is better than before.
 * @cssproperty --spplus-warning - What is worse than before.
 * @cssproperty --spplus-radius - Rounding of corners, 0.3em by default.
 */
export class SpplusResultsBadge extends SpplusElement {
  static override readonly styles = [baseStyles, badgeStyles];
  static override readonly locales: LocaleLoaders = {
    ar: () => import('./locales/ar.ts'),
    en: () => import('./locales/en.ts'),
  };
  static override readonly properties = {
    src: {},
    structure: {},
    service: {},
    api: {},
    indicator: {},
    open: { type: Boolean, reflect: true },
    view: {},
    jsonLd: { attribute: 'json-ld', type: Boolean },
    headingLevel: { attribute: 'heading-level', type: Number },
    record: { attribute: false },
    today: { attribute: false },
  };

  declare src: string | undefined;
  declare structure: string | undefined;
  declare service: string | undefined;
  declare api: string | undefined;
  declare indicator: string | undefined;
  declare open: boolean;
  declare view: string;
  declare jsonLd: boolean;
  declare headingLevel: number;
  /** Results given by a script, as parsed JSON. */
  declare record: unknown;
  /** Today as `YYYY-MM-DD`; a page may set another day. */
  declare today: string;

  #found: Found | undefined;
  #loading: AbortController | undefined;
  #panel: typeof import('./panel/results-panel.ts') | undefined;

  constructor() {
    super();
    this.open = false;
    this.view = 'table';
    this.jsonLd = false;
    this.headingLevel = 2;
    this.today = new Date().toISOString().slice(0, 10);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#describe();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const sources = ['src', 'structure', 'service', 'api', 'record', 'today'] as const;
    if (!this.#loading || sources.some((name) => changed.has(name))) void this.#load();
    if (this.open) this.#loadPanel();
  }

  protected override updated(): void {
    this.#describe();
  }

  /** Reads the results again, for instance after the file changed. */
  reload(): Promise<void> {
    return this.#load();
  }

  get #day(): number {
    return parseDay(this.today) ?? 0;
  }

  async #load(): Promise<void> {
    this.#loading?.abort();
    const { signal } = (this.#loading = new AbortController());
    const { record = inlineJson(this), src, structure } = this;
    const [service, api] = [setting(this, 'service'), setting(this, 'api')];
    if (record === undefined && !src && !(service && api)) {
      reportFault(this, 'src', 'has no data: give it src="results.json", or a service and the API’s address.');
      return;
    }
    const found = await findResults({ record, src, structure, service, api, today: this.#day }, signal);
    if (signal.aborted) return;
    this.#found = found;
    this.#tellFaults(found.faults);
    this.requestUpdate();
  }

  #loadPanel(): void {
    if (this.#panel) return;
    import('./panel/results-panel.ts').then(
      (panel) => {
        this.#panel = panel;
        const { elementStyles } = this.constructor as unknown as { elementStyles: CSSResultOrNative[] };
        if (this.shadowRoot) adoptStyles(this.shadowRoot, [...elementStyles, panel.panelStyles]);
        this.requestUpdate();
      },
      (error: unknown) => console.error(error),
    );
  }

  #describe(): void {
    const { results } = this.#found ?? {};
    if (this.jsonLd && results) void import('./json-ld.ts').then(({ describe }) => describe(this, results, this.#day));
  }

  /** Once for each set of data: in the console for whoever made the page, by an event for its scripts. */
  #tellFaults(faults: readonly ResultFault[]): void {
    if (faults.length === 0) return;
    const lines = faults.map(({ field, why, value }) => `  ${field || 'data'}: ${why} (${value})`);
    console.warn(`<${this.localName}> could not use all of its data:\n${lines.join('\n')}`, this);
    this.dispatchEvent(new ResultsErrorEvent(faults));
  }

  #toggle(): void {
    this.open = !this.open;
    this.dispatchEvent(new ResultsToggleEvent(this.open));
  }

  protected override render() {
    const { results, trouble } = this.#found ?? {};
    if (trouble) return [html`<slot></slot>`, this.#renderTrouble(trouble)];
    const result =
      results?.indicators.find(({ code }) => code === (this.indicator ?? results.main)) ?? results?.indicators[0];
    if (!results || !result) return html`<slot></slot>`;
    const { structure } = results;
    const view = resultView(result, this.#day);
    const { period, updated } = result;
    return html`${badgeTemplate({ structure, view, period, updated, locale: this.locale })}
      <button class="toggle" type="button" aria-expanded=${this.open} @click=${() => this.#toggle()}>
        ${this.open ? msg('Masquer les résultats', { id: 'hide' }) : msg('Voir tous les résultats', { id: 'show' })}
      </button>
      ${this.open ? (this.#panel?.resultsPanel(results, this.#panelOptions) ?? nothing) : nothing}`;
  }

  get #panelOptions() {
    const { locale, headingLevel, view } = this;
    const onView = (next: string) => (this.view = next);
    return { locale, headingLevel, view, today: this.#day, onView, host: this };
  }

  #renderTrouble(trouble: 'network' | 'data') {
    return html`<p role="alert">
        ${
          trouble === 'network'
            ? msg('Les résultats ne sont pas arrivés. Vérifiez votre connexion.', { id: 'not-loaded' })
            : msg('Les résultats ne peuvent pas être lus pour le moment.', { id: 'not-read' })
        }
      </p>
      ${trouble === 'network' ? html`<button type="button" @click=${() => void this.reload()}>${msg('Réessayer', { id: 'retry' })}</button>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'spplus-results-badge': SpplusResultsBadge;
  }
}
