import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countTests } from '../count-tests.ts';

test("reads the closing lines of Node's runner", () => {
  assert.deepEqual(countTests('ℹ tests 5\nℹ pass 4\nℹ fail 1\n', false), { passed: 4, failed: 1 });
});

test("reads Playwright's summary, with and without failures", () => {
  assert.deepEqual(countTests('  2 failed\n    [chromium] › a\n  12 passed (3.4s)\n', false), {
    passed: 12,
    failed: 2,
  });
  assert.deepEqual(countTests('  12 passed (3.4s)\n', true), { passed: 12, failed: 0 });
});

test('reads the plain line of our own programs, the last one if there are several', () => {
  assert.deepEqual(countTests('1 passed, 0 failed\n30 passed, 0 failed\n', true), { passed: 30, failed: 0 });
});

test('counts a check without a count as one', () => {
  assert.deepEqual(countTests('', true), { passed: 1, failed: 0 });
  assert.deepEqual(countTests('error TS2322', false), { passed: 0, failed: 1 });
});

test('never calls a check that ended badly a success', () => {
  assert.deepEqual(countTests('ℹ pass 4\nℹ fail 0\n', false), { passed: 4, failed: 1 });
});

test('counts a skipped test as failed', () => {
  assert.deepEqual(countTests('ℹ pass 4\nℹ fail 0\nℹ skipped 1\n', true), { passed: 4, failed: 1 });
  assert.deepEqual(countTests('  1 skipped\n  12 passed (3.4s)\n', true), { passed: 12, failed: 1 });
});
