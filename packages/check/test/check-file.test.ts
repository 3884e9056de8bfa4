import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkFile } from '../src/check-file.ts';
import { annuaireExport, bus, caf, contact, findingsOf, now, told, townHall, without } from './files.ts';

describe('A contact file', () => {
  it('passes when it lacks nothing, alone, in a list or under places', () => {
    for (const file of [contact, [contact], { places: [contact, contact] }]) assert.deepEqual(told(file), []);
  });

  it('is held against the strict schema, with the place of each fault', () => {
    const file = {
      ...contact,
      runBy: 'commune',
      zone: 'Europe/Metz',
      phones: [{ numero: '3230', purpose: 3 }],
      counter: { week: [{ days: ['mo'], hours: ['9h-12h'] }], exceptions: [{ from: '2026-12-24', to: '2026-12-23' }] },
      visitAddress: { lines: ['1 place de la Mairie'], lat: 45 },
    };
    assert.deepEqual(told(file).sort(), [
      'error missing-field phones[0].number',
      'error unknown-field phones[0].numero',
      'error wrong-format counter.week[0].hours[0]',
      'error wrong-type phones[0].purpose',
      'error wrong-value counter.exceptions[0].to',
      'error wrong-value runBy',
      'error wrong-value visitAddress.lat',
      'error wrong-value zone',
    ]);
  });

  it('says what was expected, in French', () => {
    const [finding] = findingsOf({ ...contact, counter: { week: [{ days: ['mo'], hours: ['9h-12h'] }] } });
    assert.match(finding?.message ?? '', /«.9h-12h.».: écrivez deux heures HH:MM-HH:MM/);
    const [choice] = findingsOf({ ...contact, runBy: 'commune' });
    assert.match(choice?.message ?? '', /state, social, local/);
  });

  it('says which place of the list is at fault', () => {
    assert.deepEqual(told([contact, without(contact, 'updated')]), ['warning no-date [1].updated']);
    assert.deepEqual(told({ places: [{ ...contact, phones: [{ number: '3230', purpose: 'Accueil' }] }] }), [
      'error price-missing places[0].phones[0].price',
    ]);
  });

  it('has nothing beside its places', () => {
    assert.deepEqual(told({ places: [contact], contact }), ['error unknown-field contact']);
  });

  it('is not empty', () => {
    for (const file of [[], { places: [] }, { results: [] }]) assert.deepEqual(told(file), ['error nothing-to-check ']);
    assert.deepEqual(told('bonjour'), ['error wrong-type ']);
    assert.deepEqual(told(null), ['error wrong-type ']);
  });

  it('may be any JSON without stopping the check', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (file, annuaire) => {
        for (const { findings } of checkFile(file, { annuaire, now })) assert.ok(Array.isArray(findings));
      }),
    );
  });
});

describe('A record of the directory', () => {
  it('is told what its import lost or mended, in its own columns', () => {
    assert.deepEqual(told(townHall), [
      'error end-before-start plage_ouverture[2].valeur_heure_fin_1',
      'warning purpose-missing telephone[0].description',
      'warning accessible-phone-missing telephone_accessible',
      'warning stale date_modification',
    ]);
  });

  it('is not asked for what it has no column for', () => {
    const rules = findingsOf(bus).map(({ rule }) => rule);
    assert.deepEqual(rules, ['purpose-missing', 'accessible-phone-missing', 'stale']);
  });

  it('is refused a surcharged number when a social body runs it', () => {
    assert.ok(told(caf).includes('error surcharged-number telephone[0].valeur'));
  });

  it('is found in each shape of export, with its place', () => {
    const place = 'plage_ouverture[2].valeur_heure_fin_1';
    assert.ok(told(annuaireExport).includes(`error end-before-start results[1].${place}`));
    assert.ok(told([bus, townHall]).includes(`error end-before-start [1].${place}`));
    assert.ok(told({ service: [townHall] }).includes(`error end-before-start service[0].${place}`));
    assert.ok(told({ records: [{ fields: townHall }] }).includes(`error end-before-start records[0].${place}`));
    assert.deepEqual(told({ results: ['?'] }), ['error not-a-record results[0]']);
  });

  it('has its numbers counted by entry, even where one holds two', () => {
    const telephone = [
      { valeur: '04 76 00 00 00 - 04 76 00 00 01' },
      { valeur: '0 811 12 34 56', description: 'Accueil' },
    ];
    const lines = told({ ...caf, telephone });
    assert.ok(lines.includes('warning several-numbers telephone[0].valeur'));
    assert.ok(lines.includes('error surcharged-number telephone[1].valeur'));
  });

  it('has the missing price of a short number told once, where it is to be written', () => {
    const lines = told({ ...bus, telephone: [{ valeur: '3230', description: '' }] });
    assert.deepEqual(
      lines.filter((line) => line.includes('price')),
      ['error price-missing telephone[0].description'],
    );
  });

  it('has each comment told once, at its line', () => {
    const line = { nom_jour_debut: 'Lundi', nom_jour_fin: 'Lundi', valeur_heure_debut_1: '09:00:00' };
    const comment = { ...line, valeur_heure_fin_1: '12:00:00', commentaire: 'Selon les disponibilités de l’élu' };
    assert.deepEqual(
      told({ ...bus, plage_ouverture: [comment] }).filter((told) => /comment|condition/.test(told)),
      ['warning conditional-hours plage_ouverture[0].commentaire'],
    );
  });
});

describe('A contact file completed by the directory', () => {
  const both = (ours: unknown, annuaire: unknown = annuaireExport) => told(ours, { annuaire });

  it('passes when both agree', () => {
    assert.deepEqual(both(contact), []);
    assert.deepEqual(both(contact, bus), []);
  });

  it('drifts from its record where both tell people different things', () => {
    const phones = [{ number: '04 76 00 00 00', purpose: 'Accueil' }];
    assert.deepEqual(both({ ...contact, phones }), ['warning drift phones[0].number', 'warning drift phones']);
    assert.deepEqual(both([{ ...contact, phones }]), [
      'warning drift [0].phones[0].number',
      'warning drift [0].phones',
    ]);
  });

  it('is not asked for what the record gives', () => {
    assert.deepEqual(told(without(contact, 'visitAddress')), ['warning address-missing visitAddress']);
    assert.deepEqual(both(without(contact, 'visitAddress')), []);
  });

  it('is told what is wrong with the part that comes from the record, and only that', () => {
    assert.deepEqual(both(without(contact, 'phones')), ['warning purpose-missing annuaire:telephone[0].description']);
    assert.deepEqual(both({ places: [without(contact, 'updated')] }), [
      'warning stale annuaire:places[0].date_modification',
    ]);
    const ours = without(contact, 'counter', 'visitAddress', 'emails', 'phones');
    assert.ok(both(ours, townHall).includes('error end-before-start annuaire:plage_ouverture[2].valeur_heure_fin_1'));
    const isBroken = (line: string) => line.includes('end-before-start');
    assert.ok(!both(contact, townHall).some(isBroken), 'our hours stand above those of the record');
  });

  it('finds its record by the address of its page, else says that it did not', () => {
    const elsewhere = { ...contact, directoryUrl: 'https://lannuaire.service-public.gouv.fr/x/another' };
    assert.deepEqual(both(elsewhere), ['warning record-not-found directoryUrl']);
    assert.deepEqual(both(elsewhere, bus), [], 'one place and one record go together');
    assert.deepEqual(both([elsewhere, contact], bus), ['warning record-not-found [0].directoryUrl']);
  });
});
