/** What an element test may ask of its browser, the same in the three engines. Runs in the page. */
import { executeServerCommand } from '@web/test-runner-commands';

export type CommandName = 'spplus:viewport' | 'spplus:media' | 'spplus:press' | 'spplus:accessible';

/** CSS pixels. */
export interface Viewport {
  width: number;
  height: number;
}

/** Media features by name, e.g. `{ 'forced-colors': 'active' }`; an empty object puts everything back. */
export type MediaFeatures = Partial<
  Record<'forced-colors' | 'prefers-color-scheme' | 'prefers-contrast' | 'prefers-reduced-motion', string>
>;

/** An element as assistive tools get it. */
export interface AccessibleNode {
  role: string;
  name: string;
}

const ask = <T>(command: CommandName, payload: unknown): Promise<T> => executeServerCommand(command, payload);

/** Resizes the page. False where the engine would not go that narrow (WebKitGTK: 447 px); put the element in a frame then. */
export const viewport = (size: Viewport): Promise<boolean> => ask('spplus:viewport', size);

/** Emulates media features. False where the engine cannot (only Chromium can while it runs). */
export const media = (features: MediaFeatures): Promise<boolean> => ask('spplus:media', features);

/** Presses a key, or several at once: `press('Tab')`, `press('Shift+Tab')`, `press('Enter')`. */
export const press = (keys: string): Promise<boolean> => ask('spplus:press', keys.split('+'));

/**
 * Role and name that the engine itself computes for an element, also inside shadow roots. `undefined` in Firefox, which
 * tells them to no driver. Role names are the engine's own: Chromium says `StaticText` where ARIA has no word.
 */
export async function accessible(element: Element): Promise<AccessibleNode | undefined> {
  const page = globalThis as { __spplusAsked?: Element };
  page.__spplusAsked = element;
  try {
    const node = await ask<Partial<AccessibleNode>>('spplus:accessible', null);
    return node.role === undefined || node.name === undefined ? undefined : { role: node.role, name: node.name };
  } finally {
    delete page.__spplusAsked;
  }
}

export const engine: 'chromium' | 'firefox' | 'webkit' = /Firefox\//.test(navigator.userAgent)
  ? 'firefox'
  : /Chrome\//.test(navigator.userAgent)
    ? 'chromium'
    : 'webkit';

/** The server started for this run: a real one, on its embedded database. */
export interface TestApi {
  /** Root of the API, without a trailing slash. */
  api: string;
  /** A service that lists the test pages among its sites. */
  service: string;
  /** Token of an agent with every right on that service. */
  token: string;
}

export function testApi(): TestApi {
  const { __spplusApi: found } = globalThis as { __spplusApi?: TestApi | null };
  if (!found) throw new Error('The API of the tests did not start; the runner said why when it began.');
  return found;
}
