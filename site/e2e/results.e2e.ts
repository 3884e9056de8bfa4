/** The results badge on the town's page: published figures, and those that the opinions of the site make. */
import { violations } from './axe.ts';
import { expect, test } from './fixtures.ts';

const tag = 'spplus-results-badge';

test('published results: the figure, its answers, the table, the charts', async ({ page }) => {
  await page.goto('/resultats/');
  const badge = page.locator(tag).first();
  await expect(badge.locator('[part=badge]')).toContainText('1 400 réponses');
  const table = badge.getByRole('table', { name: /Résultats de qualité de service/ });
  await expect(table.getByRole('row')).toHaveCount(9);
  await expect(table.getByRole('row', { name: /accueillies avec respect/ })).toContainText('Trop peu de réponses');
  await expect(table.getByRole('row', { name: /trouvé la démarche simple/ })).toContainText('entre');
  await badge.getByRole('button', { name: 'Graphiques' }).click();
  await expect(badge.getByRole('img').first()).toHaveAttribute('aria-label', /novembre 2022/);
  await expect(badge).toContainText('Changement de méthode');
  expect(await violations(page)).toEqual([]);
});

test('by keyboard: opens and closes all the results, and keeps the focus', async ({ page }) => {
  await page.goto('/resultats/');
  const badge = page.locator(tag).first();
  const hide = badge.getByRole('button', { name: 'Masquer les résultats' });
  await hide.focus();
  await page.keyboard.press('Enter');
  await expect(badge.getByRole('table')).toHaveCount(0);
  const show = badge.getByRole('button', { name: 'Voir tous les résultats' });
  await expect(show).toBeFocused();
  await expect(show).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('Space');
  await expect(badge.getByRole('table')).toBeVisible();
});

test('takes the figures away as CSV, as they are shown', async ({ page }) => {
  await page.goto('/resultats/');
  const saved = page.waitForEvent('download');
  await page.locator(tag).first().getByRole('button', { name: 'Télécharger en CSV' }).click();
  expect((await saved).suggestedFilename()).toBe('resultats.csv');
});

test('the opinions of the site make results of their own', async ({ page, demo }) => {
  await page.goto('/resultats/');
  const computed = page.locator(tag).nth(1);
  await computed.scrollIntoViewIfNeeded();
  await expect(computed.locator('[part=badge]')).toContainText('Mairie de Valmont-sur-Seille');
  await expect(computed.locator('[part=badge]')).toContainText('Trop peu de réponses');
  expect(demo.line.seen).toContain('GET /v1/services/mairie-exemple/results');
});

test('what people asked for, what was done, and what was not retained with its reason', async ({ page }) => {
  await page.goto('/resultats/');
  const list = page.locator('spplus-improvements');
  await list.scrollIntoViewIfNeeded();
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await list.getByRole('button', { name: 'Tout voir (4)' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(4);
  await expect(list).toContainText('Non retenu');
  await expect(list).toContainText('Pourquoi');
  await list.getByLabel('Engagement').selectOption({ label: 'Engagement n° 5' });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  expect(await violations(page)).toEqual([]);
});

test('without JavaScript, the words inside the tag say the main figure', async ({ browser, demo }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${demo.site}/resultats/`);
  await expect(page.locator(tag).first()).toContainText('85 % des personnes');
  await page.context().close();
});
