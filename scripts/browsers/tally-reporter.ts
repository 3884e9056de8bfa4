/** Ends a run of @web/test-runner with the plain line that the checks count by. */
import type { Reporter, TestSession, TestSuiteResult } from '@web/test-runner-core';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

function countSuite(suite: TestSuiteResult, tally: Tally): void {
  for (const test of suite.tests) tally[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
  for (const inner of suite.suites) countSuite(inner, tally);
}

/** A page that fails outside its tests (a module that does not load, an error afterwards) is one failure. */
function count(sessions: readonly TestSession[]): Tally {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  for (const session of sessions) {
    const before = tally.failed;
    if (session.testResults) countSuite(session.testResults, tally);
    if (!session.passed && tally.failed === before) tally.failed += 1;
  }
  return tally;
}

export const tallyReporter = (): Reporter => ({
  stop({ sessions }) {
    const { passed, failed, skipped } = count(sessions);
    // The runner may have left the cursor on a line it meant to draw again.
    console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  },
});
