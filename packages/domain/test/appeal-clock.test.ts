import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { courtClock, noticeDay, refusalDay, type Appeal, type AppealKind } from '../src/appeal-clock.ts';
import { isoDay } from '../src/civil-date.ts';
import { day } from './legal-builders.ts';

const terms = { territory: 'metropole' };
const appeal = (kind: AppealKind, filedOn: string, endedOn?: string): Appeal => ({
  kind,
  filedOn: day(filedOn),
  endedOn: endedOn === undefined ? undefined : day(endedOn),
});
const lastDay = (notifiedOn: string, ...appeals: Appeal[]) => {
  const clock = courtClock(day(notifiedOn), appeals, terms);
  return clock.heldBy ? clock.heldBy.kind : isoDay(clock.lastDay);
};

describe('The period to go to court', () => {
  it('is two months from the notification', () => {
    assert.equal(lastDay('2026-01-10'), '2026-03-11');
    assert.equal(lastDay('2021-10-01'), '2021-12-02');
  });

  it('starts again when an appeal to the administration is refused, by an answer or by silence', () => {
    assert.equal(lastDay('2026-01-10', appeal('gracieux', '2026-02-15')), '2026-06-16');
    assert.equal(lastDay('2026-01-10', appeal('gracieux', '2026-02-15', '2026-03-02')), '2026-05-04');
  });

  it('starts again from an answer that comes after the silent refusal, while its period runs', () => {
    assert.equal(lastDay('2026-01-10', appeal('gracieux', '2026-02-15', '2026-05-20')), '2026-07-21');
    assert.equal(lastDay('2026-01-10', appeal('gracieux', '2026-02-15', '2026-06-17')), '2026-06-16');
  });

  it('waits for the refusal of both appeals, but only of those filed in the first period', () => {
    const gracieux = appeal('gracieux', '2026-02-01', '2026-02-20');
    assert.equal(lastDay('2026-01-10', appeal('hierarchique', '2026-03-11'), gracieux), '2026-07-13');
    assert.equal(lastDay('2026-01-10', appeal('hierarchique', '2026-03-12'), gracieux), '2026-04-21');
    assert.equal(lastDay('2026-01-10', appeal('gracieux', '2026-03-12')), '2026-03-11');
  });

  it('is held by a mediation or by reasons not given yet, in whichever period runs', () => {
    const gracieux = appeal('gracieux', '2026-02-01', '2026-02-20');
    assert.equal(lastDay('2026-01-10', appeal('mediation', '2026-03-01')), 'mediation');
    assert.equal(lastDay('2026-01-10', gracieux, appeal('reasons', '2026-04-01')), 'reasons');
    assert.equal(lastDay('2026-01-10', appeal('mediation', '2026-03-01', '2026-06-01')), '2026-08-03');
    assert.equal(lastDay('2026-01-10', appeal('mediation', '2026-03-12')), '2026-03-11');
  });

  it('is not held by the appeal that the law wants first: another decision comes of it', () =>
    assert.equal(lastDay('2026-01-10', appeal('prior', '2026-02-15')), '2026-03-11'));
});

describe('The refusal that counts', () => {
  it('is the express one when it comes within the period of the silent one', () => {
    const refused = (notifiedOn?: string) =>
      isoDay(refusalDay(day('2026-05-02'), notifiedOn === undefined ? undefined : day(notifiedOn), terms));
    assert.equal(refused(), '2026-05-02');
    assert.equal(refused('2026-04-01'), '2026-04-01');
    assert.equal(refused('2026-07-03'), '2026-07-03');
    assert.equal(refused('2026-07-04'), '2026-05-02');
  });

  it('counts as notified at first consultation within fifteen days, else on the day it was made available', () => {
    const notified = (readOn?: string) =>
      isoDay(noticeDay(day('2026-03-02'), readOn === undefined ? undefined : day(readOn)));
    assert.equal(notified('2026-03-10'), '2026-03-10');
    assert.equal(notified('2026-03-17'), '2026-03-17');
    assert.equal(notified('2026-03-18'), '2026-03-02');
    assert.equal(notified(), '2026-03-02');
  });
});
