/**
 * Until when a decision can be brought before the administrative court: two months from its notification or from the implicit
 * refusal (code de justice administrative, art. R421-1 and R421-2), franc, interrupted by appeals and mediation. Days are day
 * numbers.
 */
import { francEnd, plainEnd, type Period } from './legal-period.ts';

export const twoMonths: Period = { months: 2 };

/**
 * `gracieux` to the author of the decision, `hierarchique` to its superior, `prior` where the law wants it before a court,
 * `reasons` asks for the reasons of a silent refusal (CRPA, art. L232-4).
 */
export type AppealKind = 'gracieux' | 'hierarchique' | 'prior' | 'mediation' | 'reasons';

export type Appeal = {
  readonly kind: AppealKind;
  /** Reception by the administration; for a mediation, the day both parties agreed to it. */
  readonly filedOn: number;
  /** Notification of the answer or of the reasons, or end of the mediation. */
  readonly endedOn?: number | undefined;
};

export type AppealTerms = {
  /** Whose public holidays put the last day off: those of the court. */
  readonly territory: string;
  /** Two months unless a text says otherwise. */
  readonly period?: Period | undefined;
};

/**
 * Day on which a decision sent by a registered-equivalent electronic notice counts as notified: its first consultation, or the
 * day it was made available where fifteen days pass without one (CRPA, art. R112-20).
 */
export const noticeDay = (availableOn: number, readOn: number | undefined): number =>
  readOn !== undefined && readOn <= availableOn + 15 ? readOn : availableOn;

/** Last day to go to court, from a notification or an implicit refusal. */
export const courtLastDay = (trigger: number, { period = twoMonths, territory }: AppealTerms): number =>
  francEnd(trigger, period, territory);

/** Which refusal starts the period: an express one that comes before the period of the silent one has passed, else that one. */
export const refusalDay = (deemedOn: number, notifiedOn: number | undefined, terms: AppealTerms): number =>
  notifiedOn !== undefined && notifiedOn <= courtLastDay(deemedOn, terms) ? notifiedOn : deemedOn;

/** Day on which an appeal to the administration is refused: by its answer, or by two months’ silence (CRPA, art. L411-7). */
export const appealRefusalDay = ({ filedOn, endedOn }: Appeal, terms: AppealTerms, silence = twoMonths): number => {
  const deemedOn = plainEnd(filedOn, silence, terms.territory);
  return refusalDay(deemedOn, endedOn, terms);
};

/** The period that runs, or the mediation or request for reasons that holds it. */
export type CourtClock =
  | { readonly startsOn: number; readonly lastDay: number; readonly heldBy?: never }
  | { readonly startsOn: number; readonly lastDay?: never; readonly heldBy: Appeal };

/** Do they hold the period until they end, however long that takes? Appeals do not: silence refuses them. */
const isOpenEnded = ({ kind }: Appeal) => kind === 'mediation' || kind === 'reasons';

/**
 * The period before the court after what interrupts it; no last day while a mediation or reasons are awaited. Appeals to the
 * administration count when they come within the first period, and it starts again once all are refused (CRPA, art. L411-2);
 * a mediation counts within whichever period runs (L421-3 and L424-2, in force since 28 May 2026). A prior appeal is none of
 * them: its answer takes the place of the decision (L412-7).
 */
export function courtClock(trigger: number, appeals: readonly Appeal[], terms: AppealTerms): CourtClock {
  const initial = courtLastDay(trigger, terms);
  let startsOn = trigger;
  let last = initial;
  const interrupting = appeals.filter(({ kind, filedOn }) => kind !== 'prior' && filedOn >= trigger);
  for (const appeal of interrupting.sort((one, other) => one.filedOn - other.filedOn)) {
    const openEnded = isOpenEnded(appeal);
    if (appeal.filedOn > (openEnded ? last : initial)) continue;
    const end = openEnded ? appeal.endedOn : appealRefusalDay(appeal, terms);
    if (end === undefined) return { startsOn, heldBy: appeal };
    startsOn = Math.max(startsOn, end);
    last = courtLastDay(startsOn, terms);
  }
  return { startsOn, lastDay: last };
}
