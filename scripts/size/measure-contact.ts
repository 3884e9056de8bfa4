/** Opens the contact card of the built files in Chromium, in each layout, with a record that says everything. */
import type { Browser } from '@playwright/test';
import { fullContact } from '../../packages/contact-card/test/builders.ts';
import type { Measure } from './compare.ts';
import { quiet, serve, total } from './wire.ts';

const tag = 'spplus-contact-card';

export async function measureContact(browser: Browser, folder: string): Promise<Record<string, Measure>> {
  const data = JSON.stringify(fullContact()).replaceAll('<', '\\u003c');
  const wire = await serve(
    folder,
    (path) =>
      `<${tag} layout="${path.slice(1)}"><script type="application/json">${data}</script></${tag}>` +
      '<script type="module" src="/sdk/spplus.js"></script>',
  );
  const measured: Record<string, Measure> = {};
  try {
    for (const layout of ['status-only', 'compact', 'full']) {
      const page = await (await browser.newContext()).newPage();
      wire.sent.clear();
      await page.goto(`${wire.origin}/${layout}`);
      await page.locator(`${tag}:defined`).locator('[part=status]').waitFor({ timeout: 8000 });
      await quiet(page, wire);
      measured[`contact card, ${layout}`] = total(wire.sent);
      await page.context().close();
    }
  } finally {
    wire.close();
  }
  return measured;
}
