/** The agents' corner and the public feed, on opinions sent through the real API. */
import { violations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { readFile } from 'node:fs/promises';

test('the seeded feed shows opinions with their answers, dated in the past, in three languages', async ({ page }) => {
  await page.goto('/avis-et-reponses/');
  const opinions = page.getByRole('article');
  await expect(opinions).toHaveCount(10);
  await expect(opinions.first()).toContainText('Carte d’identité refaite en vingt minutes');
  await page.getByRole('button', { name: 'Afficher plus d’avis' }).click();
  await expect(opinions).toHaveCount(12);
  await expect(opinions.nth(10)).toBeFocused();
  await expect(page.locator('[lang="ar"][dir="auto"]').first()).toBeVisible();
  await expect(page.getByText('Réponse de la mairie, le')).not.toHaveCount(0);
  expect(await violations(page)).toEqual([]);
});

test('words of distress come first, with what to do', async ({ page }) => {
  await page.goto('/agents/');
  const first = page.getByRole('article').first();
  await expect(first).toContainText('Détresse possible');
  await expect(first).toContainText('Lisez cet avis en premier');
});

test('an agent accepts, answers, and the feed shows both', async ({ page, demo }) => {
  const title = 'Boîte à livres du parc';
  const { reference } = await demo.reader.send(title);
  await page.goto('/agents/');
  const card = page.getByRole('article', { name: `Avis ${reference}` });
  await card.getByRole('button', { name: 'Accepter et publier' }).click();
  await expect(page.getByRole('status')).toHaveText(`L’avis ${reference} est accepté.`);
  await expect(card.getByRole('heading', { name: title })).toBeFocused();
  await card.getByText('Répondre…').click();
  await card.getByLabel('Réponse', { exact: true }).fill('Une deuxième boîte arrive au printemps.');
  await card.getByLabel('Suite donnée').selectOption('planned');
  await card.getByRole('button', { name: 'Envoyer la réponse' }).click();
  await expect(card).toContainText('Une deuxième boîte arrive au printemps.');
  await page.goto('/avis-et-reponses/');
  const shown = page.getByRole('article', { name: title });
  await expect(shown).toContainText('Une deuxième boîte arrive au printemps.');
  await expect(shown).toContainText('Amélioration prévue');
});

test('a refused opinion carries its reason and leaves the queue', async ({ page, demo }) => {
  const title = 'Publicité déguisée';
  const { reference } = await demo.reader.send(title);
  await page.goto('/agents/');
  const card = page.getByRole('article', { name: `Avis ${reference}` });
  await card.getByText('Refuser…').click();
  await card.getByLabel('Motif').selectOption('advertising');
  await card.getByLabel('Message à la personne').fill('Racontez plutôt une démarche.');
  await card.getByRole('button', { name: 'Refuser l’avis' }).click();
  await expect(card).toContainText('Publicité – Racontez plutôt une démarche.');
  await page.getByRole('radio', { name: 'Refusé' }).check();
  await expect(page.getByRole('article', { name: `Avis ${reference}` })).toBeVisible();
});

test('two agents on one opinion: the second is told that it changed', async ({ page, demo }) => {
  const { reference } = await demo.reader.send('Lu par deux agents');
  await page.goto('/agents/');
  const card = page.getByRole('article', { name: `Avis ${reference}` });
  await expect(card).toBeVisible();
  await demo.reader.correct(reference, 'Lu par deux agents, corrigé');
  await card.getByRole('button', { name: 'Accepter et publier' }).click();
  await expect(page.getByRole('status')).toContainText('Cet avis a changé entre-temps');
});

test('the export downloads without e-mails', async ({ page, demo }) => {
  await demo.reader.send('Avec adresse', { email: 'camille@example.org' });
  await page.goto('/agents/');
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Exporter en CSV' }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain('Avec adresse');
  expect(text).not.toContain('camille@example.org');
});

test('when the API fails, the feed says so and a retry brings the opinions', async ({ page, demo }) => {
  demo.line.next('GET', { kind: 'status', status: 500 }, 20);
  await page.goto('/avis-et-reponses/');
  await expect(page.getByRole('status')).toContainText('Le service a un problème', { timeout: 30_000 });
  demo.line.heal();
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect(page.getByRole('article').first()).toBeVisible();
});

test('axe finds nothing in the agents’ corner with its forms open', async ({ page }) => {
  await page.goto('/agents/');
  await page.getByText('Refuser…').first().click();
  await page.getByText('Répondre…').first().click();
  expect(await violations(page)).toEqual([]);
});
