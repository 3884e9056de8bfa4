/** What a page that embeds the modules can count on. Each case opens a page and looks at it as a visitor or its console. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { EmbedBrowser } from './engines.ts';
import type { EmbedServer } from './server.ts';

export interface Bench {
  browser: EmbedBrowser;
  server: EmbedServer;
  integrity: Readonly<Record<string, string>>;
}

const tag = 'spplus-feedback-widget';
const fallback = '<a id="contact" href="/contact">Nous contacter</a>';
const widget = `<${tag} mode="button">${fallback}</${tag}>`;
const script = (file = '/sdk/spplus.js', more = '') =>
  `<script type="module" src="${file}" data-api="/api" data-service="mairie-exemple" ${more}></script>`;

const card =
  '<spplus-contact-card layout="compact" json-ld><script type="application/json">{"name":"Mairie de Valbrune"}</script></spplus-contact-card>';

const far = '<div><svg width="10" height="5000"></svg></div>';
const isUp = `!!document.querySelector('${tag}:defined')?.shadowRoot?.querySelector('button')`;
const linkShows = `!!document.getElementById('contact')?.checkVisibility() && document.getElementById('contact').getClientRects().length > 0`;
const said = (browser: EmbedBrowser) => browser.ask<string[]>('said');

async function until(browser: EmbedBrowser, expression: string, what: string): Promise<void> {
  for (const end = Date.now() + 8000; Date.now() < end; await wait(50))
    if (await browser.ask<boolean>(expression)) return;
  throw new Error(`${what}, within 8 seconds. Console: ${JSON.stringify(await said(browser))}`);
}

/** Long enough for a loader that would wrongly go on to have done so. */
const settle = () => wait(400);

async function staysFallback({ browser }: Bench): Promise<void> {
  await settle();
  assert.equal(await browser.ask(isUp), false, 'the element must not start');
  assert.equal(await browser.ask(linkShows), true, 'the fallback must stay visible');
}

function withMap(map: unknown): { head: string; scriptHash: string } {
  const text = JSON.stringify(map);
  return {
    head: `<script type="importmap">${text}</script>`,
    scriptHash: `sha256-${createHash('sha256').update(text).digest('base64')}`,
  };
}

const mapOf = ({ integrity, server }: Bench, spoil?: string) =>
  withMap({
    integrity: Object.fromEntries(
      Object.entries(integrity).map(([file, hash]) => [
        `${server.origin}/sdk/${file}`,
        spoil && file.includes(spoil) ? `sha384-${'A'.repeat(64)}` : hash,
      ]),
    ),
  });

