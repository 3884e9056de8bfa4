/** Drives the widget as a person does: by the names that buttons, fields and headings carry. For tests, ours and yours. */
import type { SpplusFeedbackWidget } from '../src/feedback-widget.ts';

type Name = string | RegExp;

const tidy = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
const fits = (found: string, name: Name): boolean => (typeof name === 'string' ? found === name : name.test(found));
const isDrawn = (node: Element): boolean => node.getClientRects().length > 0;

export class FeedbackDriver {
  readonly element: SpplusFeedbackWidget;
  /** Longest wait for something to be shown, in milliseconds. */
  readonly patience: number;

  constructor(element: SpplusFeedbackWidget, { patience = 8_000 } = {}) {
    this.element = element;
    this.patience = patience;
  }

  /** All that is written in the widget. */
  get words(): string {
    return tidy(this.#root.textContent);
  }

  /** What has focus inside the widget. */
  get focused(): Element | null {
    return this.element.shadowRoot?.activeElement ?? null;
  }

  get focusedWords(): string {
    return this.focused ? this.#nameOf(this.focused) : '';
  }

  button(name: Name): Promise<HTMLButtonElement> {
    return this.#find('button', 'button', name);
  }

  /** A field, a radio button or a checkbox by its label. */
  field(label: Name): Promise<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement> {
    return this.#find('input, textarea, select', 'field', label);
  }

  /** The choice called `label` of the question called `legend`. */
  async choice(legend: Name, label: Name): Promise<HTMLInputElement> {
    const group = await this.#find('fieldset', 'group', legend);
    return this.#find('input', 'choice', label, group);
  }

  heading(name: Name): Promise<HTMLHeadingElement> {
    return this.#find('h2, h3, h4, h5, h6', 'heading', name);
  }

  link(name: Name): Promise<HTMLAnchorElement> {
    return this.#find('a', 'link', name);
  }

  has(selector: 'button' | 'heading' | 'field', name: Name): boolean {
    const all = { button: 'button', heading: 'h2, h3, h4, h5, h6', field: 'input, textarea, select' }[selector];
    return this.#named(all, name, this.#root) !== undefined;
  }

  /** Waits until this is written somewhere in the widget. */
  async reads(words: Name): Promise<void> {
    await this.#until(
      () => (typeof words === 'string' ? this.words.includes(words) : words.test(this.words)),
      `“${words}”`,
    );
  }

  async press(name: Name): Promise<void> {
    (await this.button(name)).click();
    await this.element.updateComplete;
  }

  /** Replaces what a field holds, as typing does. */
  async type(label: Name, text: string): Promise<void> {
    const field = await this.field(label);
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await this.element.updateComplete;
  }

  /** Reference and secret of the receipt on show. */
  async receipt(): Promise<{ reference: string; secret: string }> {
    await this.#until(() => this.#root.querySelectorAll('.code').length >= 2, 'a receipt');
    const [reference = '', secret = ''] = [...this.#root.querySelectorAll('.code')].map(({ textContent }) =>
      tidy(textContent),
    );
    return { reference, secret };
  }

  get #root(): ShadowRoot {
    const { shadowRoot } = this.element;
    if (!shadowRoot) throw new Error('The element has not drawn itself yet.');
    return shadowRoot;
  }

  #nameOf(node: Element): string {
    const label = node.getAttribute('aria-label');
    if (label) return tidy(label);
    if (node instanceof HTMLFieldSetElement) return tidy(node.querySelector('legend')?.textContent);
    const { labels } = node as HTMLInputElement;
    return labels?.length ? [...labels].map(({ textContent }) => tidy(textContent)).join(' ') : tidy(node.textContent);
  }

  #named<T extends Element>(selector: string, name: Name, within: ParentNode): T | undefined {
    return [...within.querySelectorAll<T>(selector)].find((node) => isDrawn(node) && fits(this.#nameOf(node), name));
  }

  async #find<T extends Element>(
    selector: string,
    what: string,
    name: Name,
    within: ParentNode = this.#root,
  ): Promise<T> {
    await this.#until(() => this.#named(selector, name, within) !== undefined, `a ${what} “${name}”`);
    return this.#named<T>(selector, name, within) as T;
  }

  async #until(holds: () => boolean, what: string): Promise<void> {
    const end = Date.now() + this.patience;
    while (!this.element.shadowRoot || !holds()) {
      if (Date.now() > end) throw new Error(`The widget does not show ${what}. It reads: ${this.words}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
