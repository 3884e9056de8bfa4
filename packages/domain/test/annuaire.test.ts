/**
 * The importer on real records of the directory, two for each quirk met in it. The report expected of each record stands in
 * data/annuaire-reports.json: `UPDATE_REPORTS=1 node scripts/with-node.mjs --test packages/domain/test/annuaire.test.ts` writes it
 * again, to be read before it is committed.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { annuaireRecords, importAnnuaire, mergeContact } from '../src/annuaire.ts';
import type { Contact } from '../src/contact.ts';
import { openingHours } from '../src/opening-hours.ts';

type Row = Record<string, unknown> & { id: string; nom: string; _quirks: string[] };
const data = (name: string) => new URL(`data/${name}.json`, import.meta.url);
const { records, real } = JSON.parse(readFileSync(data('annuaire-records'), 'utf8')) as {
  records: Row[];
  real: Record<string, unknown>;
};
const realRecords = Object.values(real).flatMap((file) =>
  (Array.isArray(file) ? file : [file]).flatMap(annuaireRecords),
);

const imported = (value: unknown): Contact => importAnnuaire(value).contact ?? assert.fail('no contact');

test('each record of each quirk imports, and its report says what was mended and what nobody can read', () => {
  const reports = Object.fromEntries(
    records.map((record) => [
      record.id,
      {
        quirks: record._quirks,
        report: importAnnuaire(record).faults.map(({ field, why, value }) => `${field}: ${why} (${value})`),
      },
    ]),
  );
  if (process.env['UPDATE_REPORTS']) writeFileSync(data('annuaire-reports'), `${JSON.stringify(reports, null, 2)}\n`);
  assert.deepEqual(reports, JSON.parse(readFileSync(data('annuaire-reports'), 'utf8')));
});

test('each quirk of the research is among them', () => {
  const quirks = new Set(records.flatMap(({ _quirks }) => _quirks));
  assert.ok(quirks.size >= 22, [...quirks].join(' '));
  assert.ok(realRecords.length >= 10);
});

/** Comments that say nothing of whether the office is open, or that a rule can say: the others must make it unsure. */
const plain = /^(?:|(?:uniquement )?sur rendez-vous|sur rdv)\.?$/i;

/** Lines of the record with a comment, raw: nothing of the importer's own reading. */
function commentedLines(record: Record<string, unknown>): { day: string; comment: string }[] {
  const lines =
    typeof record['plage_ouverture'] === 'string' ? JSON.parse(record['plage_ouverture']) : record['plage_ouverture'];
  return (Array.isArray(lines) ? lines : []).map((line: Record<string, string>) => ({
    day: line['nom_jour_debut'] ?? '',
    comment: (line['commentaire'] ?? '').trim(),
  }));
}

test('no record says « open » while a comment that was not understood stands beside its hours', () => {
  const monday = Date.parse('2026-11-23T00:00:00Z');
  let unsure = 0;
  for (const record of [...records, ...realRecords]) {
    const { contact, faults } = importAnnuaire(record);
    const hours = contact?.counter && openingHours(contact.counter, contact);
    const lines = commentedLines(record);
    const lost = faults.flatMap(({ field, why }) =>
      why === 'comment-not-understood' ? [Number(/plage_ouverture\[(\d+)\]/.exec(field)?.[1] ?? -1)] : [],
    );
    // What the importer reports as not understood is a comment of the record, and every line without one is not.
    for (const index of lost) assert.ok(index < 0 || !plain.test(lines[index]?.comment ?? ''), record['nom'] as string);
    if (!hours || lost.length === 0 || lines.length !== lost.length) continue;
    unsure += 1;
    for (let half = 0; half < 14 * 48; half += 1) {
      const { status } = hours.stateAt(monday + half * 1_800_000);
      assert.notEqual(status, 'open', `${String(record['nom'])}: ${lines.map(({ comment }) => comment).join(' / ')}`);
    }
  }
  assert.ok(unsure >= 3, `${unsure} records are unsure throughout`);
});

