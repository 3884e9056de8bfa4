/** Counts the tests a check ran, from what its runner printed. */

export interface Tally {
  passed: number;
  failed: number;
}

/** One pattern per runner; the last match of each kind is its closing line. */
const closingLines = [
  { passed: /^ℹ pass (\d+)$/gm, failed: /^ℹ fail (\d+)$/gm }, // node:test, spec reporter
  { passed: /^\s+(\d+) passed \(/gm, failed: /^\s+(\d+) failed$/gm }, // Playwright's list reporter
  { passed: /^(\d+) passed, \d+ failed/gm, failed: /^\d+ passed, (\d+) failed/gm }, // our own programs
];

const last = (output: string, pattern: RegExp): number | undefined => {
  const found = [...output.matchAll(pattern)].at(-1)?.[1];
  return found === undefined ? undefined : Number(found);
};

/** A check without a count of its own is one test; one that ended badly has at least one failure. */
export function countTests(output: string, succeeded: boolean): Tally {
  for (const { passed, failed } of closingLines) {
    const good = last(output, passed);
    const bad = last(output, failed);
    if (good !== undefined || bad !== undefined) {
      return { passed: good ?? 0, failed: Math.max(bad ?? 0, succeeded ? 0 : 1) };
    }
  }
  return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
