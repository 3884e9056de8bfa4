/**
 * When the silence of an administration becomes a decision. Two clocks read the same facts (code des relations entre le public
 * et l’administration, art. L114-3 and L114-5): acceptance starts again at the competent service and at the last piece,
 * rejection has run since the first service and only stands still while pieces are awaited. Days are day numbers.
 */
import { plainEnd, type Period } from './legal-period.ts';

/** Something without which the demand cannot be decided, asked of the user. */
export type PieceRequest = {
  readonly requestedOn: number;
  /** Last day given to supply it. */
  readonly limit?: number | undefined;
  /** Day on which the service received all of it; absent while it waits. */
  readonly suppliedOn?: number | undefined;
};

export type SilenceFacts = {
  /** Reception by the first administration, competent or not. */
  readonly receivedOn: number;
  /** Reception by the competent one: the same day unless the demand was forwarded, absent while it is on its way. */
  readonly competentReceivedOn: number | undefined;
  /** Only those that block: the others may not stop a demand (art. L114-5-1). */
  readonly requests: readonly PieceRequest[];
};

export type SilenceClock = {
  readonly startsOn: number;
  /** Day on which silence is worth a decision: the same number of the day, never put off (CE, 3 December 2018, n° 417292). */
  readonly deemedOn: number;
  /** First day on which one may rely on it (CE, 14 November 2025, n° 496754). */
  readonly effectiveFrom: number;
  /** Days on which the clock stood still: from the first, up to but without the second. */
  readonly suspensions: readonly (readonly [from: number, to: number])[];
};

const inOrder = (requests: readonly PieceRequest[]) =>
  [...requests].sort((one, other) => one.requestedOn - other.requestedOn);

const clock = (startsOn: number, deemedOn: number, suspensions: SilenceClock['suspensions'] = []): SilenceClock => ({
  startsOn,
  deemedOn,
  effectiveFrom: deemedOn + 1,
  suspensions,
});

/** The clock of acceptance; undefined while it does not run: the competent service or a piece is awaited. */
export function acceptanceClock(facts: SilenceFacts, period: Period, territory: string): SilenceClock | undefined {
  let start = facts.competentReceivedOn;
  for (const { requestedOn, suppliedOn } of inOrder(facts.requests)) {
    if (start === undefined) return undefined;
    // What is asked after the acceptance does not take it back.
    if (requestedOn > plainEnd(start, period, territory)) break;
    start = suppliedOn === undefined ? undefined : Math.max(start, suppliedOn);
  }
  return start === undefined ? undefined : clock(start, plainEnd(start, period, territory));
}

/**
 * The clock of rejection, as if pieces still awaited came on the last day given. A request without a limit suspends nothing:
 * the law suspends « pendant le délai imparti ». Each suspension counts as the plain difference of its two days, which makes
 * the earlier of the readings, as the period to appeal follows.
 */
export function rejectionClock(facts: SilenceFacts, period: Period, territory: string): SilenceClock {
  const suspensions: [number, number][] = [];
  let deemedOn = plainEnd(facts.receivedOn, period, territory);
  let covered = facts.receivedOn;
  for (const { requestedOn, limit, suppliedOn = limit } of inOrder(facts.requests)) {
    if (limit === undefined || suppliedOn === undefined) continue;
    if (requestedOn > deemedOn) break;
    const from = Math.max(requestedOn, covered);
    const to = Math.min(limit, suppliedOn);
    if (to <= from) continue;
    suspensions.push([from, to]);
    deemedOn += to - from;
    covered = to;
  }
  return clock(facts.receivedOn, deemedOn, suspensions);
}
