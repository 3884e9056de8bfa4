import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseDay } from '../src/civil-date.ts';
import type { Result, TrendPoint } from '../src/results.ts';
import { readResults } from '../src/results-reader.ts';
import { resultView } from '../src/result-view.ts';

const now = parseDay('2026-11-24') ?? 0;
const year = (y: number) => ({ from: `${y}-01-01`, to: `${y}-12-31` });
const rate = (more: Partial<Result> = {}): Result => ({
  code: 'satisfaction',
  unit: '%',
  period: { from: '2025-11-01', to: '2026-10-31' },
  ...more,
});
const read = (...indicators: unknown[]) => readResults({ structure: 'Mairie', indicators }, now);
const view = (result: Result) => {
  const { results, faults } = read(result);
  assert.deepEqual(faults, []);
  const [first] = results?.indicators ?? [];
  assert.ok(first);
  return resultView(first, now);
};
const three = (bad: number, neutral: number, good: number) =>
  ({ scale: 'three', counts: [bad, neutral, good] }) as const;

test('counts give the rate, its range and the number of answers, in whole percents under a thousand', () => {
  const { state, value, range, n } = view(rate({ distribution: three(44, 80, 276) }));
  assert.deepEqual({ state, value, range, n }, { state: 'shown', value: 69, range: [64, 73], n: 400 });
  assert.equal(view(rate({ distribution: three(1111, 2000, 6889) })).value, 68.9);
});

test('a net rate is made of the same counts', () => {
  const net: Result = { ...rate({ distribution: three(44, 80, 276) }), code: 'satisfaction-net', unit: 'points' };
  const { value, range } = view(net);
  assert.deepEqual({ value, range }, { value: 58, range: [51, 65] });
});

test('few answers: nothing at all, not enough, or a range alone', () => {
  assert.deepEqual(view(rate({ distribution: three(1, 1, 8) })), {
    code: 'satisfaction',
    label: undefined,
    unit: '%',
    comparisons: [],
    points: [],
    isStale: false,
    state: 'hidden',
  });
  const few = view(rate({ distribution: three(5, 5, 19) }));
  assert.deepEqual([few.state, few.n, few.value, few.range], ['too-few', 29, undefined, undefined]);
  const range = view(rate({ distribution: three(10, 10, 60) }));
  assert.deepEqual([range.state, range.value, range.range], ['range', undefined, [65, 83]]);
});

test('a figure published without its number of answers stays as published', () => {
  for (const [value, unit] of [
    [95.16, '%'],
    [12, 'days'],
    [2.75, '/5'],
  ] as const) {
    const shown = view(rate({ value, unit, code: 'x', label: 'X' }));
    assert.deepEqual([shown.state, shown.value, shown.range, shown.n], ['shown', value, undefined, undefined]);
  }
});

test('every published figure at hand reads and shows as published', () => {
  type Published = { indicators: { id: string; value: number; previous?: number; unit: string }[] };
  for (const file of ['prefecture-moselle-2021T2', 'prefecture-alpes-haute-provence-2020T1']) {
    const text = readFileSync(new URL(`data/results/${file}.json`, import.meta.url), 'utf8');
    for (const { id, value, previous, unit } of (JSON.parse(text) as Published).indicators) {
      const trend: TrendPoint[] = previous === undefined ? [] : [{ period: year(2019), value: previous }];
      const ours = unit === 'jours' ? 'days' : (unit as Result['unit']);
      const shown = view({ code: id, label: id, unit: ours, value, trend });
      assert.equal(shown.value, value, id);
      if (previous !== undefined) assert.equal(shown.trend?.before, previous, id);
    }
  }
  type Barometer = { national: { indicator: string; positive: number; neutral: number; negative: number }[] };
  const text = readFileSync(new URL('data/results/barometre-2025.json', import.meta.url), 'utf8');
  for (const { positive, neutral, negative } of (JSON.parse(text) as Barometer).national) {
    const shown = view(rate({ distribution: three(negative * 250, neutral * 250, positive * 250) }));
    assert.equal(shown.value, positive);
  }
});

test('says why there is no figure', () => {
  for (const state of ['missing', 'coming', 'not-applicable'] as const)
    assert.equal(view(rate({ state, value: 80 })).state, state);
  assert.equal(view(rate()).state, 'missing');
});

test('is stale after twelve months', () => {
  assert.equal(view(rate({ value: 80, updated: '2025-11-24' })).isStale, false);
  assert.equal(view(rate({ value: 80, updated: '2025-11-20' })).isStale, true);
  assert.equal(view(rate({ value: 80, period: year(2024) })).isStale, true);
});

test('a trend is said only where it is more than chance', () => {
  const before = (value: number, n?: number): Partial<Result> => ({
    trend: [{ period: year(2024), value, ...(n && { n }) }],
  });
  const trend = (more: Partial<Result>) => view(rate(more)).trend;
  assert.equal(trend({ value: 81, n: 5000, ...before(77, 5000) })?.change, 'up');
  assert.equal(trend({ value: 81, n: 200, ...before(77, 200) })?.change, 'stable');
  assert.equal(trend({ value: 81, ...before(77) })?.change, 'unknown');
  assert.equal(trend({ value: 81, ...before(81) })?.change, 'stable');
  // What too few people said is no point of comparison.
  assert.equal(trend({ value: 81, n: 5000, ...before(77, 50) }), undefined);
  assert.equal(trend({ value: 81, n: 5000 }), undefined);
});

