import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { foldDemand } from '../src/demand.ts';
import { asksPiece, axes, clock, event, on, sent } from './demand-builders.ts';

const prefecture = { name: 'Préfecture de la Moselle' };

describe('A demand', () => {
  it('goes from its filing to a refusal, through missing pieces, a transfer and a correction', () => {
    const story: [expected: string, ...ReturnType<typeof event>[]][] = [
      ['draft · waiting on user · on-track', event('2026-03-01', 'draft-created', {})],
      ['sent · waiting on service · on-track', sent('2026-03-02')],
      ['registered · waiting on service · on-track', event('2026-03-02', 'registered', {})],
      [
        'registered · waiting on service · on-track',
        event('2026-03-05', 'transferred', { to: prefecture, reason: 'not-competent' }),
      ],
      ['received · waiting on service · on-track', event('2026-03-09', 'acknowledged', {})],
      ['received · waiting on user · on-track', asksPiece('2026-03-10', { dueOn: '2026-04-10' })],
      ['received · waiting on service · on-track', event('2026-03-25', 'documents-supplied', { actionId: 'proof' })],
      [
        'in-review · waiting on service · on-track',
        event('2026-03-27', 'step-entered', { step: { id: 'enquete', label: 'Enquête' } }),
      ],
      ['in-review · waiting on third-party · on-track', event('2026-03-28', 'opinion-requested', { id: 'opinion' })],
      ['in-review · waiting on service · on-track', event('2026-03-30', 'opinion-received', { requestId: 'opinion' })],
      ['in-review · waiting on service · on-track', event('2026-03-31', 'correction-made', {})],
      [
        'decided · refused · waiting on nobody · on-track',
        event('2026-04-15', 'decision-made', { outcome: 'refused' }),
      ],
      ['closed · refused · waiting on nobody · on-track', event('2026-07-01', 'closed', {})],
    ];
    const events = story.flatMap(([, ...its]) => its);
    story.forEach(([expected], index) => {
      const last = events[index];
      assert.ok(last);
      assert.equal(axes(on(last.at.slice(0, 10), ...events.slice(0, index + 1))), expected);
    });
    const demand = on('2026-07-01', ...events);
    assert.equal(demand.holder?.name, prefecture.name);
    assert.equal(demand.competentOn, '2026-03-09');
    assert.deepEqual(demand.corrections, [{ on: '2026-03-31', spontaneous: true }]);
    assert.deepEqual(
      demand.steps.map(({ on: day, step }) => `${day ?? ''} ${step.label}`),
      ['2026-03-27 Enquête'],
    );
    assert.equal(demand.reachedOn.received, '2026-03-09');
  });

  it('lives on the calendar of its service', () => {
    const late = { ...sent('2026-03-14'), at: '2026-03-14T23:30:00Z' };
    assert.equal(on('2026-03-15', late).receivedOn, '2026-03-15');
    assert.equal(foldDemand([late], clock('2026-03-15', { zone: 'America/Martinique' })).receivedOn, '2026-03-14');
  });

  it('sent by post is received when the service says so', () => {
    const posted = event('2026-03-02', 'submitted', { channel: 'post', postmarkedOn: '2026-02-27' });
    assert.equal(on('2026-03-04', posted).receivedOn, undefined);
    assert.equal(
      on('2026-03-04', posted, event('2026-03-04', 'registered', { receivedOn: '2026-03-03' })).receivedOn,
      '2026-03-03',
    );
  });

  it('is not taken back by late news, which still dates the stage it tells of', () => {
    const review = event('2026-03-10', 'step-entered', { step: { id: 'a', label: 'A' } });
    const demand = on('2026-03-12', sent('2026-03-02'), review, event('2026-03-05', 'registered', {}));
    assert.equal(demand.stage, 'in-review');
    assert.equal(demand.reachedOn.registered, '2026-03-05');
  });

  it('is taken back by being reopened, and forgets what was decided', () => {
    const decided = [sent('2026-03-02'), event('2026-03-20', 'decision-made', { outcome: 'refused' })];
    const reopened = on('2026-04-02', ...decided, event('2026-04-01', 'reopened', { stage: 'received' }));
    assert.equal(axes(reopened), 'received · waiting on service · on-track');
    assert.equal(reopened.reachedOn.decided, undefined);
    assert.equal(on('2026-04-02', ...decided, event('2026-04-01', 'reopened', { stage: 'closed' })).stage, 'in-review');
  });

  it('knows what silence decided when its system says so', () => {
    const silent = on(
      '2026-05-03',
      sent('2026-03-02'),
      event('2026-05-03', 'implicit-decision', { silence: 'accept' }),
    );
    assert.deepEqual([silent.outcome, silent.mode], ['granted', 'implicit']);
  });

  it('ends as withdrawn, as a duplicate, or erased', () => {
    const ends = (type: 'withdrawn' | 'merged' | 'deleted') =>
      axes(on('2026-03-04', sent('2026-03-02'), event('2026-03-03', type, {})));
    assert.equal(ends('withdrawn'), 'closed · withdrawn · waiting on nobody · on-track');
    assert.equal(ends('merged'), 'closed · duplicate · waiting on nobody · on-track');
    assert.equal(ends('deleted'), 'closed · waiting on nobody · on-track');
  });

  it('keeps the first delay announced beside the last', () => {
    const delay = (date: string) => ({ delay: { form: 'personalised', date } as const });
    const demand = on(
      '2026-03-04',
      sent('2026-03-02'),
      event('2026-03-03', 'delay-announced', delay('2026-04-01')),
      event('2026-03-04', 'delay-revised', delay('2026-05-01')),
    );
    assert.deepEqual([demand.firstDelay, demand.announcedUntil], [delay('2026-04-01').delay, '2026-05-01']);
  });
});

