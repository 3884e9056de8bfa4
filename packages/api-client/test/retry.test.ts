import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ApiError } from '../src/api-error.ts';
import { backOff, pauseBefore, retryAfterOf } from '../src/retry.ts';

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('a pause is anywhere between nothing and a ceiling that doubles, eight seconds at most', () => {
  fc.assert(
    fc.property(fc.nat(40), chance, (attempt, random) => {
      const pause = backOff(attempt, random);
      assert.ok(pause >= 0 && pause <= Math.min(8_000, 300 * 2 ** attempt));
    }),
  );
  assert.equal(backOff(0, 0), 0);
  assert.equal(backOff(2, 0.5), 600);
});

test('Retry-After is read in seconds and as a date', () => {
  const now = Date.parse('2026-11-23T12:00:00Z');
  assert.equal(retryAfterOf('120', now), 120_000);
  assert.equal(retryAfterOf('Mon, 23 Nov 2026 12:00:30 GMT', now), 30_000);
  assert.equal(retryAfterOf('Mon, 23 Nov 2026 11:00:00 GMT', now), 0);
  for (const nothing of [null, '', 'soon']) assert.equal(retryAfterOf(nothing, now), undefined);
});

test('a wait that the server asks for is kept, up to ten seconds', () => {
  fc.assert(
    fc.property(fc.nat(60_000), chance, (retryAfter, random) => {
      const pause = pauseBefore(new ApiError('busy', { retryAfter }), 0, random);
      if (retryAfter > 10_000) assert.equal(pause, undefined);
      else assert.ok(pause !== undefined && pause >= retryAfter);
    }),
  );
});

test('what trying again would not mend is not tried again', () => {
  for (const error of [
    new ApiError('aborted'),
    new ApiError('invalid-answer'),
    new ApiError('refused', { status: 404 }),
  ]) {
    assert.equal(pauseBefore(error, 0, 0.5), undefined);
  }
});
