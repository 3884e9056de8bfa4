import { SpplusElement } from '@spplus/ui/base-element';
import { reportFault } from '@spplus/ui/fault';
import { msg, type LocaleLoaders } from '@spplus/ui/localize';
import { setting } from '@spplus/ui/settings';
import { baseStyles } from '@spplus/ui/styles/base-styles';
import { html, type PropertyValues } from 'lit';
import { feedbackModes, type FeedbackMode } from './feedback-part.ts';
import { widgetStyles } from './feedback-widget.styles.ts';
import type { OpenedWidget } from './opened-widget.ts';

/**
 * Lets people say what they lived with a public service, in one gesture or a whole story, keep a receipt and get an answer.
 *
 * @slot - What people see without JavaScript, or when the element cannot work: a link to contact the service.
 * @attr {string} service - Identifier of the service; else the loader script's `data-service`.
 * @attr {string} api - Root of the API; else the loader script's `data-api`.
 * @attr {'inline' | 'button' | 'page' | 'experience'} mode - `inline` in the page (default), `button` opens a dialog, `page` asks
 *   whether the page was useful, `experience` takes the whole story.
 * @attr {string} questions - Questions asked after the overall one, by code and separated by spaces: `delay access effort
 *   relation online`. None by default; all official ones in `experience`.
 * @attr {'three' | 'four' | 'ten'} scale - Scale of the satisfaction questions, `three` by default.
 * @attr {string} procedure - The procedure this page is about; it is sent with the opinion instead of being asked.
 * @attr {string} tags - Tags sent with each opinion of this page, separated by commas.
 * @attr {number} heading-level - Level of the element's own heading, 2 (default) to 6.
 * @attr {boolean} open - Is the dialog open? Set it to open or close it.
 * @event {FeedbackOpenEvent} spplus-feedback-open - The form or the follow-up was opened.
 * @event {FeedbackCloseEvent} spplus-feedback-close - The dialog was closed.
 * @event {FeedbackSentEvent} spplus-feedback-sent - The server acknowledged an opinion; `completed` tells the whole from the first gesture.
 * @event {FeedbackWithdrawnEvent} spplus-feedback-withdrawn - The person took the opinion back.
 * @event {FeedbackErrorEvent} spplus-feedback-error - A call failed and the person was told what to do; `kind` says how.
 * @csspart button - The button that opens the dialog.
 * @csspart dialog - The dialog.
 * @csspart page-question - The line that asks whether the page was useful.
 * @csspart panel - What the form or the follow-up is drawn in.
 * @cssproperty --spplus-accent - Colour of buttons, links and focus. Default: the DSFR's blue, or a sober one.
 * @cssproperty --spplus-on-accent - Text on the accent.
 * @cssproperty --spplus-text - Text. Default: the page's.
 * @cssproperty --spplus-line - Borders of fields.
 * @cssproperty --spplus-surface - Background of fields and of the dialog.
 * @cssproperty --spplus-soft - Background of notes.
 * @cssproperty --spplus-error - Errors.
 * @cssproperty --spplus-success - Confirmations.
 * @cssproperty --spplus-radius - Rounding of corners, 0.3em by default.
 */
export class SpplusFeedbackWidget extends SpplusElement {
  static override readonly styles = [baseStyles, widgetStyles];
  static override readonly locales: LocaleLoaders = {
    ar: () => import('./locales/ar.ts'),
    en: () => import('./locales/en.ts'),
  };
  static override readonly properties = {
    service: {},
    api: {},
    mode: { reflect: true },
    questions: {},
    scale: {},
    procedure: {},
    tags: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    open: { type: Boolean, reflect: true },
  };

  declare service: string | undefined;
  declare api: string | undefined;
  declare mode: FeedbackMode;
  declare questions: string | undefined;
  declare scale: string | undefined;
  declare procedure: string | undefined;
  declare tags: string | undefined;
  declare headingLevel: number;
  declare open: boolean;

  #opened: OpenedWidget | undefined;
  /** What to do once the code is there; kept, so that a failed download can be asked for again. */
  #wanted: ((opened: OpenedWidget) => void) | undefined;
  #failed = false;

