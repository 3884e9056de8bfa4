import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseDay } from '../src/civil-date.ts';
import type { Schedule } from '../src/contact.ts';
import { hoursOf, iso, paris, rule, seen, stateAt, townHall, week } from './schedule-builders.ts';

const day = (text: string) => parseDay(text) ?? NaN;
const ranges = (schedule: Schedule, text: string) =>
  hoursOf(schedule)
    .on(day(text))
    .ranges.map(({ from, to, mode }) => `${mode} ${from / 60}-${to / 60}`);

describe('an ordinary week', () => {
  test('opens and closes on the second', () => {
    assert.equal(seen(townHall, '2026-11-23T07:59:59Z'), 'closed until 2026-11-23T08:00:00Z');
    assert.equal(seen(townHall, '2026-11-23T08:00:00Z'), 'open until 2026-11-23T11:00:00Z');
    assert.equal(seen(townHall, '2026-11-23T10:59:59Z'), 'open until 2026-11-23T11:00:00Z');
    assert.equal(seen(townHall, '2026-11-23T11:00:00Z'), 'closed until 2026-11-23T12:30:00Z');
  });

  test('is closed from Friday evening to Monday', () => {
    assert.equal(seen(townHall, '2026-11-27T16:00:00Z'), 'closed until 2026-11-30T08:00:00Z');
  });

  test('may have Saturday only', () => {
    assert.equal(seen(week(rule('sa', '09:00-12:00')), '2026-11-23T12:00Z'), 'closed until 2026-11-28T08:00:00Z');
  });

  test('closes soon within the threshold, and not before', () => {
    const hours = hoursOf(townHall);
    const soon = (instant: string, minutes?: number) => {
      const state = hours.stateAt(Date.parse(instant), minutes);
      assert.equal(state.status, 'open');
      return state.soon;
    };
    assert.equal(soon('2026-11-23T10:29:59Z'), false);
    assert.equal(soon('2026-11-23T10:30:00Z'), true);
    assert.equal(soon('2026-11-23T10:00:00Z', 60), true);
    assert.equal(soon('2026-11-23T10:59:59Z', 0), false);
  });

  test('says what comes next and when nobody is received any more', () => {
    const schedule = week(rule('mo', '09:00-12:00'), rule('mo', '12:00-14:00', { appointment: true }));
    const state = stateAt(schedule, '2026-11-23T10:45Z');
    assert.equal(state.status, 'open');
    assert.deepEqual(
      [state.then, iso(state.until ?? 0), iso(state.closes ?? 0), state.soon],
      ['appointment', '2026-11-23T11:00:00Z', '2026-11-23T13:00:00Z', true],
    );
  });

  test('is no news when an appointment gives way to an opening to all', () => {
    const schedule = week(rule('mo', '09:00-10:00', { appointment: true }), rule('mo', '10:00-12:00'));
    const state = stateAt(schedule, '2026-11-23T08:45Z');
    assert.equal(state.status, 'appointment');
    assert.deepEqual([state.then, state.soon], ['open', false]);
  });

  test('tells the kind of the next opening', () => {
    const state = stateAt(week(rule('mo', '09:00-12:00', { appointment: true })), '2026-11-22T12:00Z');
    assert.equal(state.status, 'closed');
    assert.deepEqual([state.mode, iso(state.opens ?? 0)], ['appointment', '2026-11-23T08:00:00Z']);
  });
});

