import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isoDay, parseDay } from '../src/civil-date.ts';
import {
  addWorkingDays,
  isWorkingDay,
  workingDayFrom,
  workingDaysBetween,
  type WorkingWeek,
} from '../src/working-days.ts';
import { anyDay, anyTerritory, day } from './legal-builders.ts';

const after = (from: string, count: number, territory = 'metropole', week?: WorkingWeek) =>
  isoDay(addWorkingDays(day(from), count, territory, week));

describe('Working days', () => {
  it('leave out Saturdays for jours ouvrés only, Sundays and public holidays for both', () => {
    // Fiche F35697: seven days from a Monday that counts, Wednesday being a holiday (11 November 2026).
    assert.equal(after('2026-11-08', 7, 'metropole', 'ouvrables'), '2026-11-17');
    assert.equal(after('2026-11-08', 7), '2026-11-18');
  });

  it('go on over the turn of the year', () => assert.equal(after('2026-12-23', 10), '2027-01-08'));

  it('do not count the day itself, worked or not', () => {
    assert.equal(after('2026-03-13', 1), '2026-03-16');
    assert.equal(after('2026-03-14', 1), '2026-03-16');
    assert.equal(after('2026-03-14', 0), '2026-03-14');
  });

  it('know the days that only some territories keep', () => {
    const daysOff: Record<string, string> = {
      'alsace-moselle': '2026-04-03',
      mayotte: '2026-04-27',
      martinique: '2026-05-22',
      guadeloupe: '2026-05-27',
      'saint-martin': '2026-05-28',
      guyane: '2026-06-10',
      'saint-barthelemy': '2026-10-09',
      'la-reunion': '2027-12-20',
    };
    for (const [territory, date] of Object.entries(daysOff)) {
      assert.equal(isWorkingDay(day(date), territory), false, territory);
      assert.equal(isWorkingDay(day(date), 'metropole'), true, territory);
    }
  });

  it('keep Whit Monday a holiday, whatever the journée de solidarité', () =>
    assert.equal(isWorkingDay(day('2026-05-25'), 'metropole'), false));

  it('are found again between two days, in any territory and year', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.nat(60),
        anyTerritory,
        fc.constantFrom('ouvres', 'ouvrables'),
        (from, count, territory, week) => {
          const last = addWorkingDays(from, count, territory, week);
          assert.equal(workingDaysBetween(from, last, territory, week), count);
          if (count) assert.ok(isWorkingDay(last, territory, week));
          assert.equal(workingDayFrom(last + 1, territory, week), addWorkingDays(last, 1, territory, week));
        },
      ),
    );
  });

  it('are never more than six days away', () => {
    fc.assert(
      fc.property(anyDay, anyTerritory, (from, territory) => {
        assert.ok(workingDayFrom(from, territory) - from <= 6);
      }),
    );
  });

  it('are none between a day and an earlier one', () =>
    assert.equal(workingDaysBetween(parseDay('2026-03-10') ?? 0, day('2026-03-01'), 'metropole'), 0));
});
