/** Dates and times as people read them. */

/** `1 décembre 2026` in the element's language and the reader's time zone. `at`: an RFC 3339 instant. */
export const dateText = (at: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(at));

/** `16 h 50` in French, `4:50 PM` in English. */
export function timeText(at: number, locale: string): string {
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at);
  return locale === 'fr' ? time.replace(':', '\u00A0h\u00A0') : time;
}
