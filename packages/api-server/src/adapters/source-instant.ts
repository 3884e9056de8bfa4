/** Instants as other systems write them, brought to one form. */
import { isoDay, parseDay } from '@spplus/domain/civil-date';
import { eventDay } from '@spplus/domain/event-day';
import { officeTime } from '@spplus/domain/office-time';

const written =
  /^(\d{4}-\d\d-\d\d)(?:[T ]+(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?(?:\[[\w/+-]+\])?$/i;

/**
 * ISO 8601 in UTC of an instant; undefined for what cannot be read for sure, such as 03/04/2026, which is not the same day
 * everywhere. Also reads a space for the T, +0200 for +02:00, a comma before the fraction, seconds or milliseconds since 1970.
 *
 * @param zone IANA name: where an hour without an offset is read, and a day without an hour, which stands for its noon.
 */
export function readInstant(value: unknown, zone: string): string | undefined {
  const instant =
    typeof value === 'number' ? epoch(value) : typeof value === 'string' ? parse(value.trim(), zone) : NaN;
  if (Number.isNaN(instant) || Math.abs(instant) > 8.64e15) return undefined;
  const text = new Date(instant).toISOString();
  return eventDay(text, zone) === undefined ? undefined : text;
}

/** The later of two instants in UTC; of one that is not known, the other. */
export function laterOf(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Date.parse(one) < Date.parse(other) ? other : one;
}

/** `YYYY-MM-DD` of a day or of an instant, on the calendar of the zone; undefined for what readInstant cannot read. */
export function readDay(value: unknown, zone: string): string | undefined {
  const instant = readInstant(value, zone);
  const day = instant === undefined ? undefined : eventDay(instant, zone);
  return day === undefined ? undefined : isoDay(day);
}

/** Up to 11 digits are seconds: the year 5138; milliseconds have 12 from 1973 on. */
const epoch = (value: number) => (value > 0 ? (value < 1e11 ? value * 1000 : value) : NaN);

function parse(text: string, zone: string): number {
  if (/^\d{9,13}$/.test(text)) return epoch(Number(text));
  const [, date = '', hour, minute, second = '0', fraction = '', offset] = written.exec(text) ?? [];
  const day = parseDay(date);
  if (day === undefined) return NaN;
  if (hour === undefined || minute === undefined)
    return offset === undefined ? officeTime(zone).instantAt(day, 43_200) : NaN;
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  // 24:00 is the end of a day, and 60 a leap second.
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60 || seconds > 86_400) return NaN;
  const milliseconds = Math.floor(Number(`0.${fraction || '0'}`) * 1000);
  if (offset === undefined) return officeTime(zone).instantAt(day, seconds) + milliseconds;
  return (day * 86_400 + seconds) * 1000 + milliseconds - offsetOf(offset);
}

/** Milliseconds. */
function offsetOf(offset: string): number {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
