/**
 * Our file of a contact card, strictly: what spplus-check holds a file against before it is published. Pages read the same file
 * with domain/contact-reader, which keeps what is sound. Fields that are not in the model are refused: most are misspelt.
 */
import * as z from 'zod/mini';
import { parseDay } from '@spplus/domain/civil-date';
import { LanguageTag, text } from './scalars.ts';

const words = text(2000);
const optional = z.exactOptional;
const list = <T extends z.core.SomeType>(item: T) => z.readonly(z.array(item).check(z.maxLength(2000)));
/** `expected` is told to whoever writes something else. */
const pattern = (regex: RegExp, expected: string) =>
  z.string().check(z.maxLength(2000), z.regex(regex, `Expected ${expected}`));

export const Url = pattern(/^https?:\/\/[^\s<>"\\]{1,1900}$/i, 'an address that starts with https://');
const PhoneNumber = pattern(/^[+\d][\d\s().-]+$/, 'a telephone number');
const EmailAddress = pattern(/^[^\s@<>"?&,;:\\]+@[\w.-]+\.\w+$/, 'an e-mail address');
const isTimeZone = (timeZone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('fr', { timeZone }));
  } catch {
    return false;
  }
};

/** An IANA zone that dates can be told in, e.g. `America/Martinique`. */
export const TimeZone = z
  .string()
  .check(z.refine(isTimeZone, 'Expected the IANA name of a time zone, e.g. Europe/Paris'));

export const FullDay = z
  .string()
  .check(z.refine((value) => parseDay(value) !== undefined, 'Expected a day that exists, YYYY-MM-DD'));
/** 29 February is a day of every year here: it comes back when the year has one. */
const Day = z
  .string()
  .check(
    z.refine(
      (value) => parseDay(value.length === 5 ? `2024-${value}` : value) !== undefined,
      'Expected a day that exists, YYYY-MM-DD or MM-DD',
    ),
  );
const Weekday = z.enum(['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']);
const HoursRange = pattern(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'hours, HH:MM-HH:MM');
const hours = list(HoursRange);
const days = list(Weekday);

const HoursRule = z.strictObject({
  days,
  hours,
  appointment: optional(z.boolean()),
  condition: optional(words),
  note: optional(words),
  nth: optional(
    list(z.int().check(z.refine((nth) => nth === -1 || (nth >= 1 && nth <= 5), 'Expected 1 to 5, or -1 for the last'))),
  ),
  weeks: optional(z.enum(['odd', 'even'])),
  from: optional(Day),
  to: optional(Day),
});
const Season = z.strictObject({ name: optional(words), from: Day, to: Day, week: list(HoursRule) });
const HoursException = z
  .strictObject({
    from: FullDay,
    to: optional(FullDay),
    hours: optional(hours),
    appointment: optional(z.boolean()),
    reason: optional(words),
  })
  .check(
    z.refine(({ from, to = from }) => from <= to, { path: ['to'], error: 'Expected a day that is not before `from`' }),
  );
const bands = list(z.strictObject({ days, hours }));

export const Schedule = z.strictObject({
  week: list(HoursRule),
  seasons: optional(list(Season)),
  exceptions: optional(list(HoursException)),
  holidays: optional(z.enum(['closed', 'as-usual'])),
  busy: optional(bands),
  quiet: optional(bands),
  condition: optional(words),
  note: optional(words),
});

const Phone = z.strictObject({
  number: PhoneNumber,
  purpose: optional(words),
  price: optional(z.enum(['free', 'normal', 'surcharged'])),
  priceText: optional(words),
  abroad: optional(PhoneNumber),
  directAgent: optional(z.boolean()),
});

const AccessiblePhone = z.strictObject({
  provider: optional(words),
  url: optional(Url),
  number: optional(PhoneNumber),
  modes: optional(list(z.enum(['lsf', 'lfpc', 'ttrp']))),
  hours: optional(Schedule),
});

const Address = z
  .strictObject({
    lines: list(words),
    postcode: optional(words),
    city: optional(words),
    country: optional(words),
    lat: optional(z.number().check(z.minimum(-90), z.maximum(90))),
    lon: optional(z.number().check(z.minimum(-180), z.maximum(180))),
  })
  .check(
    z.refine(({ lat, lon }) => (lat === undefined) === (lon === undefined), {
      path: ['lat'],
      error: 'Expected both `lat` and `lon`, or neither',
    }),
  );

const TransportStop = z.strictObject({
  mode: optional(z.enum(['bus', 'tram', 'metro', 'train', 'boat', 'other'])),
  line: optional(words),
  stop: words,
  walk: optional(z.number().check(z.minimum(0), z.maximum(240))),
});
const Parking = z.strictObject({
  places: optional(z.number().check(z.minimum(0), z.maximum(1e6))),
  secure: optional(z.boolean()),
  note: optional(words),
});
const Access = z.strictObject({
  transport: optional(list(TransportStop)),
  bikes: optional(Parking),
  scooters: optional(Parking),
  cars: optional(Parking),
  disabled: optional(Parking),
  entrance: optional(words),
  wheelchair: optional(z.enum(['yes', 'on-request', 'no'])),
  wheelchairNote: optional(words),
});

export const Contact = z.strictObject({
  name: words,
  runBy: optional(z.enum(['state', 'social', 'local'])),
  insee: optional(pattern(/^\d[\dAB]\d{3}$/, 'the INSEE code of a commune, e.g. 57463')),
  zone: optional(TimeZone),
  territory: optional(words),
  extraHolidays: optional(list(z.strictObject({ date: Day, name: words }))),
  counter: optional(Schedule),
  telephone: optional(Schedule),
  phones: optional(list(Phone)),
  accessiblePhone: optional(AccessiblePhone),
  emails: optional(
    list(z.strictObject({ address: EmailAddress, purpose: optional(words), answerIn: optional(words) })),
  ),
  forms: optional(list(z.strictObject({ url: Url, purpose: optional(words), answerIn: optional(words) }))),
  visitAddress: optional(Address),
  postalAddress: optional(Address),
  access: optional(Access),
  appointment: optional(
    z.strictObject({
      url: optional(Url),
      phone: optional(PhoneNumber),
      modes: optional(list(z.enum(['site', 'phone', 'video']))),
      note: optional(words),
    }),
  ),
  onSiteHelp: optional(words),
  languages: optional(list(LanguageTag)),
  collects: optional(list(z.enum(['batteries', 'bulbs', 'devices']))),
  urgent: optional(z.strictObject({ text: words, phone: optional(PhoneNumber), url: optional(Url) })),
  mediator: optional(
    z.strictObject({
      name: words,
      url: optional(Url),
      email: optional(EmailAddress),
      phone: optional(PhoneNumber),
      address: optional(Address),
      note: optional(words),
    }),
  ),
  website: optional(Url),
  directoryUrl: optional(Url),
  updated: optional(FullDay),
});
export type Contact = z.infer<typeof Contact>;