describe('ranges', () => {
  test('that overlap or touch are one', () => {
    assert.deepEqual(ranges(week(rule('mo', '09:00-12:00 11:00-14:00 14:00-15:00')), '2026-11-23'), ['open 9-15']);
    assert.deepEqual(ranges(week(rule('mo', '14:00-17:00'), rule('mo-fr', '09:00-12:00')), '2026-11-23'), [
      'open 9-12',
      'open 14-17',
    ]);
  });

  test('that nobody can read are skipped', () => {
    const text = '9h-12h 25:00-26:00 12:60-13:00 24:00-25:00 09:00-24:30 14:00-17:00';
    assert.deepEqual(ranges(week(rule('mo', text)), '2026-11-23'), ['open 14-17']);
  });

  test('none of which can be read leave the day unknown', () => {
    const schedule = week(rule('mo', 'matin'), rule('tu', '09:00-12:00'));
    assert.equal(seen(schedule, '2026-11-23T12:00Z'), 'unknown until 2026-11-23T23:00:00Z');
    assert.equal(seen(schedule, '2026-11-25T12:00Z'), 'closed until 2026-11-29T23:00:00Z');
    assert.equal(stateAt(schedule, '2026-11-25T12:00Z').then, 'unknown');
  });

  test('past midnight belong to the day on which they start', () => {
    const schedule = week(rule('fr', '22:00-02:00'), rule('sa'));
    assert.deepEqual(ranges(schedule, '2026-11-27'), ['open 22-26']);
    assert.deepEqual(ranges(schedule, '2026-11-28'), []);
    assert.equal(seen(schedule, '2026-11-28T00:30Z'), 'open until 2026-11-28T01:00:00Z');
  });

  test('that touch at midnight are one opening', () => {
    const schedule = week(rule('mo', '20:00-24:00'), rule('tu', '00:00-06:00'));
    assert.equal(seen(schedule, '2026-11-23T22:30Z'), 'open until 2026-11-24T05:00:00Z');
  });

  test('all day and every day never end', () => {
    assert.equal(seen(week(rule('mo-su', '00:00-24:00')), '2026-11-23T12:00Z'), 'open until 2026-12-24T23:00:00Z');
    const always = { ...week(rule('mo-su', '08:00-08:00')), holidays: 'as-usual' } as const;
    assert.equal(seen(always, '2026-11-23T12:00Z'), 'open until further notice');
  });
});

describe('modes', () => {
  test('a condition is never shown as open', () => {
    const state = stateAt(week(rule('mo', '09:00-12:00', { condition: 'sauf vacances' })), '2026-11-23T09:00Z');
    assert.equal(state.status, 'conditional');
    assert.equal(state.condition, 'sauf vacances');
  });

  test('a condition on the whole schedule reaches exceptions and appointments too', () => {
    const schedule: Schedule = {
      week: [rule('mo', '09:00-12:00'), rule('tu', '09:00-12:00', { appointment: true })],
      exceptions: [{ from: '2026-11-25', hours: ['09:00-12:00'] }],
      condition: 'selon la marée',
    };
    for (const at of ['2026-11-23T09:00Z', '2026-11-24T09:00Z', '2026-11-25T09:00Z'])
      assert.equal(stateAt(schedule, at).status, 'conditional');
  });

  test('a doubt weakens an opening that it overlaps, an appointment adds to it', () => {
    const doubtful = week(rule('mo', '09:00-17:00'), rule('mo', '12:00-14:00', { condition: 'parfois' }));
    assert.deepEqual(ranges(doubtful, '2026-11-23'), ['open 9-12', 'conditional 12-14', 'open 14-17']);
    const booked = week(rule('mo', '08:00-18:00', { appointment: true }), rule('mo', '09:00-12:00'));
    assert.deepEqual(ranges(booked, '2026-11-23'), ['appointment 8-9', 'open 9-12', 'appointment 12-18']);
  });

  test('other words are a change of what is shown', () => {
    const schedule = week(
      rule('mo', '09:00-10:00', { condition: 'état civil' }),
      rule('mo', '10:00-11:00', { condition: 'élections' }),
    );
    assert.equal(seen(schedule, '2026-11-23T08:30Z'), 'conditional until 2026-11-23T09:00:00Z');
    const state = stateAt(schedule, '2026-11-23T08:30Z');
    assert.ok(state.status === 'conditional' && !state.soon);
    assert.equal(iso(state.closes ?? 0), '2026-11-23T10:00:00Z');
  });
});

