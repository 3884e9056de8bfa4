/** Runs axe in a page, shadow roots included, and words what it finds. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'RGAAv4'];

interface Axe {
  run(context: ElementContext, options: RunOptions): Promise<AxeResults>;
}

/** One line for each violation; none when all is well. `leaveOut` names rules that the situation makes meaningless. */
export async function violations(page: Page, leaveOut: readonly string[] = []): Promise<string[]> {
  // Evaluated by the browser's debugger, which the page's policy does not concern.
  await page.evaluate(source);
  const results = await page.evaluate(
    ([wanted, left]) => {
      const { axe } = globalThis as unknown as { axe: Axe };
      const rules = Object.fromEntries(left.map((rule) => [rule, { enabled: false }]));
      return axe.run(document, { runOnly: { type: 'tag', values: [...wanted] }, rules, resultTypes: ['violations'] });
    },
    [tags, leaveOut] as const,
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} – ${node.target.flat().join(' ')} – ${node.failureSummary ?? ''}`),
  );
}

/** How many pixels of content stand beyond the sides of the window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
