/** The widget once it is opened: the dialog or the place it stands in, the part shown there, and what that part may ask of it. */
import { announce, prepareAnnouncer } from '@spplus/ui/announcer';
import { msg } from '@spplus/ui/localize';
import { setting } from '@spplus/ui/settings';
import { dialogStyles } from '@spplus/ui/styles/dialog-styles';
import { formStyles } from '@spplus/ui/styles/form-styles';
import { surfaceStyles } from '@spplus/ui/styles/surface-styles';
import { adoptStyles, html, type CSSResultOrNative, type TemplateResult } from 'lit';
import { FeedbackCloseEvent, FeedbackOpenEvent } from './feedback-events.ts';
import type { FeedbackHost, FeedbackPart, FormStart, HeldReceipt } from './feedback-part.ts';
import type { SpplusFeedbackWidget } from './feedback-widget.ts';
import { createFormPart } from './form/feedback-form-part.ts';

export class OpenedWidget {
  readonly #element: SpplusFeedbackWidget;
  #part: FeedbackPart | undefined;

  constructor(element: SpplusFeedbackWidget) {
    this.#element = element;
    const { ownerDocument, shadowRoot } = element;
    prepareAnnouncer(ownerDocument.body);
    const { elementStyles } = element.constructor as typeof SpplusFeedbackWidget & {
      elementStyles: CSSResultOrNative[];
    };
    if (shadowRoot) adoptStyles(shadowRoot, [...elementStyles, surfaceStyles, dialogStyles, formStyles]);
  }

  /** `takesFocus`: did a gesture lead here? A form that is simply part of the page leaves focus alone. */
  showForm(start: FormStart, takesFocus = true): void {
    this.#install(createFormPart(this.#host(), start), takesFocus);
  }

  async showFollowUp(receipt?: HeldReceipt): Promise<void> {
    const { createFollowPart } = await import('./follow/feedback-follow-part.ts');
    this.#install(createFollowPart(this.#host(), receipt), true);
  }

  /** Opens the dialog, with what was being written if there is something. */
  reopen(): void {
    if (!this.#part) this.showForm({});
    else this.#element.requestUpdate();
  }

  render(): TemplateResult | undefined {
    const { mode, open } = this.#element;
    if (!this.#part || (mode === 'button' && !open)) return undefined;
    const panel = html`<div part="panel">${this.#part.render()}</div>`;
    if (mode !== 'button') return panel;
    return html`<dialog part="dialog" aria-label=${msg('Votre avis', { id: 'dialog' })} @close=${() => this.leave()}>
      <button class="close no-print" type="button" @click=${() => this.leave()}>${msg('Fermer', { id: 'close' })}</button>
      ${panel}
    </dialog>`;
  }

  /** After each drawing: a dialog that has just appeared is shown, and gets a live region of its own. */
  drawn(): void {
    const dialog = this.#dialog;
    if (!dialog || dialog.open) return;
    dialog.showModal();
    prepareAnnouncer(dialog);
  }

  /** Closes the dialog, or goes back to the beginning. What was typed and not sent stays. */
  leave(): void {
    const element = this.#element;
    if (this.#part && !this.#part.dirty) this.forget();
    if (element.mode === 'button') {
      this.#dialog?.close();
      if (element.open) {
        element.open = false;
        element.dispatchEvent(new FeedbackCloseEvent());
      }
    } else if (element.mode !== 'page') this.showForm({});
    element.requestUpdate();
  }

  forget(): void {
    this.#part?.dispose();
    this.#part = undefined;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#element.renderRoot.querySelector('dialog');
  }

  #install(part: FeedbackPart, takesFocus: boolean): void {
    const element = this.#element;
    this.#part?.dispose();
    this.#part = part;
    if (element.mode === 'button') element.open = true;
    element.requestUpdate();
    void element.updateComplete.then(() => {
      if (takesFocus && this.#part === part) part.focus();
    });
    element.dispatchEvent(new FeedbackOpenEvent());
  }

  /** What the next part is given: the settings of this moment. */
  #host(): FeedbackHost {
    const element = this.#element;
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
      announce: (sentence) =>
        announce(sentence, this.#dialog?.open ? this.#dialog : element.ownerDocument.body, element.locale),
      localized: (work) => element.localized(work),
      showForm: (correction) => this.showForm(correction ? { correction } : {}),
      showFollowUp: (receipt) => void this.showFollowUp(receipt),
      close: () => this.leave(),
      emit: (event) => void element.dispatchEvent(event),
    };
  }
}
