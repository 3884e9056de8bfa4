/** Opens the built files in Chromium as a page would and counts what comes over the wire. */
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { chromiumArguments, findProgram } from '../browsers/find-browsers.ts';
import { startTestApi } from '../test-api.ts';
import type { Measure } from './compare.ts';

const tag = 'spplus-feedback-widget';

interface Wire {
  origin: string;
  /** Bytes of each SDK file sent since the last `clear`. */
  sent: Map<string, number>;
  close(): void;
}

async function serve(folder: string, body: (path: string) => string): Promise<Wire> {
  const sent = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    if (!path.startsWith('/sdk/') || path.includes('..')) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(
        `<!doctype html><html lang="fr"><title>Mesure</title><link rel="icon" href="data:,"><body>${body(path)}`,
      );
      return;
    }
    const packed = brotliCompressSync(readFileSync(join(folder, path.slice(5))));
    sent.set(path, packed.length);
    response.writeHead(200, { 'content-type': 'text/javascript', 'content-encoding': 'br' }).end(packed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sent, close };
}

const total = (sent: ReadonlyMap<string, number>): Measure => ({
  bytes: [...sent.values()].reduce((sum, bytes) => sum + bytes, 0),
  requests: sent.size,
});

/** Until nothing more of the SDK comes for half a second. */
async function quiet(page: Page, wire: Wire): Promise<void> {
  for (let last = -1; last !== wire.sent.size; await page.waitForTimeout(500)) last = wire.sent.size;
}

export async function measureAll(folder: string): Promise<Record<string, Measure>> {
  let api = { api: '', service: 'mairie-exemple' };
  const wire = await serve(
    folder,
    (path) =>
      `<${tag} mode="${path.slice(1)}"><a href="/contact">Contact</a></${tag}>` +
      `<script type="module" src="/sdk/spplus.js" data-api="${api.api}" data-service="${api.service}"></script>`,
  );
  const server = await startTestApi({ site: wire.origin });
  api = server.address;
  const browser = await chromium.launch({ executablePath: findProgram('chromium'), args: chromiumArguments });
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
    await browser.close();
    await server.stop();
    wire.close();
  }
  return measured;
}
