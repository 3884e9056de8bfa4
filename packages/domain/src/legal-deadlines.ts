/**
 * Every deadline of one demand on a day, each with its origin: what the law gives, and beside it what Services Publics+ and the
 * service itself promise. Where the texts leave a day open, the user’s own deadlines take the earlier one, and what an
 * administration can be held to the later.
 */
import { appealDeadlines } from './appeal-deadlines.ts';
import { dayText, stateOf, type Deadline } from './deadline.ts';
import type { AskedOfUser, LegalFacts } from './legal-facts.ts';
import { europeanEnd } from './legal-period.ts';
import type { ProcedureProfile } from './procedure-profile.ts';
import { receiptDeadlines } from './receipt-deadlines.ts';
import { silenceDeadlines } from './silence-deadlines.ts';

export type { Deadline, DeadlineKind, DeadlineNote } from './deadline.ts';
export type { LegalFacts } from './legal-facts.ts';
export type { ProcedureProfile } from './procedure-profile.ts';

/**
 * Deadlines in the order a timeline tells them: receipts, answer, what the user must do, appeals, dates given as they are.
 *
 * @param today Day number on the service’s calendar.
 */
export const legalDeadlines = (facts: LegalFacts, profile: ProcedureProfile, today: number): Deadline[] => [
  ...receiptDeadlines(facts, profile, today),
  ...announced(facts, today),
  ...silenceDeadlines(facts, profile, today),
  ...europeanAnswer(facts, profile, today),
  ...facts.requests.map((request) => ofUser(request, facts, today)),
  ...appealDeadlines(facts, profile, today),
  ...given(facts, today),
];

function announced({ announced, decision, endedOn }: LegalFacts, today: number): Deadline[] {
  if (!announced) return [];
  return [
    {
      kind: 'announced-processing',
      bearer: 'administration',
      basis: 'announced',
      sources: ['Services Publics+, engagement 4'],
      dueOn: dayText(announced.lastDay),
      computed: announced.personalised ? 'authoritative' : 'indicative',
      state: stateOf(announced.lastDay, { doneOn: decision?.notifiedOn, endedOn, today }),
      notes: [],
    },
  ];
}

/** One month, three where the service says within the first that it needs longer (GDPR, art. 12.3). */
function europeanAnswer(facts: LegalFacts, { answer, territory }: ProcedureProfile, today: number): Deadline[] {
  const { receivedOn, extendedOn = Infinity, decision, endedOn } = facts;
  if (!answer || receivedOn === undefined) return [];
  const first = europeanEnd(receivedOn, answer.period, territory);
  const due = extendedOn <= first ? europeanEnd(receivedOn, answer.extended, territory) : first;
  return [
    {
      kind: 'gdpr-answer',
      bearer: 'administration',
      basis: 'law',
      sources: [answer.source, 'Règlement 1182/71, art. 3'],
      startsOn: dayText(receivedOn),
      dueOn: dayText(due),
      computed: 'computed',
      state: stateOf(due, { doneOn: decision?.notifiedOn, endedOn, today }),
      notes: [],
    },
  ];
}

/** What counts for the user is the day of sending, for the clock that of reception. */
function ofUser(request: AskedOfUser, { endedOn, decision }: LegalFacts, today: number): Deadline {
  const { id, kind, requestedOn, limit, suppliedOn, sentOn, isCancelled = false } = request;
  const doneOn = sentOn ?? suppliedOn;
  const course = { doneOn, endedOn: endedOn ?? decision?.notifiedOn, today };
  const undated = doneOn !== undefined ? 'met' : course.endedOn === undefined ? 'running' : 'void';
  return {
    kind,
    bearer: 'user',
    basis: 'law',
    sources: [kind === 'user-documents' ? 'CRPA, art. L114-5' : 'CRPA, art. L114-6'],
    startsOn: dayText(requestedOn),
    dueOn: dayText(limit),
    computed: 'authoritative',
    state: isCancelled ? 'void' : limit === undefined ? undated : stateOf(limit, course),
    notes: [],
    about: id,
  };
}

const given = ({ given }: LegalFacts, today: number): Deadline[] =>
  given.map(({ kind, dueOn, doneOn, about }) => ({
    kind,
    bearer: kind === 'collect-before' ? 'user' : 'administration',
    basis: 'announced',
    sources: [],
    dueOn: dayText(dueOn),
    computed: 'authoritative',
    state: stateOf(dueOn, { doneOn, today }),
    notes: [],
    about,
  }));
