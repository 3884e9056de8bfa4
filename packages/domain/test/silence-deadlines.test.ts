import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { planningPermission } from '../src/procedure-profile.ts';
import { day, deadlines, line, ofKind, piece, refused, told } from './legal-builders.ts';

describe('Silence', () => {
  it('is worth nothing that the profile does not say', () => {
    for (const silence of ['unknown', 'none'] as const)
      assert.deepEqual(told('implicit-decision', { profile: { silence }, on: '2027-01-01' }), []);
  });

  it('is shown with its proviso, its article and the first day of effect', () => {
    const [accept] = ofKind(deadlines({ profile: { silence: 'accept' } }), 'implicit-decision');
    assert.equal(accept && line(accept), '2026-05-02 accept running if-complete');
    assert.equal(accept?.effectiveFrom, '2026-05-03');
    assert.deepEqual(accept?.sources, ['CRPA, art. L231-1']);
    const [reject] = ofKind(deadlines({ profile: { silence: 'reject' } }), 'implicit-decision');
    assert.deepEqual(reject?.sources, ['CRPA, art. L231-4']);
  });

  it('decides at the end of its last day, unless an express decision was notified before', () => {
    const profile = { silence: 'accept' } as const;
    assert.deepEqual(told('implicit-decision', { profile, on: '2026-05-02' }), [
      '2026-05-02 accept running if-complete',
    ]);
    assert.deepEqual(told('implicit-decision', { profile, on: '2026-05-03' }), [
      '2026-05-02 accept missed if-complete',
    ]);
    assert.deepEqual(told('implicit-decision', { profile, facts: refused('2026-05-02'), on: '2026-06-01' }), [
      '2026-05-02 accept met if-complete',
    ]);
  });

  it('gives no date while a piece is awaited on the way to acceptance', () => {
    const facts = { requests: [piece()] };
    const [deadline] = ofKind(deadlines({ facts, profile: { silence: 'accept' } }), 'implicit-decision');
    assert.equal(deadline && line(deadline), 'no date accept suspended if-complete awaits-pieces');
    assert.deepEqual(deadline?.sources, ['CRPA, art. L231-1', 'CRPA, art. L114-5']);
  });

  it('gives a date about on the way to rejection, and says when its clock stands still', () => {
    const about = { facts: { requests: [piece()] }, profile: { silence: 'reject' } } as const;
    assert.deepEqual(told('implicit-decision', { ...about, on: '2026-03-10' }), [
      '2026-06-02 reject suspended if-complete about',
    ]);
    assert.deepEqual(told('implicit-decision', { ...about, on: '2026-04-10' }), [
      '2026-06-02 reject running if-complete about',
    ]);
  });

  it('is not moved by a piece the decision can do without', () => {
    const facts = { requests: [piece({ blocking: false })] };
    assert.deepEqual(told('implicit-decision', { facts, profile: { silence: 'accept' } }), [
      '2026-05-02 accept running if-complete',
    ]);
  });

  it('accepts from the competent service, and rejects from the first', () => {
    const facts = { competentReceivedOn: day('2026-03-09') };
    assert.deepEqual(told('implicit-decision', { facts, profile: { silence: 'accept' } }), [
      '2026-05-09 accept running if-complete',
    ]);
    const [reject] = ofKind(deadlines({ facts, profile: { silence: 'reject' } }), 'implicit-decision');
    assert.equal(reject?.dueOn, '2026-05-02');
    assert.deepEqual(reject.sources, ['CRPA, art. L231-4', 'CRPA, art. L114-3']);
  });

  it('follows the date of the system that decides, before any computed one', () => {
    const facts = { systemDecisionDay: day('2026-05-12'), requests: [piece()] };
    const [deadline] = ofKind(deadlines({ facts, profile: { silence: 'accept' } }), 'implicit-decision');
    assert.deepEqual(
      [deadline?.dueOn, deadline?.effectiveFrom, deadline?.computed],
      ['2026-05-11', '2026-05-12', 'authoritative'],
    );
  });

  it('follows the period and the text of the procedure', () => {
    const profile = { silence: 'reject', period: { months: 4 }, source: 'CESEDA, art. R432-2' } as const;
    const [deadline] = ofKind(deadlines({ profile }), 'implicit-decision');
    assert.deepEqual([deadline?.dueOn, deadline?.sources], ['2026-07-02', ['CESEDA, art. R432-2']]);
  });

  it('of planning permission does not wait for pieces asked too late, and refuses without those asked in time', () => {
    const profile = planningPermission({ months: 2 });
    const late = piece({ requestedOn: day('2026-04-03'), limit: day('2026-07-03') });
    assert.deepEqual(told('implicit-decision', { facts: { requests: [late] }, profile }), [
      '2026-05-02 accept running if-complete',
    ]);
    const facts = { requests: [piece({ limit: day('2026-06-10') })] };
    assert.deepEqual(told('implicit-decision', { facts, profile }), [
      'no date accept suspended if-complete awaits-pieces',
      '2026-06-10 reject running awaits-pieces',
    ]);
    assert.deepEqual(
      told('court-appeal', { facts: { ...facts, receiptOn: day('2026-03-02') }, profile, on: '2026-06-11' }),
      ['2026-08-11 running'],
    );
  });
});
