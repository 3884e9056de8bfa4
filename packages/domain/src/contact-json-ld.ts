/**
 * A contact as linked data for search engines (schema.org, in JSON-LD): GovernmentOffice, with opening hours, the exceptions and
 * public holidays of the weeks to come, and a ContactPoint for each way to reach it. What is not sure is left out: hours under
 * a condition or by appointment are not opening hours, and unknown hours are not closed ones.
 */
export { scriptJson as jsonLdText } from './script-json.ts';
import { isoDay } from './civil-date.ts';
import type { Address, Contact, Weekday } from './contact.ts';
import { weekdays } from './hours-rule.ts';
import { openingHours, type DayHours } from './opening-hours.ts';
import { dialled } from './phone-number.ts';

type Node = Record<string, unknown>;

const dayNames: Readonly<Record<Weekday, string>> = {
  mo: 'Monday',
  tu: 'Tuesday',
  we: 'Wednesday',
  th: 'Thursday',
  fr: 'Friday',
  sa: 'Saturday',
  su: 'Sunday',
};

/** Days described one by one from today on: past them, engines come back. */
const horizon = 60;

/** `08:30`; minutes past midnight are those of the next day, as schema.org reads a closing before its opening. */
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Hours at which anyone is received, for sure. */
const sure = ({ ranges }: DayHours) =>
  ranges
    .filter(({ mode }) => mode === 'open')
    // A whole day is written up to its last minute: 00:00 to 00:00 means closed.
    .map(({ from, to }) => ({ opens: clock(from), closes: to === 1440 ? '23:59' : clock(to) }));

const closedDay = [{ opens: '00:00', closes: '00:00' }];

/**
 * The usual hours of the seven days from today, then each day within the horizon on which they differ. A day of which nothing is
 * known is in neither.
 */
function hoursOf(contact: Contact, now: number): { usual: Node[]; special: Node[] } {
  if (!contact.counter) return { usual: [], special: [] };
  const hours = openingHours(contact.counter, contact);
  const today = hours.today(now);
  // Rules that hold in some weeks only are told by their dates.
  const everyWeek = contact.counter.week.filter(({ nth, weeks, from }) => !nth && !weeks && !from);
  const plain = openingHours({ ...contact.counter, week: everyWeek }, contact);
  const week = new Map(weekdays.map((_, ahead) => [(today + ahead) % 7, plain.usuallyOn(today + ahead)]));
  const usual = [...week.values()].flatMap((day) =>
    sure(day).map((range) => ({
      '@type': 'OpeningHoursSpecification',
      // Day 4 of 1970 was a Monday.
      dayOfWeek: dayNames[weekdays[(day.day + 3) % 7] ?? 'mo'],
      ...range,
    })),
  );
  const special: Node[] = [];
  for (let day = today; day < today + horizon; day++) {
    const found = hours.on(day);
    const usually = week.get(day % 7);
    if (found.unknown || !usually || JSON.stringify(sure(found)) === JSON.stringify(sure(usually))) continue;
    const unsure = found.ranges.some(({ mode }) => mode !== 'open');
    const ranges = sure(found).length || unsure ? sure(found) : closedDay;
    const date = isoDay(day);
    special.push(
      ...ranges.map((range) => ({
        '@type': 'OpeningHoursSpecification',
        validFrom: date,
        validThrough: date,
        ...range,
      })),
    );
  }
  return { usual, special };
}

const postal = ({ lines, postcode, city, country }: Address): Node => ({
  '@type': 'PostalAddress',
  streetAddress: lines.join(', '),
  postalCode: postcode,
  addressLocality: city,
  addressCountry: country ?? 'FR',
});

function contactPoints({ insee, phones = [], emails = [], forms = [], accessiblePhone }: Contact): Node[] {
  const point = (contactType: string | undefined, more: Node): Node => ({
    '@type': 'ContactPoint',
    contactType,
    ...more,
  });
  return [
    ...phones.flatMap(({ number, purpose }) => {
      const telephone = dialled(number, insee);
      return telephone ? [point(purpose, { telephone })] : [];
    }),
    ...emails.map(({ address, purpose }) => point(purpose, { email: address })),
    ...forms.map(({ url, purpose }) => point(purpose, { url })),
    ...(accessiblePhone?.url || accessiblePhone?.number
      ? [
          point('Accueil téléphonique accessible', {
            url: accessiblePhone.url,
            telephone: accessiblePhone.number && dialled(accessiblePhone.number, insee),
            contactOption: 'https://schema.org/HearingImpairedSupported',
          }),
        ]
      : []),
  ];
}

/** Members without a value, and lists without an item, say nothing: JSON drops the first, this the second. */
const some = (list: Node[]): Node[] | undefined => (list.length ? list : undefined);

/** One contact as a schema.org node; `now` in milliseconds since 1970. */
export function contactJsonLd(contact: Contact, now: number): object {
  const { name, website, visitAddress, postalAddress, access, languages, directoryUrl } = contact;
  const address = visitAddress ?? postalAddress;
  const { lat, lon } = visitAddress ?? {};
  const { usual, special } = hoursOf(contact, now);
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOffice',
    name,
    url: website,
    sameAs: directoryUrl,
    address: address && postal(address),
    geo: lat === undefined ? undefined : { '@type': 'GeoCoordinates', latitude: lat, longitude: lon },
    openingHoursSpecification: some(usual),
    specialOpeningHoursSpecification: some(special),
    contactPoint: some(contactPoints(contact)),
    knowsLanguage: languages,
    amenityFeature:
      access?.wheelchair === 'yes'
        ? { '@type': 'LocationFeatureSpecification', name: 'Accessible en fauteuil roulant', value: true }
        : undefined,
  };
}
