/**
 * Whether the telephone for deaf, hard-of-hearing, deafblind and aphasic people answers as long as the telephone does: law
 * 2005-102, art. 78, and decree 2017-875, art. 2 (half of the hours until 30 September 2026, all of them from 1 October on).
 */
import type { Contact } from './contact.ts';
import { openingHours } from './opening-hours.ts';

/** Minutes since midnight of one day on which the telephone answers and the accessible one does not. */
export type Shortfall = { day: number; from: number; to: number };

/** The first shortfall of each day of the year that starts on the day of an instant. Days without known hours are left out. */
export function accessibleShortfalls(contact: Contact, now: number): Shortfall[] {
  const { telephone, accessiblePhone } = contact;
  if (!telephone || !accessiblePhone?.hours) return [];
  const everyone = openingHours(telephone, contact);
  const accessible = openingHours(accessiblePhone.hours, contact);
  const first = everyone.today(now);
  return Array.from({ length: 365 }, (_, ahead) => first + ahead).flatMap((day) => {
    if (accessible.on(day).unknown) return [];
    // A night may be one range past midnight here, and two there.
    const offered = [-1, 0, 1].flatMap((by) =>
      accessible.on(day + by).ranges.map(({ from, to }) => ({ from: from + by * 1440, to: to + by * 1440 })),
    );
    for (const { from, to } of everyone.on(day).ranges) {
      let at = from;
      for (const range of offered) if (range.from <= at) at = Math.max(at, range.to);
      const next = offered.find((range) => range.from > at)?.from ?? to;
      if (at < to) return { day, from: at, to: Math.min(next, to) };
    }
    return [];
  });
}
