/** axe as every element test runs it. Its file is a script: it puts itself on the window. */
import type { AxeResults, RunOptions } from 'axe-core';
import 'axe-core/axe.min.js';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4', 'best-practice'];

/** What axe finds wrong, one line per rule with the markup it speaks of. */
export async function axeFindings(element: Element): Promise<string[]> {
  const { axe } = window as unknown as { axe: { run(context: Element, options: RunOptions): Promise<AxeResults> } };
  const { violations } = await axe.run(element, { runOnly: { type: 'tag', values: tags } });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`).join(' ')}`,
  );
}
