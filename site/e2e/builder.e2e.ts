/** The embed builder, up to the copied code working on a page of somebody else's. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './fixtures.ts';

const code = 'textarea.code';

test('what is chosen is in the code, in the preview and in the address', async ({ page }) => {
  await page.goto('/installer/');
  await page.getByRole('radio', { name: 'Une question en bas de page' }).check();
  await page.getByLabel('Démarche concernée').fill('Carte « d’identité »');
  await expect(page.locator(code)).toHaveValue(/<spplus-feedback-widget mode="page" procedure="Carte « d’identité »">/);
  await expect(page.frameLocator('iframe').locator('spplus-feedback-widget')).toHaveAttribute('mode', 'page');
  expect(page.url()).toContain('mode=page');
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Une question en bas de page' })).toBeChecked();
  await expect(page.locator(code)).toHaveValue(/mode="page"/);
});

test('the preview shows the module in another language, dark and narrow', async ({ page }) => {
  await page.goto('/installer/#module=feedback-widget&mode=page');
  const root = page.frameLocator('iframe').locator('html');
  await page.getByRole('radio', { name: 'العربية' }).check();
  await expect(root).toHaveAttribute('dir', 'rtl');
  await page.getByRole('radio', { name: 'Sombre' }).check();
  await expect(root).toHaveAttribute('data-scheme', 'dark');
  await expect
    .poll(() => root.evaluate((html) => getComputedStyle(html.ownerDocument.body).backgroundColor))
    .toBe('rgb(18, 26, 25)');
  await page.getByRole('radio', { name: '320 pixels' }).check();
  expect(Math.round((await page.locator('iframe').boundingBox())?.width ?? 0)).toBe(322);
});

test('offers the code of each system, the version and the policy', async ({ page }) => {
  await page.goto('/installer/');
  for (const [name, expected] of [
    ['Lien pour CMS', /<a href="\/contact\/" data-spplus="feedback-widget">/],
    ['WordPress', /add_action\('wp_head'/],
    ['SPIP', /insert_head/],
    ['Drupal', /page_attachments_alter/],
    ['Équipe technique', /script-src http:\/\/127\.0\.0\.1:\d+ 'sha256-[A-Za-z0-9+/]{43}=';/],
  ] as const) {
    await page.getByRole('radio', { name }).check();
    await expect(page.locator(code)).toHaveValue(expected);
  }
  await expect(page.getByText(/Version \d+\.\d+\.\d+/)).toBeVisible();
});

test('copies without permission to use the clipboard', async ({ page, context }) => {
  await context.clearPermissions();
  await page.addInitScript(() => {
    // What a browser does where the permission is refused.
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
  });
  await page.goto('/installer/');
  await page.getByRole('button', { name: 'Copier le code' }).click();
  await expect(page.getByRole('status')).toHaveText(/Le code est (copié|sélectionné)/);
  const selected = await page
    .locator(code)
    .evaluate((area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart);
  expect(selected).toBeGreaterThan(100);
});

/** A page of another site, under the policy that the builder hands to its operations team. */
async function servePage(html: string, policy: string): Promise<Server> {
  const server = createServer((_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
      .end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

test('the copied code works on a blank page of another site, under the policy given with it', async ({
  page,
  demo,
  watch,
}) => {
  await page.goto('/installer/#module=feedback-widget&mode=page');
  await expect(page.locator(code)).toHaveValue(/mode="page"/);
  const snippet = await page.locator(code).inputValue();
  await page.getByRole('radio', { name: 'Équipe technique' }).check();
  await expect(page.locator(code)).toHaveValue(/script-src/);
  const policy = await page.locator(code).inputValue();
  const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Page</title></head><body>${snippet}</body></html>`;
  const server = await servePage(html, policy.replaceAll('\n', ' '));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  watch.ours.push(origin);
  try {
    await page.goto(`${origin}/`);
    await expect(page.locator('spplus-feedback-widget')).toContainText('Cette page vous a-t-elle été utile');
    expect(demo.line.seen, 'nothing is asked of the API before somebody answers').toEqual([]);
  } finally {
    server.close();
  }
});
