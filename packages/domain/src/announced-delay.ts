/**
 * The delay a service announces (Services Publics+, engagement 4: indicative, or better, personalised) in its honest forms, and
 * how to measure one from past demands. A percentile says which share of how many demands over which period: it is no promise.
 */
import { isoDay, parseDay } from './civil-date.ts';
import { plainEnd, type Period } from './legal-period.ts';

export type DelayUnit = 'day' | 'working-day' | 'week' | 'month';

/** From when a delay is counted. */
export type DelayStart = 'filing' | 'completeness' | 'review-start';

type Counted = {
  readonly unit: DelayUnit;
  readonly basisFrom: DelayStart;
  /** Is the time during which the user is awaited left out of it? */
  readonly excludesWaitingOnUser?: boolean;
};

/** Dates are `YYYY-MM-DD`. */
export type AnnouncedDelay =
  | (Counted & { readonly form: 'fixed'; readonly max: number })
  | (Counted & { readonly form: 'range'; readonly min: number; readonly max: number })
  | (Counted & {
      readonly form: 'percentile';
      /** Share of demands decided in `max` at most, in per cent; half of them took `median` at most. */
      readonly percentile: number;
      readonly median: number;
      readonly max: number;
      readonly sampleSize: number;
      /** Demands decided from this day to that one. */
      readonly from: string;
      readonly to: string;
    })
  /** « Nous traitons les demandes reçues le … » */
  | { readonly form: 'queue'; readonly processing: string; readonly asOf: string }
  | { readonly form: 'personalised'; readonly date: string };

/** Days during which the user was awaited: from the first, up to but without the second, absent while it lasts. */
export type UserWait = readonly [from: number, to: number | undefined];

/** Day numbers of what a delay may be counted from, and what interrupts it. */
export type DelayCourse = {
  readonly filing?: number | undefined;
  readonly completeness?: number | undefined;
  readonly 'review-start'?: number | undefined;
  readonly waits: readonly UserWait[];
};

const fields: Readonly<Record<DelayUnit, keyof Period>> = {
  day: 'days',
  'working-day': 'workingDays',
  week: 'weeks',
  month: 'months',
};

/**
 * Last day of an announced delay, after which a demand is late; undefined where its start is not known, and for a queue,
 * which promises no day. Of a range or a percentile, the longer end.
 *
 * @param today Up to when an open wait counts.
 */
export function announcedLastDay(
  delay: AnnouncedDelay,
  course: DelayCourse,
  { territory, today }: { territory: string; today: number },
): number | undefined {
  if (delay.form === 'queue') return undefined;
  if (delay.form === 'personalised') return parseDay(delay.date);
  const start = course[delay.basisFrom];
  if (start === undefined) return undefined;
  const end = plainEnd(start, { [fields[delay.unit]]: delay.max }, territory);
  // Days waited push the end, which lets later waits in.
  let waited = 0;
  if (delay.excludesWaitingOnUser)
    for (const [from, to] of separate(course.waits, start, today)) if (from <= end + waited) waited += to - from;
  return end + waited;
}

/** Has a queue come to demands of that day? */
export const isQueueAt = (processing: string, filedOn: number): boolean =>
  (parseDay(processing) ?? -Infinity) >= filedOn;

/** Days from a start to a decision, without those on which the user was awaited. */
export function processingDays(startedOn: number, decidedOn: number, waits: readonly UserWait[] = []): number {
  const waited = separate(waits, startedOn, decidedOn).map(([from, to]) => to - from);
  return Math.max(0, decidedOn - startedOn) - waited.reduce((sum, days) => sum + days, 0);
}

/** Waits in order, cut to what lies between two days, none of them twice. */
function separate(waits: readonly UserWait[], first: number, last: number): (readonly [number, number])[] {
  let covered = first;
  return [...waits]
    .sort(([one], [other]) => one - other)
    .map(([from, to = last]) => {
      const start = Math.max(from, covered);
      covered = Math.max(covered, Math.min(to, last));
      return [start, covered] as const;
    })
    .filter(([from, to]) => to > from);
}

/** Percentile of sorted or unsorted values, by linear interpolation between ranks; NaN of none. */
export function percentileOf(values: readonly number[], percentile: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const rank = ((sorted.length - 1) * percentile) / 100;
  const [below = NaN, above = below] = sorted.slice(Math.floor(rank), Math.floor(rank) + 2);
  return below + (above - below) * (rank % 1);
}

export type DecidedDemand = {
  readonly startedOn: number;
  readonly decidedOn: number;
  readonly waits?: readonly UserWait[];
};

/**
 * A delay measured on demands decided from one day to another, both included, in whole days rounded up, without the time during
 * which users were awaited; undefined under the least sample, where a percentile says nothing.
 */
export function measuredDelay(
  demands: readonly DecidedDemand[],
  measure: { from: number; to: number; basisFrom: DelayStart; percentile?: number; leastSample?: number },
): Extract<AnnouncedDelay, { form: 'percentile' }> | undefined {
  const { from, to, basisFrom, percentile = 90, leastSample = 20 } = measure;
  const days = demands
    .filter(({ decidedOn }) => decidedOn >= from && decidedOn <= to)
    .map(({ startedOn, decidedOn, waits }) => processingDays(startedOn, decidedOn, waits));
  if (!days.length || days.length < leastSample) return undefined;
  // Interpolation leaves 3.0000000000000004 of 3 days: not a reason to announce four.
  const wholeDays = (share: number) => Math.ceil(percentileOf(days, share) - 1e-9);
  return {
    form: 'percentile',
    percentile,
    median: wholeDays(50),
    max: wholeDays(percentile),
    unit: 'day',
    basisFrom,
    excludesWaitingOnUser: true,
    sampleSize: days.length,
    from: isoDay(from),
    to: isoDay(to),
  };
}
