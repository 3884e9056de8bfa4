import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  announcedLastDay,
  isQueueAt,
  measuredDelay,
  percentileOf,
  processingDays,
  type AnnouncedDelay,
  type DelayCourse,
  type UserWait,
} from '../src/announced-delay.ts';
import { isoDay } from '../src/civil-date.ts';
import { day } from './legal-builders.ts';

const wait = (from: string, to?: string): UserWait => [day(from), to === undefined ? undefined : day(to)];
const filed = { filing: day('2026-03-02'), waits: [] };

const lastDay = (delay: AnnouncedDelay, course: DelayCourse = filed, today = '2026-03-20') => {
  const last = announcedLastDay(delay, course, { territory: 'metropole', today: day(today) });
  return last === undefined ? undefined : isoDay(last);
};
const fixed = (max: number, more: Partial<AnnouncedDelay> = {}): AnnouncedDelay =>
  ({ form: 'fixed', max, unit: 'day', basisFrom: 'filing', ...more }) as AnnouncedDelay;

const anyWaits = fc.array(
  fc
    .tuple(fc.nat(400), fc.option(fc.nat(400), { nil: undefined }))
    .map(([from, length]): UserWait => [from, length === undefined ? undefined : from + length]),
  { maxLength: 6 },
);

describe('An announced delay', () => {
  it('ends on a day, whatever its unit', () => {
    assert.equal(lastDay(fixed(10)), '2026-03-12');
    assert.equal(lastDay(fixed(10, { unit: 'working-day' })), '2026-03-16');
    assert.equal(lastDay(fixed(2, { unit: 'week' })), '2026-03-16');
    assert.equal(lastDay(fixed(2, { unit: 'month' })), '2026-05-02');
    assert.equal(lastDay({ form: 'range', min: 1, max: 3, unit: 'month', basisFrom: 'filing' }), '2026-06-02');
    assert.equal(lastDay({ form: 'personalised', date: '2026-04-15' }), '2026-04-15');
  });

  it('waits for what it is counted from', () => {
    const fromReview = fixed(10, { basisFrom: 'review-start' });
    assert.equal(lastDay(fromReview), undefined);
    assert.equal(lastDay(fromReview, { ...filed, 'review-start': day('2026-04-01') }), '2026-04-11');
  });

  it('is pushed by the time waiting on the user only where it says so', () => {
    const course = { ...filed, waits: [wait('2026-03-05', '2026-03-09')] };
    assert.equal(lastDay(fixed(10), course), '2026-03-12');
    assert.equal(lastDay(fixed(10, { excludesWaitingOnUser: true }), course), '2026-03-16');
  });

  it('is pushed by a wait that lasts until today, and by none that came too late', () => {
    const delay = fixed(10, { excludesWaitingOnUser: true });
    assert.equal(lastDay(delay, { ...filed, waits: [wait('2026-03-10')] }), '2026-03-22');
    assert.equal(lastDay(delay, { ...filed, waits: [wait('2026-03-13', '2026-03-18')] }), '2026-03-12');
  });

  it('by queue promises no day, and says whose turn has come', () => {
    assert.equal(lastDay({ form: 'queue', processing: '2026-02-20', asOf: '2026-03-02' }), undefined);
    assert.equal(isQueueAt('2026-03-02', day('2026-03-02')), true);
    assert.equal(isQueueAt('2026-03-01', day('2026-03-02')), false);
  });

  it('never ends sooner for a wait', () => {
    fc.assert(
      fc.property(fc.nat(300), anyWaits, fc.nat(400), (max, waits, today) => {
        const delay = fixed(max, { excludesWaitingOnUser: true });
        const last = announcedLastDay(delay, { filing: 100, waits }, { territory: 'metropole', today });
        assert.ok(last !== undefined && last >= 100 + max && last <= 100 + max + 400);
      }),
    );
  });
});

describe('The time a demand took', () => {
  it('leaves out each day on which the user was awaited, once', () => {
    const waits = [
      wait('2026-03-10', '2026-03-15'),
      wait('2026-03-12', '2026-03-20'),
      wait('2026-02-01', '2026-03-04'),
    ];
    assert.equal(processingDays(day('2026-03-02'), day('2026-04-01'), waits), 30 - 2 - 10);
    assert.equal(processingDays(day('2026-03-02'), day('2026-04-01')), 30);
  });

  it('is what is left of its days once each awaited one is crossed out', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), anyWaits, (start, length, waits) => {
        const end = start + length;
        let left = 0;
        for (let on = start; on < end; on++) if (!waits.some(([from, to = end]) => on >= from && on < to)) left++;
        assert.equal(processingDays(start, end, waits), left);
      }),
    );
  });
});

describe('A measured delay', () => {
  const oneTo = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ startedOn: 0, decidedOn: index + 1 }));
  const measure = { from: 0, to: 100, basisFrom: 'filing' } as const;

  it('interpolates between ranks, as Démarches simplifiées does', () => {
    assert.equal(percentileOf([4, 2, 3, 1], 90), 3.7);
    assert.equal(percentileOf([5, 6, 7, 8], 90), 7.7);
    assert.equal(percentileOf([7], 90), 7);
    assert.ok(Number.isNaN(percentileOf([], 90)));
  });

  it('says the share, the sample and the period, in days rounded up', () => {
    assert.deepEqual(measuredDelay(oneTo(21), measure), {
      form: 'percentile',
      percentile: 90,
      median: 11,
      max: 19,
      unit: 'day',
      basisFrom: 'filing',
      excludesWaitingOnUser: true,
      sampleSize: 21,
      from: '1970-01-01',
      to: '1970-04-11',
    });
    assert.equal(measuredDelay(oneTo(22), measure)?.max, 20);
  });

  it('says nothing under the least sample, nor of no demand at all', () => {
    assert.equal(measuredDelay(oneTo(19), measure), undefined);
    assert.equal(measuredDelay(oneTo(20), measure)?.sampleSize, 20);
    assert.equal(measuredDelay(oneTo(5), { ...measure, leastSample: 5 })?.sampleSize, 5);
    assert.equal(measuredDelay([], { ...measure, leastSample: 0 }), undefined);
  });

  it('counts only what was decided in the period, and no time waiting on the user', () => {
    const waits = [[2, undefined]] as const;
    const demands = oneTo(60).map((demand) => ({ ...demand, waits }));
    const delay = measuredDelay(demands, { ...measure, from: 10, to: 40 });
    assert.deepEqual([delay?.sampleSize, delay?.median, delay?.max], [31, 2, 2]);
  });

  it('has at least its share of the sample within it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(500), { minLength: 20, maxLength: 80 }),
        fc.integer({ min: 1, max: 99 }),
        (days, percentile) => {
          const demands = days.map((decidedOn) => ({ startedOn: 0, decidedOn }));
          const delay = measuredDelay(demands, { ...measure, to: 500, percentile });
          assert.ok(delay);
          const within = days.filter((one) => one <= delay.max).length;
          assert.ok(within >= Math.floor(((days.length - 1) * percentile) / 100) + 1);
          assert.ok(delay.max <= Math.max(...days) && delay.max >= Math.min(...days));
        },
      ),
    );
  });
});
