/**
 * Whether a channel is open at an instant, until when, and when next: the hours of one schedule in the office’s own
 * zone. A range belongs to the day on which it starts, so that closing a day leaves the night before it alone.
 */
import type { Contact, HoursException, Schedule, Season } from './contact.ts';
import { parseDay, yearOf } from './civil-date.ts';
import { territoryOf, zoneOf } from './french-territory.ts';
import { inPeriod, ruleHoldsOn } from './hours-rule.ts';
import { officeTime, type OfficeTime } from './office-time.ts';
import { addUp, paint, type OpeningMode, type OpenRange } from './open-ranges.ts';
import { publicHolidays } from './public-holidays.ts';

/** Where the office is; a whole contact fits. Without zone, territory nor INSEE code: Paris. */
export type Place = Pick<Contact, 'insee' | 'zone' | 'territory' | 'extraHolidays'>;

export type Status = OpeningMode | 'closed' | 'unknown';

/** The hours that start on one day, and what made them other than usual. */
export type DayHours = {
  day: number;
  /** In order, without overlap; those of one mode and one wording that touch are one. */
  ranges: readonly OpenRange[];
  /** Not everything could be read about this day: outside its ranges it is not closed, but unknown. */
  unknown: boolean;
  /** Words on the whole day, all there is where nothing could be read. */
  condition?: string | undefined;
  exception?: HoursException | undefined;
  /** Name of the public holiday, also where the office opens as usual. */
  holiday?: string | undefined;
  season?: Season | undefined;
};

/** All times are instants in milliseconds; absent: not within 400 days. */
export type OpeningState = {
  /** When what is shown changes: status or condition. */
  until?: number | undefined;
  /** What is shown from then on. */
  then?: Status | undefined;
} & (
  | { status: 'unknown'; condition?: string | undefined }
  | {
      status: OpeningMode;
      condition?: string | undefined;
      note?: string | undefined;
      /** When nobody is received any more, whatever the mode. */
      closes?: number | undefined;
      /** What is shown ends within the threshold, for something less welcoming. */
      soon: boolean;
    }
  | {
      status: 'closed';
      /** Next opening; absent: closed until further notice. */
      opens?: number | undefined;
      mode?: OpeningMode | undefined;
      /** The day this was asked for: its exception, holiday or season is the reason. */
      today: DayHours;
    }
);

/** An exception or a public holiday to come: first and last day numbers, and the hours of its first day within sight. */
export type Upcoming = { from: number; to: number; hours: DayHours };

export type OpeningHours = {
  time: OfficeTime;
  /** State at an instant. `soonMinutes` is how long before its end an opening is said to end soon. */
  stateAt(now: number, soonMinutes?: number): OpeningState;
  /** Day number at the office. */
  today(now: number): number;
  /** Hours of one day. */
  on(day: number): DayHours;
  /** Hours of one day as if it were neither a public holiday nor an exception. */
  usuallyOn(day: number): DayHours;
  /** Exceptions, and public holidays on days with usual hours, from today on, within a number of days. */
  upcoming(now: number, days?: number): Upcoming[];
};

const lookAhead = 400;

/** From `to` of the segment before until `to`: what is shown all along. */
type Segment = { to: number; status: Status; words: { condition?: string | undefined; note?: string | undefined } };

/**
 * A schedule made ready to answer; days are computed when first asked for. Never throws: ranges no one can read are
 * skipped, and a zone that does not exist gives way to the one of the INSEE code.
 */
