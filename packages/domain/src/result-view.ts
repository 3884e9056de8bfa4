/**
 * What of a result may be shown, and what must be said beside it: the same facts are drawn as a badge, a table, a chart or a
 * poster. Figures are in the unit of the result, already rounded.
 */
import { parseDay } from './civil-date.ts';
import { tally, type Distribution } from './answer-counts.ts';
import { definitionOf } from './indicator-catalogue.ts';
import {
  changeBetween,
  netError,
  netRange,
  netShare,
  reliabilityOf,
  satisfiedShare,
  shareError,
  shareRange,
  type Change,
  type Range,
} from './indicators.ts';
import type { Comparison, Period, Result, TrendPoint } from './results.ts';
import type { ReadResult } from './results-reader.ts';

export type ResultState =
  | 'shown'
  /** Between 30 and 99 answers: only the range means something. */
  | 'range'
  | 'too-few'
  | 'hidden'
  | 'missing'
  | 'coming'
  | 'not-applicable'
  | 'unreadable';

export type PointView = { readonly period: Period; readonly value: number | undefined; readonly methodChange?: string };

export type ResultView = {
  readonly code: string;
  readonly label: string | undefined;
  readonly unit: Result['unit'];
  readonly state: ResultState;
  /** Why it is unreadable. */
  readonly why?: string;
  /** More than twelve months old: results are due every year. */
  readonly isStale: boolean;
  readonly value?: number;
  readonly range?: Range;
  readonly n?: number;
  /** Against the point before; `unknown` without the number of answers of both. */
  readonly trend?: {
    readonly since: Period;
    readonly before: number;
    readonly change: Change | 'unknown';
    readonly isBetter?: boolean;
  };
  readonly target?: { readonly value: number; readonly isReached: boolean | undefined };
  readonly comparisons: readonly (Comparison & { readonly isComparable: boolean })[];
  /** From the oldest to the present one. */
  readonly points: readonly PointView[];
  readonly distribution?: Distribution;
};

type Measured = { value: number; n: number | undefined; range: Range | undefined; error: number | undefined };

/** Shares are computed from counts where there are some; a figure that is only published is taken as it is. */
function measure(result: Result | (TrendPoint & Pick<Result, 'code' | 'unit'>)): Measured | undefined {
  const { code, unit, value, n, distribution } = result;
  const percent = (range: Range): Range => [range[0] * 100, range[1] * 100];
  if (distribution) {
    const isNet = definitionOf(code)?.formula === 'net';
    const share = isNet ? netShare(distribution) : satisfiedShare(distribution);
    const { n: answers, positive, negative = 0 } = tally(distribution);
    if (share !== undefined && (unit === '%' || unit === 'points')) {
      const [up, down] = [positive / answers, negative / answers];
      return {
        value: share * 100,
        n: answers,
        range: percent(isNet ? netRange(up, down, answers) : shareRange(share, answers)),
        error: (isNet ? netError(up, down, answers) : shareError(share, answers)) * 100,
      };
    }
  }
  if (value === undefined) return undefined;
  const isShare = unit === '%' && n !== undefined && n > 0;
  return {
    value,
    n: n ?? (distribution && tally(distribution).n),
    range: isShare ? percent(shareRange(value / 100, n)) : undefined,
    error: isShare ? shareError(value / 100, n) * 100 : undefined,
  };
}

/** Whole percents under 1,000 answers; a figure whose number of answers is not known stays as published. */
function rounded(value: number, unit: Result['unit'], n: number | undefined): number {
  const digits = n === undefined ? 2 : unit === '/10' || unit === '/5' || n >= 1000 ? 1 : 0;
  return Number(value.toFixed(digits));
}

/** Days of a year after which a result is stale. */
const freshness = 366;

const isComparable = (result: Result, other: Comparison): boolean => {
  const scale = result.distribution?.scale ?? result.scale;
  return !scale || !other.scale || scale === other.scale;
};

