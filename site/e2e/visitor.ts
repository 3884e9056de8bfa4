/**
 * What a visitor does with the module, in the words that they read. Words live here only: a test says what happens.
 */
import type { Locator, Page } from '@playwright/test';

export interface HeldReceipt {
  reference: string;
  secret: string;
  /** Address whose fragment opens the opinion again. */
  link: string;
}

export class Visitor {
  readonly page: Page;
  readonly module: Locator;

  constructor(page: Page, module: Locator = page.locator('spplus-feedback-widget').first()) {
    this.page = page;
    this.module = module;
  }

  button(name: string | RegExp): Locator {
    return this.module.getByRole('button', { name });
  }

  /** Chooses an answer of a question, by its visible words. */
  async answer(question: RegExp, choice: string): Promise<void> {
    await this.module.getByRole('group', { name: question }).getByText(choice, { exact: true }).click();
  }

  field(name: string | RegExp): Locator {
    return this.module.getByRole('textbox', { name });
  }

  get receipt(): Locator {
    return this.module.getByText(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  }
}