describe('rules of some days', () => {
  test('without hours close the days they match, whatever their order', () => {
    const closed = rule('we', '', { nth: [2] });
    for (const schedule of [week(closed, rule('mo-fr', '09:00-12:00')), week(rule('mo-fr', '09:00-12:00'), closed)]) {
      assert.deepEqual(ranges(schedule, '2026-11-11'), []);
      assert.deepEqual(ranges(schedule, '2026-11-18'), ['open 9-12']);
    }
  });

  test('without hours but with a condition only make the day unsure', () => {
    const schedule = week(rule('mo-fr', '09:00-12:00'), rule('we', '', { condition: 'fermé en vacances scolaires' }));
    assert.deepEqual(ranges(schedule, '2026-11-18'), ['conditional 9-12']);
    const alone = stateAt(week(rule('we', '', { condition: 'se renseigner' })), '2026-11-18T09:00Z');
    assert.ok(alone.status === 'unknown' && alone.condition === 'se renseigner');
  });

  test('1st, 3rd and 5th Saturdays', () => {
    const schedule = week(rule('sa', '09:00-12:00', { nth: [1, 3, 5] }));
    const open = ['2026-08-01', '2026-08-08', '2026-08-15', '2026-08-22', '2026-08-29'].filter(
      (text) => hoursOf({ ...schedule, holidays: 'as-usual' }).on(day(text)).ranges.length,
    );
    assert.deepEqual(open, ['2026-08-01', '2026-08-15', '2026-08-29']);
  });

  test('the last Friday', () => {
    const schedule = week(rule('fr', '09:00-12:00', { nth: [-1] }));
    assert.equal(seen(schedule, '2026-11-01T12:00Z'), 'closed until 2026-11-27T08:00:00Z');
  });

  test('odd weeks come twice in a row after a week 53', () => {
    const schedule = week(rule('mo', '09:00-12:00', { weeks: 'odd' }));
    const open = ['2026-12-14', '2026-12-21', '2026-12-28', '2027-01-04', '2027-01-11'].filter(
      (text) => hoursOf(schedule).on(day(text)).ranges.length,
    );
    assert.deepEqual(open, ['2026-12-14', '2026-12-28', '2027-01-04']);
  });

  test('a period may come back every year, through its end too', () => {
    const winter = week(rule('mo', '10:00-12:00', { from: '11-15', to: '02-15' }));
    assert.deepEqual(
      ['2026-11-09', '2026-11-16', '2027-02-15', '2027-02-22'].map((text) => ranges(winter, text).length),
      [0, 1, 1, 0],
    );
    const once = week(rule('mo', '10:00-12:00', { from: '2026-11-16', to: '2026-11-23' }));
    assert.deepEqual(
      ['2026-11-16', '2026-11-23', '2026-11-30', '2027-11-15'].map((text) => ranges(once, text).length),
      [1, 1, 0, 0],
    );
    const since = week(rule('mo', '10:00-12:00', { from: '2026-11-23' }));
    assert.equal(seen(since, '2026-11-01T12:00Z'), 'closed until 2026-11-23T09:00:00Z');
  });

  test('a season replaces the whole week', () => {
    const schedule: Schedule = {
      ...townHall,
      seasons: [{ name: 'été', from: '07-01', to: '08-31', week: [rule('mo-fr', '08:00-13:00')] }],
    };
    assert.deepEqual(ranges(schedule, '2026-07-01'), ['open 8-13']);
    assert.deepEqual(ranges(schedule, '2026-06-30'), ['open 9-12', 'open 13.5-17']);
    assert.equal(hoursOf(schedule).on(day('2026-08-31')).season?.name, 'été');
    assert.equal(hoursOf(schedule).on(day('2026-09-01')).season, undefined);
  });
});

describe('public holidays', () => {
  test('close the office and say which one it is', () => {
    const state = stateAt(townHall, '2026-11-11T10:00Z');
    assert.equal(state.status, 'closed');
    assert.equal(state.today.holiday, '11 novembre');
    assert.equal(iso(state.opens ?? 0), '2026-11-12T08:00:00Z');
  });

  test('close nothing more on a day without hours', () => {
    assert.equal(seen(townHall, '2026-11-01T10:00Z'), 'closed until 2026-11-02T08:00:00Z');
  });

  test('may leave the week as it is, and still be named', () => {
    const asUsual = { ...townHall, holidays: 'as-usual' } as const;
    assert.equal(seen(asUsual, '2026-11-11T10:00Z'), 'open until 2026-11-11T11:00:00Z');
    assert.equal(hoursOf(asUsual).on(day('2026-11-11')).holiday, '11 novembre');
  });

  test('are those of the territory', () => {
    const saturday = week(rule('mo-su', '09:00-12:00'));
    const openOn = (text: string, insee: string) => hoursOf(saturday, { insee }).on(day(text)).ranges.length > 0;
    assert.equal(openOn('2026-12-26', '67482'), false);
    assert.equal(openOn('2026-12-26', '54395'), true);
    assert.equal(openOn('2026-12-20', '97411'), false);
    assert.equal(openOn('2026-12-20', '97209'), true);
  });

  test('may have days that the official list has not, once or every year', () => {
    const place = {
      ...paris,
      extraHolidays: [
        { date: '06-29', name: 'Fête locale' },
        { date: '2026-11-24', name: 'Foire' },
      ],
    };
    assert.equal(seen(townHall, '2027-06-29T10:00Z', place), 'closed until 2027-06-30T07:00:00Z');
    assert.equal(hoursOf(townHall, place).on(day('2026-11-24')).holiday, 'Foire');
    assert.equal(hoursOf(townHall, place).on(day('2027-11-24')).holiday, undefined);
  });
});

