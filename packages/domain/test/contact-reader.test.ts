import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openingHours } from '@spplus/domain/opening-hours';
import { readContact, readPlaces } from '../src/contact-reader.ts';
import { anyContact, leaves, replaced } from './contact-arbitrary.ts';

const whys = (value: unknown) => readContact(value).faults.map(({ field, why }) => `${field}: ${why}`);

test('reads one contact, a list of contacts, and an object with places', () => {
  const mairie = { name: 'Mairie' };
  const annexe = { name: 'Mairie annexe' };
  assert.deepEqual(readPlaces(mairie), { places: [mairie], faults: [] });
  assert.deepEqual(readPlaces([mairie, annexe]), { places: [mairie, annexe], faults: [] });
  assert.deepEqual(readPlaces({ places: [mairie, annexe] }), { places: [mairie, annexe], faults: [] });
  assert.deepEqual(readContact({ places: [mairie, annexe] }), { contact: mairie, faults: [] });
});

test('says where a fault lies among several places', () => {
  const { places, faults } = readPlaces({
    places: [{ name: 'Mairie', phones: [{ number: '3230' }, { number: 12 }] }, 'x'],
  });
  assert.deepEqual(places, [{ name: 'Mairie', phones: [{ number: '3230' }] }]);
  assert.deepEqual(faults, [
    { field: 'places[0].phones[1].number', value: '12', why: 'malformed' },
    { field: 'places[1]', value: 'x', why: 'malformed' },
  ]);
});

test('finds no contact in what is no object', () => {
  for (const value of [undefined, null, 0, '', 'contact', true]) {
    assert.equal(readContact(value).contact, undefined);
    assert.equal(readContact(value).faults.length, 1);
  }
});

test('shows what is sound of a contact without a name', () => {
  const { contact, faults } = readContact({ phones: [{ number: '3230' }] });
  assert.deepEqual(contact, { name: '', phones: [{ number: '3230' }] });
  assert.deepEqual(faults, [{ field: 'name', value: '', why: 'missing' }]);
});

test('takes null and the empty text of a form for fields that are not given', () => {
  const rule = { days: ['mo'], hours: ['09:00-12:00'], note: '', from: null };
  const { contact, faults } = readContact({ name: 'Mairie', website: '', updated: null, counter: { week: [rule] } });
  assert.deepEqual(contact, { name: 'Mairie', counter: { week: [{ days: ['mo'], hours: ['09:00-12:00'] }] } });
  assert.deepEqual(faults, []);
});

test('a list emptied by its faults says nothing, an empty list says none', () => {
  assert.deepEqual(readContact({ name: 'Mairie', phones: [] }).contact, { name: 'Mairie', phones: [] });
  assert.deepEqual(readContact({ name: 'Mairie', phones: [{}] }).contact, { name: 'Mairie' });
});

test('cuts a text that is too long, and says so', () => {
  const { contact, faults } = readContact({ name: 'M'.repeat(3000) });
  assert.equal(contact?.name, 'M'.repeat(2000));
  assert.deepEqual(faults, [{ field: 'name', value: 'M'.repeat(200), why: 'too-long' }]);
});

test('gives no point when a coordinate is out of range or alone', () => {
  const lines = ['1 place du Marché'];
  const read = (point: object) =>
    readContact({ name: 'Mairie', visitAddress: { lines, ...point } }).contact?.visitAddress;
  assert.deepEqual(read({ lat: 48.5, lon: 6.2 }), { lines, lat: 48.5, lon: 6.2 });
  assert.deepEqual(read({ lat: 4195423, lon: 6.2 }), { lines });
  assert.deepEqual(read({ lat: 48.5, lon: '6.2' }), { lines });
  assert.deepEqual(read({ lat: 48.5 }), { lines });
});

test('drops a rule about hours with all its parts, and takes the other hours for conditional', () => {
  const sound = { days: ['mo'], hours: ['09:00-12:00'] };
  for (const broken of [
    { days: ['tu'], hours: ['9h-12h'] },
    { days: ['lundi'], hours: ['09:00-12:00'] },
    { days: ['tu'], hours: ['09:00-12:00', '25:00-26:00'] },
    { days: ['tu'], hours: ['09:00-12:00'], nth: [6] },
    { days: ['tu'] },
    'mardi',
  ]) {
    const { contact, faults } = readContact({ name: 'Mairie', counter: { week: [sound, broken] } });
    assert.deepEqual(contact?.counter, {
      week: [sound],
      condition: 'Une partie des horaires n’a pas pu être lue.',
      incomplete: true,
    });
    assert.equal(faults.length > 0, true);
  }
});

