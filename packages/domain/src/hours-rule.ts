/** Reading one rule of a schedule: the days it holds on, and its ranges in minutes. */
import type { DayText, HoursRange, HoursRule, Weekday } from './contact.ts';
import { isoDay, isoWeek, nthOfMonth, weekdayIndex } from './civil-date.ts';

/** Monday first, in the order of `weekdayIndex`. */
export const weekdays: readonly Weekday[] = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];

/**
 * Minutes since midnight of both ends, the second one excluded. An end at or before its start passes midnight and comes
 * out above 1440. Undefined where the text is no range.
 */
export function readRange(text: HoursRange): { from: number; to: number } | undefined {
  const [, h1, m1, h2, m2] = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]|24(?=:00)):([0-5]\d)$/.exec(text) ?? [];
  if (!h1) return undefined;
  const from = Number(h1) * 60 + Number(m1);
  const to = Number(h2) * 60 + Number(m2);
  return { from, to: to > from ? to : to + 1440 };
}

/** Whether a day lies in a period, both ends included; `MM-DD` ends come back every year and may pass its end. */
export function inPeriod(day: number, from: DayText = '', to: DayText = ''): boolean {
  const iso = isoDay(day);
  const started = iso.slice(-from.length || 10) >= from;
  const going = !to || iso.slice(-to.length) <= to;
  return from.length === 5 && to.length === 5 && from > to ? started || going : started && going;
}

/** Whether a rule speaks of a day. */
export function ruleHoldsOn({ days, nth, weeks, from, to }: HoursRule, day: number): boolean {
  return (
    days.some((name) => name === weekdays[weekdayIndex(day)]) &&
    (!nth || nthOfMonth(day).some((place) => nth.includes(place))) &&
    (!weeks || (isoWeek(day) % 2 ? 'odd' : 'even') === weeks) &&
    inPeriod(day, from, to)
  );
}