describe('exceptions', () => {
  const closure: Schedule = {
    ...townHall,
    exceptions: [{ from: '2026-12-24', to: '2027-01-03', reason: 'Congés' }],
  };

  test('reach over the next opening, with their reason', () => {
    const state = stateAt(closure, '2026-12-28T10:00Z');
    assert.equal(state.status, 'closed');
    assert.equal(state.today.exception?.reason, 'Congés');
    assert.equal(iso(state.opens ?? 0), '2027-01-04T08:00:00Z');
    assert.equal(seen(closure, '2026-12-23T16:30Z'), 'closed until 2027-01-04T08:00:00Z');
  });

  test('may shorten one day', () => {
    const schedule: Schedule = { ...townHall, exceptions: [{ from: '2026-12-24', hours: ['09:00-11:00'] }] };
    assert.equal(seen(schedule, '2026-12-24T09:00Z'), 'open until 2026-12-24T10:00:00Z');
    assert.equal(seen(schedule, '2026-12-24T10:00Z'), 'closed until 2026-12-28T08:00:00Z');
  });

  test('stand above public holidays', () => {
    const schedule: Schedule = { ...townHall, exceptions: [{ from: '2026-11-11', hours: ['09:00-12:00'] }] };
    assert.equal(seen(schedule, '2026-11-11T10:00Z'), 'open until 2026-11-11T11:00:00Z');
  });

  test('of fewer days stand above longer ones, and those of one day add up', () => {
    const schedule: Schedule = {
      ...townHall,
      exceptions: [
        { from: '2026-12-24', hours: ['09:00-11:00'] },
        { from: '2026-12-20', to: '2026-12-31' },
        { from: '2026-12-24', hours: ['14:00-15:00'], appointment: true },
      ],
    };
    assert.deepEqual(ranges(schedule, '2026-12-24'), ['open 9-11', 'appointment 14-15']);
    assert.deepEqual(ranges(schedule, '2026-12-23'), []);
  });

  test('with a date that does not exist are left out', () => {
    const schedule: Schedule = { ...townHall, exceptions: [{ from: '2026-11-31' }, { from: '24 décembre' }] };
    assert.equal(seen(schedule, '2026-11-30T09:00Z'), 'open until 2026-11-30T11:00:00Z');
  });

  test('leave the night before alone', () => {
    const schedule: Schedule = { ...week(rule('mo-su', '22:00-02:00')), exceptions: [{ from: '2026-11-24' }] };
    assert.equal(seen(schedule, '2026-11-24T00:30Z'), 'open until 2026-11-24T01:00:00Z');
    assert.equal(seen(schedule, '2026-11-24T21:30Z'), 'closed until 2026-11-25T21:00:00Z');
  });
});

describe('what is to come', () => {
  const schedule: Schedule = {
    ...townHall,
    exceptions: [
      { from: '2026-12-24', to: '2027-01-08', reason: 'Congés' },
      { from: '2027-03-01', reason: 'Travaux' },
    ],
  };
  const coming = (instant: string, days?: number) =>
    hoursOf(schedule)
      .upcoming(Date.parse(instant), days)
      .map(({ from, to, hours }) => [from, to, hours.exception?.reason ?? hours.holiday]);

  test('is told within fifteen days, whole periods at once', () => {
    assert.deepEqual(coming('2026-12-10T12:00Z'), [[day('2026-12-24'), day('2027-01-08'), 'Congés']]);
    assert.deepEqual(coming('2026-12-09T12:00Z'), []);
    assert.deepEqual(coming('2027-01-08T12:00Z'), [[day('2026-12-24'), day('2027-01-08'), 'Congés']]);
  });

  test('has public holidays, but on days closed anyway', () => {
    assert.deepEqual(coming('2026-10-30T12:00Z'), [[day('2026-11-11'), day('2026-11-11'), '11 novembre']]);
    assert.deepEqual(coming('2027-03-01T12:00Z', 30), [
      [day('2027-03-01'), day('2027-03-01'), 'Travaux'],
      [day('2027-03-29'), day('2027-03-29'), 'Lundi de Pâques'],
    ]);
  });
});

