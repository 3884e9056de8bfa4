/** Giving an opinion, from one gesture to the whole story, and what follows. */
import { violations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { receiptLink, Visitor } from './visitor.ts';

const happened = 'J’ai attendu dix minutes, puis tout est allé vite.';

test('one gesture then leaving: the opinion is there', async ({ page, demo }) => {
  const before = await demo.reader.count();
  await page.goto('/carte-identite/');
  const visitor = new Visitor(page, page.locator('spplus-feedback-widget[mode="page"]'));
  await visitor.rate('Non');
  await page.goto('about:blank');
  await expect.poll(() => demo.reader.count()).toBe(before + 1);
});

test('nothing is asked of the API before a gesture', async ({ page, demo }) => {
  for (const path of ['/carte-identite/', '/avis/', '/suivre/', '/langues/']) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
  }
  expect(demo.line.seen).toEqual([]);
});

test('the whole experience: personal data masked, one answer changed, sent, answered, useful, published', async ({
  page,
  demo,
}) => {
  const title = 'Une heure bien employée';
  await page.goto('/avis/');
  const visitor = new Visitor(page);
  await visitor.rate('Ni satisfait ni mécontent');
  await expect(visitor.module).toContainText('Votre avis est enregistré');
  await visitor.button('Continuer').click();
  await visitor.field(/^Titre de votre récit/).fill(title);
  await visitor.field(/^Que s’est-il passé/).fill(`${happened} Rappelez-moi au 06 12 34 56 78.`);
  await expect(visitor.module).toContainText('Ce texte contient des données personnelles');
  expect(await violations(page)).toEqual([]);
  await visitor.button(/^Masquer/).click();
  await expect(visitor.field(/^Que s’est-il passé/)).not.toHaveValue(/06 12/);
  await visitor.button('Continuer').click();
  await visitor.field(/^Je suis d’accord pour que mon récit soit publié/).check();
  await visitor.field(/^Votre adresse e-mail/).fill('camille@example.org');
  await visitor.button('Vérifier mon avis').click();
  expect(await violations(page)).toEqual([]);
  await visitor.button(/^Modifier : Satisfaction générale/).click();
  await visitor.rate('Satisfait');
  for (const name of ['Continuer', 'Continuer', 'Vérifier mon avis']) await visitor.button(name).click();
  const receipt = await visitor.send();
  expect(await violations(page)).toEqual([]);

  const [held, ...others] = await demo.reader.titled(title);
  expect(others, 'one opinion, not one for each step').toEqual([]);
  expect(held?.reference).toBe(receipt.reference);
  expect(held?.opinion?.ratings.find(({ question }) => question === 'overall')?.value).toBe(3);
  expect(held?.opinion?.story?.happened).not.toContain('06 12');

  await page.goto('/agents/');
  const card = page.getByRole('article', { name: `Avis ${receipt.reference}` });
  // The queue shows twenty opinions at a time, the oldest first.
  const more = page.getByRole('button', { name: 'Afficher la suite' });
  await expect(card.or(more).first()).toBeVisible();
  if (!(await card.isVisible())) await more.click();
  await card.getByRole('button', { name: 'Accepter et publier' }).click();
  await card.getByText('Répondre…').click();
  await card.getByLabel('Réponse', { exact: true }).fill('Merci, nous gardons cette organisation.');
  await card.getByRole('button', { name: 'Envoyer la réponse' }).click();
  await expect(card).toContainText('Merci, nous gardons cette organisation.');

  await page.goto(receiptLink('/suivre/', receipt));
  await expect(visitor.module).toContainText('Merci, nous gardons cette organisation.');
  expect(page.url()).toBe(`${demo.site}/suivre/`);
  await visitor.module
    .getByRole('group', { name: /Cette réponse vous a-t-elle été utile/ })
    .getByText('Oui', { exact: true })
    .click();
  await expect(page.locator('#spplus-announcer')).toContainText('votre réponse est enregistrée');

  await page.goto('/avis-et-reponses/');
  const shown = page.getByRole('article', { name: title });
  await expect(shown).toContainText('Merci, nous gardons cette organisation.');
  await expect(shown).toContainText('Réponse jugée utile');
  await expect(page.getByText('camille@example.org')).toHaveCount(0);
});

