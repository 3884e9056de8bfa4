/**
 * Formulas of the results of commitment 6, from raw counts only, with the chance that a sample carries. Shares are between 0 and 1;
 * net shares between -1 and 1.
 *
 * Sources: wording of the indicators, Services Publics+, commitment 6. Wilson score interval: Brown, Cai, DasGupta, “Interval
 * Estimation for a Binomial Proportion”, Statistical Science 16(2), 2001. No official definition of a net rate was found: it is
 * the share of satisfied answers less the share of dissatisfied ones, and says so wherever it is shown.
 */
import { tally, type Distribution } from './answer-counts.ts';

export type Range = readonly [low: number, high: number];

/** 97.5 % of a normal law lie below. */
const z = 1.959964;

/** Share of satisfied answers among those expressed; undefined without answers. */
export function satisfiedShare(distribution: Distribution): number | undefined {
  const { n, positive } = tally(distribution);
  return n ? positive / n : undefined;
}

/** Satisfied less dissatisfied; undefined on a scale of marks. */
export function netShare(distribution: Distribution): number | undefined {
  const { n, positive, negative } = tally(distribution);
  return n && negative !== undefined ? (positive - negative) / n : undefined;
}

/** Mark out of ten: the mean of marks; with three steps, 0, 5 or 10 for each answer (Observatoire des démarches). */
export function meanMark({ scale, counts }: Distribution): number | undefined {
  const n = counts.reduce((total, count) => total + count, 0);
  if (!n || (scale !== 'ten' && scale !== 'three')) return undefined;
  const mean = counts.reduce((total, count, index) => total + count * (index + 1), 0) / n;
  return scale === 'ten' ? mean : (mean - 1) * 5;
}

/** 95 % range of a share (Wilson): stays within 0 and 1, also for 0 or all of n. */
export function shareRange(share: number, n: number): Range {
  const spread = (z * z) / n;
  const centre = (share + spread / 2) / (1 + spread);
  const half = (z * Math.sqrt((share * (1 - share)) / n + spread / (4 * n))) / (1 + spread);
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

/** Standard error of a share. */
export const shareError = (share: number, n: number): number => Math.sqrt((share * (1 - share)) / n);

/** Standard error of a net share: satisfied and dissatisfied come from the same answers. */
export const netError = (positive: number, negative: number, n: number): number =>
  Math.sqrt(Math.max(0, positive + negative - (positive - negative) ** 2) / n);

/** 95 % range of a net share. */
export function netRange(positive: number, negative: number, n: number): Range {
  const half = z * netError(positive, negative, n);
  return [Math.max(-1, positive - negative - half), Math.min(1, positive - negative + half)];
}

export type Change = 'up' | 'down' | 'stable';

/** Whether two independent figures differ by more than chance: by more than 1.96 times the error of their difference. */
export function changeBetween(before: number, after: number, errorBefore: number, errorAfter: number): Change {
  const difference = after - before;
  return Math.abs(difference) <= z * Math.hypot(errorBefore, errorAfter) ? 'stable' : difference > 0 ? 'up' : 'down';
}

/**
 * What a number of answers allows to show. Under 11 nothing, not even the number (threshold of statistical secrecy on households);
 * under 30 too few; under 100 a range only (floor of the Observatoire); then the value with its range.
 */
export type Reliability = 'hidden' | 'too-few' | 'range' | 'full';

export const reliabilityOf = (n: number): Reliability =>
  n < 11 ? 'hidden' : n < 30 ? 'too-few' : n < 100 ? 'range' : 'full';
