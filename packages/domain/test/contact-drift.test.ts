import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Contact } from '../src/contact.ts';
import { checkDrift } from '../src/contact-drift.ts';
import { rule, townHall, week } from './schedule-builders.ts';

const now = Date.parse('2026-11-23T10:00:00Z');

const directory: Contact = {
  name: 'Mairie - Valmont-sur-Seille',
  insee: '57500',
  counter: townHall,
  phones: [{ number: '03 87 00 00 00' }],
  emails: [{ address: 'mairie@valmont.example' }],
  visitAddress: { lines: ['1 place de la Mairie'], postcode: '57500', city: 'Valmont-sur-Seille' },
};

/** Field and message of each difference, with plain spaces. */
const drift = (ours: Partial<Contact>, annuaire = directory): string[] =>
  checkDrift(ours, annuaire, { now }).map(({ field, message }) => `${field}: ${message.replace(/\s/g, ' ')}`);

describe('Drift between our file and the record of the directory', () => {
  it('is nothing where both say the same, or only one speaks', () => {
    assert.deepEqual(drift(directory), []);
    assert.deepEqual(drift({ name: 'Mairie' }), []);
    assert.deepEqual(drift(directory, { name: 'Mairie' }), []);
  });

  it('does not mind how the same thing is written', () => {
    assert.deepEqual(
      drift({
        counter: week(rule('mo-fr', '09:00-10:00 10:00-12:00'), rule('mo-fr', '13:30-17:00')),
        phones: [{ number: '+33 (0)3.87.00.00.00', purpose: 'Accueil' }],
        emails: [{ address: 'Mairie@Valmont.example' }],
        visitAddress: {
          lines: ['Hôtel de ville', '1, place de la mairie'],
          postcode: '57500',
          city: 'VALMONT SUR SEILLE',
        },
      }),
      [],
    );
  });

  it('names the weekdays whose hours differ, with both', () => {
    const [first, ...rest] = drift({
      counter: week(rule('mo-we', '09:00-12:00 13:30-17:00'), rule('th', '09:00-12:00')),
    });
    assert.match(
      first ?? '',
      /^counter: .*jeudi 9 h-12 h ici, 9 h-12 h, 13 h 30-17 h dans l’annuaire ; vendredi fermé ici, 9 h-12 h, 13 h 30-17 h dans/,
    );
    assert.deepEqual(rest, []);
  });

  it('finds a Saturday that is open once a month only in one of them', () => {
    const saturday = rule('sa', '09:00-12:00', { nth: [1] });
    const monthly = { ...directory, counter: { week: [...townHall.week, saturday] } };
    assert.match(drift({ counter: townHall }, monthly)[0] ?? '', /samedi fermé ici, 9 h-12 h dans l’annuaire/);
    assert.deepEqual(drift({ counter: monthly.counter }, monthly), []);
  });

  it('leaves out what the directory has no place for, and what it does not say for sure', () => {
    const summer = { from: '07-01', to: '08-31', week: [rule('mo-fr', '08:00-12:00')] };
    assert.deepEqual(drift({ counter: { ...townHall, seasons: [summer], exceptions: [{ from: '2026-12-24' }] } }), []);
    const unsure = { ...directory, counter: week(rule('mo-fr', '08:00-18:00', { condition: 'Selon affluence' })) };
    assert.deepEqual(drift({ counter: townHall }, unsure), []);
  });

  it('names numbers and e-mails that only one of both has', () => {
    assert.deepEqual(drift({ phones: [{ number: '03 87 00 00 00' }, { number: '3230' }] }), [
      'phones[1].number: 32 30 n’est pas dans l’annuaire. Vérifiez, puis corrigez celui des deux qui se trompe.',
    ]);
    const fields = drift({ emails: [{ address: 'accueil@valmont.example' }] }).map((line) => line.split('.')[0]);
    assert.deepEqual(fields, ['emails[0]', 'emails: L’annuaire donne aussi mairie@valmont']);
  });

  it('finds another street number or another town', () => {
    const address = directory.visitAddress ?? { lines: [] };
    assert.match(
      drift({ visitAddress: { ...address, lines: ['3 place de la Mairie'] } })[0] ?? '',
      /^visitAddress: Ici/,
    );
    assert.equal(drift({ visitAddress: { ...address, city: 'Metz', postcode: '57000' } }).length, 1);
  });
});
