import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Contact, Phone } from '../src/contact.ts';
import { checkContact, type Finding } from '../src/contact-check.ts';
import { anyContact } from './contact-arbitrary.ts';
import { rule, townHall, week } from './schedule-builders.ts';

const now = Date.parse('2026-11-23T10:00:00Z');

const switchboard: Phone = { number: '03 87 00 00 00', purpose: 'Accueil' };
const bands = { busy: [{ days: ['mo'], hours: ['09:00-10:00'] }], quiet: [] } as const;

/** A town hall of which nothing is left to say. */
const sound: Contact = {
  name: 'Mairie de Valmont-sur-Seille',
  runBy: 'local',
  insee: '57500',
  counter: { ...townHall, ...bands },
  telephone: { ...townHall, ...bands },
  phones: [switchboard],
  accessiblePhone: { provider: 'Acceo', url: 'https://app.acce-o.fr/client/valmont', modes: ['lsf'] },
  emails: [{ address: 'accueil@valmont.example', purpose: 'Poser une question' }],
  visitAddress: { lines: ['1 place de la Mairie'], postcode: '57500', city: 'Valmont-sur-Seille' },
  access: { transport: [], bikes: { places: 6, secure: true } },
  directoryUrl: 'https://lannuaire.service-public.gouv.fr/grand-est/moselle/mairie-57500-01',
  updated: '2026-10-01',
};

const check = (more: Partial<Contact>, at = now): Finding[] => checkContact({ ...sound, ...more }, { now: at });
/** Level, rule and field of each finding. */
const told = (more: Partial<Contact>, at = now): string[] =>
  check(more, at).map(({ level, rule, field }) => `${level} ${rule} ${field}`);
const withPhone = (phone: Partial<Phone>, more: Partial<Contact> = {}) =>
  told({ ...more, phones: [{ ...switchboard, ...phone }] });
/** The same contact without some of its fields. */
function without(...fields: (keyof Contact)[]): string[] {
  const rest = Object.fromEntries(Object.entries(sound).filter(([key]) => !fields.includes(key as keyof Contact)));
  return checkContact(rest as Contact, { now }).map(({ level, rule, field }) => `${level} ${rule} ${field}`);
}

