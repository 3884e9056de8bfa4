/**
 * What element tests may ask of the browser that runs them, in each engine: the runner's own commands refuse WebDriver or
 * Firefox for most of it. The pages' side is commands.ts.
 */
import type { ChromeLauncher } from '@web/test-runner-chrome';
import type { TestRunnerPlugin } from '@web/test-runner-core';
import type { WebdriverLauncher } from '@web/test-runner-webdriver';
import type { CDPSession, ElementHandle, KeyInput, Page } from 'puppeteer-core';
import type { AccessibleNode, CommandName, MediaFeatures, Viewport } from './commands.ts';

interface Hands {
  viewport(size: Viewport): Promise<boolean>;
  media(features: MediaFeatures): Promise<boolean>;
  press(keys: readonly string[]): Promise<boolean>;
  /** The element the page put under `__spplusAsked`, as assistive tools get it. */
  accessible(): Promise<AccessibleNode | null>;
}

const developerTools = new WeakMap<Page, CDPSession>();
async function toolsOf(page: Page): Promise<CDPSession> {
  const tools = developerTools.get(page) ?? (await page.createCDPSession());
  developerTools.set(page, tools);
  return tools;
}

/** Chromium, and Firefox as far as WebDriver BiDi goes. */
function puppeteerHands(page: Page, isChromium: boolean): Hands {
  return {
    viewport: async (size) => {
      await page.setViewport(size);
      return true;
    },
    media: async (features) => {
      if (!isChromium) return false;
      const list = Object.entries(features).map(([name, value]) => ({ name, value }));
      await (await toolsOf(page)).send('Emulation.setEmulatedMedia', { media: '', features: list });
      return true;
    },
    press: async (keys) => {
      const held = keys.slice(0, -1) as KeyInput[];
      for (const key of held) await page.keyboard.down(key);
      await page.keyboard.press(keys.at(-1) as KeyInput);
      for (const key of held.reverse()) await page.keyboard.up(key);
      return true;
    },
    accessible: async () => {
      if (!isChromium) return null;
      const asked = (await page.evaluateHandle('globalThis.__spplusAsked')) as ElementHandle;
      const found = await page.accessibility.snapshot({ root: asked, interestingOnly: false });
      return found && { role: found.role, name: found.name ?? '' };
    },
  };
}

/** A window of MiniBrowser is never narrower than this; its own bars take the rest of the height. */
const narrowestWindow = 447;
const windowBars = 38;

/** What is used of webdriverio's session, which the launcher keeps to itself. */
interface WebDriverSession {
  setWindowSize(width: number, height: number): Promise<void>;
  keys(keys: string[]): Promise<void>;
  execute(script: string): Promise<unknown>;
  getElementComputedRole(id: string): Promise<string>;
  getElementComputedLabel(id: string): Promise<string>;
}

function webdriverHands(launcher: WebdriverLauncher): Hands {
  const { driver } = launcher as unknown as { driver: WebDriverSession };
  return {
    viewport: async ({ width, height }) => {
      await driver.setWindowSize(width, height + windowBars);
      return width >= narrowestWindow;
    },
    media: () => Promise.resolve(false),
    press: async (keys) => {
      await driver.keys([...keys]);
      return true;
    },
    accessible: async () => {
      const asked = await driver.execute('return globalThis.__spplusAsked');
      // A reference to an element is an object of one field: its id, under a key that the standard fixes.
      const [id] = Object.values(asked as Record<string, string>);
      if (!id) return null;
      return { role: await driver.getElementComputedRole(id), name: await driver.getElementComputedLabel(id) };
    },
  };
}

export function engineCommands(): TestRunnerPlugin {
  return {
    name: 'spplus-engine-commands',
    executeCommand({ command, payload, session }) {
      const { browser } = session;
      if (!command.startsWith('spplus:')) return undefined;
      const hands =
        browser.type === 'webdriver'
          ? webdriverHands(browser as WebdriverLauncher)
          : puppeteerHands((browser as ChromeLauncher).getPage(session.id), !browser.name.startsWith('Firefox'));
      switch (command as CommandName) {
        case 'spplus:viewport':
          return hands.viewport(payload as Viewport);
        case 'spplus:media':
          return hands.media(payload as MediaFeatures);
        case 'spplus:press':
          return hands.press(payload as string[]);
        case 'spplus:accessible':
          // A command answers with an object: null would mean that no plugin knows it.
          return hands.accessible().then((node) => node ?? {});
      }
    },
  };
}
