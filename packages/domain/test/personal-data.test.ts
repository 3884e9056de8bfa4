import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findPersonalData, maskFindings, type PersonalDataKind } from '../src/personal-data.ts';

/** Sentences of our own, with what is to be found in each, in order. */
const told: [sentence: string, ...found: [PersonalDataKind, string][]][] = [
  ['Écrivez-moi à camille.martin@exemple.fr, merci.', ['email', 'camille.martin@exemple.fr']],
  ['Mon adresse : camille_42+caf@sous.domaine.example.org.', ['email', 'camille_42+caf@sous.domaine.example.org']],
  ['camille.martin (at) exemple point fr', ['email', 'camille.martin (at) exemple point fr']],
  ['camille arobase exemple.fr', ['email', 'camille arobase exemple.fr']],
  ['Rappelez-moi au 06 12 34 56 78.', ['phone', '06 12 34 56 78']],
  ['Tél. 0612345678', ['phone', '0612345678']],
  ['01.23.45.67.89 le matin', ['phone', '01.23.45.67.89']],
  ['01-23-45-67-89', ['phone', '01-23-45-67-89']],
  ['+33 6 12 34 56 78', ['phone', '+33 6 12 34 56 78']],
  ['+33 (0)6 12 34 56 78', ['phone', '+33 (0)6 12 34 56 78']],
  ['0033612345678', ['phone', '0033612345678']],
  ['À La Réunion : +262 692 12 34 56', ['phone', '+262 692 12 34 56']],
  ['Nouméa : +687 26 12 34', ['phone', '+687 26 12 34']],
  ['رقمي ٠٦١٢٣٤٥٦٧٨', ['phone', '٠٦١٢٣٤٥٦٧٨']],
  ['06\u00a012\u00a034\u00a056\u00a078', ['phone', '06\u00a012\u00a034\u00a056\u00a078']],
  ['Mon numéro : 1 84 12 76 451 089 46', ['nir', '1 84 12 76 451 089 46']],
  ['184127645108946 est mon numéro', ['nir', '184127645108946']],
  ['Compte FR76 3000 6000 0112 3456 7890 189, à votre nom', ['iban', 'FR76 3000 6000 0112 3456 7890 189']],
  ['FR7630006000011234567890189', ['iban', 'FR7630006000011234567890189']],
  ['BE68 5390 0754 7034', ['iban', 'BE68 5390 0754 7034']],
  ['Madame Dupont ne m’a pas répondu.', ['person-name', 'Madame Dupont']],
  ['Mme Le Goff et M. Martin', ['person-name', 'Mme Le Goff'], ['person-name', 'M. Martin']],
  ['l’agent Bernard était absent', ['person-name', 'l’agent Bernard']],
  ['la conseillère Sophie', ['person-name', 'la conseillère Sophie']],
  ['une agente nommée Claire', ['person-name', 'nommée Claire']],
  ['Dr Élodie Petit', ['person-name', 'Dr Élodie Petit']],
  [
    'M. de La Tour : 01 23 45 67 89, m@exemple.fr',
    ['person-name', 'M. de La Tour'],
    ['phone', '01 23 45 67 89'],
    ['email', 'm@exemple.fr'],
  ],
];

/** Sentences in which nothing is personal. */
const innocent = [
  'Le guichet ferme à 16 h 30, c’est trop tôt.',
  'Le 12/03/2024 à 10 h, puis le 01.02.2025.',
  'Le 2024-11-23, dossier 2024-0612345678.',
  'J’ai payé 1 234,56 € puis 25 €.',
  'Article L. 114-3 du code des relations entre le public et l’administration.',
  'Articles R112-5 et R. 112-11-1.',
  'SIRET 732 829 320 00074',
  'SIREN 732 829 320',
  'J’ai appelé le 3939, le 15 et le 3646.',
  'Code postal 57000, 12 rue Victor-Hugo.',
  'La rue Jean-Moulin est en travaux.',
  'Le lycée Marie-Curie et la mairie de Saint-Denis.',
  'Madame la maire, Monsieur le Préfet,',
  'Madame, Monsieur,',
  'Monsieur le directeur, merci.',
  'L’agent était très patient.',
  'La conseillère m’a bien aidé.',
  'Bonjour Madame, je suis content.',
  'Le formulaire CERFA 12100*02 est long.',
  'Dossier n° 0123456789012345',
  'Ticket A042, guichet 3, étage 2.',
  'Entre 8 h 30 et 12 h, 13 h 30 et 17 h.',
  'La version 1.2.3.4 du site ne marche pas.',
  'J’attends depuis 06/2024.',
  'Le numéro FR00 0000 ne marche pas.',
  'J’ai écrit @mairie sur le réseau.',
  '100 000 habitants, 12 345 dossiers, 98,5 %.',
  'Latitude 48.8566, longitude 2.3522.',
  'La loi n° 2018-727 du 10 août 2018.',
  'Avis A7K3-M9QX, code 7D1Q-0ZRW-K4TN-9HXB-52MC.',
];

