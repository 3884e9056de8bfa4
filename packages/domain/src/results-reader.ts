/**
 * Reads results without trusting them: keeps what is sound, and keeps the name of what is not, so that a figure that cannot be
 * true is said to be unreadable instead of being drawn or dropped.
 */
import { isDistribution, type AnswerScale, type Distribution } from './answer-counts.ts';
import { parseDay } from './civil-date.ts';
import { flag, list, many, number, object, oneOf, text, when, type Reader } from './field-readers.ts';
import { definitionOf, type IndicatorUnit } from './indicator-catalogue.ts';
import type { Comparison, Period, Result, ResultFault, Results, TrendPoint } from './results.ts';

/** A result, or the name of one that cannot be shown and why. */
export type ReadResult = Result & { readonly unreadable?: string };
export type ReadResults = Omit<Results, 'indicators'> & { readonly indicators: readonly ReadResult[] };

/** What a figure of each unit can be. */
const bounds: Readonly<Record<IndicatorUnit, readonly [low: number, high: number]>> = {
  '%': [0, 100],
  points: [-100, 100],
  days: [0, 3660],
  '/10': [0, 10],
  '/5': [0, 5],
  count: [0, 1e9],
};

/** Points of a trend at most: what is older is left out. */
const longestTrend = 400;

export const isPossible = (value: number, unit: IndicatorUnit): boolean =>
  value >= bounds[unit][0] && value <= bounds[unit][1];

const words = text();
const day = when<string>((value) => typeof value === 'string' && value.length === 10 && parseDay(value) !== undefined);
const url = text(/^https?:\/\/[^\s<>"\\]{1,1900}$/i);
const figure = number(-1e9, 1e9);
const count = when<number>((value) => Number.isSafeInteger(value) && (value as number) >= 0);
const scale = oneOf<AnswerScale>('two|three|four|ten');
const level = oneOf<Comparison['level']>('site|department|region|national');

const period: Reader<Period> = (value, field, faults) => {
  const read = object<Period>({ from: day, to: day }, 2)(value, field, faults);
  if (!read || read.from <= read.to) return read;
  faults.push({ field, value: `${read.from} > ${read.to}`, why: 'ends-before-it-starts' });
  return undefined;
};

const distribution: Reader<Distribution> = (value, field, faults) => {
  const read = object<Distribution>({ scale, counts: list(count) }, 2)(value, field, faults);
  if (!read || isDistribution(read)) return read;
  faults.push({ field, value: read.counts.join(', '), why: 'not-a-distribution' });
  return undefined;
};

const result = object<Result>(
  {
    code: text(/^[\w.:-]{1,100}$/),
    unit: oneOf('%|points|days|/10|/5|count'),
    label: words,
    lowerIsBetter: flag,
    state: oneOf('missing|coming|not-applicable'),
    value: figure,
    n: count,
    distribution,
    scale,
    period,
    trend: list(object<TrendPoint>({ period, value: figure, n: count, distribution, methodChange: words }, 1)),
    target: figure,
    comparisons: many<Comparison>({ level, value: figure, name: words, n: count, scale, period }, 2),
    source: object<NonNullable<Result['source']>>({ name: words, url }, 1),
    method: words,
    openSample: flag,
    updated: day,
  },
  2,
);

/** Fields without which a figure could say something else than what was measured. */
const decisive = /^\.(value|n|distribution|period|updated|scale)\b/;

/** @param now Day number of today: a result of the future is none. */
function readResult(value: unknown, field: string, faults: ResultFault[], now: number): ReadResult | undefined {
  const since = faults.length;
  const read = result(value, field, faults);
  if (!read) return undefined;
  if (!read.label && !definitionOf(read.code)) faults.push({ field: `${field}.label`, value: '', why: 'missing' });
  const doubt = (part: string, found: unknown, why: string) => {
    faults.push({ field: `${field}.${part}`, value: String(found), why });
  };
  const isLater = (text: string | undefined) => (parseDay(text ?? '') ?? 0) > now;
  if (read.value !== undefined && !isPossible(read.value, read.unit)) doubt('value', read.value, 'impossible');
  if (isLater(read.period?.from)) doubt('period', read.period?.from, 'future');
  if (isLater(read.updated)) doubt('updated', read.updated, 'future');
  const broken = faults.slice(since).find((fault) => decisive.test(fault.field.slice(field.length)));
  const { code, label, unit } = read;
  if (broken) return { code, unit, ...(label && { label }), unreadable: broken.why };
  return sound(read, field, faults, now);
}

/** Without the targets, comparisons and points that cannot be true. */
function sound(read: Result, field: string, faults: ResultFault[], now: number): Result {
  const keep = <T extends { readonly value?: number }>(
    part: string,
    all: readonly T[] | undefined,
    also = (_: T) => true,
  ) =>
    all?.filter((one, index) => {
      const ok = (one.value === undefined || isPossible(one.value, read.unit)) && also(one);
      if (!ok) faults.push({ field: `${field}.${part}[${index}]`, value: String(one.value), why: 'impossible' });
      return ok;
    });
  const past = keep('trend', read.trend, ({ period: { from } }) => (parseDay(from) ?? Infinity) <= now);
  const trend = past && [...past].sort((a, b) => (a.period.from < b.period.from ? -1 : 1)).slice(-longestTrend);
  if (past && past.length > longestTrend)
    faults.push({ field: `${field}.trend`, value: String(past.length), why: 'too-long' });
  const comparisons = keep('comparisons', read.comparisons);
  const { target, trend: _, comparisons: __, ...rest } = read;
  const isTarget = target !== undefined && isPossible(target, read.unit);
  if (target !== undefined && !isTarget)
    faults.push({ field: `${field}.target`, value: String(target), why: 'impossible' });
  return { ...rest, ...(trend && { trend }), ...(comparisons && { comparisons }), ...(isTarget && { target }) };
}

/**
 * Results of a file or of the API. Never throws on what JSON.parse gives; undefined when the value holds none.
 *
 * @param value JSON as parsed.
 * @param now Day number of today (civil-date).
 */
export function readResults(value: unknown, now: number): { results: ReadResults | undefined; faults: ResultFault[] } {
  const faults: ResultFault[] = [];
  const item: Reader<ReadResult> = (one, field) => readResult(one, field, faults, now);
  const results = object<ReadResults>(
    { structure: words, indicators: list(item), level, main: words, licence: words, updated: day },
    2,
  )(value, '', faults);
  return { results, faults };
}
