/** Days, territories and demands for the tests of deadlines. */
import fc from 'fast-check';
import { dayNumber, parseDay } from '../src/civil-date.ts';
import {
  legalDeadlines,
  type Deadline,
  type DeadlineKind,
  type LegalFacts,
  type ProcedureProfile,
} from '../src/legal-deadlines.ts';
import type { AskedOfUser } from '../src/legal-facts.ts';

/** Day number of `YYYY-MM-DD`. */
export function day(text: string): number {
  const number = parseDay(text);
  if (number === undefined) throw new Error(`${text} is no day`);
  return number;
}

export const anyDay = fc.integer({ min: dayNumber(1990, 1, 1), max: dayNumber(2100, 12, 31) });

export const anyTerritory = fc.constantFrom(
  ...[
    'metropole',
    'alsace-moselle',
    'guadeloupe',
    'guyane',
    'la-reunion',
    'martinique',
    'mayotte',
    'nouvelle-caledonie',
  ],
  ...['polynesie-francaise', 'saint-barthelemy', 'saint-martin', 'saint-pierre-et-miquelon', 'wallis-et-futuna'],
);

/** A demand sent by electronic means on 2 March 2026, of which nothing else is known. */
export const demand = (more: Partial<LegalFacts> = {}): LegalFacts => ({
  channel: 'electronic',
  receivedOn: day('2026-03-02'),
  competentReceivedOn: day('2026-03-02'),
  requests: [],
  appeals: [],
  given: [],
  ...more,
});

export const procedure = (more: Partial<ProcedureProfile> = {}): ProcedureProfile => ({
  silence: 'unknown',
  territory: 'metropole',
  ...more,
});

/** A piece asked on 10 March 2026, to be supplied by 10 April. */
export const piece = (more: Partial<AskedOfUser> = {}): AskedOfUser => ({
  id: 'piece',
  kind: 'user-documents',
  blocking: true,
  requestedOn: day('2026-03-10'),
  limit: day('2026-04-10'),
  ...more,
});

/** Those of one kind. */
export const ofKind = (deadlines: readonly Deadline[], kind: DeadlineKind): Deadline[] =>
  deadlines.filter((deadline) => deadline.kind === kind);

/** A demand, its procedure and the day on which one looks at it: 3 March 2026 unless said otherwise. */
export type Told = { facts?: Partial<LegalFacts>; profile?: Partial<ProcedureProfile>; on?: string };

export const deadlines = ({ facts, profile, on = '2026-03-03' }: Told = {}): Deadline[] =>
  legalDeadlines(demand(facts), procedure(profile), day(on));

/** `2026-03-03 running`, with the other days and notes where there are. */
export const line = ({ dueOn = 'no date', outerLimitOn, state, silence, notes }: Deadline) =>
  [dueOn, outerLimitOn, silence, state, ...notes].filter(Boolean).join(' ');
export const told = (kind: DeadlineKind, about?: Told) => ofKind(deadlines(about), kind).map(line);

/** Refused, with the routes of appeal stated unless said otherwise. */
export const refused = (notifiedOn: string, routesStated = true) =>
  ({ decision: { adverse: true, mode: 'express', notifiedOn: day(notifiedOn), routesStated } }) as const;
