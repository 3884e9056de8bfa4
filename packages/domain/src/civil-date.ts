/**
 * Calendar days as numbers: days since 1970-01-01, without zone nor hour, so that adding and comparing are plain
 * arithmetic. Years 1000 to 9999.
 */

const msPerDay = 864e5;

/** Day number of a date of the Gregorian calendar; `month` and `date` count from 1. */
export const dayNumber = (year: number, month: number, date: number): number =>
  Date.UTC(year, month - 1, date) / msPerDay;

/** `YYYY-MM-DD` of a day number. */
export const isoDay = (day: number): string => new Date(day * msPerDay).toISOString().slice(0, 10);

/** Day number of `YYYY-MM-DD`; undefined for anything else, 30 February included. */
export function parseDay(text: string): number | undefined {
  const day = Date.parse(text) / msPerDay;
  return Number.isInteger(day) && isoDay(day) === text ? day : undefined;
}

/** 0 for Monday to 6 for Sunday. */
export const weekdayIndex = (day: number): number => (((day + 3) % 7) + 7) % 7;

export const yearOf = (day: number): number => new Date(day * msPerDay).getUTCFullYear();

/** Week number of ISO 8601: the week belongs to the year of its Thursday. */
export function isoWeek(day: number): number {
  const thursday = day - weekdayIndex(day) + 3;
  return Math.floor((thursday - dayNumber(yearOf(thursday), 1, 1)) / 7) + 1;
}

/** Which one of its weekday in the month, counted from the start (1 to 5) and from the end (−1 for the last). */
export function nthOfMonth(day: number): [fromStart: number, fromEnd: number] {
  const date = new Date(day * msPerDay);
  const ofMonth = date.getUTCDate();
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return [Math.ceil(ofMonth / 7), -Math.ceil((length - ofMonth + 1) / 7)];
}
