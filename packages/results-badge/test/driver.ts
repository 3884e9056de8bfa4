/** Drives the badge as a person does: by what it says and by the names its buttons carry. For tests, ours and yours. */
import type { SpplusResultsBadge } from '../src/results-badge.ts';

const tidy = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

export class ResultsBadgeDriver {
  readonly element: SpplusResultsBadge;
  /** Longest wait for something to be shown, in milliseconds. */
  readonly patience: number;

  constructor(element: SpplusResultsBadge, { patience = 8_000 } = {}) {
    this.element = element;
    this.patience = patience;
  }

  /** All that is written in the badge and its panel; no-break spaces read as spaces. */
  get words(): string {
    return tidy(this.element.shadowRoot?.textContent);
  }

  /** Lines of the badge itself. */
  get badge(): string[] {
    return this.#all('[part=badge] > p').map((line) => tidy(line.textContent));
  }

  /** Rows of the table, as the text of their cells. */
  get rows(): string[][] {
    return this.#all('tbody tr').map((row) => [...row.children].map((cell) => tidy(cell.textContent)));
  }

  /** What the charts say aloud. */
  get charts(): string[] {
    return this.#all('svg[role=img]').map((drawing) => tidy(drawing.getAttribute('aria-label')));
  }

  get isOpen(): boolean {
    return this.#all('[part=panel]').length > 0;
  }

  async drawn(): Promise<this> {
    await this.until(() => this.words !== '', 'the badge draws itself');
    await this.element.updateComplete;
    return this;
  }

  /** Opens all the results. */
  async open(): Promise<this> {
    await this.press('Voir tous les résultats');
    await this.until(() => this.isOpen, 'the panel is there');
    return this;
  }

  /** Presses the button that says this. */
  async press(name: string): Promise<void> {
    const control = () => this.#all('button').find((one) => tidy(one.textContent) === name);
    await this.until(() => control() !== undefined, `“${name}” is there`);
    control()?.click();
    await this.element.updateComplete;
  }

  async until(isTrue: () => boolean, what: string): Promise<void> {
    for (const end = Date.now() + this.patience; !isTrue(); await new Promise((resolve) => setTimeout(resolve, 20))) {
      if (Date.now() > end) throw new Error(`Not after ${this.patience} ms: ${what}. The badge says: ${this.words}`);
    }
  }

  #all(selector: string): HTMLElement[] {
    return [...(this.element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
  }
}
