/**
 * The clock on an office’s wall. Instants are milliseconds since 1970 in UTC; wall time is a day number and seconds
 * since midnight. The only source of zones is `Intl`, which follows the IANA database of the browser.
 */

const msPerDay = 864e5;
/** Every change of offset since 1972 falls on a quarter of an hour of UTC. */
const msPerSlot = 9e5;

export type OfficeTime = {
  /** IANA name. */
  zone: string;
  /** Day number and seconds since midnight at an instant. */
  wallAt(instant: number): { day: number; second: number };
  /**
   * Instant of a wall time; `second` may go past the day. An hour skipped in spring is read on the later side (02:30
   * becomes 03:30), an hour lived twice in autumn is its first occurrence: what Temporal calls `compatible`.
   */
  instantAt(day: number, second: number): number;
};

const clocks = new Map<string, OfficeTime>();

/** The clock of an IANA zone, one per zone. Throws a RangeError where the zone has no such name. */
export function officeTime(zone: string): OfficeTime {
  let clock = clocks.get(zone);
  if (!clock) clocks.set(zone, (clock = readZone(zone)));
  return clock;
}

function readZone(timeZone: string): OfficeTime {
  const numeric = 'numeric';
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  const known = new Map<number, number>();

  /** Wall time minus UTC, asked of Intl: about 4 µs, so each answer is kept. */
  function measure(instant: number): number {
    let offset = known.get(instant);
    if (offset === undefined) {
      const parts = format.formatToParts(instant);
      const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
      const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
      known.set(instant, (offset = wall - instant));
    }
    return offset;
  }

  /** A day of UTC that begins and ends with one offset has no other; the rare others are cut in quarters of an hour. */
  function offsetAt(instant: number): number {
    const midnight = Math.floor(instant / msPerDay) * msPerDay;
    const offset = measure(midnight);
    return offset === measure(midnight + msPerDay) ? offset : measure(Math.floor(instant / msPerSlot) * msPerSlot);
  }

  return {
    zone: timeZone,
    wallAt(instant) {
      const wall = instant + offsetAt(instant);
      const day = Math.floor(wall / msPerDay);
      return { day, second: Math.floor((wall - day * msPerDay) / 1000) };
    },
    instantAt(day, second) {
      const wall = day * msPerDay + second * 1000;
      const before = offsetAt(wall - msPerDay);
      const after = offsetAt(wall + msPerDay);
      const first = wall - before;
      return before === after || offsetAt(first) === before || offsetAt(wall - after) !== after ? first : wall - after;
    },
  };
}
