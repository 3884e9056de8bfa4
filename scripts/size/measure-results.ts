/** Opens the results badge of the built files in Chromium, closed and then open, with results that say everything. */
import type { Browser } from '@playwright/test';
import { everything } from '../../packages/results-badge/test/builders.ts';
import type { Measure } from './compare.ts';
import { quiet, serve, total } from './wire.ts';

const tag = 'spplus-results-badge';

export async function measureResults(browser: Browser, folder: string): Promise<Record<string, Measure>> {
  const data = JSON.stringify(everything()).replaceAll('<', '\\u003c');
  const wire = await serve(
    folder,
    () =>
      `<${tag}><script type="application/json">${data}</script></${tag}>` +
      '<script type="module" src="/sdk/spplus.js"></script>',
  );
  try {
    const page = await (await browser.newContext()).newPage();
    await page.goto(wire.origin);
    const badge = page.locator(`${tag}:defined`);
    await badge.locator('[part=badge]').waitFor({ timeout: 8000 });
    await quiet(page, wire);
    const closed = total(wire.sent);
    await badge.getByRole('button', { name: 'Voir tous les résultats' }).click();
    await badge.locator('[part=panel]').waitFor({ timeout: 8000 });
    await quiet(page, wire);
    const open = total(wire.sent);
    await page.context().close();
    return { 'results badge': closed, 'results badge, all open': open };
  } finally {
    wire.close();
  }
}
