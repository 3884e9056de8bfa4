/** On which day something happened, where the service stands. */
import { dayNumber } from './civil-date.ts';
import { officeTime } from './office-time.ts';

const first = dayNumber(1000, 1, 2) * 864e5;
const last = dayNumber(9999, 12, 31) * 864e5;

/**
 * Day number of an instant on the service’s calendar; undefined where the text is no instant, or one out of the years 1000 to
 * 9999. Throws a RangeError where the zone has no such name.
 *
 * @param at ISO 8601 with an offset, e.g. `2026-03-14T23:30:00Z`: already 15 March in Paris.
 * @param zone IANA name.
 */
export function eventDay(at: string, zone: string): number | undefined {
  const instant = Date.parse(at);
  return instant > first && instant < last ? officeTime(zone).wallAt(instant).day : undefined;
}