test('does the same for seasons and exceptions, not for busy hours and notes', () => {
  const week = [{ days: ['mo'], hours: ['09:00-12:00'] }];
  const counter = (fields: object) => readContact({ name: 'Mairie', counter: { week, ...fields } }).contact?.counter;
  const condition = 'Une partie des horaires n’a pas pu être lue.';
  assert.deepEqual(counter({ exceptions: [{ from: 'demain' }] }), { week, condition, incomplete: true });
  assert.deepEqual(counter({ exceptions: [{ from: '2026-12-24', hours: ['matin'] }] }), {
    week,
    condition,
    incomplete: true,
  });
  assert.deepEqual(counter({ seasons: [{ from: '07-01', to: '08-31', week: [{}] }] }), {
    week,
    condition,
    incomplete: true,
  });
  assert.deepEqual(counter({ holidays: 'open', condition: 'Hors vacances.' }), {
    week,
    condition: `Hors vacances. ${condition}`,
    incomplete: true,
  });
  assert.deepEqual(counter({ busy: [{ days: ['mo'], hours: ['?'] }], note: 3 }), { week });
  assert.deepEqual(counter({ week: week.map((rule) => ({ ...rule, note: 3 })) }), { week });
});

test('outside the hours that could be read, one that could not is unknown, never closed', () => {
  const week = [
    { days: ['mo'], hours: ['09:00-12:00'] },
    { days: ['th'], hours: ['9h-25h'] },
  ];
  const exceptions = [{ from: '2026-11-26' }];
  const { contact } = readContact({ name: 'Mairie', counter: { week, exceptions } });
  const hours = openingHours(contact?.counter ?? { week: [] }, {});
  const status = (at: string) => hours.stateAt(Date.parse(`${at}+01:00`)).status;
  assert.equal(status('2026-11-23T10:00'), 'conditional');
  assert.equal(status('2026-11-23T15:00'), 'unknown');
  assert.equal(status('2026-11-19T10:00'), 'unknown');
  // A day whose hours are told apart, and could be read.
  assert.equal(status('2026-11-26T10:00'), 'closed');
});

test('hours of which nothing can be read are unknown, never closed', () => {
  for (const counter of ['de 9h à 12h', { week: 'lundi' }, { week: [{}] }]) {
    const { contact } = readContact({ name: 'Mairie', counter });
    const state = contact?.counter && openingHours(contact.counter, contact).stateAt(0);
    assert.equal(state?.status, 'unknown');
    assert.match(contact?.counter?.condition ?? '', /n’a pas pu être lue/);
  }
});

test('lets no other scheme than http and https stand for a web address', () => {
  for (const address of [
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,x',
    '//exemple.fr',
    'exemple.fr',
    'ftp://x.fr',
  ]) {
    assert.deepEqual(whys({ name: 'Mairie', website: address }), ['website: malformed'], address);
  }
  assert.deepEqual(whys({ name: 'Mairie', website: 'HTTPS://exemple.fr/?a=1&b=é#c' }), []);
});

test('never throws on a JSON value', () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => void readPlaces(value)));
  const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
  for (const value of [deep, { name: deep }, { name: 'Mairie', phones: deep }]) readPlaces(value);
});

test('no script comes through as an address, wherever it is written', () => {
  const hostile = fc.constantFrom(
    'javascript:alert(1)',
    '<img src=x onerror=alert(1)>',
    '"><script>alert(1)</script>',
    'data:text/html,x',
  );
  fc.assert(
    fc.property(anyContact, hostile, (contact, script) => {
      for (const path of leaves(contact)) {
        const read = readContact(replaced(contact, path, script)).contact;
        for (const at of leaves(read)) {
          const key = String(at.findLast((part) => typeof part === 'string'));
          const value: unknown = at.reduce((inside: unknown, part) => Reflect.get(Object(inside), part), read);
          if (/^(url|website|directoryUrl)$/.test(key)) assert.match(String(value), /^https?:\/\/[^\s<>"]+$/);
          if (/^(number|phone|abroad|email|hours|from|to|updated|zone)$/.test(key)) assert.notEqual(value, script);
        }
      }
    }),
    { numRuns: 30 },
  );
});
