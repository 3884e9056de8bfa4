/** Opens the feedback widget of the built files in Chromium as a page would and counts what comes over the wire. */
import type { Browser } from '@playwright/test';
import { startTestApi } from '../test-api.ts';
import type { Measure } from './compare.ts';
import { quiet, serve, total } from './wire.ts';

const tag = 'spplus-feedback-widget';

export async function measureFeedback(browser: Browser, folder: string): Promise<Record<string, Measure>> {
  let api = { api: '', service: 'mairie-exemple' };
  const wire = await serve(
    folder,
    (path) =>
      `<${tag} mode="${path.slice(1)}"><a href="/contact">Contact</a></${tag}>` +
      `<script type="module" src="/sdk/spplus.js" data-api="${api.api}" data-service="${api.service}"></script>`,
  );
  const server = await startTestApi({ site: wire.origin });
  api = server.address;
  const measured: Record<string, Measure> = {};
  try {
    const open = async (mode: string) => {
      const page = await (await browser.newContext()).newPage();
      page.setDefaultTimeout(8000);
      wire.sent.clear();
      await page.goto(`${wire.origin}/${mode}`);
      await page
        .locator(`${tag}:defined`)
        .locator(mode === 'button' || mode === 'page' ? 'button' : 'form')
        .first()
        .waitFor();
      await quiet(page, wire);
      return page;
    };
    for (const mode of ['page', 'inline', 'experience']) {
      const page = await open(mode);
      measured[`${mode}, ${mode === 'page' ? 'closed' : 'form shown'}`] = total(wire.sent);
      await page.context().close();
    }
    const page = await open('button');
    measured['button, closed'] = total(wire.sent);
    await page.locator(tag).getByRole('button').first().click();
    await page.locator('form').first().waitFor();
    await quiet(page, wire);
    measured['button, form open'] = total(wire.sent);
    const sent = page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.status() === 201);
    await page.getByRole('button', { name: 'Satisfait', exact: true }).click();
    await sent;
    // The shortest way to the receipt: on with the main button, as many steps as there are.
    const receipt = page.getByRole('button', { name: 'Imprimer' });
    for (let steps = 0; steps < 8 && !(await receipt.isVisible()); steps += 1) {
      await page.locator(`${tag} dialog .primary`).first().click();
      await quiet(page, wire);
    }
    await receipt.waitFor();
    measured['button, receipt shown'] = total(wire.sent);
  } finally {
    await server.stop();
    wire.close();
  }
  return measured;
}
