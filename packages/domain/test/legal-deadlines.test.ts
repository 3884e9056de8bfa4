import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { personalDataRequest } from '../src/procedure-profile.ts';
import { day, deadlines, line, ofKind, piece, refused, told } from './legal-builders.ts';

describe('Receipts', () => {
  it('are due by law and by commitment, apart, each with its origin', () => {
    const receipts = deadlines().map(({ kind, basis, dueOn, sources }) => [kind, basis, dueOn, ...sources].join(' '));
    assert.deepEqual(receipts, [
      'aee law 2026-03-03 CRPA, art. R112-11-2',
      'are law 2026-03-16 CRPA, art. R112-11-2',
      'commitment-receipt commitment 2026-03-09 Services Publics+, engagement 4',
    ]);
  });

  it('by post are due in two weeks by commitment, and by no date of the law', () =>
    assert.deepEqual(
      deadlines({ facts: { channel: 'post' } }).map(({ basis, dueOn }) => [basis, dueOn]),
      [['commitment', '2026-03-16']],
    ));

  it('are not promised at the counter or on the phone', () => {
    assert.deepEqual(deadlines({ facts: { channel: 'counter' } }), []);
    assert.deepEqual(deadlines({ facts: { channel: 'phone' } }), []);
  });

  it('make the one at filing needless when the full one comes at once', () => {
    const facts = { receiptOn: day('2026-03-03') };
    assert.deepEqual(deadlines({ facts, on: '2026-06-01' }).map(line), [
      '2026-03-03 met',
      '2026-03-16 met',
      '2026-03-09 met',
    ]);
  });

  it('are missed when they come late or not at all', () => {
    const facts = { filingReceiptOn: day('2026-03-02'), receiptOn: day('2026-03-10') };
    assert.deepEqual(deadlines({ facts }).map(line), ['2026-03-03 met', '2026-03-16 met', '2026-03-09 missed']);
    assert.deepEqual(deadlines({ on: '2026-03-17' }).map(line), [
      '2026-03-03 missed',
      '2026-03-16 missed',
      '2026-03-09 missed',
    ]);
  });

  it('run from the competent service for the full one, and wait for it', () => {
    const facts = { competentReceivedOn: day('2026-03-09') };
    assert.deepEqual(told('are', { facts }), ['2026-03-23 running']);
    assert.deepEqual(told('aee', { facts }), ['2026-03-03 running']);
    assert.deepEqual(told('are', { facts: { competentReceivedOn: undefined } }), [
      'no date suspended awaits-competent-service',
    ]);
  });

  it('are void where a text says that none is due, or once the demand is withdrawn', () => {
    const [first] = deadlines({ profile: { noReceipt: 'CRPA, art. L112-10' } });
    assert.equal(first && line(first), 'no date void receipt-not-due');
    assert.deepEqual(first?.sources, ['CRPA, art. L112-10']);
    assert.deepEqual(told('are', { facts: { endedOn: day('2026-03-05') }, on: '2026-04-01' }), ['2026-03-16 void']);
  });
});

describe('Other deadlines', () => {
  it('give a month to answer about one’s own data, three when the service says so in time', () => {
    const about = { profile: personalDataRequest, facts: { receivedOn: day('2026-01-31') } };
    assert.deepEqual(told('gdpr-answer', about), ['2026-03-02 missed']);
    const extended = (on: string) => ({ ...about, facts: { ...about.facts, extendedOn: day(on) } });
    assert.deepEqual(told('gdpr-answer', extended('2026-03-02')), ['2026-04-30 running']);
    assert.deepEqual(told('gdpr-answer', extended('2026-03-03')), ['2026-03-02 missed']);
  });

  it('count the sending of a piece for the user, even when it comes in later', () => {
    const posted = piece({ sentOn: day('2026-04-10'), suppliedOn: day('2026-04-14') });
    assert.deepEqual(told('user-documents', { facts: { requests: [posted] } }), ['2026-04-10 met']);
    const correction = piece({ kind: 'user-correction', suppliedOn: day('2026-04-14') });
    assert.deepEqual(told('user-correction', { facts: { requests: [correction] } }), ['2026-04-10 missed']);
  });

  it('ask no more for a piece once the demand is decided', () => {
    const facts = { ...refused('2026-04-01'), requests: [piece(), piece({ id: 'b', limit: undefined })] };
    assert.deepEqual(told('user-documents', { facts, on: '2026-05-01' }), ['2026-04-10 void', 'no date void']);
  });

  it('tell the delay announced by the service from what the law says', () => {
    const announced = { lastDay: day('2026-04-15'), personalised: false };
    const [deadline] = ofKind(deadlines({ facts: { announced }, on: '2026-04-16' }), 'announced-processing');
    assert.deepEqual([deadline?.basis, deadline?.computed, deadline?.state], ['announced', 'indicative', 'missed']);
  });

  it('pass on the dates given by the service', () => {
    const given = [{ kind: 'collect-before', dueOn: day('2026-06-01'), about: 'title' }] as const;
    const [deadline] = ofKind(deadlines({ facts: { given } }), 'collect-before');
    assert.deepEqual([deadline?.dueOn, deadline?.about, deadline?.bearer], ['2026-06-01', 'title', 'user']);
  });

  it('write no day past the year 9999', () => {
    const facts = { receivedOn: day('9999-12-30'), competentReceivedOn: day('9999-12-30') };
    assert.deepEqual(told('commitment-receipt', { facts }), ['no date running']);
  });
});
