/** Hours and numbers of a contact in French words, for the texts that a team takes away. Spaces before « : ; ? ! » are U+202F. */
import { isoDay } from './civil-date.ts';
import type { Contact, HoursRule, Schedule } from './contact.ts';
import { weekdays } from './hours-rule.ts';
import { openingHours, type DayHours, type OpeningHours } from './opening-hours.ts';
import { addUp, type OpenRange } from './open-ranges.ts';

const dayNames = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

/** How a text says times: on paper `9 h 30`, aloud `9 heures 30`, midday and midnight by their names. */
export type TimeWords = (minutes: number) => string;

export const writtenTime: TimeWords = (minutes) => {
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60) % 24 || (minutes ? 24 : 0)}\u00a0h${rest ? `\u00a0${String(rest).padStart(2, '0')}` : ''}`;
};

export const spokenTime: TimeWords = (minutes) => {
  const [hour, rest] = [Math.floor(minutes / 60) % 24, minutes % 60];
  const named = hour === 12 ? 'midi' : hour === 0 ? 'minuit' : `${hour} heure${hour > 1 ? 's' : ''}`;
  return rest ? `${named} ${rest}` : named;
};

const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} et ${parts.at(-1) ?? ''}`;

const manners = { open: '', appointment: ' sur rendez-vous', conditional: ' sous conditions' };

const rangeText = ({ from, to, mode }: OpenRange, time: TimeWords): string =>
  `de ${time(from)} à ${time(to)}${manners[mode]}`;

const remarkOf = ({ condition, note }: OpenRange): string => condition ?? note ?? '';

/** `de 9 h à 12 h et de 13 h 30 à 17 h`, `fermé`, `horaires non communiqués`; a remark that all ranges share is said once. */
export function dayText({ ranges, unknown }: Pick<DayHours, 'ranges' | 'unknown'>, time: TimeWords): string {
  if (!ranges.length) return unknown ? 'horaires non communiqués' : 'fermé';
  const remarks = new Set(ranges.map(remarkOf));
  const [shared = ''] = remarks.size === 1 ? remarks : [];
  const parts = ranges.map((range) => {
    const own = shared ? '' : remarkOf(range);
    return `${rangeText(range, time)}${own && ` (${own})`}`;
  });
  return `${joined(parts)}${shared && ` (${shared})`}`;
}

/** Every week has them; the others are told apart. */
const isWeekly = ({ nth, weeks, from }: HoursRule): boolean =>
  nth === undefined && weeks === undefined && from === undefined;

/** The seven days of the week that holds `today`, as if none were an exception, in the season of `today`. */
const usualWeek = (hours: OpeningHours, today: number): DayHours[] => {
  const monday = today - ((today + 3) % 7);
  return Array.from({ length: 7 }, (_, index) => hours.usuallyOn(monday + index));
};

const ordinals: Readonly<Record<number, string>> = { 1: '1er', 2: '2e', 3: '3e', 4: '4e', 5: '5e', [-1]: 'dernier' };

/** Hours of some weeks only: `1er et 3e samedi du mois`, `mercredi, semaines paires`. */
export function someWeeksLines({ week }: Schedule, time: TimeWords): { days: string; text: string }[] {
  return week
    .filter((rule) => !isWeekly(rule))
    .map(({ days, nth, weeks, from, to, hours, ...rest }) => {
      const names = daysText(days.map((day) => dayNames[weekdays.indexOf(day)] ?? ''));
      const places = nth?.map((one) => ordinals[one] ?? String(one)) ?? [];
      const when = [
        places.length ? `${joined(places)} ${names} du mois` : names,
        weeks === undefined ? '' : weeks === 'even' ? 'semaines paires' : 'semaines impaires',
        from === undefined ? '' : `à partir du ${from}${to === undefined ? '' : ` jusqu’au ${to}`}`,
      ];
      const { ranges } = addUp([{ hours, ...rest }], undefined);
      return { days: when.filter(Boolean).join(', '), text: dayText({ ranges, unknown: !ranges.length }, time) };
    });
}

/** Days with the same hours together, in order: `lundi, mardi et jeudi` and their hours; closed days are left out. */
export function weekLines(hours: OpeningHours, today: number, time: TimeWords): { days: string; text: string }[] {
  const week = usualWeek(hours, today);
  if (week.every(({ ranges, unknown }) => unknown && !ranges.length)) return [];
  const groups = new Map<string, string[]>();
  week.forEach((day, index) => {
    if (!day.ranges.length && !day.unknown) return;
    const text = dayText(day, time);
    groups.set(text, [...(groups.get(text) ?? []), dayNames[index] ?? '']);
  });
  return [...groups].map(([text, days]) => ({ days: daysText(days), text }));
}

/** `du lundi au vendredi` where they follow one another, else each. */
function daysText(days: readonly string[]): string {
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const follow = dayNames.indexOf(last) - dayNames.indexOf(first) === days.length - 1;
  return days.length > 2 && follow ? `du ${first} au ${last}` : joined(days);
}

/** `vendredi 25 décembre 2026` */
export const dateText = (day: number): string =>
  new Intl.DateTimeFormat('fr', { dateStyle: 'full', timeZone: 'UTC' })
    .format(new Date(`${isoDay(day)}T00:00:00Z`))
    .replace(/ 1 /, ' 1er ');

/** What is unusual within a number of days: closings, other hours, public holidays, with their reason. */
export function upcomingLines(
  hours: OpeningHours,
  now: number,
  days: number,
  time: TimeWords,
): { when: string; text: string }[] {
  return hours.upcoming(now, days).map(({ from, to, hours: day }) => {
    const reason = day.exception ? day.exception.reason : day.holiday;
    const text = dayText(day, time);
    return {
      when: from === to ? dateText(from) : `du ${dateText(from)} au ${dateText(to)}`,
      text: reason ? `${text} (${reason})` : text,
    };
  });
}

/** `weekly`: the same hours without those of some weeks only. */
export type Channel = { title: string; hours: OpeningHours; weekly: OpeningHours; schedule: Schedule };

/** The channels whose hours are known. */
export function channelsOf(contact: Contact): Channel[] {
  const of = (title: string, schedule: Schedule | undefined): Channel[] =>
    schedule
      ? [
          {
            title,
            hours: openingHours(schedule, contact),
            weekly: openingHours({ ...schedule, week: schedule.week.filter(isWeekly) }, contact),
            schedule,
          },
        ]
      : [];
  return [...of('Accueil', contact.counter), ...of('Téléphone', contact.telephone)];
}
