/** By when a demand must be acknowledged, by law and by commitment 4 of Services Publics+. */
import { dayText, stateOf, type Deadline } from './deadline.ts';
import type { Channel, LegalFacts } from './legal-facts.ts';
import { lastDay, type Counting, type Period } from './legal-period.ts';
import type { ProcedureProfile } from './procedure-profile.ts';

type ReceiptRule = Pick<Deadline, 'kind' | 'basis' | 'sources'> & {
  period: Period;
  counting: Counting;
  /** Whose reception starts it, and what fulfils it. */
  from: 'receivedOn' | 'competentReceivedOn';
  doneBy: readonly ('filingReceiptOn' | 'receiptOn')[];
};

const law = { basis: 'law', counting: 'plain', sources: ['CRPA, art. R112-11-2'] } as const;
const commitment = {
  kind: 'commitment-receipt',
  basis: 'commitment',
  counting: 'plain',
  sources: ['Services Publics+, engagement 4'],
  from: 'receivedOn',
  doneBy: ['receiptOn'],
} as const;

/**
 * A receipt sent within a working day spares the filing receipt, which only fills the time until it (CRPA, art. L112-11). The
 * receipt itself runs from the competent service (R112-11-2). The week of the commitment is seven days from the first reception.
 */
export const receiptRules = {
  filing: {
    ...law,
    kind: 'aee',
    period: { workingDays: 1 },
    from: 'receivedOn',
    doneBy: ['filingReceiptOn', 'receiptOn'],
  },
  receipt: { ...law, kind: 'are', period: { workingDays: 10 }, from: 'competentReceivedOn', doneBy: ['receiptOn'] },
  electronic: { ...commitment, period: { weeks: 1 } },
  post: { ...commitment, period: { weeks: 2 } },
} satisfies Record<string, ReceiptRule>;

/** The law gives no time for the receipt of a letter or of a visit (art. L112-3); the commitment is about written demands. */
const byChannel: Readonly<Record<Channel, readonly ReceiptRule[]>> = {
  electronic: [receiptRules.filing, receiptRules.receipt, receiptRules.electronic],
  post: [receiptRules.post],
  counter: [],
  phone: [],
};

/** Deadlines of the receipts of a demand; none where its channel is not known. */
export function receiptDeadlines(facts: LegalFacts, profile: ProcedureProfile, today: number): Deadline[] {
  const rules = facts.channel ? byChannel[facts.channel] : [];
  return rules.map(({ kind, basis, sources, period, counting, from, doneBy }) => {
    const startsOn = facts[from];
    const common = { kind, basis, bearer: 'administration', computed: 'computed' } as const;
    if (profile.noReceipt)
      return { ...common, sources: [profile.noReceipt], state: 'void', notes: ['receipt-not-due'] } as const;
    if (startsOn === undefined) return { ...common, sources, state: 'suspended', notes: ['awaits-competent-service'] };
    const due = lastDay(startsOn, period, counting, profile.territory);
    const done = doneBy.map((fact) => facts[fact]).filter((day) => day !== undefined);
    const doneOn = done.length ? Math.min(...done) : undefined;
    const state = stateOf(due, { doneOn, endedOn: facts.endedOn, today });
    return { ...common, sources, startsOn: dayText(startsOn), dueOn: dayText(due), state, notes: [] };
  });
}