describe('Actions of the user', () => {
  const asked = [sent('2026-03-02'), asksPiece('2026-03-10', { dueOn: '2026-04-10' })];
  const statuses = (...events: Parameters<typeof on>[1][]) =>
    on('2026-04-20', ...asked, ...events).actions.map(
      ({ status, isOverdue }) => `${status}${isOverdue ? ' overdue' : ''}`,
    );

  it('stay open past their day, and can still be done', () => {
    assert.deepEqual(statuses(), ['open overdue']);
    assert.deepEqual(statuses(event('2026-04-19', 'documents-supplied', {})), ['done']);
  });

  it('stay open while more is to come', () =>
    assert.deepEqual(statuses(event('2026-04-01', 'documents-supplied', { partial: true })), ['open overdue']));

  it('are done by their identifier alone when it is given', () => {
    const other = asksPiece('2026-03-11', { id: 'other' });
    assert.deepEqual(statuses(other, event('2026-04-01', 'documents-supplied', { actionId: 'other' })), [
      'open overdue',
      'done',
    ]);
    assert.deepEqual(statuses(other, event('2026-04-01', 'documents-supplied', {})), ['done', 'done']);
    assert.deepEqual(statuses(other, event('2026-04-01', 'question-answered', {})), ['open overdue', 'open']);
  });

  it('that do not block leave the demand with the service', () => {
    const extra = on('2026-03-12', sent('2026-03-02'), asksPiece('2026-03-10', { blocking: false }));
    assert.equal(extra.waitingOn, 'service');
    assert.deepEqual(
      extra.actions.map(({ status }) => status),
      ['open'],
    );
  });

  it('end with the decision, except to read it and to collect what it grants', () => {
    const collect = event('2026-04-01', 'action-required', {
      action: { id: 'title', kind: 'collect', label: 'Retirer le titre' },
    });
    const decided = event('2026-04-02', 'decision-made', { outcome: 'granted' });
    const demand = on('2026-04-03', ...asked, collect, decided);
    assert.deepEqual(
      demand.actions.map(({ status }) => status),
      ['cancelled', 'open'],
    );
    assert.equal(axes(demand), 'decided · granted · waiting on user · on-track');
    const conditional = event('2026-04-02', 'decision-made', { outcome: 'granted', conditional: true });
    assert.deepEqual(
      on('2026-04-03', ...asked, conditional).actions.map(({ status }) => status),
      ['open'],
    );
  });

  it('to read the decision is done by reading it', () => {
    const read = event('2026-04-01', 'action-required', {
      action: { id: 'read', kind: 'read-decision', label: 'Lire' },
    });
    assert.equal(on('2026-04-03', ...asked, read, event('2026-04-03', 'decision-read', {})).actions[1]?.status, 'done');
  });

  it('invite a correction, which is spontaneous without them', () => {
    const invited = event('2026-03-11', 'correction-requested', { action: { id: 'date', label: 'Date de naissance' } });
    const made = event('2026-03-12', 'correction-made', {});
    assert.deepEqual(on('2026-03-13', ...asked, invited, made).corrections, [{ on: '2026-03-12', spontaneous: false }]);
    assert.deepEqual(on('2026-03-13', ...asked, made).corrections, [{ on: '2026-03-12', spontaneous: true }]);
  });
});

describe('Health', () => {
  const promised = event('2026-03-03', 'delay-announced', {
    delay: { form: 'fixed', max: 20, unit: 'day', basisFrom: 'filing', excludesWaitingOnUser: true },
  });
  const health = (day: string, ...events: Parameters<typeof on>[1][]) => on(day, sent('2026-03-02'), ...events).health;

  it('is late after the announced day, not on it, and never once decided', () => {
    assert.equal(health('2026-03-22', promised), 'on-track');
    assert.equal(health('2026-03-23', promised), 'late');
    assert.equal(health('2026-03-23', promised, event('2026-03-23', 'decision-made', { outcome: 'done' })), 'on-track');
  });

  it('waits as long as the user was awaited', () => {
    const supplied = event('2026-03-14', 'documents-supplied', {});
    assert.equal(health('2026-03-26', promised, asksPiece('2026-03-10'), supplied), 'on-track');
    assert.equal(health('2026-03-27', promised, asksPiece('2026-03-10'), supplied), 'late');
  });

  it('is stale after thirty days without news, unless the user is awaited', () => {
    assert.equal(health('2026-04-01'), 'on-track');
    assert.equal(health('2026-04-02'), 'stale');
    assert.equal(health('2026-04-02', event('2026-03-20', 'message-posted', {})), 'on-track');
    assert.equal(health('2026-04-30', asksPiece('2026-03-10')), 'on-track');
  });

  it('is an error while the demand did not reach the service', () => {
    const failed = event('2026-03-03', 'delivery-failed', {});
    assert.equal(health('2026-03-04', failed), 'error');
    assert.equal(health('2026-03-04', failed, event('2026-03-04', 'registered', {})), 'on-track');
    assert.equal(health('2026-03-04', event('2026-03-03', 'notification-failed', {})), 'on-track');
  });
});

describe('A demand of several services', () => {
  it('holds a part for each, which moves alone', () => {
    const demand = on('2026-03-12', sent('2026-03-02'), event('2026-03-04', 'acknowledged', { caseId: 'mairie' }), {
      ...asksPiece('2026-03-05'),
      caseId: 'caf',
    });
    assert.equal(demand.stage, 'sent');
    assert.equal(demand.waitingOn, 'user');
    assert.deepEqual(
      demand.cases.map(({ id, stage, waitingOn }) => [id, stage, waitingOn]),
      [
        ['mairie', 'received', 'service'],
        ['caf', 'received', 'user'],
      ],
    );
  });
});
