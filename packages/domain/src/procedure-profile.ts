/**
 * What the texts say of one procedure. Nothing here is ever guessed: a profile that does not know what silence is worth says
 * `unknown`, and no implicit decision is shown.
 */
import type { Period } from './legal-period.ts';

export type ProcedureProfile = {
  /** What silence is worth: acceptance (CRPA, art. L231-1), rejection (L231-4, L231-5), neither, or not known. */
  readonly silence: 'accept' | 'reject' | 'none' | 'unknown';
  /** After how long; two months unless a text says otherwise (L231-6). */
  readonly period?: Period;
  /** That text, as one cites it. */
  readonly source?: string;
  /** Whose public holidays count for the service: jours ouvrés. */
  readonly territory: string;
  /** Whose public holidays put off the last day before the court, where they are others than the service’s. */
  readonly courtTerritory?: string;
  /** Period before the court where it is not two months, with its text. */
  readonly court?: { readonly period: Period; readonly source: string };
  /** Appeal that must come before any court (art. L412-3). */
  readonly prior?: PriorAppeal;
  /** Rules of its own for missing pieces. */
  readonly pieces?: {
    /** Pieces asked for later than this after reception do not move the clock. */
    readonly askedWithin?: Period;
    /** `reject`: a demand whose pieces do not come in time is refused. */
    readonly unsupplied?: 'reject';
  };
  /** An answer that a regulation of the European Union wants. */
  readonly answer?: { readonly period: Period; readonly extended: Period; readonly source: string };
  /** Text by which no receipt is due (L112-3, L112-10, L112-11, R112-4). */
  readonly noReceipt?: string;
};

export type PriorAppeal = {
  readonly kind: 'rapo' | 'cada';
  /** To file it, from the refusal. */
  readonly period: Period;
  /** After how long silence refuses it. */
  readonly silence: Period;
  readonly source: string;
};

type Profile = Omit<ProcedureProfile, 'territory'>;

/** Access to administrative documents: a month, then the CADA, then the court. */
export const documentAccess: Profile = {
  silence: 'reject',
  period: { months: 1 },
  source: 'CRPA, art. R*311-12 et R311-13',
  prior: { kind: 'cada', period: { months: 2 }, silence: { months: 2 }, source: 'CRPA, art. R343-1 à R343-5' },
};

/** A request for one’s own data; what its silence is worth is for the service to say. */
export const personalDataRequest: Profile = {
  silence: 'unknown',
  answer: { period: { months: 1 }, extended: { months: 3 }, source: 'RGPD, art. 12, § 3' },
};

/** Planning permission (code de l’urbanisme): pieces asked within a month and supplied within three, or a silent refusal. */
export const planningPermission = (period: Period): Profile => ({
  silence: 'accept',
  period,
  source: 'Code de l’urbanisme, art. R423-19 à R423-44 et R424-1',
  pieces: { askedWithin: { months: 1 }, unsupplied: 'reject' },
});
