import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isoDay } from '../src/civil-date.ts';
import { addMonths, europeanEnd, francEnd, francReadings, plainEnd, type Period } from '../src/legal-period.ts';
import { isWorkingDay } from '../src/working-days.ts';
import { anyDay, anyTerritory, day } from './legal-builders.ts';

const plain = (from: string, period: Period) => isoDay(plainEnd(day(from), period, 'metropole'));
const franc = (from: string, period: Period, territory = 'metropole') => isoDay(francEnd(day(from), period, territory));
const european = (from: string, period: Period) => isoDay(europeanEnd(day(from), period, 'metropole'));

const anyMonths = fc.integer({ min: 0, max: 36 });

describe('A period of the law', () => {
  it('in months ends on the same number of the day, or on the last of a shorter month', () => {
    assert.equal(plain('2026-01-31', { months: 1 }), '2026-02-28');
    assert.equal(plain('2027-12-31', { months: 2 }), '2028-02-29');
    assert.equal(plain('2028-02-29', { months: 12 }), '2029-02-28');
    assert.equal(plain('1999-12-31', { months: 2 }), '2000-02-29');
    assert.equal(plain('2026-02-28', { months: 1 }), '2026-03-28');
  });

  it('counts months before days', () => assert.equal(plain('2017-02-12', { months: 1, days: 15 }), '2017-03-27'));

  it('never ends in a later month than its own, whatever the day it starts', () => {
    fc.assert(
      fc.property(anyDay, anyMonths, (from, months) => {
        const number = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
        const [start, end] = [isoDay(from), isoDay(addMonths(from, months))];
        assert.equal(number(end) - number(start), months);
        const isLastOfMonth = isoDay(addMonths(from, months) + 1).endsWith('-01');
        assert.ok(end.slice(8) === start.slice(8) || isLastOfMonth, `${start} ${end}`);
      }),
    );
  });
});

describe('A franc period', () => {
  it('leaves out the day it is due, and ends on a working day', () => {
    assert.equal(franc('2017-08-23', { months: 2 }), '2017-10-24');
    assert.equal(franc('2026-09-10', { months: 2 }), '2026-11-12');
    assert.equal(franc('2026-11-08', { days: 7 }), '2026-11-16');
  });

  it('takes the earlier reading at the end of a month', () => {
    assert.deepEqual(francReadings(day('2026-02-28'), { months: 2 }, 'metropole').map(isoDay), [
      '2026-04-29',
      '2026-05-01',
    ]);
    assert.equal(franc('2026-02-28', { months: 2 }), '2026-04-29');
    assert.equal(franc('2027-12-29', { months: 2 }), '2028-02-29');
  });

  it('follows the public holidays of its territory', () => {
    assert.equal(franc('2026-02-02', { months: 2 }), '2026-04-03');
    assert.equal(franc('2026-02-02', { months: 2 }, 'alsace-moselle'), '2026-04-07');
  });

  it('ends on a working day no later than either reading allows', () => {
    fc.assert(
      fc.property(anyDay, anyMonths, anyTerritory, (from, months, territory) => {
        const end = francEnd(from, { months }, territory);
        assert.ok(isWorkingDay(end, territory));
        const earlier = Math.min(...francReadings(from, { months }, territory));
        for (let between = earlier; between < end; between++) assert.ok(!isWorkingDay(between, territory));
      }),
    );
  });
});

describe('A period of European law', () => {
  it('is put off from a Saturday, a Sunday or a holiday', () => {
    assert.equal(european('2026-01-31', { months: 1 }), '2026-03-02');
    assert.equal(european('2026-04-01', { months: 1 }), '2026-05-04');
    assert.equal(european('2026-03-02', { weeks: 2 }), '2026-03-16');
  });

  it('of two days or more holds two working days', () => {
    assert.equal(european('2026-03-06', { days: 2 }), '2026-03-10');
    assert.equal(european('2026-03-06', { days: 1 }), '2026-03-09');
  });
});
