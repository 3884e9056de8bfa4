/**
 * Speed of the modules in Chromium, beside Lit's own bare form and a plain custom element, all in one run: `npm run bench`.
 * Needs the built files (`npm run build`). Ends with 1 when a target of docs/eco-design.md is missed. `-- --runs=9` for more.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Browser } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { chromiumArguments, findProgram } from '../scripts/browsers/find-browsers.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '7' } } });
const runs = Number(values.runs);
const sdk = 'packages/sdk/dist/cdn';
const tag = 'spplus-feedback-widget';

interface Row {
  name: string;
  script: string;
  markup: string;
  /** The element to wait for, and what is drawn in it. */
  element: string;
  drawn: string;
}

const ours = (mode: string, drawn: string): Row => ({
  name: `ours, ${mode}`,
  script: '/sdk/spplus.js',
  markup: `<${tag} mode="${mode}"><a href="/contact">Contact</a></${tag}>`,
  element: tag,
  drawn,
});

const rows: readonly Row[] = [
  {
    name: 'plain element',
    script: '/plain-question.js',
    markup: '<plain-question></plain-question>',
    element: 'plain-question',
    drawn: 'button',
  },
  {
    name: 'bare Lit form',
    script: '/lit-form.js',
    markup: '<bare-form></bare-form>',
    element: 'bare-form',
    drawn: 'fieldset button',
  },
  ours('page', 'button'),
  ours('button', 'button'),
  ours('inline', 'fieldset button'),
];

async function bundled(name: string): Promise<string> {
  const output = (await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: `bench/pages/${name}.ts`, formats: ['es'], fileName: name },
    },
  })) as Rolldown.RolldownOutput[];
  return output[0]?.output[0].code ?? '';
}

const pages = { '/lit-form.js': await bundled('lit-form'), '/plain-question.js': await bundled('plain-question') };

/** Compressed once: the work of compressing is not what is measured. */
const packed = new Map<string, Buffer>();
function pack(path: string): Buffer {
  const text = path.startsWith('/sdk/') ? readFileSync(join(sdk, path.slice(5))) : pages[path as keyof typeof pages];
  const bytes = packed.get(path) ?? brotliCompressSync(text);
  packed.set(path, bytes);
  return bytes;
}

const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://x').pathname;
  const row = rows[Number(path.slice(1))];
  if (/\.(js|css)$/.test(path)) {
    response.writeHead(200, {
      'content-type': path.endsWith('.js') ? 'text/javascript' : 'text/css',
      'content-encoding': 'br',
      'cache-control': 'no-store',
    });
    response.end(pack(path));
    return;
  }
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    `<!doctype html><html lang="fr"><title>Mesure</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/sdk/spplus.css"><body><h1>Une page</h1><p>Avant.</p>` +
      `<div id="place">${row?.markup ?? ''}</div><p>Après.</p>` +
      `<script type="module" src="${row?.script ?? ''}" data-api="http://127.0.0.1:9" data-service="bench"></script>`,
  );
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

interface Measure {
  /** Milliseconds from the start of the page to the first drawing, and to draw 100 more. */
  ready: number;
  mounted: number;
  /** Longest task in milliseconds, and the layout shift. */
  longest: number;
  shift: number;
}

/** Runs in the page before anything else. */
const observe = `
  globalThis.seen = { longest: 0, shift: 0, ready: 0 };
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (seen.longest = Math.max(seen.longest, duration)))).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => list.getEntries().forEach(({ value, hadRecentInput }) => hadRecentInput || (seen.shift += value))).observe({ type: 'layout-shift', buffered: true });`;

const drawnIn = ({ element, drawn }: Row, scope: string) =>
  `[...${scope}.querySelectorAll('${element}')].every((one) => one.shadowRoot?.querySelector('${drawn}'))`;

async function measure(browser: Browser, row: Row): Promise<Measure> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(observe);
  await page.goto(`${origin}/${String(rows.indexOf(row))}`, { waitUntil: 'commit' });
  const ready = await page.evaluate<number>(`new Promise((resolve) => {
    const look = () => document.querySelector('${row.element}') && ${drawnIn(row, 'document')} ? resolve(performance.now()) : requestAnimationFrame(look);
    look();
  })`);
  await page.waitForTimeout(400);
  const { longest, shift } = await page.evaluate<{ longest: number; shift: number }>('seen');
  const mounted = await page.evaluate<number>(`new Promise((resolve) => {
    const place = document.getElementById('place');
    const model = place.firstElementChild.cloneNode(true);
    const started = performance.now();
    for (let count = 0; count < 100; count += 1) place.append(model.cloneNode(true));
    const look = () => (${drawnIn(row, 'place')} ? requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started))) : setTimeout(look));
    look();
  })`);
  await context.close();
  return { ready, mounted, longest, shift };
}

const median = (numbers: number[]): number =>
  numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const browser = await chromium.launch({ executablePath: findProgram('chromium'), args: chromiumArguments });
const found = new Map<Row, Measure[]>(rows.map((row) => [row, []]));
for (let run = -1; run < runs; run += 1) {
  for (const row of rows) {
    const one = await measure(browser, row);
    if (run >= 0) found.get(row)?.push(one); // The first round warms the machine up.
  }
}
await browser.close();
server.close();

const result = (name: string): Measure => {
  const all = [...found].find(([row]) => row.name === name)?.[1] ?? [];
  const of = (pick: (one: Measure) => number) => median(all.map(pick));
  return {
    ready: of((one) => one.ready),
    mounted: of((one) => one.mounted),
    longest: of((one) => one.longest),
    shift: of((one) => one.shift),
  };
};

console.log(`Chromium, processor 4 times slower, median of ${String(runs)} runs`);
console.log(`${''.padEnd(16)}  drawn at  100 more  longest task  shift`);
for (const { name } of rows) {
  const { ready, mounted, longest, shift } = result(name);
  console.log(
    `${name.padEnd(16)}  ${ready.toFixed(0).padStart(5)} ms  ${mounted.toFixed(0).padStart(5)} ms  ${longest.toFixed(0).padStart(9)} ms  ${shift.toFixed(3)}`,
  );
}

const [plain, lit, page, button, inline] = rows.map(({ name }) => result(name));
if (!plain || !lit || !page || !button || !inline) throw new Error('A row was not measured.');
const targets: [sentence: string, value: number, most: number][] = [
  ['inline form drawn, against the bare Lit form', inline.ready / lit.ready, 1.2],
  ['100 page questions, against plain elements', page.mounted / plain.mounted, 1.7],
  ['layout shift of the closed modules', Math.max(page.shift, button.shift), 0],
  [
    'longest task, in ms (the plain page alone may take as long)',
    Math.max(0, page.longest, button.longest, inline.longest),
    Math.max(50, plain.longest),
  ],
];
console.log('');
for (const [sentence, value, most] of targets) {
  console.log(`${value <= most ? 'met   ' : 'missed'}  ${sentence}: ${value.toFixed(2)} (at most ${most.toFixed(2)})`);
}
process.exit(targets.every(([, value, most]) => value <= most) ? 0 : 1);
