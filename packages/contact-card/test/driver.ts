/** Drives the card as a person does: by what it says and by the names its buttons and links carry. For tests, ours and yours. */
import type { SpplusContactCard } from '../src/contact-card.ts';

const tidy = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

export class ContactCardDriver {
  readonly element: SpplusContactCard;
  /** Longest wait for something to be shown, in milliseconds. */
  readonly patience: number;

  constructor(element: SpplusContactCard, { patience = 8_000 } = {}) {
    this.element = element;
    this.patience = patience;
  }

  /** All that is written in the card; no-break spaces read as spaces. */
  get words(): string {
    return tidy(this.element.shadowRoot?.textContent);
  }

  /** The lines that say open or closed, one per place. */
  get statuses(): string[] {
    return this.#all('[part=status]').map((line) => tidy(line.textContent));
  }

  get headings(): string[] {
    return this.#all('h2, h3, h4, h5, h6').map((heading) => tidy(heading.textContent));
  }

  /** Addresses of the links, by what they say. */
  get links(): ReadonlyMap<string, string> {
    return new Map(this.#all('a').map((link) => [tidy(link.textContent), link.getAttribute('href') ?? '']));
  }

  /** Rows of the hours of this week, as `lundi: de 9 h à 12 h`. */
  get week(): string[] {
    return this.#all('tr').map((row) => [...row.children].map((cell) => tidy(cell.textContent)).join(': '));
  }

  /** Waits until the card shows something of its own. */
  async drawn(): Promise<this> {
    await this.until(() => this.words !== '', 'the card draws itself');
    await this.element.updateComplete;
    return this;
  }

  /** Presses the first button or link that says this. */
  async press(name: string): Promise<void> {
    const control = () => this.#all('button, a').find((one) => tidy(one.textContent) === name);
    await this.until(() => control() !== undefined, `“${name}” is there`);
    control()?.click();
    await this.element.updateComplete;
  }

  async until(isTrue: () => boolean, what: string): Promise<void> {
    for (const end = Date.now() + this.patience; !isTrue(); await new Promise((resolve) => setTimeout(resolve, 20))) {
      if (Date.now() > end) throw new Error(`Not after ${this.patience} ms: ${what}. The card says: ${this.words}`);
    }
  }

  #all(selector: string): HTMLElement[] {
    return [...(this.element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
  }
}