  constructor() {
    super();
    this.mode = 'inline';
    this.headingLevel = 2;
    this.open = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#takeReceiptFromAddress();
    addEventListener('hashchange', this.#takeReceiptFromAddress);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#takeReceiptFromAddress);
    // An element that only moves is connected again within the same task, and keeps what was typed.
    queueMicrotask(() => {
      if (!this.isConnected) this.#forget();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!feedbackModes.includes(this.mode)) {
      reportFault(this, 'mode', `mode="${this.mode}" is unknown: use ${feedbackModes.join(', ')}.`);
      this.mode = 'inline';
    }
    // Another service or another way of asking is another form. What was typed stays in the draft of the former one.
    if (this.hasUpdated && (changed.has('service') || changed.has('api') || changed.has('mode'))) this.#forget();
    if (!this.isConnected || !this.#isReady()) return;
    if (this.#isInPlace && !this.#wanted) this.#do((opened) => opened.showForm({}, false));
    if (this.mode !== 'button') return;
    if (this.open && (!this.#wanted || changed.has('open'))) this.#do((opened) => opened.reopen());
    else if (changed.has('open')) this.#opened?.leave();
  }

  protected override updated(): void {
    this.#opened?.drawn();
  }

  protected override render() {
    if (!this.#isReady()) return html`<slot></slot>`;
    const opened = this.#opened?.render();
    if (this.mode === 'button') return [this.#renderButton(), this.#failed ? this.#renderFailure() : opened];
    if (this.#failed) return this.#renderFailure();
    return opened ?? (this.#isInPlace ? html`<slot></slot>` : this.#renderPageQuestion());
  }

  #renderButton() {
    return html`<button part="button" class="primary" type="button" aria-haspopup="dialog" @click=${() => (this.open = true)}>
      ${msg('Donner mon avis', { id: 'open' })}
    </button>`;
  }

  #renderPageQuestion() {
    const answer = (useful: boolean) => () => this.#do((opened) => opened.showForm({ useful }));
    return html`<div part="page-question" class="row" role="group" aria-labelledby="q">
      <p class="question" id="q">${msg('Cette page vous a-t-elle été utile\u202F?', { id: 'page-question' })}</p>
      <button type="button" @click=${answer(true)}>${msg('Oui', { id: 'yes' })}</button>
      <button type="button" @click=${answer(false)}>${msg('Non', { id: 'no' })}</button>
    </div>`;
  }

  #renderFailure() {
    return html`<slot></slot>
      <p role="alert">${msg('Le formulaire n’est pas arrivé. Vérifiez votre connexion.', { id: 'load-failed' })}</p>
      <button type="button" @click=${() => this.#do(this.#wanted)}>${msg('Réessayer', { id: 'retry' })}</button>`;
  }

  get #isInPlace(): boolean {
    return this.mode === 'inline' || this.mode === 'experience';
  }

  #isReady(): boolean {
    const missing = ['service', 'api'].find((name) => !setting(this, name));
    if (missing) {
      reportFault(
        this,
        `missing-${missing}`,
        `has no ${missing}: set ${missing}="…" on it, or data-${missing}="…" on the script.`,
      );
    }
    return !missing;
  }

  /** Back to the closed element, which asks again for what its attributes want. */
  #forget(): void {
    this.#opened?.forget();
    this.#wanted = undefined;
  }

  /** Does something with the form's code, which the first gesture downloads. */
  #do(wanted: ((opened: OpenedWidget) => void) | undefined): void {
    this.#wanted = wanted;
    this.#failed = false;
    import('./opened-widget.ts')
      .then(({ OpenedWidget }) => {
        this.#opened ??= new OpenedWidget(this);
        if (this.isConnected) wanted?.(this.#opened);
      })
      .catch((error: unknown) => {
        this.#failed = true;
        console.error(error);
      })
      .finally(() => this.requestUpdate());
  }

  /** A receipt's link carries its secret in the fragment: it is taken away before anything else sees it. */
  readonly #takeReceiptFromAddress = (): void => {
    const [, code] = location.hash.split('#spplus-receipt=');
    const [service, reference = '', secret = ''] = code?.split('.') ?? [];
    if (!service || service !== setting(this, 'service')) return;
    history.replaceState(history.state, '', location.pathname + location.search);
    this.#do((opened) => opened.showFollowUp({ reference, secret }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'spplus-feedback-widget': SpplusFeedbackWidget;
  }
}
