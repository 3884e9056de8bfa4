import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isKnown } from '../src/demand-effects.ts';
import { foldDemand } from '../src/demand.ts';
import type { DemandEvent, EventType, UnknownEvent } from '../src/demand-event.ts';
import { stages } from '../src/demand-state.ts';
import { legalFacts } from '../src/demand-facts.ts';
import { legalDeadlines, type ProcedureProfile } from '../src/legal-deadlines.ts';
import { clock } from './demand-builders.ts';

/** One of each type of ours, with all it may bring. */
const details: Record<EventType, Record<string, unknown>> = {
  'draft-created': {},
  submitted: { channel: 'post', receivedOn: '2026-03-02', postmarkedOn: '2026-02-28' },
  registered: { receivedOn: '2026-03-03' },
  acknowledged: { receipt: { channel: 'post' } },
  transferred: { to: { name: 'Mairie' }, reason: 'not-competent', documents: ['a.pdf'] },
  'received-by-competent': { holder: { name: 'Mairie' } },
  'completeness-confirmed': {},
  'documents-requested': { action: { id: 'a', label: 'A', dueOn: '2026-04-10' } },
  'documents-supplied': { actionId: 'a', postmarkedOn: '2026-04-09' },
  'correction-requested': { action: { id: 'b', label: 'B', blocking: false } },
  'correction-made': {},
  'question-asked': { action: { id: 'c', label: 'C' } },
  'question-answered': { actionId: 'c' },
  'action-required': { action: { id: 'd', label: 'D', kind: 'collect', dueOn: '2026-06-01' } },
  'action-done': { actionId: 'd' },
  'action-cancelled': { actionId: 'a' },
  'step-entered': { step: { id: 's', label: 'S' } },
  'delay-announced': {
    delay: { form: 'fixed', max: 2, unit: 'month', basisFrom: 'filing', excludesWaitingOnUser: true },
  },
  'delay-revised': { delay: { form: 'queue', processing: '2026-02-01', asOf: '2026-03-01' } },
  'answer-extended': {},
  'system-decision-scheduled': { day: '2026-05-03' },
  'opinion-requested': {},
  'opinion-received': {},
  'decision-made': { outcome: 'refused' },
  'decision-notified': { notice: 'registered', routesStated: false },
  'decision-read': {},
  'implicit-decision': { silence: 'reject' },
  'appeal-filed': { kind: 'gracieux' },
  'appeal-decided': {},
  'mediation-started': {},
  'mediation-ended': {},
  'reasons-requested': {},
  'reasons-given': {},
  withdrawn: {},
  reopened: { stage: 'received' },
  merged: { into: 'other' },
  closed: {},
  'retention-announced': { deleteOn: '2027-01-01' },
  deleted: {},
  'message-posted': {},
  'document-issued': { document: { id: 'doc', kind: 'receipt', label: 'Accusé' } },
  'notification-failed': {},
  'delivery-failed': {},
};