test('on a day whose only line has a comment nobody understood, the state is conditional', () => {
  for (const comment of ['Accueil selon la présence de la secrétaire', 'Hors vacances scolaires', 'sauf exception']) {
    const line = {
      nom_jour_debut: 'Lundi',
      nom_jour_fin: 'Lundi',
      valeur_heure_debut_1: '09:00:00',
      valeur_heure_fin_1: '12:00:00',
      commentaire: comment,
    };
    const contact = imported({ nom: 'Mairie', code_insee_commune: '21999', plage_ouverture: [line] });
    const state = openingHours(contact.counter ?? { week: [] }, contact).stateAt(Date.parse('2026-11-23T09:00:00Z'));
    assert.equal(state.status, 'conditional', comment);
    assert.match('condition' in state ? (state.condition ?? '') : '', new RegExp(comment.slice(0, 10), 'i'));
  }
});

test('persons named in a record are never read', () => {
  const trap = (record: object) => {
    const watched: object = new Proxy(record, {
      get: (target, key) => {
        assert.notEqual(key, 'affectation_personne');
        return Reflect.get(target, key) as unknown;
      },
    });
    return watched;
  };
  for (const record of [...records, ...realRecords]) {
    const person = [{ personne: { nom: 'PLANTED', prenom: 'Camille' }, fonction: 'Maire' }];
    for (const given of [person, JSON.stringify(person)]) {
      const text = JSON.stringify(importAnnuaire(trap({ ...record, affectation_personne: given })));
      assert.doesNotMatch(text, /PLANTED|Camille/);
    }
  }
});

test('one office gives one contact, in whichever shape its record comes', () => {
  for (const record of [...records, ...realRecords]) {
    const whole = importAnnuaire(record);
    const nested = Object.fromEntries(
      Object.entries(record).map(([name, value]) => {
        const isJson = typeof value === 'string' && /^[[{]/.test(value);
        return [name, isJson ? (JSON.parse(value) as unknown) : value];
      }),
    );
    const strings = Object.fromEntries(
      Object.entries(nested).map(([name, value]) => [
        name,
        value && typeof value === 'object' ? JSON.stringify(value) : value,
      ]),
    );
    for (const shape of [
      nested,
      strings,
      { results: [record] },
      { service: [nested] },
      [record],
      JSON.stringify(record),
    ])
      assert.deepEqual(importAnnuaire(shape).contact, whole.contact, String(record['nom']));
  }
});

test('ours wins field by field, and what only the directory knows stays', () => {
  const theirs = imported(records[0]);
  assert.deepEqual(mergeContact({}, theirs), theirs);
  const merged = mergeContact({ name: 'Notre nom', languages: ['fr', 'en'] }, theirs);
  assert.equal(merged.name, 'Notre nom');
  assert.deepEqual(merged.languages, ['fr', 'en']);
  assert.deepEqual(merged.phones, theirs.phones);
  const phones = [{ number: '03 53 01 00 10', purpose: 'Accueil' }];
  assert.deepEqual(mergeContact({ phones }, theirs).phones, phones);
});

test('whatever is done to a record, nothing throws, and no address runs a script', () => {
  const anyRecord = fc.constantFrom(...records, ...realRecords);
  const anyField = fc.constantFrom(...new Set(records.flatMap((record) => Object.keys(record))));
  const anyValue = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom<unknown>(
      'javascript:alert(1)',
      '[{"valeur":"javascript:alert(1)"}]',
      '[',
      '{}',
      '[null]',
      '[[[]]]',
      -1,
    ),
  );
  fc.assert(
    fc.property(anyRecord, fc.array(fc.tuple(anyField, anyValue), { maxLength: 5 }), (record, changes) => {
      const { contact } = importAnnuaire({ ...record, ...Object.fromEntries(changes) });
      for (const { url } of contact?.forms ?? []) assert.doesNotMatch(url, /^\s*javascript:/i);
      assert.doesNotMatch(contact?.website ?? '', /^\s*javascript:/i);
    }),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      importAnnuaire(value);
    }),
  );
});
