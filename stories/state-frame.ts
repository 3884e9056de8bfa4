/**
 * A frame that draws one state of a part as the element would: same base class, styles and translations, but no request and no
 * way to leave the state. Gestures are let go unanswered.
 */
import { SpplusElement } from '@spplus/ui/base-element';
import type { LocaleLoaders } from '@spplus/ui/localize';
import { baseStyles } from '@spplus/ui/styles/base-styles';
import { adoptStyles, html, type CSSResult, type TemplateResult } from 'lit';
import { pseudoLocale } from './pseudo-locale.ts';

export interface FrozenPart {
  styles: readonly CSSResult[];
  /** Called while drawing, so that `msg()` answers in the frame's language. */
  draw: (locale: string) => TemplateResult;
}

const english = () => import('../packages/feedback-widget/src/locales/en.ts');

export class StateFrame extends SpplusElement {
  static override readonly properties = { frozen: { attribute: false } };
  static override readonly locales: LocaleLoaders = {
    ar: () => import('../packages/feedback-widget/src/locales/ar.ts'),
    en: english,
    'en-x-pseudo': async () => pseudoLocale(await english()),
  };

  declare frozen: FrozenPart | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.shadowRoot) adoptStyles(this.shadowRoot, [baseStyles, ...(this.frozen?.styles ?? [])]);
  }

  protected override render() {
    return html`<div part="panel">${this.frozen?.draw(this.locale)}</div>`;
  }
}
if (!customElements.get('state-frame')) customElements.define('state-frame', StateFrame);

export const frameOf = (frozen: FrozenPart): TemplateResult => html`<state-frame .frozen=${frozen}></state-frame>`;

/** Handlers for every gesture of a part, which do nothing. */
export const noGestures = (): never => new Proxy({}, { get: () => () => undefined }) as never;

/** Waits until the frame has drawn, so that axe looks at it and not at an empty box. */
export async function drawn({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  const frame = canvasElement.querySelector('state-frame');
  if (!(frame instanceof StateFrame)) throw new Error('The story shows no frame.');
  await frame.updateComplete;
  if (!frame.renderRoot.textContent.trim()) throw new Error('The state draws nothing.');
}
