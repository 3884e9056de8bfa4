/** The same opinion on other screens, in other settings, from right to left, on a hostile page and on paper. */
import { overflow, violations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { Visitor } from './visitor.ts';

for (const dress of [
  { name: '320 pixels', width: 320 },
  { name: 'dark', colorScheme: 'dark' as const },
  { name: 'forced colours and reduced motion', forcedColors: 'active' as const, reducedMotion: 'reduce' as const },
]) {
  test(`every step of the experience holds in ${dress.name}`, async ({ page }) => {
    const { name: _name, width = 1280, ...media } = dress;
    await page.setViewportSize({ width, height: 700 });
    await page.emulateMedia(media);
    await page.goto('/avis/');
    const visitor = new Visitor(page);
    const look = async (step: string) => {
      expect(await violations(page), step).toEqual([]);
      expect(await overflow(page), step).toBe(0);
    };
    await expect(visitor.button('Satisfait')).toBeVisible();
    await look('rating');
    await visitor.rate('Satisfait');
    await expect(visitor.button('Continuer')).toBeVisible();
    await look('details');
    await visitor.button('Continuer').click();
    await visitor.field(/^Titre de votre récit/).fill('Un titre');
    await visitor.field(/^Que s’est-il passé/).fill(`Tout est allé vite. camille.durand@example.org`);
    await expect(visitor.module).toContainText('Ce texte contient des données personnelles');
    await look('story');
    await visitor.button('Continuer').click();
    await look('person');
    await visitor.button('Vérifier mon avis').click();
    await look('check');
    await visitor.send();
    await look('receipt');
  });
}

test('in Arabic, the form runs from right to left and reaches its receipt', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('/ar/');
  const module = page.locator('spplus-feedback-widget');
  await module.locator('.ratings button').last().click();
  await expect(module.locator('[dir="rtl"]').first()).toHaveAttribute('lang', 'ar');
  await expect(module.locator('button[type="submit"]')).toBeVisible();
  expect(await overflow(page)).toBe(0);
  expect(await violations(page)).toEqual([]);
  for (let step = 0; step < 3; step += 1) await module.locator('button[type="submit"]').click();
  await expect(module.locator('bdi.code').first()).toHaveText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
});

test('on a page with hostile styles and a 62.5 % root, the module keeps its shape', async ({ page }) => {
  await page.goto('/avis/');
  const visitor = new Visitor(page);
  await expect(visitor.button('Satisfait')).toBeVisible();
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      html { font-size: 62.5%; } body { font-size: 1.6rem; }
      * { all: revert; box-sizing: content-box !important; letter-spacing: 0.3em; text-transform: uppercase; text-align: end; line-height: 0.8; }
      button, input, p, fieldset { display: none !important; color: red !important; }
      div, spplus-feedback-widget { font-style: italic; white-space: nowrap; text-indent: 5em; }`);
    document.adoptedStyleSheets.push(sheet);
  });
  const button = visitor.button('Satisfait');
  const style = await button.evaluate((element) => {
    const { fontSize, textTransform, letterSpacing, fontStyle } = getComputedStyle(element);
    return { fontSize: parseFloat(fontSize), textTransform, letterSpacing, fontStyle };
  });
  expect(style.fontSize).toBeGreaterThanOrEqual(14);
  expect(style).toMatchObject({ textTransform: 'none', letterSpacing: 'normal', fontStyle: 'normal' });
  const box = await button.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(24);
  await button.click();
  await expect(visitor.module).toContainText('Votre avis est enregistré');
});

test('a printed receipt holds its codes and its link, without buttons nor the page behind the dialog', async ({
  page,
}) => {
  await page.goto('/carte-identite/');
  const visitor = new Visitor(page, page.locator('spplus-feedback-widget[mode="button"]'));
  await visitor.approach();
  await visitor.button('Donner mon avis').click();
  await visitor.button('Satisfait').click();
  await visitor.button('Terminer').click();
  const { reference, secret } = await visitor.receipt();
  const link = visitor.module.getByText(`/carte-identite/#spplus-receipt=mairie-exemple.${reference}.${secret}`);
  await expect(link).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(link).toBeVisible();
  for (const name of ['Fermer', 'Imprimer', 'Terminer']) await expect(visitor.button(name)).toBeHidden();
  const printed = await visitor.module.getByRole('dialog').evaluate((dialog) => ({
    behind: getComputedStyle(dialog, '::backdrop').backgroundColor,
    top: dialog.getBoundingClientRect().top + scrollY,
    isWhole: dialog.scrollHeight <= dialog.clientHeight,
  }));
  expect(printed).toEqual({ behind: 'rgb(255, 255, 255)', top: 0, isWhole: true });
});
