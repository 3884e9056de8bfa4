/** The contact card where visitors meet it: on the town's pages, on a bad line, from another time zone, by keyboard. */
import { readFile } from 'node:fs/promises';
import { violations } from './axe.ts';
import { expect, test } from './fixtures.ts';

const tag = 'spplus-contact-card';

test('the town hall’s page says when it is open and how to reach it, from the API', async ({ page, demo }) => {
  await page.goto('/contact/');
  const card = page.locator(tag);
  await expect(card.getByRole('heading', { name: 'Mairie de Valmont-sur-Seille' })).toBeVisible();
  expect(demo.line.seen).toContain('GET /v1/services/mairie-exemple/contact');
  await expect(card.getByRole('table', { name: 'Horaires d’accueil' })).toBeVisible();
  await expect(card.getByRole('link', { name: '01 99 00 57 01' }).first()).toHaveAttribute('href', 'tel:+33199005701');
  await expect(card.getByRole('link', { name: 'SMS au 114' })).toHaveAttribute('href', 'sms:114');
  expect(await violations(page)).toEqual([]);
});

test('search engines read the same, as data and not as a script', async ({ page }) => {
  await page.goto('/contact/');
  const written = page.locator('script[type="application/ld+json"]');
  await expect(written).toHaveCount(1);
  const offices: unknown = JSON.parse((await written.textContent()) ?? '');
  expect(offices).toMatchObject([{ '@type': 'GovernmentOffice', name: 'Mairie de Valmont-sur-Seille' }]);
});

test('by keyboard alone: every control of the card can be reached, and shows that it is', async ({ page }) => {
  await page.goto('/contact/');
  await expect(page.locator(tag).getByRole('button', { name: 'Imprimer' })).toBeVisible();
  const wanted = ['Copier l’adresse', 'Enregistrer le contact', 'Imprimer'];
  for (let press = 0; press < 80 && wanted.length > 0; press += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return {
        name: element?.textContent.trim() ?? '',
        outline: element ? getComputedStyle(element).outlineStyle : '',
      };
    });
    if (focused.name !== wanted[0]) continue;
    expect(focused.outline, focused.name).not.toBe('none');
    wanted.shift();
  }
  expect(wanted).toEqual([]);
});

test('saves the contact as a file that address books read', async ({ page }) => {
  await page.goto('/contact/');
  const saved = page.waitForEvent('download');
  await page.locator(tag).getByRole('button', { name: 'Enregistrer le contact' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/\.vcf$/);
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain('FN:Mairie de Valmont-sur-Seille');
  expect(text.startsWith('BEGIN:VCARD\r\n')).toBe(true);
});

test('on a bad line: the words of the page stay, and one gesture tries again', async ({ page, demo }) => {
  demo.line.next('GET', { kind: 'status', status: 503 }, 9);
  await page.goto('/contact/');
  const card = page.locator(tag);
  await expect(card.getByRole('alert')).toContainText('ne sont pas arrivées', { timeout: 30_000 });
  await expect(card.getByText('Entrée de plain-pied, boucle magnétique à l’accueil')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  demo.line.heal();
  await card.getByRole('button', { name: 'Réessayer' }).click();
  await expect(card.getByRole('heading', { name: 'Mairie de Valmont-sur-Seille' })).toBeVisible();
});

test('real, conditional, far away and broken records: each says what it knows', async ({ page }) => {
  await page.goto('/contact/exemples/');
  const card = (name: string) => page.locator(`${tag}[src$="${name}.json"]`);
  await expect(card('breux-sur-avre')).toContainText('Mairie - Breux-sur-Avre');
  await card('fontaine-le-port').scrollIntoViewIfNeeded();
  await expect(card('fontaine-le-port')).toContainText('Mairie - Fontaine-le-Port');
  await card('caf-reunion').scrollIntoViewIfNeeded();
  await expect(card('caf-reunion').locator('[part=status]')).toContainText('heure de La Réunion');
  await card('annexes').scrollIntoViewIfNeeded();
  await expect(card('annexes').locator('[part=status]')).toHaveCount(3);
  await card('abimee').scrollIntoViewIfNeeded();
  await expect(card('abimee')).toContainText('Une partie de cette fiche n’a pas pu être lue');
  await expect(card('abimee')).toContainText('<img src=x onerror=alert(1)>');
  await expect(card('abimee').getByRole('row', { name: /^jeudi/ })).not.toContainText('fermé');
  await expect(card('abimee').locator('a[href^="javascript"]')).toHaveCount(0);
});

test('a condition that nobody can compute is never a plain « ouvert »', async ({ page }) => {
  // Tuesday evening, outside school holidays or not: the record does not say.
  await page.clock.setFixedTime('2026-11-24T18:30:00+01:00');
  await page.goto('/contact/exemples/');
  const status = page.locator(`${tag}[src*="fontaine"] [part=status]`);
  await expect(status).toContainText('Accueil sous conditions');
  await expect(status).toContainText('hors vacances scolaires');
});

for (const zone of ['Europe/Paris', 'Pacific/Auckland', 'America/Los_Angeles']) {
  test.describe(`a visitor whose clock is that of ${zone}`, () => {
    test.use({ timezoneId: zone });

    test('is told the hours of the office, and the very same page', async ({ page }) => {
      await page.clock.setFixedTime('2026-11-24T10:00:00+01:00');
      await page.goto('/contact/');
      const card = page.locator(tag);
      await expect(card.locator('[part=status]')).toHaveText('Ouvert jusqu’à 12\u00a0h');
      const rows = await card.getByRole('table', { name: 'Horaires d’accueil' }).getByRole('row').allInnerTexts();
      expect(rows).toHaveLength(7);
      expect(rows.find((row) => row.includes('aujourd’hui'))).toContain('mardi');
      await page.goto('/contact/exemples/');
      await page.locator(`${tag}[src*="reunion"]`).scrollIntoViewIfNeeded();
      // One in the afternoon over there.
      await expect(page.locator(`${tag}[src*="reunion"] [part=status]`)).toContainText('Sur rendez-vous');
    });
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the words inside the card are there', async ({ page }) => {
    await page.goto('/contact/');
    await expect(page.locator(tag).getByRole('link', { name: '01 99 00 57 01' })).toBeVisible();
    await page.goto('/contact/exemples/');
    await expect(page.locator(tag).first().getByRole('link')).toBeVisible();
  });
});
