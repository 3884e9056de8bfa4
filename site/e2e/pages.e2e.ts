/** Every page of the demonstration, in every dress: what a town signs for. */
import { pages } from '../pages.ts';
import { violations, overflow } from './axe.ts';
import { expect, test } from './fixtures.ts';

const shown = pages.filter(({ path }) => path !== '/404/');

for (const { path, title, lang } of shown) {
  test(`${path} has no violation that axe finds, light and dark`, async ({ page }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      expect(await violations(page), colorScheme).toEqual([]);
    }
    await expect(page).toHaveTitle(new RegExp(title.replace(/[()]/g, '.')));
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  });

  test(`${path} fits 320 pixels, which is also a zoom of 400 %`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    expect(await overflow(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
  });
}

test('with forced colours and reduced motion, pages keep their controls and axe finds nothing', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  for (const { path } of shown) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    expect(await violations(page), path).toEqual([]);
  }
});

test('the skip link is the first stop of the keyboard and leads to the content', async ({ page }) => {
  await page.goto('/carte-identite/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Aller au contenu' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('every internal link leads somewhere', async ({ page, request }) => {
  const targets = new Set<string>();
  for (const { path } of shown) {
    await page.goto(path);
    for (const href of await page
      .locator('a[href^="/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))) {
      targets.add(href);
    }
  }
  expect(targets.size).toBeGreaterThan(8);
  for (const href of targets) expect((await request.get(href)).status(), href).toBe(200);
});

test('an unknown address gets a page that helps, with status 404', async ({ page }) => {
  const answer = await page.goto('/nulle-part/');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page introuvable');
  expect(await violations(page)).toEqual([]);
});

test('the page speaks three languages at once, and each module the one around it', async ({ page }) => {
  await page.goto('/langues/');
  const modules = page.locator('spplus-feedback-widget');
  await expect(modules.nth(0)).toContainText('Cette page vous a-t-elle été utile');
  await expect(modules.nth(1)).toContainText(/useful|helpful/i);
  await expect(modules.nth(2)).toContainText(/[\u0600-\u06FF]{3}/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the links inside the modules are there, and say where to write', async ({ page }) => {
    await page.goto('/carte-identite/');
    await expect(page.locator('spplus-feedback-widget').getByRole('link', { name: 'Donner mon avis' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Écrivez à la mairie' })).toBeVisible();
    await page.goto('/avis/');
    await expect(page.getByRole('main').getByRole('link', { name: 'avis@valmont.example' })).toHaveAttribute(
      'href',
      'mailto:avis@valmont.example',
    );
    await page.goto('/avis-et-reponses/');
    const noscript = page.locator('noscript p');
    await expect(noscript).toBeVisible();
    await expect(noscript.getByRole('link')).toHaveAttribute('href', '/contact/');
  });
});
