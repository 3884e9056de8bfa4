/**
 * Results of a structure, as a file, the API or an import gives them, and what may be shown of them. Days are `YYYY-MM-DD`,
 * both ends of a period included.
 */
import type { Distribution } from './answer-counts.ts';
import type { IndicatorUnit } from './indicator-catalogue.ts';

export type Period = { readonly from: string; readonly to: string };

/** From the finest to the widest. */
export type ResultLevel = 'site' | 'department' | 'region' | 'national';

/** One figure of the past. */
export type TrendPoint = {
  readonly period: Period;
  /** Absent: nothing was measured then, and the chart shows a gap. */
  readonly value?: number;
  readonly n?: number;
  readonly distribution?: Distribution;
  /** What changed in the way of measuring, from this point on. */
  readonly methodChange?: string;
};

/** The same indicator elsewhere. */
export type Comparison = {
  readonly level: ResultLevel;
  readonly name?: string;
  readonly value: number;
  readonly n?: number;
  readonly scale?: Distribution['scale'];
  readonly period?: Period;
};

export type Result = {
  /** One of the catalogue's, or a producer's own. */
  readonly code: string;
  /** Required for a producer's own code. */
  readonly label?: string;
  readonly unit: IndicatorUnit;
  readonly lowerIsBetter?: boolean;
  /** Why there is no figure. */
  readonly state?: 'missing' | 'coming' | 'not-applicable';
  /** In its unit: 0 to 100 for `%`. Computed from the distribution where there is one. */
  readonly value?: number;
  /** Answers, calls or files it stands on. */
  readonly n?: number;
  readonly distribution?: Distribution;
  /** Scale of the question, where the distribution is not published. */
  readonly scale?: Distribution['scale'];
  readonly period?: Period;
  /** From the oldest to the newest, without the present one. */
  readonly trend?: readonly TrendPoint[];
  readonly target?: number;
  readonly comparisons?: readonly Comparison[];
  readonly source?: { readonly name: string; readonly url?: string };
  readonly method?: string;
  /** People chose to answer, as on a website: the answers are no representative sample. */
  readonly openSample?: boolean;
  readonly updated?: string;
};

export type Results = {
  readonly structure: string;
  readonly level?: ResultLevel;
  /** Code of the indicator that the badge shows; the first one otherwise. */
  readonly main?: string;
  readonly indicators: readonly Result[];
  readonly licence?: string;
  readonly updated?: string;
};

/** What could not be taken: where (`indicators[2].value`), what was there, and why. */
export type ResultFault = { readonly field: string; readonly value: string; readonly why: string };
