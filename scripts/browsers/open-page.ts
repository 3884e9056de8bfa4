/** Opens one address in an engine and leaves it there until told to close. */
import { chromium, firefox } from '@playwright/test';
import { loopback } from '../../site/demo/ports.ts';
import { chromiumArguments, findProgram, type Engine } from './find-browsers.ts';
import { startWebKitDriver } from './webkit-driver.ts';

export interface OpenPage {
  close(): Promise<void>;
}

async function openInWebKit(address: string): Promise<OpenPage> {
  const { port, capabilities, stop } = await startWebKitDriver();
  const command = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`http://${loopback}:${port}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: { error?: string; message?: string } | null };
    if (value?.error) throw new Error(`${value.error}: ${value.message ?? ''}`);
    return value;
  };
  try {
    const { sessionId } = (await command('POST', '/session', { capabilities: { alwaysMatch: capabilities } })) as {
      sessionId: string;
    };
    await command('POST', `/session/${sessionId}/url`, { url: address });
    return {
      close: async () => {
        await command('DELETE', `/session/${sessionId}`);
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

export async function openPage(engine: Engine, address: string): Promise<OpenPage> {
  if (engine === 'webkit') return openInWebKit(address);
  const browser =
    engine === 'chromium'
      ? await chromium.launch({ executablePath: findProgram('chromium'), args: chromiumArguments })
      : // This channel drives an ordinary Firefox through WebDriver BiDi; without it Playwright wants a build of its own.
        await firefox.launch({ channel: 'moz-firefox', executablePath: findProgram('firefox') });
  const page = await browser.newPage();
  await page.goto(address);
  return { close: () => browser.close() };
}
