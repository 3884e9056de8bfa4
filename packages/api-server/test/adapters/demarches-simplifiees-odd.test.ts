/** Answers of Démarches simplifiées that are incomplete, broken or of another time. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SourceWarning } from '../../src/adapters/demand-source.ts';
import { filed, message, read, reviewed, traitement } from './dossier-answers.ts';
import { assertStable, demandOn, summary, troubles } from './support.ts';

describe('An odd dossier of Démarches simplifiées', () => {
  it('keeps its stage on a status that is not known, and says so', () => {
    const reported: SourceWarning[] = [];
    const reading = read(
      { state: 'en_pause', traitements: [filed, reviewed, traitement('mis_en_pause', '2026-03-15T09:00:00+01:00')] },
      { log: (warning) => reported.push(warning) },
    );
    assert.equal(summary(demandOn('2026-03-16', reading.events)), 'in-review · service');
    assert.deepEqual(troubles(reading), ['unknown-status state', 'unknown-status traitements[2].event']);
    assert.deepEqual([reported, reported[1]?.found], [reading.warnings, 'mis_en_pause']);
  });

  it('is not misled by names that every object has', () => {
    const reading = read({
      state: 'constructor',
      traitements: [filed, traitement('toString', '2026-03-15T09:00:00+01:00')],
    });
    assert.equal(summary(demandOn('2026-03-16', reading.events)), 'received · service');
    assert.equal(reading.warnings.length, 2);
  });

  it('is read by its state and dates where the log is missing', () => {
    const state = {
      state: 'accepte',
      datePassageEnInstruction: '2026-03-10T09:00:00Z',
      dateTraitement: '2026-03-20T09:00:00Z',
      motivation: 'Bienvenue',
    };
    for (const traitements of [undefined, null, [], 'non'])
      assert.equal(
        summary(demandOn('2026-03-21', read({ ...state, traitements }).events)),
        'decided · granted · nobody',
      );
  });

  it('reads what it can of a broken answer, and names the rest', () => {
    const reading = read({
      dateDepot: '02/03/2026',
      datePassageEnConstruction: '2026-03-02 10:00:00 +0100',
      traitements: [null, 7, { event: 'passe_en_instruction' }, { ...reviewed, id: 12 }],
      messages: [{ body: 'sans identifiant' }, message('m1', 'hier', 'Bonjour')],
      avis: 'non',
      usager: 3,
    });
    assert.equal(summary(demandOn('2026-03-11', reading.events)), 'in-review · service');
    assert.deepEqual(troubles(reading), [
      'unreadable-date dateDepot',
      'unreadable-entry traitements[0]',
      'unreadable-entry traitements[1]',
      'missing-field traitements[2].dateTraitement',
      'unreadable-entry messages[0]',
      'unreadable-date messages[1].createdAt',
    ]);
    assert.ok(
      reading.events.some(({ text }) => text === 'Bonjour'),
      'a message without a date is still news',
    );
  });

  it('ends with its expiry, its withdrawal or its removal', () => {
    const plans = read({ dateExpiration: '2026-12-31T23:30:00Z' });
    assert.equal(demandOn('2026-03-03', plans.events).deleteOn, '2027-01-01');
    const left = { dateSuppressionParUsager: '2026-03-09T08:00:00+01:00' };
    assert.equal(summary(demandOn('2026-03-10', read(left).events)), 'closed · withdrawn · nobody');
    const decided = read({
      ...left,
      state: 'accepte',
      traitements: [filed, traitement('accepte', '2026-03-08T08:00:00+01:00')],
    });
    assert.equal(summary(demandOn('2026-03-10', decided.events)), 'decided · granted · nobody');
    const removed = read({ dateSuppressionParAdministration: '2026-03-09T08:00:00+01:00' });
    assert.equal(demandOn('2026-03-10', removed.events).stage, 'closed');
  });

  it('gives the same events at every reading', () => {
    const full = {
      state: 'accepte',
      attestation: { filename: 'attestation.pdf', url: 'https://files.example/signed?token=1' },
      traitements: [filed, reviewed, traitement('accepte', '2026-04-01T12:00:00+02:00')],
      messages: [message('m1', '2026-03-05T10:00:00+01:00', 'Bonjour', { correction: { reason: 'incorrect' } })],
      dateExpiration: '2027-04-01T12:00:00+02:00',
    };
    assertStable(read(full), read(full));
    assert.doesNotMatch(JSON.stringify(read(full)), /signed/, 'addresses of files carry a key');
    assert.deepEqual(troubles(read(full)), []);
  });
});
