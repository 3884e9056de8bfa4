/**
 * What each event does to a demand. Events come from several systems and in any order, so each effect takes what it finds:
 * nothing here throws on an event whose parts are missing.
 */
import { ask, cancel, finish, finishAll, isBeforeDecision } from './demand-actions.ts';
import type { DemandEvent, EventOf, EventType, Stage } from './demand-event.ts';
import { stages, type Day, type DemandState } from './demand-state.ts';

/** Stage that an event proves to be reached. Late news never takes a demand back: only `reopened` does. */
export const reaches: Readonly<Partial<Record<EventType, Stage>>> = {
  'draft-created': 'draft',
  submitted: 'sent',
  registered: 'registered',
  acknowledged: 'received',
  'received-by-competent': 'received',
  'completeness-confirmed': 'received',
  'documents-requested': 'received',
  'correction-requested': 'received',
  'step-entered': 'in-review',
  'opinion-requested': 'in-review',
  'decision-made': 'decided',
  'decision-notified': 'decided',
  'decision-read': 'decided',
  'implicit-decision': 'decided',
  withdrawn: 'closed',
  merged: 'closed',
  closed: 'closed',
  deleted: 'closed',
};

type Effect<Type extends EventType> = (state: DemandState, event: EventOf<Type>, on: Day) => void;

const nothing = () => {};

const effects: { readonly [Type in EventType]: Effect<Type> } = {
  'draft-created': nothing,
  submitted(state, { channel, receivedOn, postmarkedOn }, on) {
    state.channel ??= channel;
    state.postmarkedOn ??= postmarkedOn;
    // A letter is received when the service says so.
    state.receivedOn ??= receivedOn ?? (channel === 'post' ? undefined : on);
  },
  registered(state, { receivedOn }, on) {
    state.registeredOn ??= on;
    state.receivedOn ??= receivedOn ?? on;
  },
  acknowledged(state, { receivedOn, receipt }, on) {
    state.acknowledgedOn ??= on;
    if (receipt) state.receipt = receipt;
    // Only the competent service acknowledges (CRPA, art. L114-4).
    if (isForwarded(state)) state.competentOn ??= receivedOn ?? on;
    state.receivedOn ??= receivedOn ?? on;
  },
  transferred(state, { to, reason, documents }, on) {
    if (!to) return;
    state.transfers.push({ on, to, reason, documents: documents ?? [] });
    state.holder = to;
    if (reason !== 'internal') state.competentOn = undefined;
  },
  'received-by-competent'(state, { receivedOn, holder }, on) {
    state.competentOn ??= receivedOn ?? on;
    state.receivedOn ??= receivedOn ?? on;
    if (holder) state.holder = holder;
  },
  'completeness-confirmed': (state, _, on) => {
    state.completeOn = on;
  },
  'documents-requested': (state, { action }, on) => ask(state, 'supply-document', action, on),
  'documents-supplied': (state, event, on) => finish(state, event, 'supply-document', on),
  'correction-requested': (state, { action }, on) => ask(state, 'correct-data', action, on),
  'correction-made'(state, event, on) {
    const invited = [...state.open].some(({ id, kind }) => kind === 'correct-data' && id === (event.actionId ?? id));
    state.corrections.push({ on, spontaneous: !invited });
    finish(state, event, 'correct-data', on);
  },
  'question-asked': (state, { action }, on) => ask(state, 'answer-question', action, on),
  'question-answered': (state, event, on) => finish(state, event, 'answer-question', on),
  'action-required': (state, { action }, on) => ask(state, action?.kind, action, on),
  'action-done': (state, event, on) => finish(state, event, undefined, on),
  'action-cancelled'(state, { actionId }, on) {
    cancel(state, ({ id }) => id === actionId, on);
  },
  'step-entered'(state, { step }, on) {
    if (!step) return;
    state.step = step;
    state.steps.push({ on, step });
  },
  'delay-announced': (state, { delay }) => announce(state, delay),
  'delay-revised': (state, { delay }) => announce(state, delay),
  'answer-extended': (state, _, on) => {
    state.extendedOn ??= on;
  },
  'system-decision-scheduled': (state, { day }) => {
    state.systemDecisionOn = day;
  },
  'opinion-requested': (state, { id }) => void state.opinions.add(id),
  'opinion-received'(state, { requestId }) {
    if (requestId === undefined) state.opinions.clear();
    else state.opinions.delete(requestId);
  },
  'decision-made'(state, { outcome, conditional = false }, on) {
    state.outcome = outcome;
    state.mode = 'express';
    state.conditional = conditional;
    state.decidedOn = on;
    if (!conditional) cancel(state, isBeforeDecision, on);
  },
  'decision-notified'(state, { routesStated, notice }, on) {
    state.notifiedOn ??= on;
    if (routesStated !== undefined) state.routesStated = routesStated;
    if (notice) state.notice = notice;
  },
  'decision-read'(state, _, on) {
    state.readOn ??= on;
    finishAll(state, ({ kind }) => kind === 'read-decision', {}, on);
  },
  'implicit-decision'(state, { silence }, on) {
    state.outcome = silence === 'accept' ? 'granted' : 'refused';
    state.mode = 'implicit';
    state.conditional = false;
    state.decidedOn = on;
    cancel(state, isBeforeDecision, on);
  },
  'appeal-filed': (state, { id, kind }, on) => void state.appeals.push({ id, kind, filedOn: on }),
  'appeal-decided'(state, { appealId, outcome }, on) {
    endAppeal(state, ['gracieux', 'hierarchique', 'prior'], appealId, on);
    if (outcome) state.outcome = outcome;
  },
  'mediation-started': (state, { id }, on) => void state.appeals.push({ id, kind: 'mediation', filedOn: on }),
  'mediation-ended': (state, { appealId }, on) => endAppeal(state, ['mediation'], appealId, on),
  'reasons-requested': (state, { id }, on) => void state.appeals.push({ id, kind: 'reasons', filedOn: on }),
  'reasons-given': (state, { appealId }, on) => endAppeal(state, ['reasons'], appealId, on),
  withdrawn(state, _, on) {
    state.outcome = 'withdrawn';
    end(state, on);
  },
  reopened(state, { stage = 'in-review' }, on) {
    const back = stages.indexOf(stage) < stages.indexOf('decided') && stages.includes(stage) ? stage : 'in-review';
    const kept = stages.slice(0, stages.indexOf(back) + 1);
    state.reachedOn = Object.fromEntries(
      Object.entries(state.reachedOn).filter(([one]) => kept.includes(one as Stage)),
    );
    state.reachedOn[back] ??= on;
    state.stage = back;
    forgetDecision(state);
  },
  merged(state, _, on) {
    state.outcome = 'duplicate';
    end(state, on);
  },
  closed: (state, _, on) => end(state, on),
  'retention-announced': (state, { deleteOn }) => {
    state.deleteOn = deleteOn;
  },
  deleted: (state, _, on) => end(state, on),
  'message-posted': nothing,
  'document-issued'(state, { document }) {
    if (document) state.documents.push(document);
  },
  'notification-failed': nothing,
  'delivery-failed': (state) => {
    state.deliveryFailed = true;
  },
};

