import type { ContactFault } from '@spplus/domain/contact';
import { SpplusElement } from '@spplus/ui/base-element';
import { reportFault } from '@spplus/ui/fault';
import { inlineJson } from '@spplus/ui/json-file';
import { msg, type LocaleLoaders } from '@spplus/ui/localize';
import { setting } from '@spplus/ui/settings';
import { baseStyles } from '@spplus/ui/styles/base-styles';
import { adoptStyles, html, nothing, type CSSResultOrNative, type PropertyValues, type TemplateResult } from 'lit';
import { leadsAway, type CardOptions } from './card-options.ts';
import { findContacts, type Found } from './card-source.ts';
import { cardStyles } from './contact-card.styles.ts';
import { compactCard } from './compact-card.ts';
import { ContactActionEvent, DataErrorEvent } from './contact-events.ts';
import { mainHours, placeOf, type Place } from './place.ts';
import { nextChange, statusTemplate, type Moment } from './status-template.ts';

/** The longest wait of one timer, in milliseconds: browsers count in 32 bits, and clocks are set. */
const longestWait = 6 * 3_600_000;

const layouts: readonly string[] = ['full', 'compact', 'status-only'];

/**
 * Tells how and when to reach a service: open or closed in the office's own time zone, hours by channel, numbers with their
 * purpose and cost, addresses and how to come.
 *
 * @slot - What people see without JavaScript, while the card arrives, or when its data cannot be read. A
 *   `<script type="application/json">` in it is the card's data.
 * @attr {string} src - Address of the contact file (JSON), or of a record of the Annuaire de l'administration.
 * @attr {string} annuaire - Address of the Annuaire's record that completes `src`; where both speak, `src` wins.
 * @attr {string} service - Service whose contact the API gives; used without `src`. Else the loader script's `data-service`.
 * @attr {string} api - Root of the API; else the loader script's `data-api`.
 * @attr {'full' | 'compact' | 'status-only'} layout - `full` (default), `compact`: status, today and main number, `status-only`: one line.
 * @attr {number} soon - Minutes before closing from which "closes soon" is said, 30 by default.
 * @attr {'given' | 'open' | 'near'} order - Order of several places: as given (default), open ones first, nearest first.
 * @attr {string} near - Point from which `order="near"` counts, as `latitude,longitude`.
 * @attr {string} map-url - Address of a map, with `{lat}`, `{lon}` and `{address}` to fill in. OpenStreetMap by default.
 * @attr {string} report-url - Page where an error in this card is reported; without it, the first e-mail address.
 * @attr {boolean} emergency-text - Shows the text emergency number 114.
 * @attr {boolean} json-ld - Describes the service for search engines (schema.org) in the page's head.
 * @attr {string} dev - `true` while the page is being made: what `spplus-check` finds in the data is written in the console. Else
 *   the loader script's `data-dev`.
 * @attr {number} heading-level - Level of the card's own heading, 2 (default) to 5.
 * @event {DataErrorEvent} spplus-data-error - The data could not be read, wholly or in part; `faults` says where and why.
 * @event {ContactActionEvent} spplus-contact-action - The visitor used the card; `action` says how.
 * @csspart status - The line that says open or closed.
 * @csspart card - The card.
 * @cssproperty --spplus-open - Colour of "open". Default: the DSFR's success, or a sober green.
 * @cssproperty --spplus-warning - Colour of what depends on something. Default: the DSFR's warning, or a sober amber.
 * @cssproperty --spplus-accent - Links, buttons and focus.
 * @cssproperty --spplus-on-accent - Text on the accent.
 * @cssproperty --spplus-text - Text.
 * @cssproperty --spplus-line - Lines between sections.
 * @cssproperty --spplus-soft - Background of today's row and of notes.
 * @cssproperty --spplus-radius - Rounding of corners, 0.3em by default.
 */
