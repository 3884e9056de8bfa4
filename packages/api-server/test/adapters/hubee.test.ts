/** What the answers of HubEE tell of a demand. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DemandEvent } from '@spplus/domain/demand-event';
import { Case, Folder } from '../../src/adapters/hubee/case.ts';
import { mapCase, mapFolder, type HubeeOptions } from '../../src/adapters/hubee/map-folder.ts';
import { caseIds, deposit, event, folder, moves, oneCase, type Entry } from './hubee-answers.ts';
import { assertStable, demandOn, story, summary, troubles } from './support.ts';

const read = (cases: unknown, more: Entry = {}, options: HubeeOptions = {}) =>
  mapFolder(Folder.parse(folder(cases, more)), options);
/** The demand of a folder with one case. */
const demandOf = (status: string, events: readonly Entry[], day = '2026-03-31') =>
  demandOn(day, read([oneCase(status, events)]).events);
const appended = (known: readonly DemandEvent[], later: readonly DemandEvent[]) => {
  const ids = new Set(known.map(({ id }) => id));
  return [...known, ...later.filter(({ id }) => !ids.has(id))];
};

describe('A folder of HubEE', () => {
  for (const status of ['HUBEE_NOTIFIED', 'SENT', 'HUBEE_RECEIVED', 'HUBEE_COMPLETED'])
    it(`is registered while ${status}`, () => assert.equal(summary(demandOf(status, [])), 'registered · service'));

  it('goes from the hub to its decision, status after status', () => {
    const steps: [Entry, string][] = [
      [moves('03', 'SENT'), 'registered · service'],
      [moves('04', 'SI_RECEIVED'), 'received · service'],
      [moves('05', 'IN_PROGRESS'), 'in-review · service'],
      [moves('06', 'ADD_AWAITING'), 'in-review · user'],
      [deposit('08'), 'in-review · service'],
      [moves('09', 'IN_PROGRESS'), 'in-review · service'],
      [moves('12', 'DONE'), 'decided · done · nobody'],
      [moves('20', 'CLOSED'), 'closed · done · nobody'],
    ];
    let status = 'HUBEE_NOTIFIED';
    let known: readonly DemandEvent[] = [];
    steps.forEach(([entry, expected], index) => {
      status = typeof entry['caseNewStatus'] === 'string' ? entry['caseNewStatus'] : status;
      const reading = read(
        [
          oneCase(
            status,
            steps.slice(0, index + 1).map(([one]) => one),
          ),
        ],
        {},
        { known },
      );
      known = appended(known, reading.events);
      assert.equal(summary(demandOn('2026-03-31', known)), expected);
    });
    assert.equal(new Set(known.map(({ id }) => id)).size, known.length);
  });

  it('is told the same by a single reading at the end, in whatever order the hub lists its events', () => {
    const events = [moves('12', 'REFUSED'), moves('04', 'SI_RECEIVED'), moves('05', 'IN_PROGRESS')];
    const demand = demandOf('REFUSED', events);
    assert.deepEqual([summary(demand), demand.decidedOn], ['decided · refused · nobody', '2026-03-12']);
    assert.deepEqual(Object.keys(demand.reachedOn), ['sent', 'registered', 'received', 'in-review', 'decided']);
  });

  it('did not reach the service while its software fails to take it in', () => {
    const failed = demandOf('SI_INTG_ERROR', [moves('03', 'SENT'), moves('04', 'SI_INTG_ERROR')]);
    assert.deepEqual([failed.stage, failed.health], ['registered', 'error']);
    const again = [moves('03', 'SENT'), moves('04', 'SI_INTG_ERROR'), moves('05', 'SENT')];
    assert.notEqual(demandOf('SENT', again, '2026-03-06').health, 'error');
  });

  it('goes back when a service takes it up again', () => {
    const demand = demandOf('IN_PROGRESS', [moves('05', 'REFUSED'), moves('09', 'IN_PROGRESS')]);
    assert.equal(summary(demand), 'in-review · service');
  });

  it('no longer asks for pieces that the service went on without', () => {
    const demand = demandOf('IN_PROGRESS', [moves('05', 'ADD_AWAITING'), moves('09', 'IN_PROGRESS')]);
    assert.deepEqual([demand.waitingOn, demand.actions[0]?.status], ['service', 'cancelled']);
  });

  it('asks for pieces at the page that takes them', () => {
    const asks = [oneCase('ADD_AWAITING', [moves('05', 'ADD_AWAITING')])];
    const urls = (options: HubeeOptions) =>
      demandOn('2026-03-31', read(asks, {}, options).events).actions.map(({ url }) => url);
    assert.deepEqual(urls({ userUrl: 'https://service.example/compte' }), ['https://service.example/compte']);
    assert.deepEqual(urls({}), [undefined]);
  });

  it('with several services has a sub-case for each, and their pieces are asked for there', () => {
    const cases = [oneCase('ADD_AWAITING', [moves('05', 'ADD_AWAITING')]), oneCase('SENT', [], { id: caseIds[1] })];
    const demand = demandOn('2026-03-31', read(cases, { globalStatus: 'IN_PROGRESS' }).events);
    assert.deepEqual(
      demand.cases.map(({ id, stage, waitingOn }) => [id, stage, waitingOn]),
      [
        [caseIds[0], 'in-review', 'user'],
        [caseIds[1], 'registered', 'service'],
      ],
    );
    assert.deepEqual([demand.stage, demand.waitingOn, demand.actions.length], ['in-review', 'user', 0]);
  });

  it('is told by its status where the hub lists no event, and moves on at later readings', () => {
    let known: readonly DemandEvent[] = [];
    const stages = ['SENT', 'IN_PROGRESS', 'ADD_AWAITING', 'IN_PROGRESS', 'DONE', 'IN_PROGRESS', 'REFUSED'].map(
      (status, index) => {
        const updateDateTime = `2026-03-1${index}T10:00:00+01:00`;
        const cases = [oneCase(status, null, { updateDateTime })];
        known = appended(known, read(cases, {}, { known }).events);
        const before = known.length;
        known = appended(known, read(cases, {}, { known }).events);
        assert.equal(known.length, before, 'the same answer appends nothing');
        return summary(demandOn('2026-03-31', known));
      },
    );
    assert.deepEqual(stages, [
      'registered · service',
      'in-review · service',
      'in-review · user',
      'in-review · service',
      'decided · done · nobody',
      'in-review · service',
      'decided · refused · nobody',
    ]);
  });

  it('gives away neither persons nor what services write to each other', () => {
    const entries = [
      moves('05', 'REFUSED', { message: 'Ressources à revoir' }),
      event('06', 'SENDING_MESSAGE', { message: 'Merci de <b>relancer</b> le demandeur' }),
      event('07', 'ATTACH_DEPOSIT', {
        attachments: [{ id: 'f1', fileName: 'notification.pdf', type: 'NOTIF', size: 3 }],
      }),
    ];
    const reading = read([oneCase('REFUSED', entries)]);
    assert.doesNotMatch(JSON.stringify(reading), /DUBOIS|MARTIN|@|foyer|statut=17|<b>/);
    const shown = JSON.stringify(reading.events.filter(({ visibility }) => visibility === 'user'));
    assert.doesNotMatch(shown, /relancer|notification|Ressources/);
    const open = read([oneCase('REFUSED', entries)], {}, { showsMessages: true });
    const demand = demandOn('2026-03-31', open.events);
    assert.deepEqual(
      demand.documents.map(({ label, url }) => [label, url]),
      [['notification.pdf', undefined]],
    );
    assert.ok(open.events.some(({ text }) => text === 'Merci de relancer le demandeur'));
    assert.ok(open.events.some(({ type, text }) => type === 'decision-made' && text === 'Ressources à revoir'));
  });

  it('keeps its stage on what is not known, and says so', () => {
    const entries = [moves('05', 'IN_PROGRESS'), moves('06', 'PAUSED'), event('07', 'TELEPORT'), event('08', null)];
    const reading = read([oneCase('PAUSED', entries)]);
    assert.equal(summary(demandOn('2026-03-31', reading.events)), 'in-review · service');
    assert.deepEqual(troubles(reading), [
      'unknown-status cases[0].events[1].caseNewStatus',
      'unknown-event cases[0].events[2].actionType',
      'missing-field cases[0].events[3].actionType',
      'unknown-status cases[0].status',
    ]);
  });

  it('is silent on downloads, which are no news', () => {
    const entries = [event('05', 'ATTACH_DL'), event('06', 'ATTACH_DL_ALL'), event('07', 'COM_ADD')];
    assert.deepEqual(story(read([oneCase('SENT', entries)])), ['2026-03-02 submitted', '2026-03-02 registered']);
  });

  it('reads what it can of a broken answer', () => {
    const broken = read([null, oneCase('DONE', ['x', moves('05', 'DONE', { createDateTime: 'demain' })])], {
      createDateTime: null,
    });
    assert.equal(demandOn('2026-03-31', broken.events).cases[0]?.outcome, 'done');
    assert.ok(troubles(broken).includes('unreadable-date cases[0].events[1].createDateTime'));
    assert.deepEqual(read('none', { globalStatus: null, createDateTime: undefined, updateDateTime: 7 }).events, []);
    const bare = mapCase(Case.parse({ id: caseIds[0] }));
    assert.deepEqual([bare.events, troubles(bare).includes('missing-field case.status')], [[], true]);
  });

  it('gives the same events at every reading', () => {
    const cases = [
      oneCase('DONE', [moves('04', 'SI_RECEIVED'), moves('05', 'ADD_AWAITING'), deposit('06'), moves('09', 'DONE')]),
    ];
    assertStable(read(cases), read(cases));
    assert.deepEqual(troubles(read(cases)), []);
  });
});