export function openingHours(schedule: Schedule, place: Place): OpeningHours {
  const time = clockOf(place);
  const days = new Map<number, DayHours>();
  const lives = new Map<number, readonly Segment[]>();
  const noRule = !schedule.week.length && !schedule.seasons?.some((season) => season.week.length);
  const exceptions = (schedule.exceptions ?? []).flatMap((exception) => {
    const first = parseDay(exception.from);
    const last = parseDay(exception.to ?? exception.from);
    return first === undefined || last === undefined ? [] : [{ exception, first, last }];
  });

  function holidayOn(day: number): string | undefined {
    const extra = place.extraHolidays?.find(({ date }) => inPeriod(day, date, date));
    return extra?.name ?? publicHolidays(place.territory ?? territoryOf(place.insee), yearOf(day)).get(day);
  }

  function usuallyOn(day: number): DayHours {
    const season = schedule.seasons?.find(({ from, to }) => inPeriod(day, from, to));
    const rules = (season ?? schedule).week.filter((rule) => ruleHoldsOn(rule, day));
    const hours = addUp(rules, schedule.condition);
    return { day, ...hours, unknown: noRule || hours.unknown || !!schedule.incomplete, season };
  }

  function compute(day: number): DayHours {
    const holiday = holidayOn(day);
    const usual = { ...usuallyOn(day), holiday };
    const covering = exceptions.filter(({ first, last }) => first <= day && day <= last);
    if (covering.length) {
      const shortest = Math.min(...covering.map(({ first, last }) => last - first));
      const chosen = covering.filter(({ first, last }) => last - first === shortest).map(({ exception }) => exception);
      const rules = chosen.map(({ hours = [], appointment = false }) => ({ hours, appointment }));
      return { ...usual, ...addUp(rules, schedule.condition), exception: chosen[0] };
    }
    return holiday && !noRule && schedule.holidays !== 'as-usual' ? { ...usual, ranges: [], unknown: false } : usual;
  }

  const on = (day: number): DayHours => kept(days, day, compute);

  /** A day from midnight to midnight, with the end of the night before. */
  function live(day: number): readonly Segment[] {
    return kept(lives, day, () => {
      const hours = on(day);
      const night = on(day - 1)
        .ranges.filter(({ to }) => to > 1440)
        .map((range) => ({ ...range, from: range.from - 1440, to: range.to - 1440 }));
      const idle = hours.unknown ? 'unknown' : 'closed';
      const idleWords = hours.unknown ? { condition: hours.condition } : {};
      const segments: Segment[] = [];
      let at = time.instantAt(day, 0);
      const until = (to: number, status: Status, words: Segment['words']) => {
        // The hour that spring skips can leave a range without length.
        if (to > at) segments.push({ to: (at = to), status, words });
      };
      for (const range of night.length ? paint([...night, ...hours.ranges]) : hours.ranges) {
        until(time.instantAt(day, Math.max(range.from, 0) * 60), idle, idleWords);
        until(time.instantAt(day, Math.min(range.to, 1440) * 60), range.mode, range);
      }
      until(time.instantAt(day + 1, 0), idle, idleWords);
      return segments;
    });
  }

  function stateAt(now: number, soonMinutes = 30): OpeningState {
    const day = today(now);
    let shown: Segment | undefined;
    let until: number | undefined;
    let then: Status | undefined;
    let turn: { at: number; status: Status } | undefined;
    let end = now;
    for (let ahead = day; !turn && ahead <= day + lookAhead; ahead++) {
      for (const segment of live(ahead)) {
        if (segment.to <= now) continue;
        shown ??= segment;
        const { status, words } = segment;
        if (until === undefined && (status !== shown.status || words.condition !== shown.words.condition))
          [until, then] = [end, status];
        if (!turn && kindOf(status) !== kindOf(shown.status)) turn = { at: end, status };
        end = segment.to;
      }
    }
    const change = { until, then };
    const status = shown?.status ?? 'unknown';
    const { condition, note } = shown?.words ?? {};
    if (status === 'unknown') return { ...change, status, condition };
    if (status === 'closed') {
      const next = turn && turn.status !== 'unknown' ? turn : undefined;
      return { ...change, status, opens: next?.at, mode: next?.status as OpeningMode | undefined, today: on(day) };
    }
    const closes = turn?.status === 'closed' ? turn.at : undefined;
    const soon = until !== undefined && until - now <= soonMinutes * 6e4 && then !== status && then !== 'open';
    return { ...change, status, condition, note, closes, soon };
  }

  const today = (now: number): number => time.wallAt(now).day;

  function upcoming(now: number, count = 15): Upcoming[] {
    const found = new Map<unknown, Upcoming>();
    const first = today(now);
    for (let day = first; day < first + count; day++) {
      const hours = on(day);
      const { exception, holiday } = hours;
      const own = exceptions.find((one) => one.exception === exception);
      if (own) {
        if (!found.has(own)) found.set(own, { from: own.first, to: own.last, hours });
      } else if (holiday && usuallyOn(day).ranges.length) found.set(day, { from: day, to: day, hours });
    }
    return [...found.values()];
  }

  return { time, stateAt, today, on, usuallyOn, upcoming };
}

const kindOf = (status: Status) => (status === 'closed' || status === 'unknown' ? status : 'open');

function clockOf({ zone, insee }: Place): OfficeTime {
  try {
    if (zone) return officeTime(zone);
  } catch {
    // Not a zone: the INSEE code says where the office is.
  }
  return officeTime(zoneOf(insee));
}

function kept<T>(memory: Map<number, T>, day: number, compute: (day: number) => T): T {
  let value = memory.get(day);
  if (value === undefined) memory.set(day, (value = compute(day)));
  return value;
}
