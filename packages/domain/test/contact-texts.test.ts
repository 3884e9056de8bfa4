import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Contact } from '../src/contact.ts';
import { contactJsonLd, jsonLdText } from '../src/contact-json-ld.ts';
import { doorNoticeHtml, signatureText, voiceText } from '../src/contact-texts.ts';
import { vCard } from '../src/contact-vcard.ts';
import { openingHours } from '../src/opening-hours.ts';
import { anyContact } from './contact-arbitrary.ts';

/** A Monday morning. */
const now = Date.parse('2026-11-23T08:00:00Z');

const contact: Contact = {
  name: 'Mairie de Valbrune',
  insee: '21999',
  counter: {
    week: [
      { days: ['mo', 'tu', 'we'], hours: ['09:00-12:00', '13:30-17:00'] },
      { days: ['th'], hours: ['09:00-19:00'], note: 'après 17 h, état civil seulement' },
      { days: ['sa'], hours: ['09:00-12:00'], nth: [1, 3] },
      { days: ['fr'], hours: ['14:00-16:00'], appointment: true, weeks: 'even' },
    ],
    exceptions: [{ from: '2026-12-04', reason: 'Formation' }],
  },
  telephone: { week: [{ days: ['mo', 'tu', 'we', 'th', 'fr'], hours: ['09:00-12:00'] }] },
  phones: [{ number: '03 53 01 00 10', purpose: 'Accueil' }],
  emails: [{ address: 'accueil@valbrune.example' }],
  visitAddress: { lines: ['1 place de la Mairie'], postcode: '21999', city: 'Valbrune' },
  urgent: { text: 'Un élu est d’astreinte.', phone: '03 53 01 00 99' },
  website: 'https://valbrune.example',
  updated: '2026-11-02',
};

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test('a voice says hours as people say them, and numbers with a pause between groups', () => {
  assert.deepEqual(plain(voiceText(contact, { now })).trim().split('\n'), [
    'Bienvenue. Mairie de Valbrune.',
    'L’accueil est ouvert du lundi au mercredi, de 9 heures à midi et de 13 heures 30 à 17 heures.',
    'Jeudi, de 9 heures à 19 heures (après 17 h, état civil seulement).',
    '1er et 3e samedi du mois, de 9 heures à midi.',
    'Vendredi, semaines paires, de 14 heures à 16 heures sur rendez-vous.',
    'Aujourd’hui, de 9 heures à midi et de 13 heures 30 à 17 heures.',
    'À noter, accueil, vendredi 4 décembre 2026, fermé (Formation).',
    'Le téléphone répond du lundi au vendredi, de 9 heures à midi.',
    'Aujourd’hui, de 9 heures à midi.',
    'Accueil : composez le 03, 53, 01, 00, 10.',
    'En cas d’urgence : Un élu est d’astreinte. Composez le 03, 53, 01, 00, 99.',
  ]);
});

test('unknown hours are said to be unknown, never closed', () => {
  const unknown = { name: 'Mairie', counter: { week: [] } };
  assert.match(plain(voiceText(unknown, { now })), /Accueil : les horaires ne sont pas communiqués\./);
  assert.match(plain(signatureText(unknown, { now })), /Accueil : horaires non communiqués/);
  assert.match(doorNoticeHtml(unknown, { now }), /non communiqués/);
  for (const text of [voiceText, signatureText, doorNoticeHtml])
    assert.doesNotMatch(text(unknown, { now }).replace(/<style>.*<\/style>/s, ''), /fermé/);
});

test('a signature holds the place, its hours, a number and an address to write to', () => {
  assert.deepEqual(plain(signatureText(contact, { now })).trimEnd().split('\n'), [
    '-- ',
    'Mairie de Valbrune',
    '1 place de la Mairie, 21999 Valbrune',
    'Accueil : du lundi au mercredi de 9 h à 12 h et de 13 h 30 à 17 h ; jeudi de 9 h à 19 h (après 17 h, état civil seulement)',
    'Téléphone : du lundi au vendredi de 9 h à 12 h',
    '03 53 01 00 10',
    'accueil@valbrune.example',
    'https://valbrune.example',
  ]);
});

