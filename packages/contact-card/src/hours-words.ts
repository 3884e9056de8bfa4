/** The hours of one day, or of one rule, in words. */
import type { HoursRule, Weekday } from '@spplus/domain/contact';
import { readRange, weekdays } from '@spplus/domain/hours-rule';
import type { DayHours } from '@spplus/domain/opening-hours';
import type { OpeningMode } from '@spplus/domain/open-ranges';
import { msg, str } from '@spplus/ui/localize';
import { dayOfYearText, dayText, pair, timeText } from './time-words.ts';

type Range = { from: number; to: number; mode?: OpeningMode };

/** `de 8 h 30 à 12 h, de 14 h à 17 h sur rendez-vous` */
export const rangesText = (ranges: readonly Range[], locale: string): string =>
  ranges
    .map(({ from, to, mode }) => {
      const [start, end] = [timeText(from, locale), timeText(to, locale)];
      const hours = msg(str`de ${start} à ${end}`, { id: 'range' });
      if (mode === 'appointment') return msg(str`${hours} sur rendez-vous`, { id: 'range-appointment' });
      if (mode === 'conditional') return msg(str`${hours} sous conditions`, { id: 'range-conditional' });
      return hours;
    })
    .join(', ');

/** Ranges as the data writes them, in words; those nobody can read are left out. */
export const writtenRanges = (texts: readonly string[], locale: string, mode?: OpeningMode): string =>
  rangesText(
    texts.flatMap((text) => readRange(text) ?? []).map((range) => ({ ...range, ...(mode && { mode }) })),
    locale,
  );

/** The hours of a day, `fermé`, or that nothing is known. */
export function dayHoursText({ ranges, unknown }: Pick<DayHours, 'ranges' | 'unknown'>, locale: string): string {
  if (unknown && !ranges.length) return msg('Horaires non communiqués', { id: 'hours-unknown' });
  return rangesText(ranges, locale) || msg('fermé', { id: 'day-closed' });
}

/** `du lundi au vendredi`, `lundi et jeudi` */
function daysText(days: readonly Weekday[], locale: string): string {
  const places = days.map((day) => weekdays.indexOf(day)).sort((a, b) => a - b);
  // Days 4 to 10 of 1970 run from Monday to Sunday.
  const names = places.map((place) => dayText(4 + place, locale));
  const [start = '', end = ''] = [names[0], names.at(-1)];
  return names.length > 2 && (places.at(-1) ?? 0) - (places[0] ?? 0) === names.length - 1
    ? msg(str`du ${start} au ${end}`, { id: 'from-to' })
    : new Intl.ListFormat(locale).format(names);
}

const ordinals: Readonly<Record<number, () => string>> = {
  1: () => msg('1er', { id: 'first' }),
  2: () => msg('2e', { id: 'second' }),
  3: () => msg('3e', { id: 'third' }),
  4: () => msg('4e', { id: 'fourth' }),
  5: () => msg('5e', { id: 'fifth' }),
  [-1]: () => msg('dernier', { id: 'last' }),
};

/** `du 1er juillet au 31 août` */
export function periodText(from: string, to: string, locale: string): string {
  const [start, end] = [dayOfYearText(from, locale), dayOfYearText(to, locale)];
  return msg(str`du ${start} au ${end}`, { id: 'from-to' });
}

/** A rule in words: `1er et 3e samedi du mois : de 9 h à 12 h`. */
export function ruleText(
  { days, hours, nth, weeks, from, to, appointment, condition, note }: HoursRule,
  locale: string,
): string {
  const names = daysText(days, locale);
  const places = nth && new Intl.ListFormat(locale).format(nth.map((place) => ordinals[place]?.() ?? ''));
  const which = [
    places ? msg(str`${places} ${names} du mois`, { id: 'nth' }) : names,
    weeks === 'odd' && msg('semaines impaires', { id: 'weeks-odd' }),
    weeks === 'even' && msg('semaines paires', { id: 'weeks-even' }),
    from && to && periodText(from, to, locale),
  ].filter(Boolean);
  const mode = condition ? 'conditional' : appointment ? 'appointment' : 'open';
  const said = writtenRanges(hours, locale, mode) || msg('fermé', { id: 'day-closed' });
  const remark = condition ?? note;
  return pair(which.join(', '), remark ? `${said} (${remark})` : said);
}
