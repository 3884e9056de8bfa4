/** Every story of the static Storybook in Chromium: it draws, its play function passes, and axe finds nothing. */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import type { PageSetting } from '../../stories/page-setting.ts';
import type { StoryOutcome } from '../../stories/csp.ts';
import { chromiumArguments, findProgram } from '../browsers/find-browsers.ts';
import { serveFolder } from './static-server.ts';

const folder = 'stories/storybook-static';

/** What Storybook's preview says when a story has drawn, played and been looked at by axe. */
interface Finished {
  storyId: string;
  status: string;
  reporters: {
    type: string;
    status: string;
    result?: { violations?: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] };
  }[];
}
interface PreviewWindow {
  __spplusFinished?: Finished | null;
  __STORYBOOK_ADDONS_CHANNEL__?: {
    on(event: string, listen: (data: Finished) => void): void;
    emit(event: string, data: unknown): void;
  };
}

export async function buildStorybook(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const words = ['build', '-c', 'stories/.storybook', '-o', folder, '--disable-telemetry', '--quiet'];
  const child = spawn(
    process.execPath,
    ['--conditions=@spplus/source', 'node_modules/storybook/dist/bin/dispatcher.js', ...words],
    {
      env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`Storybook could not be built.\n${said}`);
}

function storyIds(): string[] {
  const { entries } = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')) as {
    entries: Record<string, { id: string; type: string }>;
  };
  return Object.values(entries).flatMap(({ id, type }) => (type === 'story' ? [id] : []));
}

function faultsOf({ status, reporters }: Finished): string[] {
  const faults = reporters
    .filter((reporter) => reporter.status === 'failed')
    .flatMap(({ type, result }) =>
      (result?.violations ?? []).flatMap(({ id, help, nodes }) =>
        nodes.map(({ target }) => `${type} ${id}: ${help} ${JSON.stringify(target)}`),
      ),
    );
  if (!reporters.some(({ type }) => type === 'a11y')) faults.push('axe did not look at it');
  if (status !== 'success' && faults.length === 0) faults.push(`ended with the status ${status}`);
  return faults;
}

/** Goes from story to story in one page, which is ten times faster than a page each. */
async function walk(page: Page, origin: string, ids: readonly string[], setting: PageSetting): Promise<StoryOutcome[]> {
  const errors: string[] = [];
  const strangers = new Set<string>();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url())) strangers.add(request.url());
  });
  await page.addInitScript(() => {
    const preview = globalThis as PreviewWindow;
    let channel: PreviewWindow['__STORYBOOK_ADDONS_CHANNEL__'];
    Object.defineProperty(preview, '__STORYBOOK_ADDONS_CHANNEL__', {
      configurable: true,
      get: () => channel,
      set: (given: typeof channel) => {
        channel = given;
        given?.on('storyFinished', (finished) => (preview.__spplusFinished = finished));
      },
    });
  });
  const globals = Object.entries(setting)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
  const outcomes: StoryOutcome[] = [];
  for (const [position, id] of ids.entries()) {
    if (position === 0) await page.goto(`${origin}/iframe.html?id=${id}&viewMode=story&globals=${globals}`);
    else {
      await page.evaluate((storyId) => {
        const preview = globalThis as PreviewWindow;
        preview.__spplusFinished = null;
        preview.__STORYBOOK_ADDONS_CHANNEL__?.emit('setCurrentStory', { storyId, viewMode: 'story' });
      }, id);
    }
    const finished = await page
      .waitForFunction(
        (storyId) => {
          const found = (globalThis as PreviewWindow).__spplusFinished;
          return found?.storyId === storyId && found;
        },
        id,
        { timeout: 20_000, polling: 25 },
      )
      .then((handle) => handle.jsonValue() as Promise<Finished>)
      .catch(() => undefined);
    const faults = finished ? faultsOf(finished) : ['did not finish within 20 seconds'];
    outcomes.push({ story: id, faults: [...faults, ...errors.splice(0)] });
  }
  for (const address of strangers) outcomes.push({ story: 'no request leaves the machine', faults: [address] });
  return outcomes;
}

/** Outcomes by setting of the page. */
export async function storiesWithAxe(settings: readonly PageSetting[]): Promise<Map<string, StoryOutcome[]>> {
  const server = await serveFolder(folder);
  const browser = await chromium.launch({ executablePath: findProgram('chromium'), args: chromiumArguments });
  try {
    const outcomes = new Map<string, StoryOutcome[]>();
    for (const setting of settings) {
      const page = await browser.newPage();
      outcomes.set(Object.values(setting).join(' '), await walk(page, server.origin, storyIds(), setting));
      await page.close();
    }
    return outcomes;
  } finally {
    await browser.close();
    server.stop();
  }
}
