/** From a demand, as its events tell it, to what the law needs to know of it. */
import { noticeDay, type Appeal } from './appeal-clock.ts';
import { parseDay } from './civil-date.ts';
import { isForwarded } from './demand-effects.ts';
import type { Action, Demand, DemandPart } from './demand.ts';
import type { Outcome } from './demand-event.ts';
import type { Day } from './demand-state.ts';
import type { AskedOfUser, DecisionFacts, GivenDate, LegalFacts } from './legal-facts.ts';
import type { ProcedureProfile } from './procedure-profile.ts';
import { isReceiptIncomplete } from './receipt-completeness.ts';

/** What may be appealed against. */
const adverse: ReadonlySet<Outcome> = new Set([
  'refused',
  'partially-granted',
  'inadmissible',
  'closed-without-action',
] satisfies Outcome[]);

/** Facts of a demand, or of one service’s part of it, for legal-deadlines. */
export function legalFacts(demand: DemandPart | Demand): LegalFacts {
  const receivedOn = numberOf(demand.receivedOn);
  return {
    channel: demand.channel,
    receivedOn,
    competentReceivedOn: isForwarded(demand) ? numberOf(demand.competentOn) : receivedOn,
    filingReceiptOn: numberOf(demand.registeredOn),
    receiptOn: numberOf(demand.acknowledgedOn),
    receiptLacks: demand.receipt && isReceiptIncomplete(demand.receipt),
    requests: demand.actions.flatMap(toRequest),
    decision: decisionOf(demand),
    appeals: demand.appeals.flatMap(({ kind, filedOn, endedOn }): Appeal[] => {
      const filed = numberOf(filedOn);
      return filed === undefined ? [] : [{ kind, filedOn: filed, endedOn: numberOf(endedOn) }];
    }),
    endedOn: demand.decidedOn === undefined ? numberOf(demand.endedOn) : undefined,
    extendedOn: numberOf(demand.extendedOn),
    systemDecisionDay: numberOf(demand.systemDecisionOn),
    announced: announcedOf(demand),
    given: [...demand.actions.flatMap(toCollection), ...retention(demand)],
  };
}

/** What a request does to the clock of its procedure, for the words beside it. */
export function clockEffect(
  { kind, blocking = true }: Pick<Action, 'kind' | 'blocking'>,
  { silence }: Pick<ProcedureProfile, 'silence'>,
): 'suspends' | 'restarts' | 'none' {
  if (!blocking || !(kind in requestKinds)) return 'none';
  return silence === 'accept' ? 'restarts' : silence === 'reject' ? 'suspends' : 'none';
}

const requestKinds: { readonly [Kind in Action['kind']]?: AskedOfUser['kind'] } = {
  'supply-document': 'user-documents',
  'correct-data': 'user-correction',
};

/** A request no longer made has held the clock until then, like one fulfilled on that day. */
function toRequest(action: Action): AskedOfUser[] {
  const kind = requestKinds[action.kind];
  const requestedOn = numberOf(action.askedOn);
  if (!kind || requestedOn === undefined) return [];
  const { id, blocking = true, dueOn, status, doneOn, cancelledOn, postmarkedOn } = action;
  const suppliedOn = numberOf(doneOn ?? cancelledOn);
  const sentOn = numberOf(postmarkedOn) ?? suppliedOn;
  const isCancelled = status === 'cancelled';
  return [{ id, kind, blocking, requestedOn, limit: numberOf(dueOn), suppliedOn, sentOn, isCancelled }];
}

function decisionOf({ outcome, mode, decidedOn, routesStated, ...demand }: DemandPart): DecisionFacts | undefined {
  if (!outcome || !mode) return undefined;
  const notifiedOn = mode === 'implicit' ? numberOf(decidedOn) : notificationDay(demand);
  return { adverse: adverse.has(outcome), mode, notifiedOn, routesStated };
}

/** A decision hidden until it is asked for is notified when it is read. */
function notificationDay({ notifiedOn, notice, readOn }: Pick<DemandPart, 'notifiedOn' | 'notice' | 'readOn'>) {
  const [notified, read] = [numberOf(notifiedOn), numberOf(readOn)];
  if (notice === 'on-reading') return read;
  return notice === 'registered' && notified !== undefined ? noticeDay(notified, read) : notified;
}

function announcedOf({ delay, announcedUntil }: DemandPart): LegalFacts['announced'] {
  const lastDay = numberOf(announcedUntil);
  return lastDay === undefined ? undefined : { lastDay, personalised: delay?.form === 'personalised' };
}

function toCollection({ kind, status, dueOn, doneOn, id }: Action): GivenDate[] {
  const due = numberOf(dueOn);
  if (kind !== 'collect' || due === undefined || status === 'cancelled') return [];
  return [{ kind: 'collect-before', dueOn: due, doneOn: numberOf(doneOn), about: id }];
}

function retention({ deleteOn }: DemandPart): GivenDate[] {
  const dueOn = numberOf(deleteOn);
  return dueOn === undefined ? [] : [{ kind: 'retention-end', dueOn }];
}

const numberOf = (day: Day) => (day === undefined ? undefined : parseDay(day));
