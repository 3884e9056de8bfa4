/** What the answers of Démarches simplifiées tell of a demand. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filed, message, read, reviewed, traitement, type Entry } from './dossier-answers.ts';
import { demandOn, story, summary } from './support.ts';

describe('A dossier of Démarches simplifiées', () => {
  it('is received once filed, or registered where the receipt comes with the review', () => {
    assert.equal(summary(demandOn('2026-03-03', read().events)), 'received · service');
    const late = (more?: Entry) => demandOn('2026-03-12', read(more, { receiptAt: 'instruction' }).events);
    assert.equal(late().stage, 'registered');
    const underReview = late({ state: 'en_instruction', traitements: [filed, reviewed] });
    assert.deepEqual(
      [underReview.stage, underReview.acknowledgedOn, underReview.receivedOn],
      ['in-review', '2026-03-10', '2026-03-02'],
    );
  });

  for (const [event, expected] of [
    ['accepte', 'decided · granted · nobody'],
    ['refuse', 'decided · refused · nobody'],
    ['classe_sans_suite', 'decided · closed-without-action · nobody'],
  ] as const)
    it(`is decided by ${event}, with the reasons of the service`, () => {
      const decision = traitement(event, '2026-04-01T12:00:00+02:00', {
        motivation: '<p>Les revenus d&eacute;passent le plafond.</p>',
      });
      const { events } = read({ state: event, traitements: [filed, reviewed, decision] });
      const demand = demandOn('2026-04-02', events);
      assert.equal(summary(demand), expected);
      assert.deepEqual([demand.mode, demand.decidedOn], ['express', '2026-04-01']);
      assert.equal(events.at(-1)?.text, 'Les revenus dépassent le plafond.');
      assert.equal(events.at(-1)?.source?.rawStatus, event);
    });

  it('is decided by silence only where the system drew its consequence', () => {
    const decided = (event: string, dateTraitementSVASVR: string | null) =>
      demandOn(
        '2026-06-02',
        read({
          state: 'accepte',
          dateTraitementSVASVR,
          traitements: [filed, traitement(event, '2026-05-03T03:00:00+02:00')],
        }).events,
      );
    const rule = decided('accepte_automatiquement', null);
    assert.deepEqual([rule.outcome, rule.mode], ['granted', 'express']);
    const silence = decided('accepte_automatiquement', '2026-05-03T03:00:00+02:00');
    assert.deepEqual([silence.outcome, silence.mode], ['granted', 'implicit']);
    const rejected = decided('refuse_automatiquement', '2026-05-03T03:00:00+02:00');
    assert.deepEqual([rejected.outcome, rejected.mode], ['refused', 'implicit']);
  });

  it('waits for its user while a correction is asked for, and not after', () => {
    const asks = message('m1', '2026-03-05T10:00:00+01:00', 'Votre justificatif est illisible.', {
      correction: { reason: 'incomplete', dateResolution: null },
    });
    const open = read({ messages: [asks], dateDerniereCorrectionEnAttente: '2026-03-05T10:00:00+01:00' });
    const demand = demandOn('2026-03-06', open.events);
    assert.equal(summary(demand), 'received · user');
    assert.deepEqual(
      demand.actions.map(({ id, kind, status }) => [id, kind, status]),
      [['m1', 'supply-document', 'open']],
    );
    const answered = read({
      messages: [{ ...asks, correction: { reason: 'incomplete', dateResolution: '2026-03-08T18:00:00+01:00' } }],
      traitements: [filed, traitement('depose_correction_usager', '2026-03-08T18:00:03+01:00')],
    });
    assert.equal(summary(demandOn('2026-03-09', answered.events)), 'received · service');
    assert.deepEqual(story(answered).slice(2), ['2026-03-05 documents-requested', '2026-03-08 documents-supplied']);
    const ids = new Set(answered.events.map(({ id }) => id));
    assert.ok(
      open.events.every(({ id }) => ids.has(id)),
      'the later reading appends to the earlier one',
    );
  });

  it('dates a correction made without invitation as spontaneous, and an invited one as such', () => {
    const asks = message('m1', '2026-03-05T10:00:00+01:00', 'Corrigez le nom.', {
      correction: { reason: 'incorrect', dateResolution: '2026-03-08T18:00:00+01:00' },
    });
    const { events } = read({
      messages: [asks],
      traitements: [
        filed,
        traitement('depose_correction_usager', '2026-03-03T08:00:00+01:00'),
        traitement('depose_correction_usager', '2026-03-08T18:00:01+01:00'),
      ],
    });
    assert.deepEqual(demandOn('2026-03-09', events).corrections, [
      { on: '2026-03-03', spontaneous: true },
      { on: '2026-03-08', spontaneous: false },
    ]);
  });

  it('no longer asks for a correction that the service gave up', () => {
    const asks = message('m1', '2026-03-05T10:00:00+01:00', 'Corrigez.', {
      correction: { reason: 'outdated', dateResolution: '2026-03-10T09:30:00+01:00' },
    });
    const demand = demandOn(
      '2026-03-11',
      read({ state: 'en_instruction', messages: [asks], traitements: [filed, reviewed] }).events,
    );
    assert.deepEqual([summary(demand), demand.actions[0]?.status], ['in-review · service', 'cancelled']);
  });

  it('waits for its user by the date of the request alone, without its message', () => {
    const demand = demandOn(
      '2026-03-06',
      read({ dateDerniereCorrectionEnAttente: '2026-03-05T10:00:00+01:00' }).events,
    );
    assert.equal(summary(demand), 'received · user');
  });

  it('goes back when it is taken up again, and forgets the decision', () => {
    const refused = traitement('refuse', '2026-04-01T12:00:00+02:00');
    const again = traitement('repasse_en_instruction', '2026-04-10T12:00:00+02:00');
    const back = read({ state: 'en_instruction', traitements: [filed, reviewed, refused, again] });
    assert.equal(summary(demandOn('2026-04-11', back.events)), 'in-review · service');
    const toUser = read({
      traitements: [filed, reviewed, traitement('repasse_en_construction', '2026-03-12T12:00:00+01:00')],
    });
    assert.equal(summary(demandOn('2026-03-13', toUser.events)), 'received · service');
  });

  it('tells the day of an automatic decision again after it was forgotten', () => {
    const plans = { datePrevisionnelleDecisionSVASVR: '2026-05-03' };
    assert.equal(demandOn('2026-03-03', read(plans).events).systemDecisionOn, '2026-05-03');
    const first = read(plans);
    const taken = [filed, reviewed, traitement('repasse_en_construction', '2026-03-12T12:00:00+01:00')];
    const later = read({ ...plans, dateDerniereModification: '2026-03-12T12:00:01+01:00', traitements: taken });
    const known = new Set(first.events.map(({ id }) => id));
    const appended = [...first.events, ...later.events.filter(({ id }) => !known.has(id))];
    assert.equal(demandOn('2026-03-13', appended).systemDecisionOn, '2026-05-03');
  });

  it('keeps a decision to itself until its user asked to see it', () => {
    const decision = traitement('refuse', '2026-04-01T12:00:00+02:00', { motivation: 'Plafond dépassé' });
    const decided = { state: 'refuse', motivation: 'Plafond dépassé', traitements: [filed, reviewed, decision] };
    const options = { notification: 'on-reading', dossierUrl: 'https://ds.example/dossiers/1234567' } as const;
    const hidden = read(decided, options);
    const before = demandOn('2026-04-02', hidden.events);
    assert.equal(summary(before), 'decided · user');
    assert.deepEqual([before.notice, before.actions[0]?.kind], ['on-reading', 'read-decision']);
    assert.doesNotMatch(JSON.stringify(hidden), /refus|Plafond/);
    const seen = read({ ...decided, dateAccuseLectureAgreement: '2026-04-05T08:00:00+02:00' }, options);
    const known = new Set(hidden.events.map(({ id }) => id));
    const after = demandOn('2026-04-06', [...hidden.events, ...seen.events.filter(({ id }) => !known.has(id))]);
    assert.equal(summary(after), 'decided · refused · nobody');
    assert.deepEqual([after.readOn, after.decidedOn, after.notifiedOn], ['2026-04-05', '2026-04-01', '2026-04-01']);
  });

  it('gives no person away: addresses, names, annotations and opinions stay where they are', () => {
    const avis = [
      {
        id: 'a1',
        dateQuestion: '2026-03-11T09:00:00+01:00',
        dateReponse: '2026-03-12T09:00:00+01:00',
        question: 'Est-il solvable ?',
        reponse: 'Non',
      },
    ];
    const messages = [
      message('m1', '2026-03-04T09:00:00+01:00', 'Où en est mon dossier ?', { email: 'camille.martin@example.org' }),
      message('m2', '2026-03-05T09:00:00+01:00', '<p>Bonjour,<br>il est <b>complet</b>.</p><script>alert(1)</script>'),
      message('m3', '2026-03-06T09:00:00+01:00', 'Message supprimé', { discardedAt: '2026-03-06T10:00:00+01:00' }),
    ];
    const reading = read({ state: 'en_instruction', traitements: [filed, reviewed], avis, messages });
    assert.doesNotMatch(JSON.stringify(reading), /@|solvable|Non|fraude|supprimé|script|<|alert/);
    assert.deepEqual(
      reading.events.filter(({ type }) => type === 'message-posted').map(({ actor, text }) => [actor.kind, text]),
      [
        ['user', 'Où en est mon dossier ?'],
        ['service', 'Bonjour,\nil est complet.'],
      ],
    );
    const opinions = reading.events.filter(({ type }) => type.startsWith('opinion'));
    assert.deepEqual(
      opinions.map(({ visibility }) => visibility),
      ['service-only', 'service-only'],
    );
  });
});