export const embedCases: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  'the snippet draws the element, within three requests and the strict policy': async ({ browser, server }) => {
    await browser.open(server.page({ body: widget + script() }));
    await until(browser, isUp, 'the button shows');
    await settle();
    assert.deepEqual(await said(browser), []);
    assert.ok(server.asked.length <= 3, server.asked.join(' '));
    assert.ok(
      server.asked.every((path) => path.startsWith('/sdk/')),
      server.asked.join(' '),
    );
  },
  'a placeholder link becomes the element and stays its fallback': async ({ browser, server }) => {
    const link = fallback.replace(
      '<a',
      '<a data-spplus="feedback-widget" data-mode="button" data-heading-level="3" data-onclick="x()"',
    );
    await browser.open(server.page({ body: link + script() }));
    await until(browser, isUp, 'the button shows');
    const made = await browser.ask<string>(
      `['mode', 'heading-level', 'onclick'].map((name) => document.querySelector('${tag}').getAttribute(name)).join()`,
    );
    assert.equal(made, 'button,3,');
    assert.equal(await browser.ask(`document.querySelector('${tag} > a').id`), 'contact');
  },
  'the self-contained file draws the element alone': async ({ browser, server, integrity }) => {
    await browser.open(
      server.page({
        body: widget + script('/sdk/feedback-widget.js', `integrity="${integrity['feedback-widget.js'] ?? ''}"`),
      }),
    );
    await until(browser, isUp, 'the button shows');
    assert.deepEqual(server.asked, ['/sdk/feedback-widget.js']);
  },
  'a second element adds only its own code, and describes its place under the strict policy': async (bench) => {
    const { browser, server } = bench;
    const trustedTypes = "lit-html spplus-json-ld 'allow-duplicates'";
    await browser.open(server.page({ body: card + script(), trustedTypes }));
    await until(browser, `!!document.querySelector('script[type="application/ld+json"]')`, 'the place is described');
    await settle();
    assert.deepEqual(await said(browser), []);
    const alone = new Set(server.asked);
    assert.ok(
      server.asked.every((path) => !path.includes('feedback')),
      server.asked.join(' '),
    );
    await browser.open(server.page({ body: card + widget + script(), trustedTypes }));
    await until(browser, isUp, 'the button shows');
    await settle();
    assert.deepEqual(await said(browser), []);
    const added = server.asked.filter((path) => !alone.has(path));
    assert.ok(added.length > 0 && added.every((path) => path.includes('/chunks/feedback')), added.join(' '));
    assert.equal(new Set(server.asked).size, server.asked.length, `asked for twice: ${server.asked.join(' ')}`);
  },
  'where the policy does not know spplus-json-ld, the card shows and says once what to add': async (bench) => {
    const { browser, server } = bench;
    await browser.open(server.page({ body: card + script() }));
    await until(
      browser,
      `document.querySelector('spplus-contact-card')?.shadowRoot?.textContent.includes('Valbrune')`,
      'the card shows',
    );
    await settle();
    const lines = await said(browser);
    const hasTrustedTypes = await browser.ask<boolean>(`'trustedTypes' in globalThis`);
    assert.equal(
      lines.filter((line) => line.includes('add spplus-json-ld to trusted-types')).length,
      hasTrustedTypes ? 1 : 0,
    );
  },
  'an import map with the right integrity lets everything through': async (bench) => {
    await bench.browser.open(bench.server.page({ ...mapOf(bench), body: widget + script() }));
    await until(bench.browser, isUp, 'the button shows');
  },
  'an import map with a wrong integrity keeps the fallback and says so once': async (bench) => {
    await bench.browser.open(bench.server.page({ ...mapOf(bench, 'chunks/'), body: widget + script() }));
    await staysFallback(bench);
    const lines = await said(bench.browser);
    assert.equal(lines.filter((line) => line.startsWith('error: [spplus]')).length, 1, lines.join('\n'));
    assert.ok(lines.includes(`event: ${tag}`));
  },
  'a wrong integrity on the entry keeps the fallback': async (bench) => {
    await bench.browser.open(
      bench.server.page({ body: widget + script('/sdk/spplus.js', `integrity="sha384-${'A'.repeat(64)}"`) }),
    );
    await staysFallback(bench);
  },
  'two versions on one page: the first serves it, the second says so once': async ({ browser, server }) => {
    await browser.open(server.page({ body: widget + script() + script('/other/spplus.js') }));
    await until(browser, isUp, 'the button shows');
    await settle();
    const lines = await said(browser);
    assert.equal(lines.length, 1, lines.join('\n'));
    assert.match(lines[0] ?? '', /99\.0\.0.*\/other\/spplus\.js.*\/sdk\/spplus\.js/);
  },
  'two versions, the other way round': async ({ browser, server }) => {
    await browser.open(server.page({ body: widget + script('/other/spplus.js') + script() }));
    await until(browser, isUp, 'the button shows');
    await settle();
    assert.equal((await said(browser)).length, 1);
  },
  'the same version twice says nothing': async ({ browser, server }) => {
    await browser.open(server.page({ body: widget + script() + script('/sdk/feedback-widget.js') }));
    await until(browser, isUp, 'the button shows');
    await settle();
    assert.deepEqual(await said(browser), []);
  },
  "under trusted-types 'none' the fallback stays and the console has one line": async (bench) => {
    await bench.browser.open(bench.server.page({ body: widget + script(), trustedTypes: "'none'" }));
    await staysFallback(bench);
    const lines = await said(bench.browser);
    assert.equal(lines.filter((line) => line.startsWith('error: [spplus]')).length, 1, lines.join('\n'));
  },
  'the rules of a hostile page do not hide the button': async ({ browser, server }) => {
    await browser.open(server.page({ head: '<link rel="stylesheet" href="/hostile.css">', body: widget + script() }));
    await until(browser, isUp, 'the button shows');
    assert.equal(
      await browser.ask(
        `document.querySelector('${tag}').shadowRoot.querySelector('button').getClientRects().length > 0`,
      ),
      true,
    );
  },
  'without the script, the link is there': async (bench) => {
    await bench.browser.open(bench.server.page({ body: widget }));
    await staysFallback(bench);
  },
  'a tag and a placeholder added later are found': async ({ browser, server }) => {
    await browser.open(server.page({ body: `<main></main>${script()}` }));
    await settle();
    await browser.ask(
      `(() => { const link = document.createElement('a'); link.href = '/contact'; link.textContent = 'Avis'; link.dataset.spplus = 'feedback-widget'; link.dataset.mode = 'button'; document.querySelector('main').append(link); return true; })()`,
    );
    await until(browser, isUp, 'the button shows');
  },
  'an unknown tag is named once, with those that are known': async ({ browser, server }) => {
    await browser.open(
      server.page({ body: `<spplus-feedbak></spplus-feedbak><spplus-feedbak></spplus-feedbak>${script()}` }),
    );
    await settle();
    const lines = await said(browser);
    assert.equal(lines.length, 1, lines.join('\n'));
    assert.match(lines[0] ?? '', /spplus-feedbak.*spplus-feedback-widget/);
  },
  'a failed download keeps the fallback, and the next appearance tries again': async (bench) => {
    const { browser, server } = bench;
    const address = server.page({ body: far + widget + script() });
    server.break('/chunks/');
    await browser.open(address);
    await settle();
    await browser.ask(`document.querySelector('${tag}').scrollIntoView()`);
    await until(browser, `said.includes('event: ${tag}')`, 'the failure is told');
    await staysFallback(bench);
    server.break(undefined);
    await browser.ask('scrollTo(0, 0)');
    await settle();
    await browser.ask(`document.querySelector('${tag}').scrollIntoView()`);
    // Some engines remember a failed module until the page is loaded again, as the HTML standard has it.
    const toldTwice = `said.filter((line) => line === 'event: ${tag}').length === 2`;
    await until(browser, `(${isUp}) || ${toldTwice}`, 'it is tried again');
    if (await browser.ask<boolean>(`Boolean(${isUp})`)) return;
    await staysFallback(bench);
    await browser.open(address);
    await browser.ask(`document.querySelector('${tag}').scrollIntoView()`);
    await until(browser, isUp, 'the button shows once the page is loaded again');
  },
  'three languages on one page': async ({ browser, server }) => {
    const body = ['fr', 'en', 'ar'].map((lang) => `<div lang="${lang}">${widget}</div>`).join('');
    await browser.open(server.page({ body: body + script() }));
    const words = `[...document.querySelectorAll('${tag}')].map((one) => one.shadowRoot?.querySelector('button')?.textContent.trim() ?? '')`;
    await until(browser, `${words}.every(Boolean)`, 'three buttons show');
    const texts = await browser.ask<string[]>(words);
    assert.equal(new Set(texts).size, 3, texts.join(' | '));
  },
  'far down the page nothing is requested but the loader; near, or with a receipt in the address, it is': async ({
    browser,
    server,
  }) => {
    const body = far + widget + script();
    await browser.open(server.page({ body }));
    await settle();
    assert.deepEqual(server.asked, ['/sdk/spplus.js']);
    await browser.ask(`document.querySelector('${tag}').scrollIntoView()`);
    await until(browser, isUp, 'the button shows');
    await browser.open(server.page({ body: body.replace('mode="button"', 'mode="button" open') }));
    await until(browser, `!!document.querySelector('${tag}:defined')`, 'an open element is loaded at once');
  },
  'nothing is left on the device': async ({ browser, server }) => {
    await browser.open(server.page({ body: widget + script() }));
    await until(browser, isUp, 'the button shows');
    assert.deepEqual(await browser.ask('[document.cookie, localStorage.length, sessionStorage.length]'), ['', 0, 0]);
  },
};
