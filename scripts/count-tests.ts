/** Counts the tests a check ran, from what its runner printed. */

export interface Tally {
  passed: number;
  failed: number;
}

/** One pattern per runner; the last match of each kind is its closing line. */
const closingLines = [
  // node:test, spec reporter
  { passed: /^ℹ pass (\d+)$/gm, failed: /^ℹ fail (\d+)$/gm, skipped: /^ℹ (?:skipped|todo|cancelled) ([1-9]\d*)$/gm },
  // Playwright's list reporter
  {
    passed: /^\s+(\d+) passed \(/gm,
    failed: /^\s+(\d+) failed$/gm,
    skipped: /^\s+(\d+) (?:skipped|flaky|did not run)$/gm,
  },
  // our own programs
  {
    passed: /^(\d+) passed, \d+ failed/gm,
    failed: /^\d+ passed, (\d+) failed/gm,
    skipped: /^\d+ passed, \d+ failed, (\d+) skipped/gm,
  },
];

const last = (output: string, pattern: RegExp): number | undefined => {
  const found = [...output.matchAll(pattern)].at(-1)?.[1];
  return found === undefined ? undefined : Number(found);
};

/**
 * A check without a count of its own is one test; one that ended badly has at least one failure. A test that was skipped
 * proves nothing, so it counts as failed.
 */
export function countTests(output: string, succeeded: boolean): Tally {
  for (const { passed, failed, skipped } of closingLines) {
    const good = last(output, passed);
    const bad = last(output, failed);
    if (good !== undefined || bad !== undefined) {
      const unproven = (bad ?? 0) + (last(output, skipped) ?? 0);
      return { passed: good ?? 0, failed: Math.max(unproven, succeeded ? 0 : 1) };
    }
  }
  return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
