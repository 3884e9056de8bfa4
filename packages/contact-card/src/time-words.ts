/** Days and times in words, from the office's own calendar: day numbers and minutes since midnight, never local dates. */
import { msg, str } from '@spplus/ui/localize';

const date = (day: number, minutes = 0): number => day * 864e5 + minutes * 6e4;

const format = (locale: string, options: Intl.DateTimeFormatOptions, instant: number): string =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(instant);

/** `9 h`, `9 h 30` in French; elsewhere as the language writes it. Minutes past 1440 are those of the next day. */
export const timeText = (minutes: number, locale: string): string =>
  format(locale, { hour: 'numeric', minute: '2-digit' }, date(0, minutes % 1440)).replace(
    /^0?(\d+):(\d\d)$/,
    (written, hours: string, rest: string) =>
      locale === 'fr' ? `${hours}\u00a0h${rest === '00' ? '' : `\u00a0${rest}`}` : written,
  );

/** `lundi`, with its date where the week would not tell which: `lundi 4 janvier`. */
export const dayText = (day: number, locale: string, withDate = false): string =>
  format(locale, { weekday: 'long', ...(withDate && { day: 'numeric', month: 'long' }) }, date(day));

/** A date without its weekday: `4 janvier 2027`, `1er juillet`. */
export const dateText = (day: number, locale: string, withYear = true): string =>
  format(locale, { day: 'numeric', month: 'long', ...(withYear && { year: 'numeric' }) }, date(day)).replace(
    /^1 /,
    locale === 'fr' ? '1er ' : '$&',
  );

/** A day as the data writes it, `2026-07-01` or `07-01`. */
export const dayOfYearText = (text: string, locale: string): string =>
  dateText(Date.parse(text.length > 5 ? text : `2000-${text}`) / 864e5, locale, text.length > 5);

/** When something happens, seen from a day: `à 9 h`, `demain à 9 h`, `lundi à 9 h`, `lundi 4 janvier à 9 h`. */
export function whenText(day: number, minutes: number, today: number, locale: string): string {
  const time = timeText(minutes, locale);
  const ahead = day - today;
  if (ahead === 0) return msg(str`à ${time}`, { id: 'at' });
  const name =
    ahead === 1
      ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(1, 'day')
      : dayText(day, locale, ahead > 6);
  return msg(str`${name} à ${time}`, { id: 'day-at' });
}

/** `mardi : de 9 h à 12 h`, with the space that the language puts before the sign. */
export const pair = (name: string, content: string): string => msg(str`${name}\u202F: ${content}`, { id: 'pair' });