test('with the receipt, the person corrects the opinion: one opinion, with the new words', async ({ page, demo }) => {
  const title = 'À corriger';
  await page.goto('/avis/');
  const visitor = new Visitor(page);
  await visitor.tell({ title, happened });
  const receipt = await visitor.send();
  await page.goto(receiptLink('/avis/', receipt));
  await visitor.button('Corriger mon avis').click();
  await visitor.button('Continuer').click();
  await visitor.field(/^Titre de votre récit/).fill('Corrigé');
  await visitor.button('Continuer').click();
  await visitor.button('Vérifier mon avis').click();
  await visitor.button('Envoyer mon avis').click();
  await expect.poll(async () => (await demo.reader.titled('Corrigé')).length).toBe(1);
  const [held] = await demo.reader.titled('Corrigé');
  expect(held?.reference).toBe(receipt.reference);
  expect(await demo.reader.titled(title)).toEqual([]);
});

test('a double click on a rating and on « Envoyer » makes one opinion', async ({ page, demo }) => {
  const before = await demo.reader.count();
  await page.goto('/avis/');
  const visitor = new Visitor(page);
  await visitor.button('Satisfait').dblclick();
  await visitor.button('Continuer').click();
  await visitor.field(/^Titre de votre récit/).fill('Double clic');
  await visitor.field(/^Que s’est-il passé/).fill(happened);
  await visitor.button('Continuer').click();
  await visitor.button('Vérifier mon avis').click();
  await visitor.button('Envoyer mon avis').dblclick();
  await visitor.receipt();
  expect(await demo.reader.count()).toBe(before + 1);
});

test('reloading in the middle keeps what was typed, and still makes one opinion', async ({ page, demo }) => {
  const before = await demo.reader.count();
  await page.goto('/avis/');
  const visitor = new Visitor(page);
  await visitor.rate('Satisfait');
  await visitor.button('Continuer').click();
  await visitor.field(/^Titre de votre récit/).fill('Rechargé');
  await visitor.field(/^Que s’est-il passé/).fill(happened);
  await page.reload();
  await expect(visitor.module).toContainText('Nous avons gardé ce que vous aviez écrit');
  await visitor.button('Continuer').click();
  await expect(visitor.field(/^Titre de votre récit/)).toHaveValue('Rechargé');
  await visitor.button('Continuer').click();
  await visitor.button('Vérifier mon avis').click();
  await visitor.send();
  expect(await demo.reader.count()).toBe(before + 1);
  expect(await page.evaluate(() => Object.keys(sessionStorage)), 'the draft is erased').toEqual([]);
});

test('an empty title is told in a summary, beside the field, and focus leads there', async ({ page }) => {
  await page.goto('/avis/');
  const visitor = new Visitor(page);
  await visitor.rate('Satisfait');
  await visitor.button('Continuer').click();
  await visitor.field(/^Que s’est-il passé/).fill(happened);
  await visitor.button('Continuer').click();
  expect(await violations(page)).toEqual([]);
  await visitor.module.getByRole('link', { name: 'Donnez un titre à votre récit.' }).click();
  const title = visitor.field(/^Titre de votre récit/);
  await expect(title).toBeFocused();
  await expect(title).toHaveAttribute('aria-invalid', 'true');
});

test('the keyboard alone goes from the rating to the receipt', async ({ page }) => {
  await page.goto('/avis/');
  const visitor = new Visitor(page);
  const reach = async (name: string) => {
    for (let press = 0; press < 60; press += 1) {
      if (
        await visitor.button(name).evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button)
      )
        return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not reach « ${name} ».`);
  };
  await reach('Satisfait');
  await page.keyboard.press('Enter');
  await expect(visitor.module).toContainText('Votre avis est enregistré');
  await reach('Continuer');
  await page.keyboard.press('Enter');
  await expect(visitor.field(/^Titre de votre récit/)).toBeVisible();
  await reach('Continuer');
  await page.keyboard.press('Enter');
  await expect(visitor.field(/^Votre adresse e-mail/)).toBeVisible();
  await reach('Terminer');
  await page.keyboard.press('Enter');
  await visitor.receipt();
  const focused = await visitor.module.evaluate((module) => module.shadowRoot?.activeElement?.textContent);
  expect(focused).toContain('Merci');
});

test('the dialog takes focus, and gives it back when it is closed', async ({ page }) => {
  await page.goto('/carte-identite/');
  const visitor = new Visitor(page, page.locator('spplus-feedback-widget[mode="button"]'));
  await visitor.approach();
  await visitor.button('Donner mon avis').click();
  const dialog = visitor.module.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expect(visitor.button('Satisfait')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(visitor.button('Donner mon avis')).toBeFocused();
});