describe('The check of a contact', () => {
  it('says nothing of a file that lacks nothing', () => {
    assert.deepEqual(told({}), []);
  });

  it('says what to do in a French sentence, whatever it finds', () => {
    const findings = checkContact(
      { name: '', phones: [{ number: '3230' }], emails: [{ address: 'a@b.fr' }], zone: 'Europe/Metz', counter: week() },
      { now },
    );
    assert.ok(findings.length > 5);
    for (const { message } of findings) assert.match(message, /^[A-ZÉ«+\d].+\.$/);
  });

  it('never throws on a contact of any kind, and names its fields', () => {
    fc.assert(
      fc.property(anyContact, (contact) => {
        for (const { field, rule } of checkContact(contact, { now })) {
          assert.match(field, /^[a-zA-Z]+(\.[a-zA-Z]+|\[\d+\])*$/);
          assert.match(rule, /^[a-z0-9-]+$/);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('The check of telephone numbers', () => {
  it('refuses a surcharged number to the State and to social bodies, and advises others against it', () => {
    const finding = 'surcharged-number phones[0].number';
    assert.deepEqual(withPhone({ number: '0 811 70 36 46' }, { runBy: 'state' }), [`error ${finding}`]);
    assert.deepEqual(withPhone({ number: '0 811 70 36 46' }, { runBy: 'local' }), [`warning ${finding}`]);
    assert.deepEqual(withPhone({ number: '118 712' }, { runBy: 'social', mediator: { name: 'M' } }), [
      `error ${finding}`,
    ]);
  });

  it('finds a surcharged short number by the price that was declared', () => {
    const short = { number: '3949', price: 'surcharged' } as const;
    assert.deepEqual(withPhone(short, { runBy: 'state' }), ['error surcharged-number phones[0].number']);
    assert.deepEqual(withPhone({ ...short, price: 'normal' }, { runBy: 'state' }), []);
  });

  it('looks at every number of the file', () => {
    const surcharged = '0 820 12 34 56';
    assert.deepEqual(
      told({
        runBy: 'state',
        accessiblePhone: { number: surcharged },
        appointment: { phone: surcharged },
        urgent: { text: 'Urgence', phone: surcharged },
        mediator: { name: 'Médiateur', phone: surcharged },
      }),
      ['accessiblePhone.number', 'appointment.phone', 'urgent.phone', 'mediator.phone'].map(
        (field) => `error surcharged-number ${field}`,
      ),
    );
  });

  it('asks the price of a short number, but not of those whose first digits say it', () => {
    assert.deepEqual(withPhone({ number: '3230' }), ['error price-missing phones[0].price']);
    for (const number of ['3117', '17', '116 006', '0 806 00 12 34']) assert.deepEqual(withPhone({ number }), []);
  });

  it('notices a declared price that the digits deny', () => {
    assert.deepEqual(withPhone({ number: '0 806 00 12 34', price: 'free' }), [
      'warning price-mismatch phones[0].price',
    ]);
    assert.deepEqual(withPhone({ number: '0 800 00 12 34', price: 'free' }), []);
  });

  it('refuses what cannot be dialled, and several numbers in one field', () => {
    assert.deepEqual(withPhone({ number: '03 87 00 00' }), ['error not-a-number phones[0].number']);
    assert.deepEqual(withPhone({ abroad: '+33 3' }), ['error not-a-number phones[0].abroad']);
    assert.deepEqual(withPhone({ number: '03 87 00 00 00 - 03 87 00 00 01' }), [
      'error several-numbers phones[0].number',
    ]);
  });

  it('gives the number of today for the former code of Mayotte, however the place is told', () => {
    for (const place of [{ insee: '97608' }, { insee: '57500', zone: 'Indian/Mayotte' }, { territory: 'mayotte' }]) {
      const [finding] = check({ ...place, phones: [{ ...switchboard, number: '+269 61 12 34' }] });
      assert.equal(finding?.rule, 'mayotte-269');
      assert.match(finding?.message ?? '', /\+262 269 61 12 34/);
    }
    assert.deepEqual(withPhone({ number: '+269 761 12 34' }), [], 'the Comoros have telephones too');
  });
});

describe('The check of the accessible telephone', () => {
  const narrower = (hours: Contact['counter']) => told({ accessiblePhone: { ...(hours && { hours }) } });
  const finding = 'error accessible-hours-narrower accessiblePhone.hours';

  it('accepts the same hours, longer ones, and those cut otherwise', () => {
    assert.deepEqual(narrower(townHall), []);
    assert.deepEqual(narrower(week(rule('mo-su', '08:00-20:00'))), []);
    assert.deepEqual(narrower(week(rule('mo-fr', '09:00-10:30 10:30-12:00 13:30-17:00'))), []);
  });

  it('refuses hours that end earlier, skip a day or have a hole', () => {
    assert.deepEqual(narrower(week(rule('mo-fr', '09:00-12:00 13:30-16:30'))), [finding]);
    assert.deepEqual(narrower(week(rule('mo-th', '09:00-12:00 13:30-17:00'))), [finding]);
    assert.deepEqual(narrower(week(rule('mo-fr', '09:00-10:00 10:05-12:00 13:30-17:00'))), [finding]);
  });

  it('says when for the first time, and on how many days', () => {
    const [found] = check({
      accessiblePhone: { hours: week(rule('mo-th', '08:00-18:00'), rule('fr', '09:00-16:00')) },
    });
    const message = found?.message.replace(/\s/g, ' ');
    // 52 Fridays, three of which are public holidays in Moselle.
    assert.match(message ?? '', /49 jours sur un an, d’abord vendredi 27 novembre 2026 de 16 h à 17 h/);
  });

  it('sees a closure that only the accessible telephone has', () => {
    const closed = { ...townHall, exceptions: [{ from: '2026-12-21', to: '2026-12-24' }] };
    assert.deepEqual(narrower(closed), [finding]);
    assert.deepEqual(told({ telephone: { ...closed, ...bands }, accessiblePhone: { hours: townHall } }), []);
    const holidays = { ...townHall, ...bands, holidays: 'as-usual' } as const;
    assert.deepEqual(told({ telephone: holidays, accessiblePhone: { hours: townHall } }), [finding]);
  });

  it('takes a night as one range or as two', () => {
    const always = { ...bands, holidays: 'as-usual' } as const;
    const night = { ...week(rule('mo-su', '20:00-06:00')), ...always };
    const two = { ...week(rule('mo-su', '00:00-06:00 20:00-24:00')), ...always };
    assert.deepEqual(told({ telephone: night, accessiblePhone: { hours: two } }), []);
    assert.deepEqual(told({ telephone: two, accessiblePhone: { hours: night } }), []);
  });

  it('only warns before 1 October 2026, when half of the hours were enough', () => {
    const hours = week(rule('mo-fr', '09:00-12:00'));
    const before = told({ accessiblePhone: { hours }, updated: '2026-09-01' }, Date.parse('2026-09-15T10:00:00Z'));
    assert.deepEqual(before, ['warning accessible-hours-narrower accessiblePhone.hours']);
  });

  it('asks for one wherever people can call', () => {
    assert.deepEqual(without('accessiblePhone'), ['warning accessible-phone-missing accessiblePhone']);
    assert.deepEqual(without('accessiblePhone', 'phones'), []);
  });
});

describe('The check of hours', () => {
  it('points at words that no rule can say, once for each wording', () => {
    const condition = 'Sur rendez-vous le 1er samedi';
    const counter = {
      ...bands,
      week: [rule('mo', '09:00-12:00', { condition }), rule('tu', '09:00-12:00', { condition })],
    };
    assert.deepEqual(told({ counter }), ['warning conditional-hours counter.week[0].condition']);
    const [finding] = check({ counter });
    assert.match(finding?.message ?? '', /"appointment": true.*"nth"/);
    assert.doesNotMatch(finding?.message ?? '', /"weeks"|seasons/);
  });

  it('does not suggest appointments for hours without them', () => {
    const counter = {
      ...week(rule('mo', '09:00-12:00', { condition: 'Sans rendez-vous pour les inscriptions' })),
      ...bands,
    };
    assert.doesNotMatch(check({ counter })[0]?.message ?? '"appointment"', /"appointment"/);
  });

  it('looks into seasons, the telephone and the whole schedule', () => {
    const season = { from: '07-01', to: '08-31', week: [rule('mo', '09:00-12:00', { condition: 'Selon affluence' })] };
    assert.deepEqual(
      told({
        counter: { ...townHall, ...bands, seasons: [season] },
        telephone: { ...townHall, ...bands, condition: 'Hors vacances' },
      }),
      [
        'warning conditional-hours counter.seasons[0].week[0].condition',
        'warning conditional-hours telephone.condition',
      ],
    );
  });

  it('refuses a zone or a territory that does not exist', () => {
    assert.deepEqual(told({ zone: 'Europe/Metz' }), ['error unknown-zone zone']);
    assert.deepEqual(told({ territory: 'moselle' }), ['error unknown-territory territory']);
    assert.deepEqual(told({ zone: 'Indian/Reunion', territory: 'la-reunion' }), []);
  });

  it('asks where the office is when its hours depend on it', () => {
    assert.deepEqual(without('insee'), ['warning place-missing insee']);
    const here = { zone: 'Europe/Paris', territory: 'alsace-moselle' };
    assert.deepEqual(
      checkContact({ name: sound.name, ...here, counter: sound.counter ?? townHall }, { now }).filter(
        ({ rule }) => rule === 'place-missing',
      ),
      [],
    );
  });
});

describe('The check of what commitments 2 and 8 ask', () => {
  it('asks what each number, e-mail and form is for', () => {
    assert.deepEqual(
      told({
        phones: [{ number: '03 87 00 00 00' }],
        emails: [{ address: 'accueil@valmont.example' }],
        forms: [{ url: 'https://valmont.example/contact' }],
      }),
      ['phones[0].purpose', 'emails[0].purpose', 'forms[0].purpose'].map((field) => `warning purpose-missing ${field}`),
    );
  });

  it('asks for hours, busy and quiet ones, of the counter and of the telephone', () => {
    assert.deepEqual(without('counter', 'telephone', 'visitAddress'), ['warning hours-missing counter']);
    assert.deepEqual(without('telephone'), ['warning telephone-hours-missing telephone']);
    assert.deepEqual(told({ counter: townHall, telephone: { ...townHall, busy: [] } }), [
      'warning busy-hours-missing counter.busy',
      'warning quiet-hours-missing counter.quiet',
      'warning quiet-hours-missing telephone.quiet',
    ]);
  });

  it('asks where to come and how', () => {
    assert.deepEqual(without('visitAddress'), ['warning address-missing visitAddress']);
    assert.deepEqual(without('access'), [
      'warning way-to-come-missing access.transport',
      'warning bike-parking-missing access.bikes',
    ]);
  });

  it('asks a social body for its mediator, and everyone for the page in the directory', () => {
    assert.deepEqual(told({ runBy: 'social' }), ['warning mediator-missing mediator']);
    assert.deepEqual(without('directoryUrl'), ['warning directory-link-missing directoryUrl']);
  });

  it('asks to look again after a year, to the day', () => {
    assert.deepEqual(told({ updated: '2025-11-23' }), []);
    assert.deepEqual(told({ updated: '2025-11-22' }), ['warning stale updated']);
    assert.deepEqual(told({ updated: '2027-01-01' }), ['warning date-in-future updated']);
    assert.deepEqual(without('updated'), ['warning no-date updated']);
  });
});