/** @param now Day number of today (civil-date). */
export function resultView(result: ReadResult, now: number): ResultView {
  const { code, label, unit, unreadable, state: declared, updated, period } = result;
  const dated = parseDay(updated ?? period?.to ?? '');
  const base = {
    code,
    label,
    unit,
    comparisons: [],
    points: [],
    isStale: dated !== undefined && now - dated > freshness,
  };
  if (unreadable) return { ...base, state: 'unreadable', why: unreadable };
  if (declared) return { ...base, state: declared };
  const found = measure(result);
  if (!found) return { ...base, state: 'missing' };
  const { n, range } = found;
  const reliability = n === undefined ? 'full' : reliabilityOf(n);
  if (reliability === 'hidden') return { ...base, state: 'hidden' };
  if (reliability === 'too-few') return { ...base, state: 'too-few', ...(n !== undefined && { n }) };
  const points = pointsOf(result, found);
  const shownRange: Range | undefined = range && [rounded(range[0], unit, n), rounded(range[1], unit, n)];
  const common = {
    ...base,
    ...(n !== undefined && { n }),
    ...(shownRange && { range: shownRange }),
    ...(result.distribution && { distribution: result.distribution }),
    comparisons: (result.comparisons ?? []).map((one) => ({ ...one, isComparable: isComparable(result, one) })),
    points,
  };
  if (reliability === 'range' && shownRange) return { ...common, state: 'range' };
  return {
    ...common,
    state: 'shown',
    value: rounded(found.value, unit, n),
    ...trendOf(result, found),
    ...targetOf(result, found),
  };
}

/** A target is reached or missed only where the whole range is on one side of it. */
function targetOf({ target, lowerIsBetter }: Result, { value, range }: Measured): Pick<ResultView, 'target'> {
  if (target === undefined) return {};
  const [low, high] = range ?? [value, value];
  const [worst, best] = lowerIsBetter ? [-high, -low] : [low, high];
  const goal = lowerIsBetter ? -target : target;
  return { target: { value: target, isReached: worst >= goal ? true : best < goal ? false : undefined } };
}

function trendOf(result: Result, now: Measured): Pick<ResultView, 'trend'> {
  const last = result.trend?.findLast(({ value, distribution }) => value !== undefined || distribution);
  // What is measured otherwise is not compared.
  const changed = result.trend
    ?.slice(last ? result.trend.indexOf(last) + 1 : 0)
    .some(({ methodChange }) => methodChange);
  const before = last && measure({ ...last, code: result.code, unit: result.unit });
  if (!last || !before || changed || scaleChanged(result, last)) return {};
  if (before.n !== undefined && reliabilityOf(before.n) !== 'full') return {};
  const change =
    before.error === undefined || now.error === undefined
      ? before.value === now.value
        ? 'stable'
        : 'unknown'
      : changeBetween(before.value, now.value, before.error, now.error);
  const rises = now.value > before.value;
  return {
    trend: {
      since: last.period,
      before: rounded(before.value, result.unit, before.n),
      change,
      ...(change !== 'stable' && { isBetter: rises !== !!result.lowerIsBetter }),
    },
  };
}

const scaleChanged = ({ distribution, scale }: Result, before: TrendPoint): boolean => {
  const present = distribution?.scale ?? scale;
  return !!present && !!before.distribution && before.distribution.scale !== present;
};

/** Each point as far as it may be shown; under the floor it is a gap. */
function pointsOf(result: Result, present: Measured): PointView[] {
  const shown = (found: Measured | undefined) =>
    found && (found.n === undefined || reliabilityOf(found.n) === 'full')
      ? rounded(found.value, result.unit, found.n)
      : undefined;
  const past = (result.trend ?? []).map((point) => ({
    period: point.period,
    value: shown(measure({ ...point, code: result.code, unit: result.unit })),
    ...(point.methodChange && { methodChange: point.methodChange }),
  }));
  const { period = result.updated ? { from: result.updated, to: result.updated } : undefined } = result;
  return period ? [...past, { period, value: shown(present) }] : past;
}

/** Middle of a period, as a day number: where its point stands on the axis of time. */
export const middleOf = ({ from, to }: Period): number => ((parseDay(from) ?? 0) + (parseDay(to) ?? 0)) / 2;