describe('hours nobody gave', () => {
  test('are unknown, never closed', () => {
    assert.equal(seen({ week: [] }, '2026-11-23T03:00Z'), 'unknown until further notice');
    assert.equal(seen({ week: [] }, '2026-12-25T03:00Z'), 'unknown until further notice');
  });

  test('are known on the days of an exception', () => {
    const schedule: Schedule = {
      week: [],
      exceptions: [{ from: '2026-12-24' }, { from: '2026-12-28', hours: ['09:00-10:00'] }],
    };
    assert.equal(seen(schedule, '2026-12-24T10:00Z'), 'closed until 2026-12-24T23:00:00Z');
    const state = stateAt(schedule, '2026-12-24T10:00Z');
    assert.ok(state.status === 'closed' && state.opens === undefined && state.then === 'unknown');
  });

  test('beyond 400 days are not looked for', () => {
    const schedule: Schedule = { ...townHall, exceptions: [{ from: '2026-11-24', to: '2030-01-01' }] };
    assert.equal(seen(schedule, '2026-11-23T20:00Z'), 'closed until further notice');
    const oneYear: Schedule = { ...townHall, exceptions: [{ from: '2026-11-24', to: '2027-12-26' }] };
    assert.equal(seen(oneYear, '2026-11-23T20:00Z'), 'closed until 2027-12-27T08:00:00Z');
  });
});

describe('clocks', () => {
  const night = { ...week(rule('mo-su', '22:00-04:00')), holidays: 'as-usual' } as const;

  test('a night is an hour shorter in spring, an hour longer in autumn', () => {
    for (const [evening, end] of [
      ['2026-03-28T21:00:00Z', '2026-03-29T02:00:00Z'],
      ['2026-10-24T20:00:00Z', '2026-10-25T03:00:00Z'],
      ['2027-03-27T21:00:00Z', '2027-03-28T02:00:00Z'],
      ['2027-10-30T20:00:00Z', '2027-10-31T03:00:00Z'],
    ])
      assert.equal(seen(night, evening ?? ''), `open until ${end}`);
  });

  test('morning hours keep to the wall after each change', () => {
    const sunday = week(rule('su', '09:00-12:00'));
    assert.equal(seen(sunday, '2026-03-29T06:59:59Z'), 'closed until 2026-03-29T07:00:00Z');
    assert.equal(seen(sunday, '2026-10-25T07:59:59Z'), 'closed until 2026-10-25T08:00:00Z');
    const miquelon = { insee: '97502' };
    assert.equal(seen(sunday, '2026-03-08T06:00Z', miquelon), 'closed until 2026-03-08T11:00:00Z');
    assert.equal(seen(sunday, '2026-11-08T06:00Z', miquelon), 'closed until 2026-11-08T12:00:00Z');
  });

  test('a range within the hour that spring skips moves to its later side', () => {
    const skipped = week(rule('su', '02:00-02:30'));
    assert.equal(seen(skipped, '2027-03-28T00:59:59Z'), 'closed until 2027-03-28T01:00:00Z');
    assert.equal(seen(skipped, '2027-03-28T01:00:00Z'), 'open until 2027-03-28T01:30:00Z');
    assert.equal(seen(week(rule('su', '02:30-03:00')), '2027-03-28T00:00Z'), 'closed until 2027-04-04T00:30:00Z');
  });

  test('the Marquesas are half an hour off', () => {
    assert.equal(seen(townHall, '2026-11-23T18:00Z', { insee: '98731' }), 'closed until 2026-11-23T18:30:00Z');
  });

  test('a zone that does not exist gives way to the one of the commune', () => {
    const place = { zone: 'Réunion', insee: '97411' };
    assert.equal(seen(townHall, '2026-11-23T05:00Z', place), 'open until 2026-11-23T08:00:00Z');
  });

  test('days and years pass where the office is', () => {
    const hours = hoursOf(townHall, { insee: '98818' });
    assert.equal(hours.today(Date.parse('2026-12-31T13:00Z')), day('2027-01-01'));
    assert.equal(seen(townHall, '2026-12-31T23:30Z'), 'closed until 2027-01-04T08:00:00Z');
    assert.equal(seen(week(rule('tu', '09:00-12:00')), '2028-02-29T08:30Z'), 'open until 2028-02-29T11:00:00Z');
  });
});
