/** Until when the user may contest a refusal: the appeal the law wants first, then the court. */
import { appealRefusalDay, courtClock, courtLastDay, refusalDay, type AppealTerms } from './appeal-clock.ts';
import { dayText, stateOf, type Deadline } from './deadline.ts';
import type { LegalFacts } from './legal-facts.ts';
import { francEnd, plainEnd } from './legal-period.ts';
import type { PriorAppeal, ProcedureProfile } from './procedure-profile.ts';
import { silentDecisions } from './silence-deadlines.ts';

type Refusal = {
  readonly on: number;
  readonly isImplicit: boolean;
  /** False where nobody told the user how and until when to appeal. */
  readonly isTold: boolean;
};

const year = { months: 12 };
/** Where the limits do not bind, one year in principle. */
const reasonable = 'CE, ass., 13 juillet 2016, n° 387763';

/** The refusal from which appeals are counted; undefined while there is none. */
export function refusalOf(facts: LegalFacts, profile: ProcedureProfile, today: number): Refusal | undefined {
  const { decision, receiptOn, receiptLacks = false, endedOn = Infinity } = facts;
  if (decision && !decision.adverse) return undefined;
  const notifiedOn = decision?.mode === 'express' ? decision.notifiedOn : undefined;
  const deemedOn = silentDecisions(facts, profile).find(({ silence }) => silence === 'reject')?.bornOn;
  const isSilent = deemedOn !== undefined && deemedOn < Math.min(today, notifiedOn ?? today, endedOn);
  if (isSilent) {
    const on = refusalDay(deemedOn, notifiedOn, terms(profile));
    if (on === deemedOn) return { on, isImplicit: true, isTold: receiptOn !== undefined && !receiptLacks };
  }
  const on = notifiedOn ?? decision?.notifiedOn;
  return on === undefined
    ? undefined
    : { on, isImplicit: decision?.mode === 'implicit', isTold: decision?.routesStated !== false };
}

const terms = ({ court, courtTerritory, territory }: ProcedureProfile): AppealTerms => ({
  period: court?.period,
  territory: courtTerritory ?? territory,
});

/** Deadlines to appeal, the mandatory one first; none without a refusal. */
export function appealDeadlines(facts: LegalFacts, profile: ProcedureProfile, today: number): Deadline[] {
  const refusal = refusalOf(facts, profile, today);
  if (!refusal) return [];
  return profile.prior
    ? priorThenCourt(facts, profile, profile.prior, refusal, today)
    : [administrative(facts, profile, refusal, today), court(facts, profile, refusal, today)];
}

/** An appeal to the author or its superior keeps the way to the court open when it comes within the first period. */
function administrative(facts: LegalFacts, profile: ProcedureProfile, refusal: Refusal, today: number): Deadline {
  const due = courtLastDay(refusal.on, terms(profile));
  const filed = facts.appeals.filter(({ kind }) => kind === 'gracieux' || kind === 'hierarchique');
  return binding('admin-appeal', ['CRPA, art. L411-2'], refusal, due, refusal.on, firstDay(filed), today);
}

function court(facts: LegalFacts, profile: ProcedureProfile, refusal: Refusal, today: number): Deadline {
  const clock = courtClock(refusal.on, facts.appeals, terms(profile));
  const article = refusal.isImplicit ? 'CJA, art. R421-2' : 'CJA, art. R421-1';
  const sources = [profile.court?.source ?? article];
  if (!clock.heldBy) {
    if (clock.startsOn !== refusal.on) sources.push('CRPA, art. L411-2 et L421-3');
    return binding('court-appeal', sources, refusal, clock.lastDay, clock.startsOn, undefined, today);
  }
  const { kind, filedOn } = clock.heldBy;
  const common = {
    kind: 'court-appeal',
    bearer: 'user',
    basis: 'law',
    computed: 'computed',
    state: 'suspended',
  } as const;
  return kind === 'reasons'
    ? {
        ...common,
        sources: [...sources, 'CRPA, art. L232-4', 'CE, 2 octobre 2025, n° 504677'],
        outerLimitOn: dayText(plainEnd(filedOn, year, profile.territory)),
        notes: ['held-by-reasons'],
      }
    : { ...common, sources: [...sources, 'CRPA, art. L421-3 et L424-2'], notes: ['held-by-mediation'] };
}

/** No other appeal replaces the mandatory one (CRPA, art. L412-4); the court is open against its answer only (L412-7). */
function priorThenCourt(
  facts: LegalFacts,
  profile: ProcedureProfile,
  { kind, period, silence, source }: PriorAppeal,
  refusal: Refusal,
  today: number,
): Deadline[] {
  const courtTerms = terms(profile);
  const due = francEnd(refusal.on, period, courtTerms.territory);
  const filed = facts.appeals.filter((appeal) => appeal.kind === 'prior');
  const [appeal] = filed;
  const prior = binding(kind, [source, 'CRPA, art. L412-3'], refusal, due, refusal.on, firstDay(filed), today);
  if (!appeal) return [prior];
  const refusedOn = appealRefusalDay(appeal, courtTerms, silence);
  const answered = { on: refusedOn, isImplicit: refusedOn !== appeal.endedOn, isTold: true };
  return answered.on < today || appeal.endedOn !== undefined
    ? [prior, court(facts, profile, answered, today)]
    : [prior];
}

const firstDay = (appeals: LegalFacts['appeals']) =>
  appeals.length ? Math.min(...appeals.map(({ filedOn }) => filedOn)) : undefined;

/** A deadline of the user that binds only where it was told. */
function binding(
  kind: Deadline['kind'],
  sources: readonly string[],
  { on, isImplicit, isTold }: Refusal,
  due: number,
  startsOn: number,
  doneOn: number | undefined,
  today: number,
): Deadline {
  const common = {
    kind,
    bearer: 'user',
    basis: 'law',
    startsOn: dayText(startsOn),
    dueOn: dayText(due),
    computed: 'computed',
  } as const;
  if (isTold) return { ...common, sources, state: stateOf(due, { doneOn, today }), notes: [] };
  const outer = Math.max(due, plainEnd(on, year, 'metropole'));
  return {
    ...common,
    sources: [...sources, isImplicit ? 'CRPA, art. L112-6 et L112-12' : 'CJA, art. R421-5', reasonable],
    outerLimitOn: dayText(outer),
    state: stateOf(outer, { doneOn, today }),
    notes: ['not-enforceable'],
  };
}