export class SpplusContactCard extends SpplusElement {
  static override readonly styles = [baseStyles, cardStyles];
  static override readonly locales: LocaleLoaders = {
    ar: () => import('./locales/ar.ts'),
    en: () => import('./locales/en.ts'),
  };
  static override readonly properties = {
    src: {},
    annuaire: {},
    service: {},
    api: {},
    layout: {},
    soon: { type: Number },
    order: {},
    near: {},
    mapUrl: { attribute: 'map-url' },
    reportUrl: { attribute: 'report-url' },
    emergencyText: { attribute: 'emergency-text', type: Boolean },
    jsonLd: { attribute: 'json-ld', type: Boolean },
    headingLevel: { attribute: 'heading-level', type: Number },
    record: { attribute: false },
    clock: { attribute: false },
  };

  declare src: string | undefined;
  declare annuaire: string | undefined;
  declare service: string | undefined;
  declare api: string | undefined;
  declare layout: string;
  declare soon: number;
  declare order: string | undefined;
  declare near: string | undefined;
  declare mapUrl: string;
  declare reportUrl: string | undefined;
  declare emergencyText: boolean;
  declare jsonLd: boolean;
  declare headingLevel: number;
  /** Data given by a script: a contact, a list of them, or a record of the Annuaire, as parsed JSON. */
  declare record: unknown;
  /** The time now in milliseconds; a page may set another, to show its card on another day. */
  declare clock: () => number;

  #found: Found | undefined;
  #places: readonly Place[] = [];
  #full: typeof import('./full-card.ts') | undefined;
  #missing: typeof import('./missing-note.ts') | undefined;
  #loading: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The status as it was last shown, by which a change is noticed. */
  #said = '';

  constructor() {
    super();
    this.layout = 'full';
    this.soon = 30;
    this.mapUrl = 'https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=18/{lat}/{lon}';
    this.emergencyText = false;
    this.jsonLd = false;
    this.headingLevel = 2;
    this.clock = Date.now;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.ownerDocument.addEventListener('visibilitychange', this.#look);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ownerDocument.removeEventListener('visibilitychange', this.#look);
    clearTimeout(this.#timer);
    this.#describe();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const sources = ['src', 'annuaire', 'service', 'api', 'record'] as const;
    if (!this.#loading || sources.some((name) => changed.has(name))) void this.#load();
    if (!layouts.includes(this.layout)) {
      reportFault(this, 'layout', `layout="${this.layout}" is unknown: use ${layouts.join(', ')}.`);
      this.layout = 'full';
    }
    if (this.#needsFull) this.#loadFull();
  }

  protected override updated(): void {
    this.#tellChange();
    this.#waitForChange();
    this.#describe();
  }

  /** Reads the data again, for instance after the file changed. */
  reload(): Promise<void> {
    return this.#load();
  }

  async #load(): Promise<void> {
    this.#loading?.abort();
    const { signal } = (this.#loading = new AbortController());
    // Data that stands in the page costs no request.
    const { record = inlineJson(this), src, annuaire } = this;
    const [service, api] = [setting(this, 'service'), setting(this, 'api')];
    if (record === undefined && !src && !annuaire && !(service && api)) {
      reportFault(this, 'src', 'has no data: give it src="contact.json", or a service and the API’s address.');
      return;
    }
    const found = await findContacts({ record, src, annuaire, service, api }, signal);
    if (signal.aborted) return;
    this.#found = found;
    this.#places = found.places.map(placeOf);
    this.#tellFaults(found.faults);
    if (found.lost.length > 0) this.#missing = await import('./missing-note.ts');
    if (setting(this, 'dev')) void import('./dev-check.ts').then(({ warn }) => warn(this, found.places, this.clock()));
    this.requestUpdate();
  }

  #loadFull(): void {
    if (this.#full) return;
    import('./full-card.ts').then(
      (full) => {
        this.#full = full;
        const { elementStyles } = this.constructor as unknown as { elementStyles: CSSResultOrNative[] };
        if (this.shadowRoot) adoptStyles(this.shadowRoot, [...elementStyles, ...full.styles]);
        this.requestUpdate();
      },
      // The compact card stands in for it.
      (error: unknown) => console.error(error),
    );
  }

  /** For search engines, as long as the card stands in the page. */
  #describe(): void {
    if (this.jsonLd) void import('./json-ld.ts').then(({ describe }) => describe(this, this.#places, this.clock()));
  }

  /** Once for each set of data: in the console for whoever made the page, by an event for its scripts. */
  #tellFaults(faults: readonly ContactFault[]): void {
    if (faults.length === 0) return;
    const lines = faults.map(({ field, why, value }) => `  ${field || 'data'}: ${why} (${value})`);
    console.warn(`<${this.localName}> could not use all of its data:\n${lines.join('\n')}`, this);
    this.dispatchEvent(new DataErrorEvent(faults));
  }

  /** A status that changed while the card was seen is said once; the first one is read in its place. */
  #tellChange(): void {
    const status = this.renderRoot.querySelector('.status')?.textContent ?? '';
    if (this.#said && status && status !== this.#said) {
      this.#announce(status);
    }
    this.#said = status;
  }

  readonly #look = (): void => {
    if (this.ownerDocument.visibilityState === 'visible') this.requestUpdate();
  };

  #announce(sentence: string): void {
    void import('@spplus/ui/announcer').then(({ announce }) =>
      announce(sentence, this.ownerDocument.body, this.locale),
    );
  }

  get #moment(): Moment {
    return { now: this.clock(), soon: this.soon, locale: this.locale };
  }

