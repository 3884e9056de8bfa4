/**
 * Working days of a French territory. « Jours ouvrés » are Monday to Friday, « jours ouvrables » Monday to Saturday, both
 * without public holidays: the usual meaning (fiche F35697 of service-public.fr), as the code des relations entre le public
 * et l’administration counts in jours ouvrés and defines none. Days are day numbers of civil-date.
 */
import { weekdayIndex, yearOf } from './civil-date.ts';
import { publicHolidays } from './public-holidays.ts';

export type WorkingWeek = 'ouvres' | 'ouvrables';

/** Is a day worked? A territory of another name has the public holidays of `metropole`. */
export const isWorkingDay = (day: number, territory: string, week: WorkingWeek = 'ouvres'): boolean =>
  weekdayIndex(day) < (week === 'ouvres' ? 5 : 6) && !publicHolidays(territory, yearOf(day)).has(day);

/** The day itself where it is worked, else the next one that is. */
export function workingDayFrom(day: number, territory: string, week?: WorkingWeek): number {
  let next = day;
  while (!isWorkingDay(next, territory, week)) next++;
  return next;
}

/** The nth working day after a day, which itself never counts; the day itself for 0. */
export function addWorkingDays(day: number, count: number, territory: string, week?: WorkingWeek): number {
  let last = day;
  for (let left = count; left > 0; left--) last = workingDayFrom(last + 1, territory, week);
  return last;
}

/** How many working days lie after `from`, up to and with `to`; 0 where `to` comes first. */
export function workingDaysBetween(from: number, to: number, territory: string, week?: WorkingWeek): number {
  let count = 0;
  for (let day = from + 1; day <= to; day++) if (isWorkingDay(day, territory, week)) count++;
  return count;
}
