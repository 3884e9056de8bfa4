import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayNumber, isoDay, isoWeek, nthOfMonth, parseDay, weekdayIndex, yearOf } from '../src/civil-date.ts';

const day = (text: string) => {
  const number = parseDay(text);
  assert.ok(number !== undefined, text);
  return number;
};

test('a day number counts from 1 January 1970', () => {
  assert.equal(dayNumber(1970, 1, 1), 0);
  assert.equal(day('1970-01-02'), 1);
  assert.equal(day('1969-12-31'), -1);
});

test('text and number name the same day', () => {
  fc.assert(
    fc.property(fc.integer({ min: dayNumber(1000, 1, 1), max: dayNumber(9999, 12, 31) }), (number) => {
      assert.equal(parseDay(isoDay(number)), number);
    }),
  );
});

for (const text of [
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-1-1',
  '26-01-01',
  '1 Jan 2026',
  '2026-01-01T00:00Z',
  '',
  'x',
])
  test(`"${text}" is no day`, () => assert.equal(parseDay(text), undefined));

test('29 February is a day of leap years', () => assert.equal(isoDay(day('2028-02-28') + 1), '2028-02-29'));

test('weekdays count from Monday, before 1970 too', () => {
  assert.equal(weekdayIndex(day('2026-11-23')), 0);
  assert.equal(weekdayIndex(day('2026-11-29')), 6);
  assert.equal(weekdayIndex(day('1969-12-28')), 6);
});

test('a week belongs to the year of its Thursday', () => {
  assert.equal(isoWeek(day('2026-12-28')), 53);
  assert.equal(isoWeek(day('2027-01-03')), 53);
  assert.equal(isoWeek(day('2027-01-04')), 1);
  assert.equal(isoWeek(day('2024-12-30')), 1);
  assert.equal(isoWeek(day('2026-01-01')), 1);
});

test('weeks follow each other, and restart at 1 after 52 or 53', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40000 }), (number) => {
      const [now, then] = [isoWeek(number), isoWeek(number + 7)];
      assert.ok(then === now + 1 || (then === 1 && now >= 52), `${isoDay(number)}: ${now} then ${then}`);
    }),
  );
});

test('a day has its place in the month from both ends', () => {
  assert.deepEqual(nthOfMonth(day('2026-08-29')), [5, -1]);
  assert.deepEqual(nthOfMonth(day('2026-08-22')), [4, -2]);
  assert.deepEqual(nthOfMonth(day('2026-02-01')), [1, -4]);
  assert.deepEqual(nthOfMonth(day('2026-10-31')), [5, -1]);
});

test('a year changes with its first day', () => {
  assert.equal(yearOf(day('2026-12-31')), 2026);
  assert.equal(yearOf(day('2027-01-01')), 2027);
});
