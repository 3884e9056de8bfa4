/**
 * What the answers of Open311 tell of a demand. They have the shape of “GET Service Request” in the public description of
 * GeoReport v2 (wiki.open311.org/GeoReport_v2) and of its extensions in use at Chicago (github.com/Chicago/open311-api-docs) and
 * in FixMyStreet (github.com/mysociety/fixmystreet/wiki), and were written for these tests.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DemandEvent } from '@spplus/domain/demand-event';
import { mapRequest, type RequestOptions } from '../../src/adapters/open311/map-request.ts';
import { readServiceRequests } from '../../src/adapters/open311/service-request.ts';
import { assertStable, demandOn, story, summary, troubles } from './support.ts';

type Entry = Record<string, unknown>;
const request = (more: Entry = {}): Entry => ({
  service_request_id: '638344',
  status: 'open',
  status_notes: null,
  service_name: 'Nid-de-poule',
  service_code: '006',
  description: 'Devant chez Mme Martin, 12 rue des Lilas',
  agency_responsible: 'Voirie',
  service_notice: null,
  requested_datetime: '2026-03-02T10:00:00+01:00',
  updated_datetime: '2026-03-03T12:00:00+01:00',
  expected_datetime: null,
  address: '12 rue des Lilas',
  lat: 48.1,
  long: 7.3,
  media_url: 'https://photos.example/1.jpg',
  ...more,
});
function read(more: Entry = {}, options: RequestOptions = {}) {
  const [one] = readServiceRequests([request(more)]) ?? [];
  return mapRequest(one ?? assert.fail('the request cannot be read'), options);
}
/** Readings one after the other, each appending what is new. */
function poll(...answers: Entry[]): { events: DemandEvent[]; seen: string[] } {
  let events: DemandEvent[] = [];
  const seen = answers.map((answer) => {
    for (const _ of ['changed', 'unchanged']) {
      const before = events.length;
      const ids = new Set(events.map(({ id }) => id));
      events = [...events, ...read(answer, { known: events }).events.filter(({ id }) => !ids.has(id))];
      if (_ === 'unchanged') assert.equal(events.length, before, 'the same answer appends nothing');
    }
    return summary(demandOn('2026-04-30', events));
  });
  return { events, seen };
}

