import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseDay } from '../src/civil-date.ts';
import { importResults, readDate, readFigure, rowsOf } from '../src/results-import.ts';
import { readResults } from '../src/results-reader.ts';
import { resultView } from '../src/result-view.ts';

const now = parseDay('2026-11-24') ?? 0;

const row = (more: object = {}) => ({
  intitule_de_la_structure: 'Caf de la Somme',
  code_sp_structure: 'CAF-80',
  titre_original_de_l_indicateur: 'Taux de satisfaction des usagers',
  code_sp_de_l_indicateur: 'IND-27',
  valeur: 77,
  date_de_mise_a_jour: '2023-10-30',
  ...more,
});

test('rows come as an export, as an answer of the API, or as one of the older API', () => {
  assert.deepEqual(rowsOf([row()]), [row()]);
  assert.deepEqual(rowsOf({ total_count: 1, results: [row()] }), [row()]);
  assert.deepEqual(rowsOf({ records: [{ recordid: 'x', fields: row() }] }), [row()]);
  for (const other of [null, 3, 'rows', {}, { results: 'no' }]) assert.equal(rowsOf(other), undefined);
});

test('a figure comes as a number or as a text, with its unit or without', () => {
  assert.deepEqual(readFigure(77), { value: 77 });
  assert.deepEqual(readFigure('77'), { value: 77 });
  assert.deepEqual(readFigure(' 95,16 % '), { value: 95.16, unit: '%' });
  assert.deepEqual(readFigure('12 jours'), { value: 12, unit: 'days' });
  assert.deepEqual(readFigure('1 250'), { value: 1250 });
  assert.deepEqual(readFigure('8,2/10'), { value: 8.2, unit: '/10' });
  for (const none of ['', 'n.c.', '77 à 80', null, undefined, {}, Number.NaN, '3 moutons'])
    assert.equal(readFigure(none), undefined, JSON.stringify(none));
});

test('a date comes in ISO, with a time, or the French way', () => {
  assert.equal(readDate('2024-02-14'), '2024-02-14');
  assert.equal(readDate('2024-02-14T10:00:00+00:00'), '2024-02-14');
  assert.equal(readDate('14/02/2024'), '2024-02-14');
  for (const none of ['', '2024', '31/02/2024', 'hier']) assert.equal(readDate(none), undefined, none);
});

test('two real values of one indicator: the last is the result, the one before its trend', () => {
  const file = readFileSync(new URL('data/results/signalconso-satisfaction.json', import.meta.url), 'utf8');
  const { records } = JSON.parse(file) as { records: object[] };
  const { results, unread } = importResults(
    records.map((record) => row(record)),
    { now },
  );
  assert.deepEqual(unread, []);
  const [first] = results;
  assert.equal(first?.structure, 'Caf de la Somme');
  assert.equal(first.indicators.length, 1);
  const { value, updated, unit, trend } = first.indicators[0] ?? {};
  assert.deepEqual({ value, updated, unit }, { value: 81, updated: '2024-02-14', unit: '%' });
  assert.deepEqual(trend, [{ period: { from: '2023-10-30', to: '2023-10-30' }, value: 77 }]);
});

test('the dictionary gives units, names for people and methods', () => {
  const indicators = [
    {
      intitule_original_de_l_indicateur: 'Délai moyen CNI',
      intitule_usager_de_l_indicateur: 'Délai pour une carte d’identité',
      unite: 'jours',
      sources_et_methodes: 'Système d’information TES',
    },
  ];
  const one = row({ titre_original_de_l_indicateur: 'Délai moyen CNI', valeur: '12' });
  const [found] = importResults([one], { now, indicators }).results;
  const { label, unit, lowerIsBetter, method, value } = found?.indicators[0] ?? {};
  assert.deepEqual(
    { label, unit, lowerIsBetter, method, value },
    {
      label: 'Délai pour une carte d’identité',
      unit: 'days',
      lowerIsBetter: true,
      method: 'Système d’information TES',
      value: 12,
    },
  );
});

for (const [why, more] of [
  ['not-a-figure', { valeur: 'n.d.' }],
  ['not-a-date', { date_de_mise_a_jour: 'hier' }],
  ['future', { date_de_mise_a_jour: '2031-01-01' }],
  ['impossible', { valeur: 140 }],
  ['impossible', { valeur: '-3 %' }],
  ['unit-unknown', { titre_original_de_l_indicateur: 'Indice de qualité' }],
  ['no-structure', { code_sp_structure: '', intitule_de_la_structure: '' }],
  ['no-indicator', { titre_original_de_l_indicateur: '', code_sp_de_l_indicateur: null }],
] as const) {
  test(`a row that cannot be read is reported: ${why}, ${JSON.stringify(more)}`, () => {
    const { results, unread } = importResults([row(), row(more)], { now });
    assert.deepEqual(
      unread.map(({ row: place, why: reason }) => [place, reason]),
      [[2, why]],
    );
    assert.equal(results[0]?.indicators[0]?.value, 77);
  });
}

test('two different values on one date: the first stays; what contradicts or repeats it is reported', () => {
  const { unread } = importResults([row(), row({ valeur: 78 }), row()], { now });
  assert.deepEqual(unread, [
    { row: 2, why: 'two-values-for-one-date', value: '78' },
    { row: 3, why: 'repeated', value: '77' },
  ]);
});

test('whatever the rows: each is taken or reported, and what is taken is shown as published', () => {
  const anyRow = fc.oneof(
    fc.jsonValue(),
    fc.record({
      intitule_de_la_structure: fc.constantFrom('A', 'B', ''),
      titre_original_de_l_indicateur: fc.constantFrom('Taux de x', 'Délai en jours', 'Autre'),
      code_sp_de_l_indicateur: fc.constantFrom('IND-1', 'IND-2', ''),
      valeur: fc.oneof(fc.integer({ min: -50, max: 150 }), fc.string(), fc.constantFrom('77', '12,5 %', '3 jours')),
      date_de_mise_a_jour: fc.constantFrom('2024-01-01', '2025-01-01', '2030-01-01', '?'),
    }),
  );
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 30 }), (rows) => {
      const { results, unread } = importResults(rows, { now });
      for (const set of results) {
        const { results: read, faults } = readResults(JSON.parse(JSON.stringify(set)), now);
        assert.deepEqual(faults, []);
        for (const one of read?.indicators ?? []) assert.equal(resultView(one, now).value, one.value);
      }
      const taken = results.flatMap(({ indicators }) => indicators.map(({ trend = [] }) => 1 + trend.length));
      assert.equal(taken.reduce((total, count) => total + count, 0) + unread.length, rows.length);
    }),
  );
});