for (const [sentence, ...expected] of told) {
  test(`finds what is personal in « ${sentence} »`, () => {
    const found = findPersonalData(sentence).map(({ kind, start, end }) => [kind, sentence.slice(start, end)]);
    assert.deepEqual(found, expected);
  });
}

for (const sentence of innocent) {
  test(`finds nothing in « ${sentence} »`, () => assert.deepEqual(findPersonalData(sentence), []));
}

/** Thirteen digits with a sound structure: man or woman, year, month, department, town, order. */
const soundNir = fc
  .tuple(
    fc.constantFrom(1, 2),
    fc.nat(99),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 95 }),
    fc.nat(999),
    fc.nat(999),
  )
  .map(([sex, year, month, department, town, order]) =>
    [
      String(sex),
      ...[year, month, department].map((part) => String(part).padStart(2, '0')),
      ...[town, order].map((part) => String(part).padStart(3, '0')),
    ].join(''),
  );
const keyOf = (number: string) => String(97n - (BigInt(number) % 97n)).padStart(2, '0');

test('every sound number with its key is surely found, and with another key it is not', () => {
  fc.assert(
    fc.property(soundNir, fc.integer({ min: 1, max: 96 }), (number, shift) => {
      const right = keyOf(number);
      const wrong = String(((Number(right) + shift - 1) % 97) + 1).padStart(2, '0');
      assert.equal(findPersonalData(`n° ${number}${right}.`)[0]?.confidence, 'sure');
      assert.ok(
        findPersonalData(`n° ${number}${wrong}.`).every(
          ({ kind, confidence }) => kind !== 'nir' || confidence !== 'sure',
        ),
      );
    }),
  );
});

test('Corsican departments count as their number says', () => {
  for (const [written, counted] of [
    ['1840720A451089'.replace('20A', '2A4'), 19],
    ['184072B451089', 18],
  ] as const) {
    const number = written.slice(0, 13);
    const key = keyOf(number.replace(/2[AB]/, String(counted)));
    assert.equal(findPersonalData(number + key)[0]?.confidence, 'sure', number + key);
  }
});

test('every account whose key holds is found, and with one digit changed it is not', () => {
  const account = fc.stringMatching(/^\d{23}$/).map((digits) => {
    const number = `${digits}1527`; // F is 15, R is 27.
    const key = String(98n - (BigInt(`${number}00`) % 97n)).padStart(2, '0');
    return `FR${key}${digits}`;
  });
  fc.assert(
    fc.property(account, fc.integer({ min: 4, max: 26 }), fc.integer({ min: 1, max: 9 }), (iban, place, shift) => {
      assert.ok(findPersonalData(`Compte ${iban} merci`).some(({ kind }) => kind === 'iban'));
      const digit = (Number(iban.charAt(place)) + shift) % 10;
      const wrong = iban.slice(0, place) + String(digit) + iban.slice(place + 1);
      assert.ok(findPersonalData(`Compte ${wrong} merci`).every(({ kind }) => kind !== 'iban'));
    }),
  );
});

test('findings stand in order, apart from each other, inside the text; masking leaves the rest as it was', () => {
  const pieces = fc.array(
    fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom(...told.map(([sentence]) => sentence))),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join(' ');
      const findings = findPersonalData(text);
      let from = 0;
      for (const { start, end } of findings) {
        assert.ok(start >= from && end > start && end <= text.length);
        from = end;
      }
      const masked = maskFindings(text, findings, () => '');
      const kept = findings.reduceRight((rest, { start, end }) => `${rest.slice(0, start)}[]${rest.slice(end)}`, text);
      assert.equal(masked, kept);
    }),
  );
});

test('what was masked says its kind, and holds nothing personal any more', () => {
  for (const [sentence] of told) {
    const masked = maskFindings(sentence, findPersonalData(sentence), (kind) => `${kind} masqué`);
    assert.deepEqual(findPersonalData(masked), [], masked);
  }
});

test('five thousand characters made to slow a pattern down are read in a moment', () => {
  const hostile = ['0', '1 ', '06 12 ', 'a.', 'a@', 'FR76 ', 'Mme ', 'Mme A ', 'x (at) ', '. ', '-', '1 84 12 '];
  const started = performance.now();
  for (const piece of hostile) findPersonalData(piece.repeat(Math.ceil(20_000 / piece.length)));
  assert.ok(performance.now() - started < 5_000);
});
