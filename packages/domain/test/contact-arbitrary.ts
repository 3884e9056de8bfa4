/** Any contact that a team could write, for property tests. */
import fc from 'fast-check';
import type { Address, Contact, HoursRule, Schedule } from '../src/contact.ts';

const words = fc.stringMatching(/^[a-zé<>"'&;:/(]{1,20}$/).map((text) => `${text}.`);
const url = fc.webUrl({ withFragments: true }).map((address) => address.replace(/["'\\]/g, ''));
const phone = fc.constantFrom('03 87 00 00 00', '+262 262 90 12 34', '3230', '0811 70 36 46', '17');
const email = fc.constantFrom('accueil@exemple.fr', 'etat-civil+mairie@sous.domaine.example.org');
const days = fc.uniqueArray(fc.constantFrom('mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'));
const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((pair) => pair.map((part) => String(part).padStart(2, '0')).join(':'));
const range = fc.tuple(time, fc.oneof(time, fc.constant('24:00'))).map((ends) => ends.join('-'));
const hours = fc.array(range, { maxLength: 3 });
const fullDay = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const day = fc.oneof(
  fullDay,
  fullDay.map((date) => date.slice(5)),
);

const some = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 3 });
const part: { requiredKeys: [] } = { requiredKeys: [] };
/** As a file gives it: plain objects, no −0. */
const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const rule: fc.Arbitrary<HoursRule> = fc.record(
  {
    days,
    hours,
    appointment: fc.boolean(),
    condition: words,
    note: words,
    nth: some(fc.constantFrom(-1, 1, 2, 3, 4, 5)),
    weeks: fc.constantFrom('odd', 'even'),
    from: day,
    to: day,
  },
  { requiredKeys: ['days', 'hours'] },
);
const bands = some(fc.record({ days, hours }));
const exception = fc
  .record({ from: fullDay, to: fullDay, hours, appointment: fc.boolean(), reason: words }, { requiredKeys: ['from'] })
  .map((one) => (one.to !== undefined && one.to < one.from ? { ...one, from: one.to, to: one.from } : one));

export const anySchedule: fc.Arbitrary<Schedule> = fc
  .record(
    {
      week: some(rule),
      seasons: some(
        fc.record({ name: words, from: day, to: day, week: some(rule) }, { requiredKeys: ['from', 'to', 'week'] }),
      ),
      exceptions: some(exception),
      holidays: fc.constantFrom('closed', 'as-usual'),
      busy: bands,
      quiet: bands,
      condition: words,
      note: words,
    },
    { requiredKeys: ['week'] },
  )
  .map(asJson);

const point = {
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
};
const postal = { lines: some(words), postcode: words, city: words, country: words };
const address: fc.Arbitrary<Address> = fc.oneof(
  fc.record(postal, { requiredKeys: ['lines'] }),
  fc.record({ ...postal, ...point }, { requiredKeys: ['lines', 'lat', 'lon'] }),
);
const parking = fc.record({ places: fc.nat(500), secure: fc.boolean(), note: words }, part);

export const anyContact: fc.Arbitrary<Contact> = fc
  .record(
    {
      name: words,
      runBy: fc.constantFrom('state', 'social', 'local'),
      insee: fc.constantFrom('57463', '2A004', '97611', '98747'),
      zone: fc.constantFrom('Europe/Paris', 'Indian/Reunion', 'Pacific/Marquesas'),
      territory: words,
      extraHolidays: some(fc.record({ date: day, name: words })),
      counter: anySchedule,
      telephone: anySchedule,
      phones: some(
        fc.record(
          {
            number: phone,
            purpose: words,
            price: fc.constantFrom('free', 'normal', 'surcharged'),
            priceText: words,
            abroad: phone,
            directAgent: fc.boolean(),
          },
          { requiredKeys: ['number'] },
        ),
      ),
      accessiblePhone: fc.record(
        {
          provider: words,
          url,
          number: phone,
          modes: some(fc.constantFrom('lsf', 'lfpc', 'ttrp')),
          hours: anySchedule,
        },
        part,
      ),
      emails: some(fc.record({ address: email, purpose: words, answerIn: words }, { requiredKeys: ['address'] })),
      forms: some(fc.record({ url, purpose: words, answerIn: words }, { requiredKeys: ['url'] })),
      visitAddress: address,
      postalAddress: address,
      access: fc.record(
        {
          transport: some(
            fc.record(
              {
                mode: fc.constantFrom('bus', 'tram', 'metro', 'train', 'boat', 'other'),
                line: words,
                stop: words,
                walk: fc.nat(60),
              },
              { requiredKeys: ['stop'] },
            ),
          ),
          bikes: parking,
          scooters: parking,
          cars: parking,
          disabled: parking,
          entrance: words,
          wheelchair: fc.constantFrom('yes', 'on-request', 'no'),
          wheelchairNote: words,
        },
        part,
      ),
      appointment: fc.record({ url, phone, modes: some(fc.constantFrom('site', 'phone', 'video')), note: words }, part),
      onSiteHelp: words,
      languages: some(fc.constantFrom('fr', 'ar', 'pt-BR', 'fsl')),
      collects: some(fc.constantFrom('batteries', 'bulbs', 'devices')),
      urgent: fc.record({ text: words, phone, url }, { requiredKeys: ['text'] }),
      mediator: fc.record({ name: words, url, email, phone, address, note: words }, { requiredKeys: ['name'] }),
      website: url,
      directoryUrl: url,
      updated: fullDay,
    },
    { requiredKeys: ['name'] },
  )
  .map(asJson);

/** Where each value that is no object and no list lies in a JSON value. */
export function leaves(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, one]) =>
    leaves(one, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** The value with another one at a path. */
export function replaced(value: unknown, path: readonly (string | number)[], by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...(value as unknown[])]
    : { ...(value as object) };
  Reflect.set(copy, key, replaced(Reflect.get(copy, key), rest, by));
  return copy;
}
