/** Short ways to write schedules, places and instants in tests. */
import type { HoursRule, Schedule, Weekday } from '../src/contact.ts';
import { weekdays } from '../src/hours-rule.ts';
import { openingHours, type OpeningHours, type OpeningState, type Place } from '../src/opening-hours.ts';

export const paris: Place = { zone: 'Europe/Paris', territory: 'metropole' };

/** `rule('mo-fr', '09:00-12:00 13:30-17:00')`; no hours close. */
export function rule(days: string, hours = '', more: Partial<HoursRule> = {}): HoursRule {
  const [first, last = first] = days.split('-') as [Weekday, Weekday?];
  const [from, to] = [weekdays.indexOf(first), weekdays.indexOf(last ?? first)];
  return { days: weekdays.slice(from, to + 1), hours: hours.split(' ').filter(Boolean), ...more };
}

export const week = (...rules: HoursRule[]): Schedule => ({ week: rules });

/** The hours most town halls have: morning and afternoon, Monday to Friday. */
export const townHall: Schedule = week(rule('mo-fr', '09:00-12:00 13:30-17:00'));

export const hoursOf = (schedule: Schedule, place: Place = paris): OpeningHours => openingHours(schedule, place);

export const stateAt = (schedule: Schedule, instant: string, place: Place = paris): OpeningState =>
  hoursOf(schedule, place).stateAt(Date.parse(instant));

/** Status, and the instant at which it changes. */
export function seen(schedule: Schedule, instant: string, place: Place = paris): string {
  const { status, until } = stateAt(schedule, instant, place);
  return `${status} until ${until === undefined ? 'further notice' : iso(until)}`;
}

export const iso = (instant: number): string => new Date(instant).toISOString().replace('.000Z', 'Z');
