/**
 * Reads our own contact file without trusting it: keeps what is sound, drops and reports what is not. It runs in pages, so the
 * shape is a table of small readers and nothing else; the strict schema of the same shape is contract/contact.
 */
import type {
  AccessiblePhone,
  Address,
  Appointment,
  Band,
  Contact,
  ContactFault,
  Email,
  HoursException,
  HoursRule,
  Mediator,
  Parking,
  Phone,
  Schedule,
  Season,
  TransportStop,
  WebForm,
} from './contact.ts';
import { flag, list, many, number, object, oneOf, text, when, type Reader, type Shape } from './field-readers.ts';

/** Was something dropped that tells when a place is open, since the list of faults had this length? */
const isBroken = (faults: readonly ContactFault[], since: number): boolean =>
  faults.slice(since).some(({ why, field }) => why !== 'too-long' && !/\.(busy|quiet|note)\b/.test(field));

/** A list of objects without those of which a part could not be read: half of a rule about hours would say something else. */
const whole = <T extends object>(shape: Shape<T>, required: number): Reader<T[]> => {
  const item = object(shape, required);
  return list((value, field, faults) => {
    const since = faults.length;
    const read = item(value, field, faults);
    return isBroken(faults, since) ? undefined : read;
  });
};

const words = text();
const url = text(/^https?:\/\/[^\s<>"\\]{1,1900}$/i);
const phone = text(/^[+\d][\d\s().-]+$/);
const email = text(/^[^\s@<>"?&,;:\\]+@[\w.-]+\.\w+$/);
const fullDay = text(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const day = text(/^(\d{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const days = list(oneOf<Band['days'][number]>('mo|tu|we|th|fr|sa|su'));
const hours = list(text(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/));
const zone = when<string>((value) => {
  try {
    return !!new Intl.DateTimeFormat('fr', { timeZone: value as string });
  } catch {
    return false;
  }
});

const bands = whole<Band>({ days, hours }, 2);
const week = whole<HoursRule>(
  {
    days,
    hours,
    appointment: flag,
    condition: words,
    note: words,
    nth: list(when((value) => [-1, 1, 2, 3, 4, 5].includes(value as number))),
    weeks: oneOf('odd|even'),
    from: day,
    to: day,
  },
  2,
);
const scheduleFields = object<Omit<Schedule, 'incomplete'>>(
  {
    week,
    seasons: whole<Season>({ from: day, to: day, week, name: words }, 3),
    exceptions: whole<HoursException>({ from: fullDay, to: fullDay, hours, appointment: flag, reason: words }, 1),
    holidays: oneOf('closed|as-usual'),
    busy: bands,
    quiet: bands,
    condition: words,
    note: words,
  },
  1,
);

/**
 * Hours of which a part could not be read are shown, but never as certain, and the rest is not known; so are those of which
 * nothing could be read.
 */
const schedule: Reader<Schedule> = (value, field, faults) => {
  const since = faults.length;
  const read: Schedule = scheduleFields(value, field, faults) ?? { week: [] };
  if (isBroken(faults, since)) {
    read.incomplete = true;
    read.condition = `${read.condition ?? ''} Une partie des horaires n’a pas pu être lue.`.trim();
  }
  return read;
};

const addressFields = object<Address>(
  { lines: list(words), postcode: words, city: words, country: words, lat: number(-90, 90), lon: number(-180, 180) },
  1,
);
const address: Reader<Address> = (value, field, faults) => {
  const read = addressFields(value, field, faults);
  // One coordinate without the other is of no use.
  if (read && (read.lat === undefined || read.lon === undefined)) {
    delete read.lat;
    delete read.lon;
  }
  return read;
};

const parking = object<Parking>({ places: number(0, 1e6), secure: flag, note: words });

const contact = object<Contact>(
  {
    name: (value, field, faults) => words(value, field, faults) ?? '',
    runBy: oneOf('state|social|local'),
    insee: text(/^\d[\dAB]\d{3}$/),
    zone,
    territory: words,
    extraHolidays: many({ date: day, name: words }, 2),
    counter: schedule,
    telephone: schedule,
    phones: many<Phone>(
      {
        number: phone,
        purpose: words,
        price: oneOf('free|normal|surcharged'),
        priceText: words,
        abroad: phone,
        directAgent: flag,
      },
      1,
    ),
    accessiblePhone: object<AccessiblePhone>({
      provider: words,
      url,
      number: phone,
      modes: list(oneOf('lsf|lfpc|ttrp')),
      hours: schedule,
    }),
    emails: many<Email>({ address: email, purpose: words, answerIn: words }, 1),
    forms: many<WebForm>({ url, purpose: words, answerIn: words }, 1),
    visitAddress: address,
    postalAddress: address,
    access: object<NonNullable<Contact['access']>>({
      transport: many<TransportStop>(
        { stop: words, line: words, mode: oneOf('bus|tram|metro|train|boat|other'), walk: number(0, 240) },
        1,
      ),
      bikes: parking,
      scooters: parking,
      cars: parking,
      disabled: parking,
      entrance: words,
      wheelchair: oneOf('yes|on-request|no'),
      wheelchairNote: words,
    }),
    appointment: object<Appointment>({ url, phone, modes: list(oneOf('site|phone|video')), note: words }),
    onSiteHelp: words,
    languages: list(text(/^[a-z]{2,3}(-[a-z\d]{2,8})*$/i)),
    collects: list(oneOf('batteries|bulbs|devices')),
    urgent: object<NonNullable<Contact['urgent']>>({ text: words, phone, url }, 1),
    mediator: object<Mediator>({ name: words, url, email, phone, address, note: words }, 1),
    website: url,
    directoryUrl: url,
    updated: fullDay,
  },
  1,
);

/**
 * The places of a file that holds one contact, a list of them, or `{ places: [...] }`. Never throws on what JSON.parse gives.
 *
 * @param value JSON as parsed.
 */
export function readPlaces(value: unknown): { places: Contact[]; faults: ContactFault[] } {
  const faults: ContactFault[] = [];
  const { places: inside } = Object(value) as { places?: unknown };
  const several = inside ?? (Array.isArray(value) && value);
  if (several) return { places: list(contact)(several, inside ? 'places' : '', faults) ?? [], faults };
  const one = contact(value, '', faults);
  return { places: one ? [one] : [], faults };
}

/**
 * One contact, the first where a file holds several. Undefined when the value holds none; `name` is empty when it could not
 * be read.
 *
 * @param value JSON as parsed.
 */
export function readContact(value: unknown): { contact: Contact | undefined; faults: ContactFault[] } {
  const { places, faults } = readPlaces(value);
  return { contact: places[0], faults };
}