test('the notice on the door tells the usual hours and two months of exceptions, on A4', () => {
  const notice = plain(doorNoticeHtml(contact, { now }));
  assert.match(notice, /@page \{ size: A4;/);
  assert.match(notice, /<th scope="row">Du lundi au mercredi<\/th><td>de 9 h à 12 h et de 13 h 30 à 17 h<\/td>/);
  assert.match(notice, /<th scope="row">Vendredi 4 décembre 2026<\/th><td>fermé \(Formation\)<\/td>/);
  assert.match(notice, /<th scope="row">Vendredi 25 décembre 2026<\/th><td>fermé \(Jour de Noël\)<\/td>/);
  assert.match(notice, /<p class="number">03 53 01 00 10<\/p>/);
  assert.match(notice, /Informations vérifiées le lundi 2 novembre 2026\./);
});

test('whatever a contact holds: the notice has no markup of its data, nothing runs and nothing is asked for', () => {
  fc.assert(
    fc.property(anyContact, (any) => {
      const notice = doorNoticeHtml(any, { now }).replace(/<style>.*?<\/style>/s, '');
      const tags = [...notice.matchAll(/<\/?!?([a-z0-9]+)[^<>]*>/g)].map(([, name]) => name ?? '');
      const ours = 'doctype html head meta title body h1 h2 section table tr th td p footer'.split(' ');
      assert.deepEqual(
        tags.filter((name) => !ours.includes(name)),
        [],
      );
      assert.doesNotMatch(notice.replace(/<\/?!?[a-z0-9]+[^<>]*>/g, ''), /[<>]/);
      assert.doesNotMatch(notice, /<[^>]*\s(on\w+|src|href)=/);
    }),
  );
});

test('whatever a contact holds: texts end each line themselves', () => {
  const withBreaks = fc.tuple(anyContact, fc.string()).map(([any, text]): Contact => ({
    ...any,
    name: `${any.name}\r\nBcc: x@y.example${text}`,
    phones: [{ number: '0353010010', purpose: `a\nEND:VCARD\n${text}` }],
  }));
  fc.assert(
    fc.property(withBreaks, (any) => {
      for (const line of signatureText(any, { now }).split('\n')) assert.doesNotMatch(line, /^Bcc:/);
      const lines = vCard(any).split('\r\n');
      assert.equal(lines.pop(), '');
      assert.deepEqual([lines[0], lines.at(-1)], ['BEGIN:VCARD', 'END:VCARD']);
      const unfolded = lines.join('\r\n').replaceAll('\r\n ', '').split('\r\n');
      assert.equal(unfolded.filter((line) => line === 'END:VCARD').length, 1);
      for (const line of lines) {
        assert.ok(new TextEncoder().encode(line).length <= 75, line);
        assert.doesNotMatch(line, /[\n\r]/);
      }
    }),
  );
});

test('no text of a contact ends the script element that describes it', () => {
  fc.assert(
    fc.property(anyContact, fc.constantFrom('</script><script>', '<!--', '\u2028', ']]>'), (any, evil) => {
      const text = jsonLdText(contactJsonLd({ ...any, name: `${any.name}${evil}` }, now));
      assert.doesNotMatch(text, /[<>\u2028\u2029]/);
      assert.equal((JSON.parse(text) as { name: string }).name, `${any.name}${evil}`);
    }),
  );
});

test('the hours told to search engines are those of the engine, on a week without exceptions', () => {
  type Spec = { dayOfWeek: string; opens: string; closes: string };
  const weekly: Contact = {
    ...contact,
    counter: { week: (contact.counter?.week ?? []).filter(({ nth, weeks }) => !nth && !weeks) },
  };
  const { openingHoursSpecification: specs = [] } = JSON.parse(jsonLdText(contactJsonLd(weekly, now))) as {
    openingHoursSpecification?: Spec[];
  };
  assert.ok(specs.length > 4);
  const hours = openingHours(weekly.counter ?? { week: [] }, weekly);
  const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  // Monday 16 to Sunday 22 November 2026 hold no public holiday; Paris is one hour ahead of UTC.
  for (let half = 0; half < 7 * 48; half += 1) {
    const at = Date.parse('2026-11-15T23:00:00Z') + half * 30 * 60_000;
    const wall = new Date(at + 3_600_000);
    const time = wall.toISOString().slice(11, 16);
    const told = specs.some(
      ({ dayOfWeek, opens, closes }) => dayOfWeek === names[wall.getUTCDay()] && opens <= time && time < closes,
    );
    assert.equal(hours.stateAt(at).status === 'open', told, wall.toISOString());
  }
});

test('exceptions are told to search engines as such', () => {
  const week = [{ days: ['mo', 'tu', 'we', 'th', 'fr'], hours: ['09:00-12:00'] }] as const;
  const counter = { week, exceptions: [{ from: '2026-12-04', reason: 'Formation' }] };
  const text = jsonLdText(contactJsonLd({ name: 'Mairie', counter }, now));
  const { specialOpeningHoursSpecification: special = [] } = JSON.parse(text) as {
    specialOpeningHoursSpecification?: { validFrom: string; opens: string; closes: string }[];
  };
  const closed = special.find(({ validFrom }) => validFrom === '2026-12-04');
  assert.ok(closed);
  assert.equal(closed.opens, closed.closes);
});
