/** Opens the results badge and the list of improvements of the built files in Chromium, with data that says everything. */
import type { Browser } from '@playwright/test';
import { everything } from '../../packages/results-badge/test/builders.ts';
import { entries } from '../../packages/results-badge/test/improvement-builders.ts';
import type { Measure } from './compare.ts';
import { quiet, serve, total } from './wire.ts';

const tag = 'spplus-results-badge';

const pageWith = (name: string, data: unknown) =>
  `<${name}><script type="application/json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script></${name}>` +
  '<script type="module" src="/sdk/spplus.js"></script>';

export async function measureResults(browser: Browser, folder: string): Promise<Record<string, Measure>> {
  const wire = await serve(folder, (path) =>
    path === '/improvements' ? pageWith('spplus-improvements', entries()) : pageWith(tag, everything()),
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
    wire.sent.clear();
    const other = await (await browser.newContext()).newPage();
    await other.goto(`${wire.origin}/improvements`);
    await other.locator('spplus-improvements:defined [part=entry]').first().waitFor({ timeout: 8000 });
    await quiet(other, wire);
    const improvements = total(wire.sent);
    await other.context().close();
    return { 'results badge': closed, 'results badge, all open': open, improvements };
  } finally {
    wire.close();
  }
}
