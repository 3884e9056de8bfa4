/**
 * Public holidays of the thirteen French territories by computation: code du travail, art. L. 3133-1, L. 3134-13
 * (Alsace-Moselle), L. 3422-2 and decree 83-1003 (abolition of slavery). Holds from 1984 on, the year after that decree.
 * Days that only a local assembly or a custom grants are not there: a contact gives them as `extraHolidays`.
 */
import { dayNumber } from './civil-date.ts';

/** Same words as the official list, so that both can be compared. */
const fixed: readonly [month: number, date: number, name: string][] = [
  [1, 1, '1er janvier'],
  [5, 1, '1er mai'],
  [5, 8, '8 mai'],
  [7, 14, '14 juillet'],
  [8, 15, 'Assomption'],
  [11, 1, 'Toussaint'],
  [11, 11, '11 novembre'],
  [12, 25, 'Jour de Noël'],
];

const abolition: Readonly<Record<string, readonly [month: number, date: number]>> = {
  guadeloupe: [5, 27],
  guyane: [6, 10],
  'la-reunion': [12, 20],
  martinique: [5, 22],
  mayotte: [4, 27],
  'saint-barthelemy': [10, 9],
  'saint-martin': [5, 28],
};

const years = new Map<string, ReadonlyMap<number, string>>();

/**
 * Name of each public holiday of a year, by day number, in the order of the year. A territory of another name has the
 * days of `metropole`. Where two fall on one day (Ascension on 1 May 2008), the official list keeps the later of both.
 */
export function publicHolidays(territory: string, year: number): ReadonlyMap<number, string> {
  const key = `${territory}${year}`;
  let holidays = years.get(key);
  if (!holidays) years.set(key, (holidays = compute(territory, year)));
  return holidays;
}

function compute(territory: string, year: number): ReadonlyMap<number, string> {
  const days: [number, string][] = fixed.map(([month, date, name]) => [dayNumber(year, month, date), name]);
  const easter = easterSunday(year);
  days.push([easter + 1, 'Lundi de Pâques'], [easter + 39, 'Ascension'], [easter + 50, 'Lundi de Pentecôte']);
  if (territory === 'alsace-moselle')
    days.push([easter - 2, 'Vendredi saint'], [dayNumber(year, 12, 26), '2ème jour de Noël']);
  const end = abolition[territory];
  // Saint-Martin kept Guadeloupe’s day until 2017.
  if (end) {
    const early = territory === 'saint-martin' && year < 2018 ? 1 : 0;
    days.push([dayNumber(year, ...end) - early, "Abolition de l'esclavage"]);
  }
  return new Map([...new Map(days)].sort(([a], [b]) => a - b));
}

/** Day number of Easter Sunday, by the anonymous Gregorian computation (Nature, 20 April 1876). */
export function easterSunday(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const leaps = Math.floor(century / 4);
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leaps - moon + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  return dayNumber(year, 3, 22 + epact + toSunday - 7 * late);
}
