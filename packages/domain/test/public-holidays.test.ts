import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isoDay, weekdayIndex } from '../src/civil-date.ts';
import { territoryOf, zoneOf } from '../src/french-territory.ts';
import { easterSunday, publicHolidays } from '../src/public-holidays.ts';

const official = JSON.parse(readFileSync(new URL('data/public-holidays-2027.json', import.meta.url), 'utf8')) as {
  zones: Record<string, Record<string, string>>;
};

const list = (territory: string, year: number) =>
  Object.fromEntries([...publicHolidays(territory, year)].map(([day, name]) => [isoDay(day), name]));

for (const [territory, days] of Object.entries(official.zones))
  test(`${territory} has the official public holidays of 2027, in order`, () => {
    assert.deepEqual(Object.entries(list(territory, 2027)), Object.entries(days));
  });

test('thirteen territories are on the official list', () => assert.equal(Object.keys(official.zones).length, 13));

test('Easter falls on its known Sundays', () => {
  for (const day of ['1954-04-18', '1981-04-19', '2000-04-23', '2008-03-23', '2011-04-24', '2038-04-25', '2049-04-18'])
    assert.equal(isoDay(easterSunday(Number(day.slice(0, 4)))), day);
});

test('Easter is a Sunday between 22 March and 25 April', () => {
  for (let year = 1900; year < 2200; year++) {
    const day = easterSunday(year);
    const date = isoDay(day).slice(5);
    assert.equal(weekdayIndex(day), 6);
    assert.ok(date >= '03-22' && date <= '04-25', isoDay(day));
  }
});

test('Saint-Martin kept the day of Guadeloupe until 2017', () => {
  assert.equal(list('saint-martin', 2017)['2017-05-27'], "Abolition de l'esclavage");
  assert.equal(list('saint-martin', 2017)['2017-05-28'], undefined);
  assert.equal(list('saint-martin', 2018)['2018-05-28'], "Abolition de l'esclavage");
});

test('one day cannot have two names: the official list keeps the later feast', () => {
  assert.equal(list('metropole', 2008)['2008-05-01'], 'Ascension');
  assert.equal(list('martinique', 2031)['2031-05-22'], "Abolition de l'esclavage");
});

test('a commune has the holidays and the clock of its territory', () => {
  const known: Record<string, [string, string]> = {
    75056: ['metropole', 'Europe/Paris'],
    '2A004': ['metropole', 'Europe/Paris'],
    57463: ['alsace-moselle', 'Europe/Paris'],
    67482: ['alsace-moselle', 'Europe/Paris'],
    68066: ['alsace-moselle', 'Europe/Paris'],
    54395: ['metropole', 'Europe/Paris'],
    97105: ['guadeloupe', 'America/Guadeloupe'],
    97209: ['martinique', 'America/Martinique'],
    97302: ['guyane', 'America/Cayenne'],
    97411: ['la-reunion', 'Indian/Reunion'],
    97502: ['saint-pierre-et-miquelon', 'America/Miquelon'],
    97608: ['mayotte', 'Indian/Mayotte'],
    97701: ['saint-barthelemy', 'America/St_Barthelemy'],
    97801: ['saint-martin', 'America/Marigot'],
    98412: ['metropole', 'Indian/Kerguelen'],
    98613: ['wallis-et-futuna', 'Pacific/Wallis'],
    98735: ['polynesie-francaise', 'Pacific/Tahiti'],
    98731: ['polynesie-francaise', 'Pacific/Marquesas'],
    98719: ['polynesie-francaise', 'Pacific/Gambier'],
    98818: ['nouvelle-caledonie', 'Pacific/Noumea'],
    '': ['metropole', 'Europe/Paris'],
  };
  for (const [insee, expected] of Object.entries(known))
    assert.deepEqual([territoryOf(insee), zoneOf(insee)], expected);
});
