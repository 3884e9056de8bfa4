import { prepareAnnouncer, announce } from '@spplus/ui/announcer';
import { SpplusElement } from '@spplus/ui/base-element';
import { reportFault } from '@spplus/ui/fault';
import { msg, type LocaleLoaders } from '@spplus/ui/localize';
import { setting } from '@spplus/ui/settings';
import { baseStyles } from '@spplus/ui/styles/base-styles';
import { adoptStyles, html, nothing, type CSSResultOrNative, type PropertyValues } from 'lit';
import { FeedbackCloseEvent, FeedbackOpenEvent } from './feedback-events.ts';
import { feedbackModes, type FeedbackHost, type FeedbackMode, type FeedbackPart, type FormStart, type HeldReceipt } from './feedback-part.ts';
import { widgetStyles } from './feedback-widget.styles.ts';

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

  #part: FeedbackPart | undefined;
  /** Which part is wanted, so that a failed download can be asked for again. */
  #wanted: (() => Promise<FeedbackPart>) | undefined;
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
      reportFault(this, 'mode', `mode="${String(this.mode)}" is unknown: use ${feedbackModes.join(', ')}.`);
      this.mode = 'inline';
    }
    const isInPlace = this.mode === 'inline' || this.mode === 'experience';
    if (this.#isReady() && !this.#wanted && (isInPlace || (changed.has('open') && this.open))) this.#start({});
    if (changed.has('open') && !this.open && changed.get('open') && this.mode === 'button') this.#leave();
  }

  protected override updated(): void {
    const dialog = this.#dialog;
    if (dialog && !dialog.open) {
      dialog.showModal();
      prepareAnnouncer(dialog);
    }
  }

  protected override render() {
    if (!this.#isReady()) return html`<slot></slot>`;
    if (this.mode === 'button') return html`${this.#renderButton()}${this.open ? this.#renderDialog() : nothing}`;
    if (this.mode === 'page' && !this.#wanted) return this.#renderPageQuestion();
    return this.#renderPart();
  }

  #renderButton() {
    return html`<button part="button" class="primary" type="button" aria-haspopup="dialog" @click=${() => this.#start({})}>
      ${msg('Donner mon avis', { id: 'open' })}
    </button>`;
  }

  #renderDialog() {
    return html`<dialog part="dialog" aria-label=${msg('Votre avis', { id: 'dialog' })} @close=${this.#leave}>
      <button class="close" type="button" @click=${this.#leave}>${msg('Fermer', { id: 'close' })}</button>
      ${this.#renderPart()}
    </dialog>`;
  }

  #renderPageQuestion() {
    const answer = (useful: boolean) => () => this.#start({ useful });
    return html`<div part="page-question" class="row" role="group" aria-labelledby="q">
      <p class="question" id="q">${msg('Cette page vous a-t-elle été utile ?', { id: 'page-question' })}</p>
      <button type="button" @click=${answer(true)}>${msg('Oui', { id: 'yes' })}</button>
      <button type="button" @click=${answer(false)}>${msg('Non', { id: 'no' })}</button>
    </div>`;
  }

  #renderPart() {
    if (this.#part) return html`<div part="panel">${this.#part.render()}</div>`;
    if (!this.#failed) return html`<p>${msg('Un instant…', { id: 'loading' })}</p>`;
    return html`<slot></slot>
      <p role="alert">${msg('Le formulaire n’est pas arrivé. Vérifiez votre connexion.', { id: 'load-failed' })}</p>
      <button type="button" @click=${() => this.#load()}>${msg('Réessayer', { id: 'retry' })}</button>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  #isReady(): boolean {
    const missing = ['service', 'api'].find((name) => !setting(this, name));
    if (missing) {
      reportFault(this, `missing-${missing}`, `has no ${missing}: set ${missing}="…" on it, or data-${missing}="…" on the script.`);
    }
    return !missing;
  }

  #start(start: FormStart): void {
    this.#show(async () => (await import('./form/feedback-form-part.ts')).createFormPart(this.#host(), start));
  }

  #follow(receipt?: HeldReceipt): void {
    this.#show(async () => (await import('./follow/feedback-follow-part.ts')).createFollowPart(this.#host(), receipt));
  }

  #show(create: () => Promise<FeedbackPart>): void {
    const isReplacing = this.#part !== undefined;
    // A dialog that was closed with something typed opens again as it was.
    if (this.mode === 'button' && isReplacing && !this.open) {
      this.open = true;
      return;
    }
    this.#part?.dispose();
    this.#part = undefined;
    this.#wanted = create;
    if (this.mode === 'button') this.open = true;
    if (document.body) prepareAnnouncer();
    void this.#load(isReplacing || this.mode === 'button' || this.mode === 'page');
  }

  /** `takesFocus`: did a gesture lead here? A form that is simply part of the page leaves focus alone. */
  async #load(takesFocus = true): Promise<void> {
    const create = this.#wanted;
    this.#failed = false;
    this.requestUpdate();
    try {
      const part = await create?.();
      if (create !== this.#wanted) part?.dispose();
      else if (part) await this.#install(part, takesFocus);
    } catch (error) {
      this.#failed = true;
      console.error(error);
      this.requestUpdate();
    }
  }

  async #install(part: FeedbackPart, takesFocus: boolean): Promise<void> {
    this.#part = part;
    const own = (this.constructor as typeof SpplusFeedbackWidget).elementStyles as CSSResultOrNative[];
    if (this.shadowRoot) adoptStyles(this.shadowRoot, [...own, part.styles]);
    this.requestUpdate();
    await this.updateComplete;
    if (takesFocus) part.focus();
    this.dispatchEvent(new FeedbackOpenEvent());
  }

  readonly #leave = (): void => {
    this.#dialog?.close();
    if (this.#part && !this.#part.dirty) this.#forget();
    if (this.mode === 'button') {
      if (this.open) {
        this.open = false;
        this.dispatchEvent(new FeedbackCloseEvent());
      }
    } else if (this.mode !== 'page') this.#start({});
    this.requestUpdate();
  };

  #forget(): void {
    this.#part?.dispose();
    this.#part = undefined;
    this.#wanted = undefined;
  }

  /** A receipt's link carries its secret in the fragment: it is taken away before anything else sees it. */
  readonly #takeReceiptFromAddress = (): void => {
    const [service, reference = '', secret = ''] = location.hash.replace('#spplus-receipt=', '').split('.');
    if (!location.hash.startsWith('#spplus-receipt=') || service !== setting(this, 'service')) return;
    history.replaceState(history.state, '', location.pathname + location.search);
    this.#follow({ reference, secret });
  };

  #host(): FeedbackHost {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- the getters below read the element's present state
    const element = this;
    return {
      element,
      root: element.renderRoot,
      api: setting(element, 'api') ?? '',
      service: setting(element, 'service') ?? '',
      mode: element.mode,
      headingLevel: element.headingLevel,
      setting: (name) => setting(element, name),
      refresh() {
        element.requestUpdate();
        return element.updateComplete;
      },
      announce: (sentence) => announce(sentence, { within: element.#dialog ?? undefined, lang: element.locale }),
      localized: (work) => element.localized(work),
      showForm: (correction) => element.#start(correction ? { correction } : {}),
      showFollowUp: (receipt) => element.#follow(receipt),
      close: () => element.#leave(),
      emit: (event) => void element.dispatchEvent(event),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'spplus-feedback-widget': SpplusFeedbackWidget;
  }
}
