import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LegalFacts } from '../src/legal-deadlines.ts';
import { documentAccess } from '../src/procedure-profile.ts';
import { day, deadlines, line, ofKind, refused, told } from './legal-builders.ts';

describe('Appeals', () => {
  it('are none while nothing is refused', () => {
    const profile = { silence: 'reject' } as const;
    assert.deepEqual(told('court-appeal', { profile, on: '2026-05-02' }), []);
    const granted = { decision: { adverse: false, mode: 'express', notifiedOn: day('2026-04-01') } } as const;
    assert.deepEqual(told('court-appeal', { profile, facts: granted, on: '2026-09-01' }), []);
  });

  it('run from the notification, to the administration and to the court', () => {
    const about = { facts: refused('2026-03-30'), on: '2026-04-01' };
    assert.deepEqual(told('admin-appeal', about), ['2026-06-01 running']);
    assert.deepEqual(told('court-appeal', about), ['2026-06-01 running']);
  });

  it('run from silence once it refuses, and bind only who had a full receipt', () => {
    const about = { profile: { silence: 'reject' }, on: '2026-05-03' } as const;
    assert.deepEqual(told('court-appeal', about), ['2026-07-03 2027-05-02 running not-enforceable']);
    const withReceipt = { receiptOn: day('2026-03-04') };
    assert.deepEqual(told('court-appeal', { ...about, facts: withReceipt }), ['2026-07-03 running']);
    assert.deepEqual(told('court-appeal', { ...about, facts: { ...withReceipt, receiptLacks: true } }), [
      '2026-07-03 2027-05-02 running not-enforceable',
    ]);
  });

  it('stay open about a year where the notification did not state the routes', () => {
    const [deadline] = ofKind(deadlines({ facts: refused('2026-03-30', false), on: '2026-08-01' }), 'court-appeal');
    assert.equal(deadline && line(deadline), '2026-06-01 2027-03-30 running not-enforceable');
    assert.ok(deadline?.sources.includes('CJA, art. R421-5'));
  });

  it('wait for a mediation, and for reasons no longer than a year', () => {
    const mediation = {
      ...refused('2026-06-30'),
      appeals: [{ kind: 'mediation', filedOn: day('2026-07-10') }],
    } as const;
    assert.deepEqual(told('court-appeal', { facts: mediation, on: '2026-12-01' }), [
      'no date suspended held-by-mediation',
    ]);
    const reasons = {
      receiptOn: day('2026-03-04'),
      appeals: [{ kind: 'reasons', filedOn: day('2026-05-10') }],
    } as const;
    assert.deepEqual(told('court-appeal', { facts: reasons, profile: { silence: 'reject' }, on: '2026-08-01' }), [
      'no date 2027-05-10 suspended held-by-reasons',
    ]);
  });

  it('go to the court only after the one the law wants first', () => {
    const profile = {
      prior: { kind: 'rapo', period: { months: 2 }, silence: { months: 2 }, source: 'Décret' },
    } as const;
    const kinds = (facts: Partial<LegalFacts>, on: string) =>
      deadlines({ facts: { channel: 'phone', ...facts }, profile, on }).map((one) => `${one.kind} ${line(one)}`);
    const gracieux = { kind: 'gracieux', filedOn: day('2026-04-10') } as const;
    assert.deepEqual(kinds({ ...refused('2026-03-30'), appeals: [gracieux] }, '2026-04-11'), [
      'rapo 2026-06-01 running',
    ]);
    const prior = { kind: 'prior', filedOn: day('2026-04-20') } as const;
    assert.deepEqual(kinds({ ...refused('2026-03-30'), appeals: [prior] }, '2026-06-20'), ['rapo 2026-06-01 met']);
    assert.deepEqual(kinds({ ...refused('2026-03-30'), appeals: [prior] }, '2026-06-21'), [
      'rapo 2026-06-01 met',
      'court-appeal 2026-08-21 running',
    ]);
  });

  it('about documents go to the CADA after a month of silence', () => {
    const about = { profile: documentAccess, facts: { receiptOn: day('2026-03-02') }, on: '2026-04-03' };
    assert.deepEqual(told('cada', about), ['2026-06-03 running']);
  });
});
