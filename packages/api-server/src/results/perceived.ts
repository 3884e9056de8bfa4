/**
 * What people said, as results: for each question of the programme the last twelve months, and the twelve-month periods before
 * as its trend. Scales are never added up: the one with the most answers in the period is taken.
 */
import type { AnswerScale, Distribution } from '@spplus/domain/answer-counts';
import type { Period, Result, TrendPoint } from '@spplus/domain/results';
import type { MonthCount } from './month-counts.ts';

/** Indicators made of each question asked. */
const indicatorsOf: Readonly<Record<string, readonly (readonly [code: string, unit: '%' | 'points'])[]>> = {
  overall: [
    ['satisfaction', '%'],
    ['satisfaction-net', 'points'],
  ],
  delay: [['delay', '%']],
  access: [['access', '%']],
  effort: [
    ['effort', '%'],
    ['effort-net', 'points'],
  ],
  relation: [['relation', '%']],
  online: [['online-quality', '%']],
};

/** Twelve-month periods shown before the present one. */
const yearsBefore = 3;

const monthsFrom = (day: string, count: number): string => {
  const date = new Date(`${day}T00:00:00Z`);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1)).toISOString().slice(0, 10);
};

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** Sums of the months from `from` on, before `until`, by scale. */
function sums(months: readonly MonthCount[], question: string, from: string, until: string): Distribution[] {
  const byScale = new Map<AnswerScale, number[]>();
  for (const { month, question: asked, scale, counts } of months) {
    if (asked !== question || month < from || month >= until) continue;
    const before = byScale.get(scale);
    byScale.set(scale, before ? before.map((sum, step) => sum + (counts[step] ?? 0)) : [...counts]);
  }
  return [...byScale].map(([scale, counts]) => ({ scale, counts }));
}

const total = ({ counts }: Distribution): number => counts.reduce((sum, count) => sum + count, 0);
const largest = (all: readonly Distribution[]): Distribution | undefined =>
  [...all].sort((a, b) => total(b) - total(a))[0];

/** @param today `YYYY-MM-DD`: the present period ends on it. */
export function perceivedResults(months: readonly MonthCount[], today: string): Result[] {
  const thisMonth = `${today.slice(0, 7)}-01`;
  const start = monthsFrom(thisMonth, -11);
  const period: Period = { from: start, to: today };
  return Object.entries(indicatorsOf).flatMap(([question, indicators]) => {
    const distribution = largest(sums(months, question, start, monthsFrom(thisMonth, 1)));
    if (!distribution) return [];
    const trend = trendOf(months, question, distribution.scale, start);
    return indicators
      .filter(([, unit]) => unit !== 'points' || distribution.scale !== 'ten')
      .map(([code, unit]) => ({
        code,
        unit,
        distribution,
        period,
        ...(trend.length > 0 && { trend }),
        openSample: true,
        updated: today,
      }));
  });
}

/** From the oldest period that has answers on this scale. */
function trendOf(months: readonly MonthCount[], question: string, scale: AnswerScale, start: string): TrendPoint[] {
  const points = Array.from({ length: yearsBefore }, (_, index) => {
    const from = monthsFrom(start, -12 * (yearsBefore - index));
    const until = monthsFrom(from, 12);
    const distribution = sums(months, question, from, until).find((one) => one.scale === scale);
    return { period: { from, to: dayBefore(until) }, ...(distribution && { distribution }) };
  });
  const first = points.findIndex((point) => 'distribution' in point);
  return first < 0 ? [] : points.slice(first);
}