describe('A service request of Open311', () => {
  it('is received by its agency once open', () => {
    const demand = demandOn('2026-03-04', read().events);
    assert.deepEqual(
      [summary(demand), demand.holder, demand.channel],
      ['received · service', { name: 'Voirie' }, 'electronic'],
    );
    assert.equal(demandOn('2026-03-04', read({}, { channel: 'phone' }).events).channel, 'phone');
  });

  it('is under review where its notes say that somebody works on it', () => {
    const working = read({ status_notes: 'In progress - The request has been scheduled.' });
    assert.equal(summary(demandOn('2026-03-04', working.events)), 'in-review · service');
    const own = (notes: string) => read({ status_notes: notes }, { reviewNotes: ['dispatched'] }).events;
    assert.equal(demandOn('2026-03-04', own('Dispatched to crew 4')).stage, 'in-review');
    assert.equal(demandOn('2026-03-04', own('In progress')).stage, 'received');
    assert.equal(own('In progress').at(-1)?.type, 'message-posted');
  });

  for (const [status, expected] of [
    ['closed', 'closed · nobody'],
    ['fixed', 'closed · done · nobody'],
    ['no_further_action', 'closed · closed-without-action · nobody'],
    ['NOT_COUNCILS_RESPONSIBILITY', 'closed · not-competent · nobody'],
    ['Duplicate', 'closed · duplicate · nobody'],
    ['Action Scheduled', 'in-review · service'],
    ['in-progress', 'in-review · service'],
    ['investigating', 'in-review · service'],
    ['planned', 'in-review · service'],
    ['for triage', 'received · service'],
    ['internal_referral', 'received · service'],
  ] as const)
    it(`stands at « ${expected} » when ${status}`, () => {
      const reading = read({ status, status_notes: 'Le <b>service</b> est passé.' });
      assert.equal(summary(demandOn('2026-03-04', reading.events)), expected);
      assert.equal(reading.events.filter(({ text }) => text === 'Le service est passé.').length, 1);
      assert.deepEqual(reading.warnings, []);
    });

  it('is closed on the day of its last change', () => {
    const demand = demandOn('2026-03-04', read({ status: 'closed' }).events);
    assert.deepEqual([demand.receivedOn, demand.endedOn], ['2026-03-02', '2026-03-03']);
  });

  it('is a duplicate where an extension says so', () => {
    const twin = (status: string) =>
      read({ status, extended_attributes: { duplicate: 'true', parent_service_request_id: '7' } });
    assert.equal(demandOn('2026-03-04', twin('closed').events).outcome, 'duplicate');
    assert.equal(demandOn('2026-03-04', twin('open').events).outcome, undefined);
    assert.doesNotMatch(JSON.stringify(twin('closed')), /"7"/, 'the request of another person');
  });

  it('announces the day on which it should be settled, then says when that day changes', () => {
    const { events, seen } = poll(
      { expected_datetime: '2026-03-20T23:30:00Z' },
      { expected_datetime: '2026-04-02', updated_datetime: '2026-03-10T10:00:00+01:00' },
      { expected_datetime: '2026-03-21', updated_datetime: '2026-03-12T10:00:00+01:00' },
    );
    assert.equal(seen.length, 3);
    const delays = events.flatMap((event) =>
      'delay' in event && event.delay.form === 'personalised' ? [`${event.type} ${event.delay.date}`] : [],
    );
    assert.deepEqual(delays, ['delay-announced 2026-03-21', 'delay-revised 2026-04-02', 'delay-revised 2026-03-21']);
  });

  it('moves from agency to agency, and back', () => {
    const { events } = poll(
      { agency_responsible: null },
      {},
      { agency_responsible: 'Parcs et jardins' },
      { status: 'closed' },
    );
    const demand = demandOn('2026-04-30', events);
    assert.deepEqual(
      demand.transfers.map(({ to, reason }) => [to.name, reason]),
      [
        ['Parcs et jardins', 'internal'],
        ['Voirie', 'internal'],
      ],
    );
    assert.equal(demand.holder?.name, 'Voirie');
  });

  it('tells a referral once, with the agency that has it now', () => {
    const { events } = poll({}, { status: 'internal_referral', agency_responsible: 'Éclairage' });
    const demand = demandOn('2026-04-30', events);
    assert.deepEqual([demand.transfers.map(({ to }) => to.name), demand.holder?.name], [['Éclairage'], 'Éclairage']);
  });

  it('is open again after it was closed, and closed again', () => {
    const { seen } = poll(
      {},
      { status: 'closed' },
      {},
      { status: 'fixed' },
      { status: 'in_progress' },
      { status: 'closed' },
    );
    assert.deepEqual(seen, [
      'received · service',
      'closed · nobody',
      'received · service',
      'closed · done · nobody',
      'in-review · service',
      'closed · nobody',
    ]);
  });

  it('gives new notes as messages, each once', () => {
    const { events } = poll(
      { status_notes: 'Signalement lu.' },
      { status_notes: 'Équipe prévenue.' },
      { status: 'closed', status_notes: 'Réparé.' },
      { status: 'closed', status_notes: 'Merci.' },
    );
    assert.deepEqual(
      events.flatMap(({ text }) => text ?? []),
      ['Signalement lu.', 'Équipe prévenue.', 'Réparé.', 'Merci.'],
    );
  });

  it('gives away neither where nor what was reported', () => {
    assert.doesNotMatch(JSON.stringify(read()), /Martin|Lilas|photos|48\.1/);
  });

  it('keeps its stage on a status that is not known, and says so', () => {
    const { events, seen } = poll({ status: 'in_progress' }, { status: 'PENDING_BUDGET' });
    assert.deepEqual(seen, ['in-review · service', 'in-review · service']);
    const odd = read({ status: 'constructor' }, { known: events });
    assert.deepEqual([troubles(odd), odd.warnings[0]?.found], [['unknown-status status'], 'constructor']);
    assert.deepEqual(troubles(read({ status: null })), ['missing-field status']);
  });

  it('reads what it can of a broken answer', () => {
    const broken = read({
      status: 'closed',
      requested_datetime: 'mardi',
      updated_datetime: 1772535600,
      expected_datetime: '20/03/2026',
      status_notes: ['x'],
      agency_responsible: 7,
    });
    const demand = demandOn('2026-03-04', broken.events);
    assert.deepEqual([demand.stage, demand.endedOn, demand.holder?.name], ['closed', '2026-03-03', '7']);
    assert.deepEqual(troubles(broken), ['unreadable-date requested_datetime', 'unreadable-date expected_datetime']);
    assert.deepEqual(read({ requested_datetime: null, updated_datetime: null }).events, []);
  });

  it('is found in a list, in an object that holds one, or alone; without an identifier it is still being processed', () => {
    const ids = (answer: unknown) => readServiceRequests(answer)?.map((one) => one.service_request_id);
    assert.deepEqual(ids([request(), { token: 'x' }, null, request({ service_request_id: 12 })]), ['638344', '12']);
    assert.deepEqual(ids({ service_requests: [request()] }), ['638344']);
    assert.deepEqual(ids({ requests: [] }), []);
    assert.deepEqual(ids(request()), ['638344']);
    for (const other of [null, 'x', {}, { errors: [] }]) assert.equal(ids(other), undefined);
  });

  it('gives the same events at every reading', () => {
    const full = { status: 'fixed', status_notes: 'Réparé.', expected_datetime: '2026-03-20' };
    assertStable(read(full), read(full));
    assert.deepEqual(story(read(full)), [
      '2026-03-02 submitted',
      '2026-03-02 received-by-competent',
      '2026-03-02 delay-announced',
      '2026-03-03 decision-made',
      '2026-03-03 closed',
    ]);
  });
});
