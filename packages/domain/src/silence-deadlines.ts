/** What silence will decide and when, for one demand, by the profile of its procedure and by nothing else. */
import { twoMonths } from './appeal-clock.ts';
import { dayText, stateOf, type Course, type Deadline, type DeadlineNote } from './deadline.ts';
import type { AskedOfUser, LegalFacts } from './legal-facts.ts';
import { plainEnd } from './legal-period.ts';
import type { ProcedureProfile } from './procedure-profile.ts';
import { acceptanceClock, rejectionClock, type SilenceClock } from './silence-clock.ts';

export type SilentDecision = {
  readonly silence: 'accept' | 'reject';
  /** Day at whose end it is born; undefined while its clock does not run. */
  readonly bornOn: number | undefined;
  readonly startsOn?: number | undefined;
  readonly suspensions: SilenceClock['suspensions'];
  readonly computed: Deadline['computed'];
  readonly notes: readonly DeadlineNote[];
};

const clocks = { accept: acceptanceClock, reject: rejectionClock };
const nominal = { accept: 'CRPA, art. L231-1', reject: 'CRPA, art. L231-4' };

/** Requests that may move the clock: those without which one cannot decide, asked in time where the procedure sets one. */
function moving({ receivedOn, competentReceivedOn = receivedOn, requests }: LegalFacts, profile: ProcedureProfile) {
  const within = profile.pieces?.askedWithin;
  const latest =
    within && competentReceivedOn !== undefined ? plainEnd(competentReceivedOn, within, profile.territory) : Infinity;
  return requests.filter(({ blocking, requestedOn }) => blocking && requestedOn <= latest);
}

/** None where the profile says `none` or `unknown`; two where pieces that do not come are worth a refusal. */
export function silentDecisions(facts: LegalFacts, profile: ProcedureProfile): SilentDecision[] {
  const { silence, period = twoMonths, territory, pieces } = profile;
  const { receivedOn, competentReceivedOn, systemDecisionDay } = facts;
  if ((silence !== 'accept' && silence !== 'reject') || receivedOn === undefined) return [];
  // Whoever runs the procedure knows its date better. Démarches simplifiées gives the first day of effect.
  if (systemDecisionDay !== undefined)
    return [
      { silence, bornOn: systemDecisionDay - 1, suspensions: [], computed: 'authoritative', notes: ['if-complete'] },
    ];

  const requests = moving(facts, profile);
  const clock = clocks[silence]({ receivedOn, competentReceivedOn, requests }, period, territory);
  if (clock) {
    const { startsOn, deemedOn, suspensions } = clock;
    const about = suspensions.length > 0;
    const computed = about ? 'indicative' : 'computed';
    const notes = about ? (['if-complete', 'about'] as const) : (['if-complete'] as const);
    return [{ silence, bornOn: deemedOn, startsOn, suspensions, computed, notes }];
  }
  const awaited = competentReceivedOn === undefined ? 'awaits-competent-service' : 'awaits-pieces';
  const stopped = { silence, bornOn: undefined, suspensions: [], computed: 'computed' } as const;
  const lapse = pieces?.unsupplied === 'reject' ? earliestLimit(requests) : undefined;
  const decisions: SilentDecision[] = [{ ...stopped, notes: ['if-complete', awaited] }];
  if (lapse !== undefined) decisions.push({ ...stopped, silence: 'reject', bornOn: lapse, notes: ['awaits-pieces'] });
  return decisions;
}

function earliestLimit(requests: readonly AskedOfUser[]): number | undefined {
  const awaited = requests.filter(({ suppliedOn }) => suppliedOn === undefined).map(({ limit }) => limit);
  const limits = awaited.filter((limit) => limit !== undefined);
  return limits.length ? Math.min(...limits) : undefined;
}

/** The same as deadlines. One decided in time by an express decision is met, which counts from its notification. */
export function silenceDeadlines(facts: LegalFacts, profile: ProcedureProfile, today: number): Deadline[] {
  const doneOn = facts.decision?.mode === 'express' ? facts.decision.notifiedOn : undefined;
  const course = { doneOn, endedOn: facts.endedOn, today };
  return silentDecisions(facts, profile).map((decision) => ({
    kind: 'implicit-decision',
    bearer: 'administration',
    basis: 'law',
    silence: decision.silence,
    sources: sources(facts, profile, decision.silence),
    startsOn: dayText(decision.startsOn),
    dueOn: dayText(decision.bornOn),
    effectiveFrom: dayText(decision.bornOn === undefined ? undefined : decision.bornOn + 1),
    computed: decision.computed,
    state: silenceState(decision, course),
    notes: decision.notes,
  }));
}

function silenceState({ bornOn, suspensions }: SilentDecision, course: Course): Deadline['state'] {
  // A clock that does not run is met by any decision, and ends with the demand.
  const state = stateOf(bornOn ?? Infinity, course);
  const { today } = course;
  const stands = bornOn === undefined || suspensions.some(([from, to]) => from <= today && today < to);
  return stands && state === 'running' ? 'suspended' : state;
}

function sources(facts: LegalFacts, profile: ProcedureProfile, silence: 'accept' | 'reject'): string[] {
  const articles = [profile.source ?? (profile.period ? 'CRPA, art. L231-6' : nominal[silence])];
  if (facts.receivedOn !== facts.competentReceivedOn) articles.push('CRPA, art. L114-3');
  if (moving(facts, profile).length) articles.push('CRPA, art. L114-5');
  return articles;
}
