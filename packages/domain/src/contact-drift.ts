/**
 * Where our file and the record of the public directory tell people different things: commitment 2 asks that the same
 * information be kept up to date on all channels. What only one of both says is no difference.
 */
import { weekdayIndex } from './civil-date.ts';
import type { Address, Contact, Schedule } from './contact.ts';
import { collect, hourText, type Finding, type Tell } from './contact-finding.ts';
import { fold } from './folding.ts';
import { openingHours, type DayHours } from './opening-hours.ts';
import { dialled, readableNumber } from './phone-number.ts';

/**
 * Hours, telephone numbers, e-mails and addresses that differ; fields are those of our file. Usual hours are compared day by
 * day over a year, but for the days that one of both does not know for sure, and for our seasons: the directory has no place
 * for them.
 *
 * @param options.now Milliseconds since 1970: the start of the year.
 */
export function checkDrift(ours: Partial<Contact>, annuaire: Contact, { now }: { now: number }): Finding[] {
  const { findings, tell } = collect();
  const place = { ...annuaire, ...ours };
  compareHours('counter', ours.counter, annuaire.counter, place, now, tell);
  compareHours('telephone', ours.telephone, annuaire.telephone, place, now, tell);
  const numberOf = ({ number }: { number: string }) => dialled(number, place.insee) ?? number;
  const readable = (number: string) => readableNumber(number, place.insee);
  compareLists('phones', 'number', ours.phones, annuaire.phones, numberOf, readable, tell);
  const addressOf = ({ address }: { address: string }) => address.toLowerCase();
  compareLists('emails', 'address', ours.emails, annuaire.emails, addressOf, (address) => address, tell);
  for (const field of ['visitAddress', 'postalAddress'] as const) {
    const [here, there] = [ours[field], annuaire[field]];
    if (here && there && !isSamePlace(here, there))
      tell(field, 'drift', `Ici « ${written(here)} », dans l’annuaire « ${written(there)} ». ${mend}`);
  }
  return findings;
}

const mend = 'Vérifiez, puis corrigez celui des deux qui se trompe.';
const dayNames = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

function compareHours(
  field: string,
  ours: Schedule | undefined,
  theirs: Schedule | undefined,
  place: Contact,
  now: number,
  tell: Tell,
): void {
  if (!ours || !theirs) return;
  const [here, there] = [openingHours(ours, place), openingHours(theirs, place)];
  const told = new Map<number, string>();
  const first = here.today(now);
  for (let day = first; day < first + 365; day++) {
    const [one, other] = [here.usuallyOn(day), there.usuallyOn(day)];
    const weekday = weekdayIndex(day);
    if (told.has(weekday) || one.season || !isSure(one) || !isSure(other)) continue;
    const [mine, shown] = [hoursOf(one), hoursOf(other)];
    if (mine !== shown) told.set(weekday, `${dayNames[weekday] ?? ''} ${mine} ici, ${shown} dans l’annuaire`);
  }
  const days = [...told].sort(([a], [b]) => a - b).map(([, words]) => words);
  if (days.length) tell(field, 'drift', `Horaires différents : ${days.join(' ; ')}. ${mend}`);
}

const isSure = ({ unknown, ranges }: DayHours): boolean =>
  !unknown && ranges.every(({ mode }) => mode !== 'conditional');

const hoursOf = ({ ranges }: DayHours): string =>
  ranges
    .map(({ from, to, mode }) => `${hourText(from)}-${hourText(to)}${mode === 'appointment' ? ' sur rendez-vous' : ''}`)
    .join(', ') || 'fermé';

function compareLists<T>(
  field: string,
  key: string,
  ours: readonly T[] | undefined,
  theirs: readonly T[] | undefined,
  sameAs: (one: T) => string,
  shown: (one: string) => string,
  tell: Tell,
): void {
  if (!ours || !theirs) return;
  const [here, there] = [ours.map(sameAs), theirs.map(sameAs)];
  here.forEach((one, index) => {
    if (!there.includes(one))
      tell(`${field}[${index}].${key}`, 'drift', `${shown(one)} n’est pas dans l’annuaire. ${mend}`);
  });
  for (const one of new Set(there))
    if (!here.includes(one)) tell(field, 'drift', `L’annuaire donne aussi ${shown(one)}. ${mend}`);
}

const written = ({ lines, postcode = '', city = '' }: Address): string =>
  [...lines, `${postcode} ${city}`.trim()].filter(Boolean).join(', ');

/** One may say more than the other, such as the name of the building; neither may say something else. */
function isSamePlace(one: Address, other: Address): boolean {
  const [few = [], many = []] = [one, other]
    .map((address): readonly string[] => fold(written(address)).match(/[a-z0-9]+/g) ?? [])
    .sort((a, b) => a.length - b.length);
  return few.every((word) => many.includes(word));
}