  /** One timer, to the next change of any place: nothing ticks. */
  #waitForChange(): void {
    clearTimeout(this.#timer);
    const moment = this.#moment;
    const changes = this.#places.flatMap((place) => {
      const hours = mainHours(place);
      return hours ? [nextChange(hours, moment)] : [];
    });
    if (changes.length === 0 || !this.isConnected) return;
    const wait = Math.min(Math.max(Math.min(...changes) - moment.now, 1000), longestWait);
    this.#timer = setTimeout(() => this.requestUpdate(), wait);
  }

  protected override render() {
    const { trouble, lost } = this.#found ?? {};
    if (!this.#found || (this.#needsFull && !this.#full)) return html`<slot></slot>`;
    if (trouble) return [html`<slot></slot>`, this.#renderTrouble(trouble)];
    const draw = (place: Place) => this.#renderPlace(place);
    const { order, near } = this;
    return [
      this.#full && this.#places.length > 1
        ? this.#full.placeList(this.#places, { order, near, now: this.clock() }, draw)
        : this.#places.map(draw),
      lost && this.layout !== 'status-only' ? this.#missing?.missingNote(lost, this.locale) : nothing,
    ];
  }

  #renderPlace(place: Place): TemplateResult {
    const moment = this.#moment;
    if (this.layout === 'status-only') return statusTemplate(mainHours(place), moment);
    if (this.layout === 'compact' || !this.#full) return compactCard(place, moment, this.headingLevel);
    return this.#full.fullCard(place, this.#options(moment));
  }

  #renderTrouble(trouble: 'network' | 'data') {
    return html`<p role="alert">
        ${
          trouble === 'network'
            ? msg('Les informations de contact ne sont pas arrivées. Vérifiez votre connexion.', { id: 'not-loaded' })
            : msg('Les informations de contact ne peuvent pas être lues pour le moment.', { id: 'not-read' })
        }
      </p>
      ${trouble === 'network' ? html`<button type="button" @click=${() => void this.reload()}>${msg('Réessayer', { id: 'retry' })}</button>` : nothing}`;
  }

  #options(moment: Moment): CardOptions {
    const { headingLevel, mapUrl, reportUrl, emergencyText } = this;
    return {
      ...moment,
      headingLevel,
      mapUrl,
      reportUrl: reportUrl && leadsAway(reportUrl) ? reportUrl : undefined,
      emergencyText,
      tell: (action) => this.dispatchEvent(new ContactActionEvent(action)),
      announce: (sentence) => this.#announce(sentence),
    };
  }

  get #needsFull(): boolean {
    return this.layout === 'full' || this.#places.length > 1;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'spplus-contact-card': SpplusContactCard;
  }
}
