/**
 * Where a period of the law ends. All counts leave out the day of the trigger (code de procédure civile, art. 641); they
 * differ in how they treat the last day. Days are day numbers of civil-date.
 */
import { dayNumber, yearOf } from './civil-date.ts';
import { addWorkingDays, workingDayFrom, workingDaysBetween } from './working-days.ts';

/** Months are counted first, then weeks and days, then working days (jours ouvrés). */
export type Period = {
  readonly months?: number;
  readonly weeks?: number;
  readonly days?: number;
  readonly workingDays?: number;
};

/**
 * `plain`: the last day stands, whatever day it is: implicit decisions, and the weeks of the programme.
 * `franc`: one day more, put off to a working day: appeals to a court, and those that hold back its period.
 * `european`: put off to a working day: regulation 1182/71.
 */
export type Counting = 'plain' | 'franc' | 'european';

/** Same number of the day that many months later; the last of the month where it has no such day (art. 641). */
export function addMonths(day: number, months: number): number {
  const year = yearOf(day);
  const monthOfYear = new Date(day * 864e5).getUTCMonth() + 1;
  const date = day - dayNumber(year, monthOfYear, 1);
  const first = dayNumber(year, monthOfYear + months, 1);
  const next = dayNumber(year, monthOfYear + months + 1, 1);
  return Math.min(first + date, next - 1);
}

/** Last day of a plain period; it ends at midnight of that day. */
export function plainEnd(trigger: number, period: Period, territory: string): number {
  const { months = 0, weeks = 0, days = 0, workingDays = 0 } = period;
  return addWorkingDays(addMonths(trigger, months) + 7 * weeks + days, workingDays, territory);
}

/**
 * Both readings of a franc period before any roll: the day after the due day (Conseil d’État, 3 December 2018, n° 417292),
 * and the period counted from the day after the trigger. They part at month ends only, and no judgment says which holds.
 */
export const francReadings = (trigger: number, period: Period, territory: string): [number, number] => [
  plainEnd(trigger, period, territory) + 1,
  plainEnd(trigger + 1, period, territory),
];

/**
 * Last day of a franc period: the earlier of both readings, as it is the user who would lose by the later one; then the next
 * working day (CE, 5 June 2009, n° 312682; 15 December 2023, n° 472836).
 */
export const francEnd = (trigger: number, period: Period, territory: string): number =>
  workingDayFrom(Math.min(...francReadings(trigger, period, territory)), territory);

/** Last day by regulation (EEC, Euratom) 1182/71, art. 3: never a day off, and two working days inside from two days on. */
export function europeanEnd(trigger: number, period: Period, territory: string): number {
  const end = plainEnd(trigger, period, territory);
  const least = end - trigger < 2 ? 0 : 2;
  let last = workingDayFrom(end, territory);
  while (workingDaysBetween(Math.max(trigger, last - 14), last, territory) < least)
    last = workingDayFrom(last + 1, territory);
  return last;
}

const ends = { plain: plainEnd, franc: francEnd, european: europeanEnd };

/** Last day of a period, counted as asked. */
export const lastDay = (trigger: number, period: Period, counting: Counting, territory: string): number =>
  ends[counting](trigger, period, territory);
