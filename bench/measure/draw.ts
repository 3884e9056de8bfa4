/** How a page draws in Chromium at a processor 4 times slower. */
import type { Browser, CDPSession, Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { chromiumArguments, findProgram } from '../../scripts/browsers/find-browsers.ts';
import { folderFiles, servePages, type PageServer } from './page-server.ts';
import { pageOf, sdkFolder, type Row } from './rows.ts';

/** Times in milliseconds. */
export interface Measure {
  /** What came over the wire until nothing moved any more, the page itself left out. */
  bytes: number;
  requests: number;
  /** Of these bytes, fonts and images. */
  media: number;
  /** From the start of the page to the first drawing. */
  ready: number;
  /** The same on a slow line; absent where it was not asked. */
  slow?: number;
  /** From the press of the button to the form, and bytes with the form; absent where nothing opens. */
  opened?: number;
  openedBytes?: number;
  /** To draw 100 more; absent where it was not asked. */
  mounted?: number;
  /** The longest task, and the sum of what tasks took over 50 ms. */
  longest: number;
  blocked: number;
  shift: number;
}

/** Runs in the page before anything else. */
const observer = ({ element, drawn }: Row): string => `
  globalThis.seen = { longest: 0, blocked: 0, shift: 0 };
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => {
    seen.longest = Math.max(seen.longest, duration);
    seen.blocked += duration - 50;
  })).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => list.getEntries().forEach(({ value, hadRecentInput }) => {
    if (!hadRecentInput) seen.shift += value;
  })).observe({ type: 'layout-shift', buffered: true });
  globalThis.shows = (one, drawn) => (one.shadowRoot ?? one).querySelector(drawn)?.checkVisibility() ?? false;
  globalThis.allDrawn = (scope) => {
    const all = [...scope.querySelectorAll(${JSON.stringify(element)})];
    return all.length > 0 && all.every((one) => shows(one, ${JSON.stringify(drawn)}));
  };
  globalThis.ready = new Promise((resolve) => {
    const look = () => (allDrawn(document) ? resolve(performance.now()) : requestAnimationFrame(look));
    look();
  });`;

const mountHundred = `new Promise((resolve) => {
  const place = document.getElementById('place');
  const model = place.firstElementChild.cloneNode(true);
  const started = performance.now();
  for (let count = 0; count < 100; count += 1) place.append(model.cloneNode(true));
  const look = () => allDrawn(place) ? requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started))) : setTimeout(look);
  look();
})`;

const press = (
  { element }: Row,
  { button, shows }: { button: string; shows: string },
): string => `new Promise((resolve) => {
  const one = document.querySelector(${JSON.stringify(element)});
  const started = performance.now();
  one.shadowRoot.querySelector(${JSON.stringify(button)}).click();
  const look = () => (shows(one, ${JSON.stringify(shows)}) ? resolve(performance.now() - started) : requestAnimationFrame(look));
  look();
})`;

/** Until nothing more comes for half a second. */
async function quiet(page: Page, { sent }: PageServer): Promise<void> {
  for (let last = -1; last !== sent.size; await page.waitForTimeout(500)) last = sent.size;
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0);

async function within<T>(row: Row, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${row.name}: ${what} not drawn within 20 seconds.`)), 20_000);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** A new visitor on the page of a row; `prepare` sets the machine. */
async function visit<T>(
  browser: Browser,
  row: Row,
  address: string,
  prepare: (session: CDPSession) => Promise<unknown>,
  look: (page: Page, ready: number) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await prepare(await context.newCDPSession(page));
  await page.addInitScript(observer(row));
  await page.goto(address, { waitUntil: 'commit' });
  const ready = await within(row, row.drawn, page.evaluate<number>('ready'));
  const found = await look(page, ready);
  await context.close();
  return found;
}

const slowProcessor = (session: CDPSession) => session.send('Emulation.setCPUThrottlingRate', { rate: 4 });

/** A telephone far from its mast: 1.6 Mbit/s, 150 ms to and fro. */
async function slowLine(session: CDPSession): Promise<void> {
  await slowProcessor(session);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 200_000,
    uploadThroughput: 90_000,
  });
}

async function measure(browser: Browser, server: PageServer, row: Row, address: string): Promise<Measure> {
  server.sent.clear();
  return visit(browser, row, address, slowProcessor, async (page, ready) => {
    await quiet(page, server);
    const seen = await page.evaluate<Pick<Measure, 'longest' | 'blocked' | 'shift'>>('seen');
    const found: Measure = {
      ...seen,
      ready,
      bytes: sum(server.sent.values()),
      requests: server.sent.size,
      media: sum([...server.sent].filter(([file]) => /\.(woff2?|svg|png)$/.test(file)).map(([, bytes]) => bytes)),
    };
    if (row.next === 'hundred') {
      found.mounted = await within(row, '100 more', page.evaluate<number>(mountHundred));
    } else if (row.next) {
      found.opened = await within(row, row.next.shows, page.evaluate<number>(press(row, row.next)));
      await quiet(page, server);
      found.openedBytes = sum(server.sent.values());
    }
    return found;
  });
}

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** Medians of each row over `runs`, in turns, after one round that warms the machine up. */
export async function drawAll(
  rows: readonly Row[],
  files: ReadonlyMap<string, string | Uint8Array>,
  { runs, onSlowLine = false }: { runs: number; onSlowLine?: boolean },
): Promise<{ browser: string; of: Map<Row, Measure> }> {
  const pages = new Map(rows.map((row, index) => [`/${String(index)}`, pageOf(row)]));
  const server = await servePages(pages, new Map([...folderFiles('sdk', sdkFolder), ...files]));
  const noOutside = '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1';
  const browser = await chromium.launch({
    executablePath: findProgram('chromium'),
    args: [...chromiumArguments, noOutside],
  });
  const found = new Map<Row, Measure[]>(rows.map((row) => [row, []]));
  try {
    for (let run = -1; run < runs; run += 1) {
      for (const [index, row] of rows.entries()) {
        const address = `${server.origin}/${String(index)}`;
        const one = await measure(browser, server, row, address);
        if (onSlowLine) one.slow = await visit(browser, row, address, slowLine, async (_, ready) => ready);
        if (run >= 0) found.get(row)?.push(one);
      }
      if (run >= 0) console.error(`round ${String(run + 1)} of ${String(runs)}`);
    }
  } finally {
    await browser.close();
    server.close();
  }
  const keys = [
    'bytes',
    'requests',
    'media',
    'ready',
    'slow',
    'opened',
    'openedBytes',
    'mounted',
    'longest',
    'blocked',
    'shift',
  ] as const;
  const medians = (all: readonly Measure[]): Measure => {
    const pairs = keys.flatMap((key) => {
      const values = all.map((one) => one[key]).filter((value) => value !== undefined);
      return values.length > 0 ? [[key, median(values)] as const] : [];
    });
    return Object.fromEntries(pairs) as unknown as Measure;
  };
  return { browser: browser.version(), of: new Map([...found].map(([row, all]) => [row, medians(all)])) };
}