const anyAt = fc.oneof(
  fc
    .date({ min: new Date('2025-06-01'), max: new Date('2027-06-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  fc.constantFrom('9999-12-31T23:59:59Z', '+275760-09-13T00:00:00Z', '0001-01-01T00:00:00Z', 'hier', ''),
);
const anyType = fc.constantFrom(...(Object.keys(details) as EventType[]));
const caseId = fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, fc.constantFrom('x', 'y', '__proto__'));
const common = { at: anyAt, caseId };

const anyEvent = fc
  .record({ id: fc.uuid(), type: anyType, ...common })
  .map(
    (event) =>
      ({ actor: { kind: 'service' }, visibility: 'user', ...details[event.type], ...event }) as unknown as DemandEvent,
  );
/** With the right types and nothing of what they should bring, or something else. */
const brokenEvent = fc
  .record({
    id: fc.uuid(),
    type: anyType,
    ...common,
    rest: fc.dictionary(
      fc.constantFrom('action', 'to', 'delay', 'step', 'document', 'stage', 'actionId'),
      fc.constant(null),
    ),
  })
  .map(({ rest, ...event }) => ({ ...event, ...rest }) as unknown as DemandEvent);
const unknownEvent = fc
  .record({
    id: fc.uuid(),
    at: anyAt,
    type: fc.constantFrom('tele-transported', 'constructor', '__proto__', 'toString', ''),
  })
  .map((event): UnknownEvent => ({ actor: { kind: 'system' }, visibility: 'user', ...event }));

const anyEvents = fc.array(anyEvent, { maxLength: 40, size: 'max' });
const now = clock('2026-11-23');

describe('Events in any order', () => {
  it('are told in a list that has every type of ours', () => {
    for (const type of Object.keys(details)) assert.ok(isKnown({ type }), type);
  });

  it('never throw, and leave a demand whose axes agree', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const demand = foldDemand(events, now);
        for (const part of [demand, ...demand.cases]) {
          assert.ok(stages.includes(part.stage));
          if (part.stage === 'closed') assert.ok(part.waitingOn === 'nobody' && part.health !== 'late');
          if (stages.indexOf(part.stage) < stages.indexOf('decided')) assert.equal(part.mode, undefined);
          for (const [from, to] of part.waits)
            assert.ok(Number.isInteger(from) && (to === undefined || Number.isInteger(to)));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never throw when parts of them are missing', () => {
    fc.assert(
      fc.property(fc.array(brokenEvent, { maxLength: 30, size: 'max' }), (events) => {
        const demand = foldDemand(events, now);
        assert.ok(stages.includes(demand.stage));
      }),
      { numRuns: 500 },
    );
  });

  it('of an unknown type keep the previous state', () => {
    fc.assert(
      fc.property(anyEvents, unknownEvent, fc.nat(), (events, unknown, place) => {
        const told: (DemandEvent | UnknownEvent)[] = [...events];
        told.splice(place % (events.length + 1), 0, unknown);
        assert.deepEqual(foldDemand(told, now), foldDemand(events, now));
      }),
    );
  });

  it('told twice count once', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        assert.deepEqual(foldDemand([...events, ...events], now), foldDemand(events, now));
      }),
    );
  });

  it('change no event', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const before = structuredClone(events);
        foldDemand(events, now);
        assert.deepEqual(events, before);
      }),
    );
  });

  it('only move forward until one reopens the demand', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const forward = events.filter(({ type, caseId }) => type !== 'reopened' && caseId === undefined);
        let rank = 0;
        for (let count = 0; count <= forward.length; count++) {
          const next = stages.indexOf(foldDemand(forward.slice(0, count), now).stage);
          assert.ok(next >= rank);
          rank = next;
        }
      }),
    );
  });

  it('give facts from which deadlines can be counted, whatever the procedure', () => {
    const anyProfile: fc.Arbitrary<ProcedureProfile> = fc.record(
      {
        silence: fc.constantFrom('accept', 'reject', 'none', 'unknown'),
        territory: fc.constant('metropole'),
        prior: fc.constant({ kind: 'rapo', period: { months: 2 }, silence: { months: 2 }, source: 'Décret' }),
        pieces: fc.constant({ askedWithin: { months: 1 }, unsupplied: 'reject' }),
      },
      { requiredKeys: ['silence', 'territory'] },
    );
    fc.assert(
      fc.property(anyEvents, anyProfile, fc.integer({ min: 20000, max: 21500 }), (events, profile, today) => {
        const deadlines = legalDeadlines(legalFacts(foldDemand(events, now)), profile, today);
        for (const { kind, dueOn, effectiveFrom, notes } of deadlines) {
          for (const day of [dueOn, effectiveFrom]) assert.match(day ?? '2026-01-01', /^\d{4}-\d\d-\d\d$/);
          if (kind === 'implicit-decision') {
            assert.ok(profile.silence === 'accept' || profile.silence === 'reject');
            assert.ok(notes.includes('if-complete') || notes.includes('awaits-pieces'));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('ten thousand of them are folded within two seconds', () => {
    const many = Array.from({ length: 10_000 }, (_, index): DemandEvent => ({
      id: String(index),
      at: new Date(Date.UTC(2026, 0, 1) + index * 36e5).toISOString(),
      actor: { kind: 'service' },
      visibility: 'user',
      type: 'documents-requested',
      action: { id: `piece-${index}`, label: 'Pièce', blocking: index % 2 === 0 },
    }));
    const before = performance.now();
    assert.equal(foldDemand(many, now).actions.length, 10_000);
    assert.ok(performance.now() - before < 2000);
  });
});
