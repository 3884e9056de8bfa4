/** A date by which someone must act, and where it comes from. */
import { isoDay, yearOf } from './civil-date.ts';

export type DeadlineKind =
  | 'aee'
  | 'are'
  | 'commitment-receipt'
  | 'announced-processing'
  | 'implicit-decision'
  | 'gdpr-answer'
  | 'user-documents'
  | 'user-correction'
  | 'admin-appeal'
  | 'rapo'
  | 'cada'
  | 'court-appeal'
  | 'collect-before'
  | 'retention-end';

/**
 * `if-complete` must be said with each implicit decision (CRPA, art. R112-11-1). `awaits-*` says why no date can be given.
 * `about`: the texts leave a day open. `not-enforceable`: nobody told the user, so the date does not bind (L112-6, L112-12;
 * code de justice administrative, R421-5). `held-by-*`: the period runs again when that ends.
 */
export type DeadlineNote =
  | 'if-complete'
  | 'awaits-pieces'
  | 'awaits-competent-service'
  | 'about'
  | 'not-enforceable'
  | 'held-by-mediation'
  | 'held-by-reasons'
  | 'receipt-not-due';

export type Deadline = {
  readonly kind: DeadlineKind;
  readonly bearer: 'administration' | 'user';
  /** Two layers are kept apart: what the law says, and what the programme or the service promises beside it. */
  readonly basis: 'law' | 'commitment' | 'announced';
  /** Articles, judgments or the commitment, as one cites them in French. */
  readonly sources: readonly string[];
  /** Day from which it is counted, `YYYY-MM-DD`; it does not count itself. */
  readonly startsOn?: string | undefined;
  /** Last day, `YYYY-MM-DD`; absent while nobody can tell. Of an implicit decision, the day at whose end it is born. */
  readonly dueOn?: string | undefined;
  /** First day on which one may rely on an implicit decision. */
  readonly effectiveFrom?: string | undefined;
  /** Day after which nothing can be done even where `dueOn` does not bind. */
  readonly outerLimitOn?: string | undefined;
  /** What silence is worth, from the profile of the procedure. */
  readonly silence?: 'accept' | 'reject';
  /** `authoritative`: given by the service; `computed`: from the texts; `indicative`: about. */
  readonly computed: 'authoritative' | 'computed' | 'indicative';
  /** `missed` for an implicit decision: silence has decided. `void`: no longer due. */
  readonly state: 'running' | 'suspended' | 'met' | 'missed' | 'void';
  readonly notes: readonly DeadlineNote[];
  /** Identifier of the request or action it belongs to. */
  readonly about?: string | undefined;
};

/** `YYYY-MM-DD` of a day number; undefined for none, and past the year 9999, which no calendar of the web can write. */
export const dayText = (day: number | undefined): string | undefined =>
  day !== undefined && yearOf(day) <= 9999 ? isoDay(day) : undefined;

export type Course = {
  /** Day on which it was done. */
  readonly doneOn?: number | undefined;
  /** Day from which it is no longer due: the demand was withdrawn. */
  readonly endedOn?: number | undefined;
  readonly today: number;
};

/** Where a deadline stands on a day. */
export function stateOf(due: number, { doneOn, endedOn, today }: Course): Deadline['state'] {
  if (doneOn !== undefined) return doneOn <= due ? 'met' : 'missed';
  if (endedOn !== undefined && endedOn <= due) return 'void';
  return today > due ? 'missed' : 'running';
}
