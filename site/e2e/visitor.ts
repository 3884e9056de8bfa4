/** What a visitor does with the module, in the words that they read. Words live here: a test says what happens. */
import { expect, type Locator, type Page } from '@playwright/test';

export interface HeldReceipt {
  reference: string;
  secret: string;
}

export interface Story {
  title: string;
  happened: string;
}

export class Visitor {
  readonly page: Page;
  readonly module: Locator;

  constructor(page: Page, module: Locator = page.locator('spplus-feedback-widget').first()) {
    this.page = page;
    this.module = module;
  }

  button(name: string | RegExp): Locator {
    return this.module.getByRole('button', { name, exact: typeof name === 'string' });
  }

  field(label: RegExp): Locator {
    return this.module.getByLabel(label);
  }

  /** The one gesture that is an opinion. */
  async rate(choice: string): Promise<void> {
    await this.approach();
    await this.button(choice).click();
  }

  /** Scrolls to the module: its code is fetched when it is about to be seen. */
  async approach(): Promise<void> {
    await this.module.scrollIntoViewIfNeeded();
  }

  /** From the rating to the page that shows everything before it is sent. */
  async tell({ title, happened }: Story, choice = 'Satisfait'): Promise<void> {
    await this.rate(choice);
    await this.button('Continuer').click();
    await this.field(/^Titre de votre récit/).fill(title);
    await this.field(/^Que s’est-il passé/).fill(happened);
    await this.button('Continuer').click();
    await this.field(/^Je suis d’accord pour que mon récit soit publié/).check();
    await this.button('Vérifier mon avis').click();
    await expect(this.module.getByRole('heading', { name: 'Vérifiez votre avis' })).toBeVisible();
  }

  async send(): Promise<HeldReceipt> {
    await this.button('Envoyer mon avis').click();
    return this.receipt();
  }

  async receipt(): Promise<HeldReceipt> {
    await expect(this.module.getByRole('heading', { name: 'Merci, votre avis est reçu' })).toBeVisible({
      timeout: 20_000,
    });
    const [reference = '', secret = ''] = await this.module.locator('bdi.code').allTextContents();
    return { reference, secret };
  }
}

export const receiptLink = (path: string, { reference, secret }: HeldReceipt): string =>
  `${path}#spplus-receipt=mairie-exemple.${reference}.${secret}`;
