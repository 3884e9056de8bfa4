/**
 * A demand as its events tell it, on four axes that do not depend on one another: how far it is (stage), what was decided
 * (outcome), who is to act (waiting on), and whether it goes as announced (health).
 */
import { announcedLastDay, type DelayCourse, type UserWait } from './announced-delay.ts';
import { isoDay, parseDay } from './civil-date.ts';
import { dayText } from './deadline.ts';
import { applyEvent, isKnown } from './demand-effects.ts';
import type { DemandEvent, UnknownEvent } from './demand-event.ts';
import { newDemand, stages, type Action, type Day, type DemandState } from './demand-state.ts';
import { eventDay } from './event-day.ts';
import { officeTime } from './office-time.ts';

export type { Action } from './demand-state.ts';

export type WaitingOn = 'user' | 'service' | 'third-party' | 'nobody';

/** `late`: the announced day has passed. `stale`: nothing has happened for long. `error`: it did not reach the service. */
export type Health = 'on-track' | 'late' | 'stale' | 'error';

/** A demand, or one service’s part of it, on a day. */
export type DemandPart = Omit<DemandState, 'actions' | 'open' | 'opinions' | 'deliveryFailed'> & {
  waitingOn: WaitingOn;
  health: Health;
  /** In the order in which they were asked. */
  actions: (Action & { isOverdue: boolean })[];
  /** Day numbers between which the user was awaited. */
  waits: UserWait[];
  /** Last day of the announced delay. */
  announcedUntil?: Day;
  lastEventOn?: Day;
};

export type Demand = DemandPart & {
  /** By service, where several act on it; what they do moves their part only. */
  cases: (DemandPart & { id: string })[];
};

export type DemandClock = {
  /** IANA zone of the service, and whose public holidays it keeps. */
  readonly zone: string;
  readonly territory: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Days without news after which a demand is stale; 30 unless said otherwise. */
  readonly staleAfter?: number;
};

/**
 * Folds events, in the order in which they were appended. Never throws on any order: what an event needs and does not find is left
 * as it was, one of an unknown type or told a second time has no effect, and only `reopened` takes a demand back. Throws a
 * RangeError where the zone has no such name.
 */
export function foldDemand(events: readonly (DemandEvent | UnknownEvent)[], clock: DemandClock): Demand {
  const own: DemandEvent[] = [];
  const cases = new Map<string, DemandEvent[]>();
  const seen = new Set<string>();
  for (const event of events) {
    if (!isKnown(event) || seen.has(event.id)) continue;
    seen.add(event.id);
    if (event.caseId === undefined) own.push(event);
    else if (!cases.get(event.caseId)?.push(event)) cases.set(event.caseId, [event]);
  }
  const demand = { ...foldPart(own, clock), cases: [...cases].map(([id, its]) => ({ id, ...foldPart(its, clock) })) };
  const userActsInACase = demand.cases.some(({ waitingOn }) => waitingOn === 'user');
  return userActsInACase && demand.stage !== 'closed' ? { ...demand, waitingOn: 'user' } : demand;
}

function foldPart(events: readonly DemandEvent[], clock: DemandClock): DemandPart {
  const state = newDemand();
  const today = officeTime(clock.zone).wallAt(clock.now).day;
  const waits: [from: number, to: number | undefined][] = [];
  let lastEvent: number | undefined;
  for (const event of events) {
    const day = eventDay(event.at, clock.zone);
    applyEvent(state, event, day === undefined ? undefined : isoDay(day));
    if (day === undefined) continue;
    lastEvent = Math.max(lastEvent ?? day, day);
    const waiting = waits.at(-1)?.[1] === undefined ? waits.at(-1) : undefined;
    const isUserAwaited = state.stage !== 'draft' && waitingOn(state) === 'user';
    if (isUserAwaited && !waiting) waits.push([day, undefined]);
    else if (!isUserAwaited && waiting) waiting[1] = day;
  }
  const { actions, open: _, opinions: __, deliveryFailed, ...kept } = state;
  const announcedUntil = state.delay && announcedLastDay(state.delay, delayCourse(state, waits), { ...clock, today });
  return {
    ...kept,
    actions: [...actions.values()].map((action) => ({ ...action, isOverdue: isOverdue(action, today) })),
    waits,
    waitingOn: waitingOn(state),
    health: deliveryFailed ? 'error' : healthOf(state, { announcedUntil, lastEvent, today, ...clock }),
    announcedUntil: dayText(announcedUntil),
    lastEventOn: dayText(lastEvent),
  };
}

function waitingOn({ stage, open, opinions }: DemandState): WaitingOn {
  if (stage === 'closed') return 'nobody';
  if (stage === 'draft') return 'user';
  for (const { blocking = true } of open) if (blocking) return 'user';
  if (stage === 'decided') return 'nobody';
  return opinions.size ? 'third-party' : 'service';
}

type Course = { announcedUntil: number | undefined; lastEvent: number | undefined; today: number; staleAfter?: number };

/** Only a demand that was sent and awaits its decision can be late; and while the user is awaited, silence is no sign. */
function healthOf(state: DemandState, { announcedUntil, lastEvent, today, staleAfter = 30 }: Course): Health {
  const rank = stages.indexOf(state.stage);
  if (rank < stages.indexOf('sent') || rank >= stages.indexOf('decided')) return 'on-track';
  if (announcedUntil !== undefined && today > announcedUntil) return 'late';
  const isSilent = lastEvent !== undefined && today - lastEvent > staleAfter;
  return isSilent && waitingOn(state) !== 'user' ? 'stale' : 'on-track';
}

const isOverdue = ({ status, dueOn }: Action, today: number) =>
  status === 'open' && dueOn !== undefined && today > (parseDay(dueOn) ?? Infinity);

const numberOf = (day: Day) => (day === undefined ? undefined : parseDay(day));

/** From when the delay of a demand is counted; complete once the service says so. */
function delayCourse({ receivedOn, completeOn, reachedOn }: DemandState, waits: readonly UserWait[]): DelayCourse {
  return {
    filing: numberOf(receivedOn ?? reachedOn.sent),
    completeness: numberOf(completeOn),
    'review-start': numberOf(reachedOn['in-review']),
    waits,
  };
}