test('less is better where it is, for the trend and for the target', () => {
  const days = (value: number, target: number) =>
    view({
      ...rate({ value, target, lowerIsBetter: true, trend: [{ period: year(2024), value: 20 }] }),
      unit: 'days',
    });
  assert.equal(days(12, 15).trend?.isBetter, true);
  assert.equal(days(31, 15).trend?.isBetter, false);
  assert.deepEqual(days(12, 15).target, { value: 15, isReached: true });
  assert.deepEqual(days(31, 15).target, { value: 15, isReached: false });
});

test('a target within the range is neither reached nor missed', () => {
  const target = (value: number) => view(rate({ distribution: three(44, 80, 276), target: value })).target?.isReached;
  assert.deepEqual([60, 70, 80].map(target), [true, undefined, false]);
});

test('rates of scales that differ are never compared', () => {
  const four = { scale: 'four', counts: [50, 100, 150, 100] } as const;
  const { trend, comparisons } = view(
    rate({
      distribution: three(44, 80, 276),
      trend: [{ period: year(2024), distribution: four }],
      comparisons: [
        { level: 'national', value: 69, scale: 'three' },
        { level: 'region', value: 71, scale: 'four' },
      ],
    }),
  );
  assert.equal(trend, undefined);
  assert.deepEqual(
    comparisons.map(({ isComparable }) => isComparable),
    [true, false],
  );
});

test('a change of method is marked, and nothing is compared across it', () => {
  const shown = view(
    rate({
      value: 81,
      n: 5000,
      trend: [
        { period: year(2023), value: 60, n: 5000 },
        { period: year(2024), methodChange: 'Nouvelle enquête' },
      ],
    }),
  );
  assert.equal(shown.trend, undefined);
  assert.deepEqual(
    shown.points.map(({ value, methodChange }) => [value, methodChange]),
    [
      [60, undefined],
      [undefined, 'Nouvelle enquête'],
      [81, undefined],
    ],
  );
});

for (const [why, more] of [
  ['impossible', { value: 140 }],
  ['impossible', { value: -1 }],
  ['malformed', { value: '77' }],
  ['malformed', { value: 77, n: -3 }],
  ['malformed', { value: 77, n: 2.5 }],
  ['future', { value: 77, updated: '2031-01-01' }],
  ['future', { value: 77, period: { from: '2031-01-01', to: '2031-12-31' } }],
  ['ends-before-it-starts', { value: 77, period: { from: '2026-02-01', to: '2026-01-01' } }],
  ['not-a-distribution', { distribution: { scale: 'three', counts: [1, 2] } }],
  ['not-a-distribution', { distribution: { scale: 'three', counts: [0, 0, 0] } }],
] as const) {
  test(`what cannot be true is named, never drawn: ${why}, ${JSON.stringify(more)}`, () => {
    const { results, faults } = read({ ...rate(), ...more }, rate({ value: 80 }));
    assert.ok(faults.some((fault) => fault.why === why && fault.field.startsWith('indicators[0]')));
    const [broken, sound] = (results?.indicators ?? []).map((one) => resultView(one, now));
    assert.deepEqual([broken?.state, broken?.why, broken?.value, broken?.points], ['unreadable', why, undefined, []]);
    assert.equal(sound?.value, 80);
  });
}

test('ten thousand points: the newest are kept, and the fault is told', () => {
  const trend = Array.from({ length: 10_000 }, () => ({ period: year(2020), value: 50 }));
  const { results, faults } = read(rate({ value: 80, trend }));
  assert.ok((results?.indicators[0]?.trend?.length ?? 0) <= 400);
  assert.ok(faults.some(({ why }) => why === 'too-long'));
});

test('whatever the JSON: nothing throws, and no figure is out of its bounds', () => {
  const part = fc.oneof(fc.jsonValue(), fc.integer({ min: -200, max: 200 }));
  const anyResult = fc.record(
    {
      code: fc.constantFrom<unknown>('satisfaction', 'x', 3),
      unit: fc.constantFrom<unknown>('%', 'points', 'days', '/10', 'euros'),
      value: part,
      n: part,
      distribution: fc.oneof(part, fc.record({ scale: fc.constantFrom('three', 'four'), counts: fc.array(part) })),
      period: fc.oneof(part, fc.constant(year(2025))),
      trend: fc.oneof(part, fc.array(fc.record({ period: fc.constant(year(2024)), value: part }))),
      target: part,
      comparisons: part,
      updated: part,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(anyResult, fc.jsonValue())), (indicators) => {
      const { results } = read(...indicators);
      for (const one of results?.indicators ?? []) {
        const { value, unit, points } = resultView(one, now);
        for (const figure of [value, ...points.map((point) => point.value)]) {
          if (figure === undefined) continue;
          assert.ok(Math.abs(figure) <= { '%': 100, points: 100, days: 3660, '/10': 10, '/5': 5, count: 1e9 }[unit]);
          if (unit === '%') assert.ok(figure >= 0);
        }
      }
    }),
  );
  for (const value of [null, 3, [], '', { structure: 'x' }]) assert.equal(readResults(value, now).results, undefined);
});
