import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isoDay } from '../src/civil-date.ts';
import { svaSvrDecisionDay } from '../src/demarches-simplifiees-date.ts';
import { acceptanceClock, rejectionClock, type PieceRequest } from '../src/silence-clock.ts';
import { anyDay, day } from './legal-builders.ts';

const received = day('2026-03-02');
const months = { months: 2 };
const asked = (requestedOn: string, limit?: string, suppliedOn?: string): PieceRequest => ({
  requestedOn: day(requestedOn),
  limit: limit === undefined ? undefined : day(limit),
  suppliedOn: suppliedOn === undefined ? undefined : day(suppliedOn),
});
const facts = (requests: PieceRequest[] = [], competentReceivedOn: number | undefined = received) => ({
  receivedOn: received,
  competentReceivedOn,
  requests,
});
const accepted = (...requests: PieceRequest[]) => {
  const clock = acceptanceClock(facts(requests), months, 'metropole');
  return clock && isoDay(clock.deemedOn);
};
const rejected = (...requests: PieceRequest[]) => isoDay(rejectionClock(facts(requests), months, 'metropole').deemedOn);

const anyRequest = fc.record({
  requestedOn: anyDay,
  limit: fc.option(anyDay, { nil: undefined }),
  suppliedOn: fc.option(anyDay, { nil: undefined }),
});

describe('The clock of acceptance', () => {
  it('starts again on the day of the last piece', () => {
    assert.equal(accepted(), '2026-05-02');
    assert.equal(accepted(asked('2026-03-10', '2026-04-10', '2026-03-25')), '2026-05-25');
    assert.equal(
      accepted(asked('2026-03-10', '2026-04-10', '2026-03-25'), asked('2026-03-12', '2026-04-12', '2026-04-01')),
      '2026-06-01',
    );
  });

  it('does not run while a piece is awaited, nor before the competent service has the demand', () => {
    assert.equal(accepted(asked('2026-03-10', '2026-04-10')), undefined);
    const onItsWay = { ...facts(), competentReceivedOn: undefined };
    assert.equal(acceptanceClock(onItsWay, months, 'metropole'), undefined);
  });

  it('takes back no acceptance for a piece asked once it is born', () => {
    assert.equal(accepted(asked('2026-05-02')), undefined);
    assert.equal(accepted(asked('2026-05-03')), '2026-05-02');
  });
});

describe('The clock of rejection', () => {
  it('stands still until the piece, at most until the limit given', () => {
    assert.equal(rejected(asked('2026-03-10', '2026-04-10')), '2026-06-02');
    assert.equal(rejected(asked('2026-03-10', '2026-04-10', '2026-03-25')), '2026-05-17');
    assert.equal(rejected(asked('2026-03-10', '2026-04-10', '2026-04-30')), '2026-06-02');
  });

  it('does not stand still twice on the same day', () =>
    assert.equal(rejected(asked('2026-03-20', '2026-04-20'), asked('2026-03-10', '2026-04-10')), '2026-06-12'));

  it('does not stand still for a request without a limit, nor for one made too late', () => {
    assert.equal(rejected(asked('2026-03-10')), '2026-05-02');
    assert.equal(rejected(asked('2026-03-10', undefined, '2026-03-25')), '2026-05-02');
    assert.equal(rejected(asked('2026-05-03', '2026-06-03')), '2026-05-02');
  });

  it('has run since the first service, whoever is competent', () =>
    assert.equal(isoDay(rejectionClock(facts([], day('2026-03-09')), months, 'metropole').deemedOn), '2026-05-02'));
});

describe('Both clocks', () => {
  it('read requests in any order alike, and never bring the decision nearer', () => {
    fc.assert(
      fc.property(anyDay, fc.array(anyRequest, { maxLength: 5 }), (receivedOn, requests) => {
        const given = { receivedOn, competentReceivedOn: receivedOn, requests };
        const turned = { ...given, requests: requests.toReversed() };
        const none = { ...given, requests: [] };
        const base = rejectionClock(none, months, 'metropole').deemedOn;
        const rejection = rejectionClock(given, months, 'metropole');
        assert.ok(rejection.deemedOn >= base);
        assert.equal(rejection.effectiveFrom, rejection.deemedOn + 1);
        const acceptance = acceptanceClock(given, months, 'metropole');
        assert.ok(!acceptance || acceptance.deemedOn >= base);
        const sameDay = new Set(requests.map(({ requestedOn }) => requestedOn)).size < requests.length;
        if (sameDay) return;
        assert.deepEqual(rejectionClock(turned, months, 'metropole'), rejection);
        assert.deepEqual(acceptanceClock(turned, months, 'metropole'), acceptance);
      }),
    );
  });
});

describe('The date of Démarches simplifiées', () => {
  const decision = (filed: string, ...corrections: [string, string][]) =>
    isoDay(
      svaSvrDecisionDay(
        day(filed),
        months,
        corrections.map(([from, to]) => [day(from), day(to)]),
      ),
    );

  // Dates of its own tests (sva_svr_decision_date_calculator_service_spec, AGPL: dates only).
  it('adds each correction, both ends counted', () => {
    assert.equal(decision('2023-05-15'), '2023-07-16');
    assert.equal(decision('2023-05-15', ['2023-05-20', '2023-05-25']), '2023-07-22');
    assert.equal(decision('2023-05-15', ['2023-05-20', '2023-05-25'], ['2023-05-30', '2023-06-03']), '2023-07-27');
    assert.equal(decision('2023-05-25', ['2023-05-20', '2023-05-25'], ['2023-05-30', '2023-06-03']), '2023-07-31');
  });

  it('counts its months from the day after the filing', () => {
    assert.equal(decision('2023-06-29', ['2023-06-30', '2023-07-01']), '2023-09-01');
    assert.equal(decision('2023-06-30', ['2023-07-01', '2023-07-02']), '2023-09-03');
    assert.equal(decision('2023-07-30', ['2023-07-31', '2023-08-01']), '2023-10-02');
    assert.equal(decision('2023-07-31', ['2023-08-01', '2023-08-02']), '2023-10-03');
  });
});