/** Is it an event of ours? Others have no effect. */
export const isKnown = (event: { type: string }): event is DemandEvent => Object.hasOwn(effects, event.type);

/** Applies one event, which happened on a day; undefined where its instant cannot be read. */
export function applyEvent(state: DemandState, event: DemandEvent, on: Day): void {
  const stage = reaches[event.type];
  if (stage) {
    state.deliveryFailed = false;
    state.reachedOn[stage] ??= on;
    if (stages.indexOf(stage) > stages.indexOf(state.stage)) state.stage = stage;
  }
  // The compiler cannot see that the effect found under the type of an event is the effect of that event.
  (effects[event.type] as Effect<EventType>)(state, event, on);
}

/** Was the demand sent to the wrong administration? */
export const isForwarded = ({ transfers }: Pick<DemandState, 'transfers'>): boolean =>
  transfers.some(({ reason }) => reason !== 'internal');

function announce(state: DemandState, delay: DemandState['delay']): void {
  if (!delay) return;
  state.delay = delay;
  state.firstDelay ??= delay;
}

/** The one named, or the last open one of these kinds. */
function endAppeal(state: DemandState, kinds: readonly string[], appealId: string | undefined, on: Day): void {
  const open = state.appeals.filter(
    ({ id, kind, endedOn }) => !endedOn && kinds.includes(kind) && (appealId ?? id) === id,
  );
  const last = open.at(-1);
  if (last) last.endedOn = on;
}

function end(state: DemandState, on: Day): void {
  state.endedOn ??= on;
  cancel(state, () => true, on);
}

/** What was decided before a demand is opened again, and the appeals against it, belong to the past. */
function forgetDecision(state: DemandState): void {
  state.appeals = [];
  state.conditional = false;
  delete state.outcome;
  delete state.mode;
  delete state.decidedOn;
  delete state.notifiedOn;
  delete state.notice;
  delete state.routesStated;
  delete state.readOn;
  delete state.endedOn;
  delete state.systemDecisionOn;
}
