import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isDistribution, stepsOf, tally, type AnswerScale, type Distribution } from '../src/answer-counts.ts';
import {
  changeBetween,
  meanMark,
  netError,
  netRange,
  netShare,
  reliabilityOf,
  satisfiedShare,
  shareError,
  shareRange,
} from '../src/indicators.ts';

const scales: readonly AnswerScale[] = ['two', 'three', 'four', 'ten'];
const anyDistribution = fc
  .constantFrom(...scales)
  .chain((scale) =>
    fc
      .array(fc.nat(5000), { minLength: stepsOf(scale), maxLength: stepsOf(scale) })
      .map((counts): Distribution => ({ scale, counts })),
  )
  .filter(isDistribution);

const percent = (share: number | undefined) => Math.round((share ?? Number.NaN) * 1000) / 10;

test('a share is that of satisfied answers, by the line that each scale draws', () => {
  assert.equal(percent(satisfiedShare({ scale: 'three', counts: [11, 20, 69] })), 69);
  assert.equal(percent(satisfiedShare({ scale: 'four', counts: [5, 15, 50, 30] })), 80);
  assert.equal(percent(satisfiedShare({ scale: 'two', counts: [1, 3] })), 75);
  assert.equal(percent(satisfiedShare({ scale: 'ten', counts: [0, 0, 0, 0, 0, 0, 5, 3, 1, 1] })), 50);
});

test('a net share is satisfied less dissatisfied, and marks have none', () => {
  // Baromètre des services publics, DITP, 2025: 69 satisfied, 20 neutral, 11 dissatisfied; effort 63, 24, 13.
  assert.equal(percent(netShare({ scale: 'three', counts: [11, 20, 69] })), 58);
  assert.equal(percent(netShare({ scale: 'three', counts: [13, 24, 63] })), 50);
  assert.equal(netShare({ scale: 'ten', counts: [0, 0, 0, 0, 0, 0, 0, 1, 0, 0] }), undefined);
});

test('a mark out of ten is a mean', () => {
  assert.equal(meanMark({ scale: 'three', counts: [0, 1, 1] }), 7.5);
  assert.equal(meanMark({ scale: 'ten', counts: [0, 0, 0, 0, 0, 0, 1, 0, 1, 0] }), 8);
  assert.equal(meanMark({ scale: 'four', counts: [1, 1, 1, 1] }), undefined);
});

// Wilson 95 %, as published tables give it to a tenth of a percent.
for (const [share, n, low, high] of [
  [0.8, 30, 62.7, 90.5],
  [0.8, 100, 71.1, 86.7],
  [0.8, 385, 75.7, 83.7],
  [0.8, 1000, 77.4, 82.4],
  [0.5, 100, 40.4, 59.6],
  [0.5, 385, 45, 55],
] as const) {
  test(`the range of ${share * 100} % over ${n} answers is ${low} to ${high}`, () => {
    const [from, to] = shareRange(share, n);
    assert.ok(Math.abs(from * 100 - low) <= 0.1, `${from}`);
    assert.ok(Math.abs(to * 100 - high) <= 0.1, `${to}`);
  });
}

for (const [n, half] of [
  [100, 13.3],
  [400, 6.7],
  [1000, 4.2],
] as const) {
  test(`69 satisfied and 11 dissatisfied of a hundred, over ${n} answers, is +58 give or take ${half}`, () => {
    const [from, to] = netRange(0.69, 0.11, n);
    assert.ok(Math.abs((to - from) * 50 - half) <= 0.1, `${(to - from) * 50}`);
  });
}

test('floors: nothing under 11, too few under 30, a range under 100', () => {
  assert.deepEqual([0, 10, 11, 29, 30, 99, 100].map(reliabilityOf), [
    'hidden',
    'hidden',
    'too-few',
    'too-few',
    'range',
    'range',
    'full',
  ]);
});

test('a difference within chance is stable', () => {
  const error = (share: number, n: number) => shareError(share, n);
  assert.equal(changeBetween(0.77, 0.81, error(0.77, 200), error(0.81, 200)), 'stable');
  assert.equal(changeBetween(0.77, 0.81, error(0.77, 5000), error(0.81, 5000)), 'up');
  assert.equal(changeBetween(0.81, 0.77, error(0.81, 5000), error(0.77, 5000)), 'down');
});

test('whatever the answers: shares and ranges stay in their bounds, and the range holds the share', () => {
  fc.assert(
    fc.property(anyDistribution, (distribution) => {
      const { n, positive, negative } = tally(distribution);
      assert.equal(
        n,
        distribution.counts.reduce((sum, count) => sum + count, 0),
      );
      const share = satisfiedShare(distribution) ?? Number.NaN;
      const [low, high] = shareRange(share, n);
      assert.ok(low >= 0 && low <= share + 1e-12 && share - 1e-12 <= high && high <= 1);
      if (negative === undefined) return;
      const net = netShare(distribution) ?? Number.NaN;
      assert.ok(net >= -1 && net <= share && positive + negative <= n);
      const [from, to] = netRange(positive / n, negative / n, n);
      assert.ok(from >= -1 && from <= net + 1e-12 && net - 1e-12 <= to && to <= 1);
    }),
  );
});

test('more answers of the same kind narrow the range', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 1e6 }), (share, n) => {
      const width = (count: number) => {
        const [low, high] = shareRange(share, count);
        return high - low;
      };
      assert.ok(width(n * 4) < width(n));
    }),
  );
});

test('a satisfied answer more never lowers a share, nor a net share', () => {
  fc.assert(
    fc.property(anyDistribution, (distribution) => {
      const more = {
        ...distribution,
        counts: distribution.counts.map((count, i, all) => count + Number(i === all.length - 1)),
      };
      assert.ok((satisfiedShare(more) ?? 0) >= (satisfiedShare(distribution) ?? 0));
      assert.ok((netShare(more) ?? 0) >= (netShare(distribution) ?? 0));
    }),
  );
});

test('the error of a net share is that of a difference of shares of the same answers', () => {
  // Variance of a variable that is 1, 0 or -1, computed from its definition.
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), fc.nat(500), (up, level, down) => {
      const n = up + level + down;
      fc.pre(n > 0);
      const mean = (up - down) / n;
      const variance = (up * (1 - mean) ** 2 + level * mean ** 2 + down * (-1 - mean) ** 2) / n;
      assert.ok(Math.abs(netError(up / n, down / n, n) - Math.sqrt(variance / n)) < 1e-9);
    }),
  );
});
