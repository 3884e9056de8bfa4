/** One way to open a page and ask it something, in each engine. */
import { chromium, firefox, type Browser } from '@playwright/test';
import { chromiumArguments, findProgram, type Engine } from '../browsers/find-browsers.ts';
import { startWebKitDriver } from '../browsers/webkit-driver.ts';

export interface EmbedBrowser {
  readonly engine: Engine;
  open(url: string): Promise<void>;
  /** Evaluates an expression in the page; the answer must be JSON. */
  ask<T>(expression: string): Promise<T>;
  close(): Promise<void>;
}

function playwright(engine: Engine, browser: Browser): EmbedBrowser {
  let page = undefined as Awaited<ReturnType<Browser['newPage']>> | undefined;
  return {
    engine,
    open: async (url) => {
      await page?.context().close();
      page = await (await browser.newContext()).newPage();
      await page.goto(url, { waitUntil: 'load' });
    },
    ask: <T>(expression: string) => {
      if (!page) throw new Error('No page is open.');
      return page.evaluate<T>(expression);
    },
    close: () => browser.close(),
  };
}

async function webkit(): Promise<EmbedBrowser> {
  const driver = await startWebKitDriver();
  const root = `http://127.0.0.1:${driver.port}/session`;
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(root + path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const { value } = (await answer.json()) as { value: T & { message?: string } };
    if (!answer.ok) throw new Error(value.message ?? answer.statusText);
    return value;
  }
  const { sessionId } = await call<{ sessionId: string }>('POST', '', {
    capabilities: { alwaysMatch: driver.capabilities },
  });
  const session = `/${sessionId}`;
  return {
    engine: 'webkit',
    open: async (url) => {
      await call('POST', `${session}/url`, { url });
    },
    ask: (expression) => call('POST', `${session}/execute/sync`, { script: `return ${expression}`, args: [] }),
    close: async () => {
      await call('DELETE', session);
      driver.stop();
    },
  };
}

export async function openEngine(engine: Engine): Promise<EmbedBrowser> {
  if (engine === 'webkit') return webkit();
  const launched =
    engine === 'chromium'
      ? chromium.launch({ executablePath: findProgram('chromium'), args: chromiumArguments })
      : firefox.launch({ channel: 'moz-firefox', executablePath: findProgram('firefox') });
  return playwright(engine, await launched);
}
