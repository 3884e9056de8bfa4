import { SpplusElement } from '@spplus/ui/base-element';
import { reportFault } from '@spplus/ui/fault';
import { heading } from '@spplus/ui/heading';
import { msg, str, type LocaleLoaders } from '@spplus/ui/localize';
import { setting } from '@spplus/ui/settings';
import { baseStyles } from '@spplus/ui/styles/base-styles';
import { html, nothing, type PropertyValues } from 'lit';
import { entryTemplate } from './entry-template.ts';
import { ImprovementsErrorEvent } from './improvements-events.ts';
import { findImprovements, type Found } from './improvements-source.ts';
import { improvementsStyles } from './improvements.styles.ts';

/**
 * « Vous nous l’avez demandé, on l’a fait »: what people asked for, how many they were, what was done about it, and what was not
 * retained, with the reason.
 *
 * @slot - What people see without JavaScript, while the entries arrive, or when they cannot be read. A
 *   `<script type="application/json">` in it is the data.
 * @attr {string} src - Address of a file of entries (JSON).
 * @attr {string} service - Service whose entries the API gives; used without `src`. Else the loader script's `data-service`.
 * @attr {string} api - Root of the API; else the loader script's `data-api`.
 * @attr {number} limit - Entries shown first, 3 by default; the others come at one gesture.
 * @attr {boolean} filters - Lets people choose a commitment.
 * @attr {string} opinion-url - Page where people give their opinion on what was done.
 * @attr {number} heading-level - Level of the heading, 2 (default) to 5.
 * @event {ImprovementsErrorEvent} spplus-improvements-error - The entries could not be read, wholly or in part.
 * @csspart entry - One entry.
 * @cssproperty --spplus-accent - Links, buttons, what is done.
 * @cssproperty --spplus-on-accent - Text on the accent.
 * @cssproperty --spplus-text - Text.
 * @cssproperty --spplus-line - Lines between entries.
 * @cssproperty --spplus-radius - Rounding of corners, 0.3em by default.
 */
export class SpplusImprovements extends SpplusElement {
  static override readonly styles = [baseStyles, improvementsStyles];
  static override readonly locales: LocaleLoaders = {
    ar: () => import('../locales/ar.ts'),
    en: () => import('../locales/en.ts'),
  };
  static override readonly properties = {
    src: {},
    service: {},
    api: {},
    limit: { type: Number },
    filters: { type: Boolean },
    opinionUrl: { attribute: 'opinion-url' },
    headingLevel: { attribute: 'heading-level', type: Number },
    record: { attribute: false },
  };

  declare src: string | undefined;
  declare service: string | undefined;
  declare api: string | undefined;
  declare limit: number;
  declare filters: boolean;
  declare opinionUrl: string | undefined;
  declare headingLevel: number;
  /** Entries given by a script, as parsed JSON. */
  declare record: unknown;

  #found: Found | undefined;
  #showsAll = false;
  /** Number of the commitment that was chosen, 0 for all. */
  #commitment = 0;
  #loading: AbortController | undefined;

  constructor() {
    super();
    this.limit = 3;
    this.filters = false;
    this.headingLevel = 2;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const sources = ['src', 'service', 'api', 'record'] as const;
    if (!this.#loading || sources.some((name) => changed.has(name))) void this.reload();
  }

  /** Reads the entries again, for instance after the file changed. */
  async reload(): Promise<void> {
    this.#loading?.abort();
    const { signal } = (this.#loading = new AbortController());
    const { record, src } = this;
    const [service, api] = [setting(this, 'service'), setting(this, 'api')];
    const isInline = this.querySelector(':scope > script[type="application/json"]') !== null;
    if (record === undefined && !src && !isInline && !(service && api)) {
      reportFault(this, 'src', 'has no data: give it src="improvements.json", or a service and the API’s address.');
      return;
    }
    const found = await findImprovements({ host: this, record, src, service, api }, signal);
    if (signal.aborted) return;
    this.#found = found;
    const { left, trouble } = found;
    if (left || trouble) {
      console.warn(`<${this.localName}> could not use all of its data: ${trouble ?? `${left} entries`}.`, this);
      this.dispatchEvent(new ImprovementsErrorEvent());
    }
    this.requestUpdate();
  }

  protected override render() {
    const { entries, trouble } = this.#found ?? {};
    if (trouble) return [html`<slot></slot>`, this.#renderTrouble(trouble)];
    if (!entries) return html`<slot></slot>`;
    const chosen = entries.filter(({ commitment }) => !this.#commitment || commitment === this.#commitment);
    const shown = this.#showsAll ? chosen : chosen.slice(0, this.limit);
    const rest = chosen.length - shown.length;
    const count = String(chosen.length);
    return html`${heading({ level: this.headingLevel, text: msg('Vous nous l’avez demandé, voici ce que nous avons fait', { id: 'improvements' }) })}
      ${this.filters ? this.#renderFilter() : nothing}
      ${shown.length ? html`<ol>${shown.map((entry) => entryTemplate(entry, this.locale, this.headingLevel + 1))}</ol>` : html`<p>${msg('Rien à montrer ici pour le moment.', { id: 'no-entry' })}</p>`}
      ${rest > 0 ? html`<p><button type="button" @click=${() => this.#showAll()}>${msg(str`Tout voir (${count})`, { id: 'show-all' })}</button></p>` : nothing}
      ${this.opinionUrl && /^(https?:|\/|\.)/.test(this.opinionUrl) ? html`<p><a href=${this.opinionUrl}>${msg('Donnez votre avis sur ces changements', { id: 'opinion' })}</a></p>` : nothing}`;
  }

  /** Focus goes to the first entry that has appeared: the button that had it is gone. */
  #showAll(): void {
    this.#showsAll = true;
    this.requestUpdate();
    void this.updateComplete.then(() => {
      this.renderRoot.querySelectorAll<HTMLElement>('.asked')[this.limit]?.focus();
    });
  }

  #choose({ target }: Event): void {
    this.#commitment = Number((target as HTMLSelectElement).value);
    this.requestUpdate();
  }

  #renderFilter() {
    const present = [...new Set(this.#found?.entries.map(({ commitment }) => commitment))].sort((a, b) => a - b);
    return html`<p>
      <label>
        ${msg('Engagement', { id: 'commitment' })}
        <select @change=${(event: Event) => this.#choose(event)}>
          <option value="0">${msg('Tous', { id: 'all-commitments' })}</option>
          ${present.map((one) => html`<option value=${one} ?selected=${one === this.#commitment}>${msg(str`Engagement n° ${one}`, { id: 'commitment-number' })}</option>`)}
        </select>
      </label>
    </p>`;
  }

  #renderTrouble(trouble: 'network' | 'data') {
    return html`<p role="alert">
        ${
          trouble === 'network'
            ? msg('Cette liste n’est pas arrivée. Vérifiez votre connexion.', { id: 'list-not-loaded' })
            : msg('Cette liste ne peut pas être lue pour le moment.', { id: 'list-not-read' })
        }
      </p>
      ${trouble === 'network' ? html`<button type="button" @click=${() => void this.reload()}>${msg('Réessayer', { id: 'retry' })}</button>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'spplus-improvements': SpplusImprovements;
  }
}
