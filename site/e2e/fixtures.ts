/**
 * What every end-to-end test stands on: the real demonstration in a process of its own, a line to the API that can be made
 * bad, and a watch that fails the test on a policy violation, a request to anywhere else, a cookie or stored data.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test as base, type Page } from '@playwright/test';
import { nodeArguments, nodeBinary } from '../../scripts/with-node.mjs';
import { ApiReader } from './api-reader.ts';
import { startFaultProxy, type FaultProxy } from './fault-proxy.ts';

export interface RunningDemo {
  site: string;
  api: string;
  token: string;
  line: FaultProxy;
  /** What the API holds, read through the API itself. */
  reader: ApiReader;
  killApi(): Promise<void>;
  restartApi(): Promise<void>;
  /** Adds the service `mairie-prudente`, which asks for a proof of work. */
  askForProof(): Promise<void>;
}

interface Message {
  name: string;
  [key: string]: string;
}

function nextMessage(child: ChildProcess, name: string): Promise<Message> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: Message) => {
      if (message.name === 'fault') reject(new Error(message['message']));
      if (message.name !== name) return;
      child.off('message', onMessage);
      resolve(message);
    };
    child.on('message', onMessage);
    child.once('exit', (code) => reject(new Error(`The demonstration ended with code ${code} before « ${name} ».`)));
  });
}

async function runDemo(use: (demo: RunningDemo) => Promise<void>): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'spplus-e2e-'));
  // As root, PostgreSQL runs under its own account, which must be able to walk through this folder.
  chmodSync(data, 0o755);
  const line = await startFaultProxy();
  const program = fileURLToPath(new URL('../demo/for-tests.ts', import.meta.url));
  const child = fork(program, [data, line.origin], {
    execPath: nodeBinary(),
    execArgv: nodeArguments,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ask = async (command: string) => {
    child.send(command);
    await nextMessage(child, command);
  };
  try {
    const { site = '', api = '', token = '' } = await nextMessage(child, 'ready');
    line.connectTo(api);
    await use({
      site,
      api,
      token,
      line,
      reader: new ApiReader(api, token),
      killApi: () => ask('kill-api'),
      restartApi: () => ask('restart-api'),
      askForProof: () => ask('ask-for-proof'),
    });
  } finally {
    if (child.connected) await ask('stop').catch(() => child.kill());
    await line.close();
    rmSync(data, { recursive: true, force: true });
  }
}

interface Watch {
  /** Policy violations and uncaught errors so far. */
  faults: string[];
  /** Requests to other places than the site, its API and what the test serves itself. */
  elsewhere: string[];
  /** Origins that a request may go to. */
  ours: string[];
}

async function watchPage(page: Page, { site, line, api }: RunningDemo): Promise<Watch> {
  const watch: Watch = { faults: [], elsewhere: [], ours: [site, line.origin, api] };
  page.on('request', (request) => {
    const url = request.url();
    if (!watch.ours.some((origin) => url.startsWith(origin)) && !/^(data|blob|about):/.test(url))
      watch.elsewhere.push(url);
  });
  page.on('pageerror', (error) => watch.faults.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted ?Type|integrity/i.test(message.text())) watch.faults.push(message.text());
  });
  return watch;
}

export const test = base.extend<{ watch: Watch }, { demo: RunningDemo }>({
  demo: [
    // Playwright reads the names of the wanted fixtures in this pattern.
    async ({}, use) => {
      await runDemo(use);
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ demo }, use) => {
    await use(demo.site);
  },
  watch: [
    async ({ page, demo }, use) => {
      demo.line.heal();
      const watch = await watchPage(page, demo);
      await use(watch);
      demo.line.heal();
      expect(watch.faults, 'no policy violation, no uncaught error').toEqual([]);
      expect(watch.elsewhere, 'no request to a third party').toEqual([]);
      expect(await page.context().cookies(), 'no cookie').toEqual([]);
      const stored = await page.evaluate(() => localStorage.length).catch(() => 0);
      expect(stored, 'nothing in localStorage').toBe(0);
    },
    { auto: true },
  ],
});

export { expect };
