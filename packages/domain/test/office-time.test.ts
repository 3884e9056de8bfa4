import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isoDay, parseDay } from '../src/civil-date.ts';
import { zoneOf } from '../src/french-territory.ts';
import { officeTime } from '../src/office-time.ts';
import { iso } from './schedule-builders.ts';

/** `2026-11-23 09:00` on the wall of a zone. */
function wall(zone: string, instant: string): string {
  const { day, second } = officeTime(zone).wallAt(Date.parse(instant));
  return `${isoDay(day)} ${new Date(second * 1000).toISOString().slice(11, 19)}`;
}

function instant(zone: string, text: string): string {
  const [date = '', hour, minute] = text.split(/[ :]/);
  return iso(officeTime(zone).instantAt(parseDay(date) ?? NaN, Number(hour) * 3600 + Number(minute) * 60));
}

const zones = [
  '57',
  '971',
  '972',
  '973',
  '974',
  '975',
  '976',
  '977',
  '978',
  '984',
  '986',
  '987',
  '98731',
  '98719',
  '988',
];

test('each office reads its own clock at one instant', () => {
  const noon = '2026-11-23T12:00:00Z';
  assert.equal(wall('Europe/Paris', noon), '2026-11-23 13:00:00');
  assert.equal(wall('Indian/Reunion', noon), '2026-11-23 16:00:00');
  assert.equal(wall('America/Cayenne', noon), '2026-11-23 09:00:00');
  assert.equal(wall('Pacific/Marquesas', noon), '2026-11-23 02:30:00');
  assert.equal(wall('Pacific/Noumea', '2026-11-23T13:00:00Z'), '2026-11-24 00:00:00');
});

test('Paris changes its clock at one o’clock UTC', () => {
  assert.equal(wall('Europe/Paris', '2026-03-29T00:59:59Z'), '2026-03-29 01:59:59');
  assert.equal(wall('Europe/Paris', '2026-03-29T01:00:00Z'), '2026-03-29 03:00:00');
  assert.equal(wall('Europe/Paris', '2027-10-31T00:59:59Z'), '2027-10-31 02:59:59');
  assert.equal(wall('Europe/Paris', '2027-10-31T01:00:00Z'), '2027-10-31 02:00:00');
});

test('Saint-Pierre-et-Miquelon changes on American dates', () => {
  assert.equal(wall('America/Miquelon', '2026-03-08T04:59:59Z'), '2026-03-08 01:59:59');
  assert.equal(wall('America/Miquelon', '2026-03-08T05:00:00Z'), '2026-03-08 03:00:00');
  assert.equal(wall('America/Miquelon', '2026-11-01T03:59:59Z'), '2026-11-01 01:59:59');
  assert.equal(wall('America/Miquelon', '2026-11-01T04:00:00Z'), '2026-11-01 01:00:00');
});

test('an hour that spring skips is read on the later side', () => {
  assert.equal(instant('Europe/Paris', '2027-03-28 02:30'), '2027-03-28T01:30:00Z');
  assert.equal(wall('Europe/Paris', '2027-03-28T01:30:00Z'), '2027-03-28 03:30:00');
});

test('an hour lived twice in autumn is its first occurrence', () => {
  assert.equal(instant('Europe/Paris', '2026-10-25 02:30'), '2026-10-25T00:30:00Z');
  assert.equal(instant('Europe/Paris', '2026-10-25 03:00'), '2026-10-25T02:00:00Z');
  assert.equal(instant('America/Miquelon', '2026-11-01 01:30'), '2026-11-01T03:30:00Z');
});

test('seconds may go past the day', () => {
  assert.equal(instant('Europe/Paris', '2026-03-28 26:30'), instant('Europe/Paris', '2026-03-29 02:30'));
});

test('every instant comes back from the wall, but in the hour lived twice', () => {
  const instants = fc.integer({ min: Date.UTC(2025, 0) / 1000, max: Date.UTC(2032, 0) / 1000 });
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (seconds, insee) => {
      const time = officeTime(zoneOf(insee));
      const at = seconds * 1000;
      const { day, second } = time.wallAt(at);
      const back = time.instantAt(day, second);
      assert.ok(back === at || back === at - 36e5, `${zoneOf(insee)} ${iso(at)} came back as ${iso(back)}`);
    }),
    { numRuns: 2000 },
  );
});

test('around each change of clock, only the second hour of autumn goes back to the first', () => {
  const time = officeTime('Europe/Paris');
  const [spring, autumn] = [Date.parse('2026-03-29T01:00Z'), Date.parse('2026-10-25T01:00Z')];
  for (let minutes = -3 * 60; minutes < 3 * 60; minutes += 7) {
    for (const change of [spring, autumn]) {
      const at = change + minutes * 6e4;
      const { day, second } = time.wallAt(at);
      const again = change === autumn && minutes >= 0 && minutes < 60;
      assert.equal(time.instantAt(day, second), again ? at - 36e5 : at, iso(at));
    }
  }
});

test('a zone that does not exist is an error', () => assert.throws(() => officeTime('Europe/Clochemerle'), RangeError));
