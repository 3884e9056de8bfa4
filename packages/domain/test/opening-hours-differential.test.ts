/**
 * Our hours against those of opening_hours, the engine of OpenStreetMap, on schedules made at random and written both ways. That
 * engine reads the clock of the machine, so the process is given the office's zone. Left out because the two define them
 * otherwise: ranges that touch (one opening here, two there), and the hour that the clock skips or repeats, which
 * opening-hours.test.ts pins; hence nothing before 4 in the morning.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import OpeningHoursOfOsm from 'opening_hours';
import { isoDay, parseDay } from '../src/civil-date.ts';
import type { HoursException, Schedule } from '../src/contact.ts';
import { weekdays } from '../src/hours-rule.ts';
import { openingHours } from '../src/opening-hours.ts';

process.env['TZ'] = 'Europe/Paris';

const paris = { lat: 48.86, lon: 2.35, address: { country: 'France', country_code: 'fr', state: 'Île-de-France' } };
const osmDays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const osmMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Up to three ranges of one day, apart from one another; the last may go on until midnight. */
const anyRanges = fc
  .uniqueArray(fc.integer({ min: 4 * 12, max: 24 * 12 }), { minLength: 2, maxLength: 6 })
  .map((fives) => fives.sort((a, b) => a - b).map((five) => five * 5))
  .map((ends) =>
    Array.from({ length: Math.floor(ends.length / 2) }, (_, index) => {
      const [from = 0, to = 0] = [ends[index * 2], ends[index * 2 + 1]];
      return `${clock(from)}-${clock(to)}`;
    }),
  );

const [first, last] = [parseDay('2026-01-01') ?? 0, parseDay('2027-03-31') ?? 0];
const anyDay = fc.integer({ min: first, max: last });

const anyCase = fc.record({
  week: fc.array(fc.option(anyRanges, { nil: [] as string[] }), { minLength: 7, maxLength: 7 }),
  exceptions: fc.uniqueArray(fc.record({ day: anyDay, hours: fc.option(anyRanges, { nil: [] as string[] }) }), {
    selector: ({ day }) => day,
    maxLength: 12,
  }),
  holidays: fc.boolean(),
  instants: fc.array(fc.integer({ min: 0, max: (last - first) * 1440 }), { minLength: 8, maxLength: 8 }),
});

type Case = typeof anyCase extends fc.Arbitrary<infer T> ? T : never;

function ours({ week, exceptions, holidays }: Case): Schedule {
  return {
    week: week.flatMap((hours, index) => {
      const day = weekdays[index];
      return day && hours.length ? [{ days: [day], hours }] : [];
    }),
    exceptions: exceptions.map(({ day, hours }): HoursException => ({ from: isoDay(day), hours })),
    holidays: holidays ? 'closed' : 'as-usual',
  };
}

function theirs({ week, exceptions, holidays }: Case): string {
  const days = week.flatMap((hours, index) => (hours.length ? [`${osmDays[index]} ${hours.join(',')}`] : []));
  const dated = exceptions.map(({ day, hours }) => {
    const [year = '', month = '', date = ''] = isoDay(day).split('-');
    return `${year} ${osmMonths[Number(month) - 1]} ${date} ${hours.join(',') || 'off'}`;
  });
  return [...days, ...(holidays ? ['PH off'] : []), ...dated].join('; ');
}

test('open or closed, and the next change, are those of opening_hours', () => {
  fc.assert(
    fc.property(
      anyCase.filter(({ week }) => week.some((hours) => hours.length > 0)),
      (one) => {
        const hours = openingHours(ours(one), { zone: 'Europe/Paris', territory: 'metropole' });
        const osm = new OpeningHoursOfOsm(theirs(one), paris);
        for (const minutes of one.instants) {
          const at = new Date(first * 864e5 + minutes * 60_000);
          const state = hours.stateAt(at.getTime());
          if (state.status === 'unknown') assert.fail('these hours are known');
          assert.equal(state.status === 'open', osm.getState(at), `${theirs(one)} at ${at.toISOString()}`);
          const next = state.status === 'closed' ? state.opens : state.closes;
          assert.equal(
            next === undefined ? 'never' : new Date(next).toISOString(),
            osm.getNextChange(at)?.toISOString() ?? 'never',
            `${theirs(one)} after ${at.toISOString()}`,
          );
        }
      },
    ),
    { numRuns: 1000 },
  );
});
