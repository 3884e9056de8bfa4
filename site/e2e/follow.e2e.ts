/** Coming back with a receipt, on opinions sent through the real API. */
import { violations } from './axe.ts';
import { expect, test } from './fixtures.ts';

const linkOf = ({ reference, secret }: { reference: string; secret: string }) =>
  `/suivre/#spplus-receipt=mairie-exemple.${reference}.${secret}`;

test('the receipt link opens the opinion, and its secret leaves the address at once', async ({ page, demo }) => {
  const receipt = await demo.reader.send('Une lampe éteinte');
  await page.goto(linkOf(receipt));
  const module = page.locator('spplus-feedback-widget');
  await expect(module).toContainText('Une lampe éteinte');
  expect(page.url()).toBe(`${demo.site}/suivre/`);
  expect(demo.line.seen.join('\n')).not.toContain(receipt.secret);
  expect(await violations(page)).toEqual([]);
});

test('the person sees the answer, says that it was useful, and the feed shows both', async ({ page, demo }) => {
  const title = 'Un banc devant l’école';
  const receipt = await demo.reader.send(title);
  await demo.reader.acceptAndAnswer(receipt, 'Le banc sera posé en mars.');
  await page.goto(linkOf(receipt));
  const module = page.locator('spplus-feedback-widget');
  await expect(module).toContainText('Le banc sera posé en mars.');
  await module
    .getByRole('group', { name: /Cette réponse vous a-t-elle été utile/ })
    .getByText('Oui', { exact: true })
    .click();
  await expect(page.locator('#spplus-announcer')).toContainText('votre réponse est enregistrée');
  await expect.poll(async () => (await demo.reader.titled(title))[0]?.answers[0]?.useful).toBe(true);
  expect(await violations(page)).toEqual([]);
  await page.goto('/avis-et-reponses/');
  const shown = page.getByRole('article', { name: title });
  await expect(shown).toContainText('Le banc sera posé en mars.');
  await expect(shown).toContainText('Réponse jugée utile');
});

test('a withdrawn opinion leaves nothing in the database', async ({ page, demo }) => {
  const title = 'À retirer';
  const receipt = await demo.reader.send(title);
  await page.goto(linkOf(receipt));
  const module = page.locator('spplus-feedback-widget');
  await module.getByRole('button', { name: 'Retirer mon avis' }).click();
  await module.getByRole('button', { name: 'Oui, effacer mon avis' }).click();
  await expect(module).toContainText('Vous avez retiré cet avis');
  const held = (await demo.reader.all()).find(({ reference }) => reference === receipt.reference);
  expect(held?.status).toBe('withdrawn');
  expect(held?.opinion).toBeUndefined();
});

test('a wrong secret is told without saying whether the reference exists', async ({ page, demo }) => {
  const { reference } = await demo.reader.send('Avec un mauvais code');
  await page.goto(linkOf({ reference, secret: '0000-0000-0000-0000-0000' }));
  await expect(page.locator('spplus-feedback-widget')).toContainText(
    'Nous ne trouvons pas d’avis avec cette référence et ce code secret.',
  );
  expect(page.url()).toBe(`${demo.site}/suivre/`);
});

test('when the API fails, the follow-up says so and one gesture tries again', async ({ page, demo }) => {
  const receipt = await demo.reader.send('Par mauvais temps');
  demo.line.next('GET', { kind: 'status', status: 500 }, 20);
  await page.goto(linkOf(receipt));
  const module = page.locator('spplus-feedback-widget');
  await expect(module).toContainText('Le service a un problème technique', { timeout: 30_000 });
  demo.line.heal();
  await module.getByRole('button', { name: 'Réessayer' }).click();
  await expect(module).toContainText('Par mauvais temps');
});

test('an answer of another shape than agreed is an error, not a blank page', async ({ page, demo }) => {
  const receipt = await demo.reader.send('Réponse étrange');
  demo.line.next('GET', { kind: 'nonsense' }, 20);
  await page.goto(linkOf(receipt));
  await expect(page.locator('spplus-feedback-widget')).toContainText(
    'Nous n’arrivons pas à lire la réponse du service',
  );
});

test('the follow-up fits 320 pixels and reads from right to left in Arabic', async ({ page, demo }) => {
  const receipt = await demo.reader.send('Petit écran');
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(linkOf(receipt).replace('/suivre/', '/ar/'));
  const module = page.locator('spplus-feedback-widget');
  await expect(module).toContainText('Petit écran');
  await expect(module.locator('[dir="rtl"]').first()).toHaveAttribute('lang', 'ar');
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
