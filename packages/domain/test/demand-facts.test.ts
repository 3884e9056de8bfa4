import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clockEffect, legalFacts } from '../src/demand-facts.ts';
import type { DemandEvent } from '../src/demand-event.ts';
import { legalDeadlines, type DeadlineKind } from '../src/legal-deadlines.ts';
import { asksPiece, event, on, sent } from './demand-builders.ts';
import { day, line, ofKind, procedure } from './legal-builders.ts';

const facts = (...events: DemandEvent[]) => legalFacts(on('2026-11-23', ...events));
const told = (kind: DeadlineKind, today: string, silence: 'accept' | 'reject', ...events: DemandEvent[]) =>
  ofKind(legalDeadlines(facts(...events), procedure({ silence }), day(today)), kind).map(line);

const refused = event('2026-03-30', 'decision-made', { outcome: 'refused' });

describe('The facts of a demand', () => {
  it('give each service its reception', () => {
    const forwarded = [
      sent('2026-03-02'),
      event('2026-03-05', 'transferred', { to: { name: 'CAF' }, reason: 'not-competent' }),
    ];
    assert.equal(facts(sent('2026-03-02')).competentReceivedOn, day('2026-03-02'));
    assert.equal(facts(...forwarded).competentReceivedOn, undefined);
    const received = event('2026-03-09', 'received-by-competent', {});
    assert.equal(facts(...forwarded, received).competentReceivedOn, day('2026-03-09'));
    assert.equal(facts(...forwarded, received).receivedOn, day('2026-03-02'));
  });

  it('do not move the clock for a transfer inside one administration', () => {
    const moved = event('2026-03-05', 'transferred', { to: { name: 'Bureau 2' }, reason: 'internal' });
    assert.equal(facts(sent('2026-03-02'), moved).competentReceivedOn, day('2026-03-02'));
  });

  it('count an express refusal from its notification, one hidden until then from its reading', () => {
    const notified = (details: { notice?: 'registered' | 'on-reading' }, ...more: DemandEvent[]) =>
      facts(sent('2026-03-02'), refused, event('2026-04-01', 'decision-notified', details), ...more).decision
        ?.notifiedOn;
    const read = event('2026-04-10', 'decision-read', {});
    assert.equal(facts(sent('2026-03-02'), refused).decision?.notifiedOn, undefined);
    assert.equal(notified({}), day('2026-04-01'));
    assert.equal(notified({ notice: 'on-reading' }), undefined);
    assert.equal(notified({ notice: 'on-reading' }, read), day('2026-04-10'));
    assert.equal(notified({ notice: 'registered' }), day('2026-04-01'));
    assert.equal(notified({ notice: 'registered' }, read), day('2026-04-10'));
  });

  it('say when a receipt lacks what the law wants, and nothing of one they do not have', () => {
    const acknowledged = (details: object) =>
      facts(sent('2026-03-02'), event('2026-03-03', 'acknowledged', details)).receiptLacks;
    assert.equal(acknowledged({}), undefined);
    assert.equal(acknowledged({ receipt: { channel: 'electronic' } }), true);
  });

  it('hold the clock of rejection until a request is withdrawn or the decision made', () => {
    const asked = [sent('2026-03-02'), asksPiece('2026-03-10', { dueOn: '2026-04-10' })];
    const withdrawn = event('2026-03-15', 'action-cancelled', { actionId: 'proof' });
    assert.deepEqual(told('implicit-decision', '2026-03-20', 'reject', ...asked, withdrawn), [
      '2026-05-07 reject running if-complete about',
    ]);
    assert.deepEqual(told('user-documents', '2026-05-01', 'reject', ...asked, withdrawn), ['2026-04-10 void']);
    const notified = event('2026-03-30', 'decision-notified', {});
    assert.deepEqual(told('implicit-decision', '2026-06-20', 'reject', ...asked, refused, notified), [
      '2026-05-22 reject met if-complete about',
    ]);
  });

  it('know the postmark of what the user sent in time', () => {
    const asked = [sent('2026-03-02'), asksPiece('2026-03-10', { dueOn: '2026-04-10' })];
    const posted = event('2026-04-14', 'documents-supplied', { postmarkedOn: '2026-04-10' });
    assert.deepEqual(told('user-documents', '2026-05-01', 'accept', ...asked, posted), ['2026-04-10 met']);
    assert.deepEqual(told('implicit-decision', '2026-05-01', 'accept', ...asked, posted), [
      '2026-06-14 accept running if-complete',
    ]);
  });

  it('lead from a refusal to an appeal, and back to the court', () => {
    const notified = event('2026-03-30', 'decision-notified', { routesStated: true });
    const appeal = event('2026-05-15', 'appeal-filed', { kind: 'gracieux' });
    const answered = event('2026-06-01', 'appeal-decided', {});
    const story = [sent('2026-03-02'), event('2026-03-03', 'acknowledged', {}), refused, notified];
    assert.deepEqual(told('court-appeal', '2026-05-01', 'reject', ...story), ['2026-06-01 running']);
    assert.deepEqual(told('court-appeal', '2026-05-20', 'reject', ...story, appeal), ['2026-09-16 running']);
    assert.deepEqual(told('court-appeal', '2026-06-02', 'reject', ...story, appeal, answered), ['2026-08-03 running']);
  });

  it('pass on the day of collection, of erasure, and the one its system decides on', () => {
    const collect = event('2026-04-01', 'action-required', {
      action: { id: 'title', kind: 'collect', label: 'Retirer le titre', dueOn: '2026-07-01' },
    });
    const erasure = event('2026-04-01', 'retention-announced', { deleteOn: '2027-04-01' });
    assert.deepEqual(
      facts(sent('2026-03-02'), collect, erasure).given.map(({ kind, dueOn }) => [kind, dueOn]),
      [
        ['collect-before', day('2026-07-01')],
        ['retention-end', day('2027-04-01')],
      ],
    );
    const scheduled = event('2026-03-03', 'system-decision-scheduled', { day: '2026-05-12' });
    assert.deepEqual(told('implicit-decision', '2026-03-20', 'accept', sent('2026-03-02'), scheduled), [
      '2026-05-11 accept running if-complete',
    ]);
  });

  it('say no longer when a demand ends, once it is decided', () => {
    const closed = event('2026-06-01', 'closed', {});
    assert.equal(facts(sent('2026-03-02'), closed).endedOn, day('2026-06-01'));
    assert.equal(facts(sent('2026-03-02'), refused, closed).endedOn, undefined);
  });
});

describe('The effect of a request on the clock', () => {
  it('follows what silence is worth, and is none for what does not block or is no piece', () => {
    const piece = { kind: 'supply-document' } as const;
    assert.equal(clockEffect(piece, { silence: 'accept' }), 'restarts');
    assert.equal(clockEffect(piece, { silence: 'reject' }), 'suspends');
    assert.equal(clockEffect(piece, { silence: 'unknown' }), 'none');
    assert.equal(clockEffect({ ...piece, blocking: false }, { silence: 'accept' }), 'none');
    assert.equal(clockEffect({ kind: 'answer-question' }, { silence: 'accept' }), 'none');
  });
});
