/**
 * The linter of a contact: what the law or the programme Services Publics+ asks of it and does not find. It runs in the
 * command `spplus-check`, and in the console of whoever puts the card on a page.
 */
import { accessibleShortfalls } from './accessible-hours.ts';
import { isoDay } from './civil-date.ts';
import type { Contact, Schedule } from './contact.ts';
import { collect, hourText, type Finding, type Tell } from './contact-finding.ts';
import type { Territory } from './french-territory.ts';
import { officeTime } from './office-time.ts';
import { checkNumbers } from './phone-check.ts';

export type { Finding } from './contact-finding.ts';

const msPerDay = 864e5;
const relayDuty = Date.UTC(2026, 9, 1);

/**
 * What a team should mend in a contact, errors and warnings as they come in the file. Never throws on a contact whose fields
 * have the types of the model; what a file holds beyond them is for contact-reader or the strict schema to say.
 *
 * @param options.now Milliseconds since 1970: the age of the record, and the year over which hours are compared.
 */
export function checkContact(contact: Contact, { now }: { now: number }): Finding[] {
  const { findings, tell } = collect();
  checkPlace(contact, tell);
  checkNumbers(contact, tell);
  checkPurposes(contact, tell);
  checkConditions(contact, tell);
  checkAccessiblePhone(contact, now, tell);
  checkCommitments(contact, tell);
  checkAge(contact, now, tell);
  return findings;
}

/** The names that `territory` may have. */
const territories: Readonly<Record<Territory, true>> = {
  metropole: true,
  'alsace-moselle': true,
  guadeloupe: true,
  guyane: true,
  'la-reunion': true,
  martinique: true,
  mayotte: true,
  'nouvelle-caledonie': true,
  'polynesie-francaise': true,
  'saint-barthelemy': true,
  'saint-martin': true,
  'saint-pierre-et-miquelon': true,
  'wallis-et-futuna': true,
};

function checkPlace({ insee, zone, territory, counter, telephone }: Contact, tell: Tell): void {
  const error = (field: string, rule: string, message: string) => tell(field, rule, message, 'error');
  if (zone !== undefined && !isZone(zone))
    error(
      'zone',
      'unknown-zone',
      `« ${zone} » n’est pas un fuseau horaire connu. Écrivez son nom IANA, par exemple Europe/Paris ou Indian/Reunion, ou retirez zone et donnez insee.`,
    );
  if (territory !== undefined && !Object.hasOwn(territories, territory))
    error(
      'territory',
      'unknown-territory',
      `« ${territory} » n’a pas de liste de jours fériés. Écrivez l’un de ces noms : ${Object.keys(territories).join(', ')} ; ou retirez territory et donnez insee.`,
    );
  if ((counter ?? telephone) && !insee && !(zone && territory))
    tell(
      'insee',
      'place-missing',
      'On ne sait pas où est le service : ses horaires sont lus à l’heure de Paris, avec les jours fériés de métropole. Donnez insee, le code INSEE de la commune.',
    );
}

function isZone(zone: string): boolean {
  try {
    return Boolean(officeTime(zone));
  } catch {
    return false;
  }
}

/** Commitment 2: numbers and e-mail addresses « et leurs finalités respectives ». */
function checkPurposes({ phones = [], emails = [], forms = [] }: Contact, tell: Tell): void {
  const ask = (list: readonly { purpose?: string }[], field: string, nameOf: (index: number) => string | undefined) =>
    list.forEach(({ purpose }, index) => {
      if (!purpose)
        tell(
          `${field}[${index}].purpose`,
          'purpose-missing',
          `Dites à quoi sert ${nameOf(index) ?? ''}, avec les mots de l’usager, par exemple « État civil » (engagement 2).`,
        );
    });
  ask(phones, 'phones', (index) => phones[index]?.number);
  ask(emails, 'emails', (index) => emails[index]?.address);
  ask(forms, 'forms', (index) => forms[index]?.url);
}

/** How words that change the hours are written as a rule. */
const asRules: readonly [words: RegExp, rule: string][] = [
  [/(?<!sans )(rendez|rdv)/i, 'sur rendez-vous : "appointment": true'],
  [/\d ?(er|e|ème)\b|premier|dernier|deuxi|troisi|quatri/i, '1er et 3e du mois : "nth": [1, 3], dernier : [-1]'],
  [/paire|semaine|quinz/i, 'semaines paires : "weeks": "even", impaires : "odd"'],
  [
    /vacances|juil|ao[uû]t|été\b|estiva|hiver/i,
    'une saison : dans seasons, avec ses dates "from": "07-01" et "to": "08-31"',
  ],
  [/ferm|exception|pont\b/i, 'une fermeture datée : dans exceptions, avec "from", "to" et "reason"'],
  [/f[ée]ri[ée]/i, 'ouvert les jours fériés : "holidays": "as-usual"'],
  [/t[ée]l[ée]phon|appel/i, 'les heures du téléphone : dans telephone'],
];

function checkConditions({ counter, telephone, accessiblePhone }: Contact, tell: Tell): void {
  const check = (field: string, schedule: Schedule | undefined) => {
    const told = new Set<string>();
    const check = (at: string, condition: string | undefined) => {
      // The importer repeats words about the whole week on each of its rules.
      if (!condition || told.has(condition)) return;
      told.add(condition);
      const rules = asRules.filter(([words]) => words.test(condition)).map(([, rule]) => rule);
      tell(
        `${at}.condition`,
        'conditional-hours',
        `« ${condition} » ne se calcule pas : la carte affiche « sous conditions » au lieu d’« ouvert ». Dans le fichier de contact, écrivez ces horaires comme des règles${rules.length ? ` (${rules.join(' ; ')})` : ''}, ou mettez ces mots dans note s’ils ne changent pas l’ouverture.`,
      );
    };
    if (!schedule) return;
    check(field, schedule.condition);
    schedule.week.forEach(({ condition }, index) => check(`${field}.week[${index}]`, condition));
    schedule.seasons?.forEach(({ week }, season) =>
      week.forEach(({ condition }, index) => check(`${field}.seasons[${season}].week[${index}]`, condition)),
    );
  };
  check('counter', counter);
  check('telephone', telephone);
  check('accessiblePhone.hours', accessiblePhone?.hours);
}

function checkAccessiblePhone(contact: Contact, now: number, tell: Tell): void {
  const { phones = [], accessiblePhone } = contact;
  if (phones.length && !accessiblePhone) {
    tell(
      'accessiblePhone',
      'accessible-phone-missing',
      'L’accueil téléphonique doit être accessible aux personnes sourdes, malentendantes, sourdaveugles et aphasiques (loi 2005-102, art. 78). Donnez le service de relais : provider, url, modes.',
    );
  }
  const short = accessibleShortfalls(contact, now);
  const [first] = short;
  if (!first) return;
  const isDue = now >= relayDuty;
  const day = new Intl.DateTimeFormat('fr', { dateStyle: 'full', timeZone: 'UTC' }).format(first.day * msPerDay);
  tell(
    'accessiblePhone.hours',
    'accessible-hours-narrower',
    `Le relais téléphonique répond moins longtemps que le téléphone : ${short.length} jour${short.length > 1 ? 's' : ''} sur un an, d’abord ${day} de ${hourText(first.from)} à ${hourText(first.to)}. ${
      isDue ? 'Depuis le' : 'À partir du'
    } 1er octobre 2026, les horaires doivent être les mêmes (décret 2017-875, art. 2). Étendez ceux du relais, puis retirez hours.`,
    isDue ? 'error' : 'warning',
  );
}

/** What commitments 2 and 8 ask to publish. An empty list says « none » and is an answer. */
function checkCommitments(contact: Contact, tell: Tell): void {
  const { runBy, counter, telephone, phones, visitAddress, access = {}, mediator, directoryUrl } = contact;
  const ask = (field: string, rule: string, message: string) => tell(field, rule, `${message} (engagement 2).`);
  if (!counter && !telephone) ask('counter', 'hours-missing', 'Donnez les horaires d’ouverture');
  else if (phones?.length && !telephone)
    ask('telephone', 'telephone-hours-missing', 'Donnez les horaires de l’accueil téléphonique');
  for (const [field, schedule] of Object.entries({ counter, telephone })) {
    if (schedule && !schedule.busy)
      ask(`${field}.busy`, 'busy-hours-missing', 'Donnez les heures d’affluence, ou une liste vide s’il n’y en a pas');
    if (schedule && !schedule.quiet)
      ask(`${field}.quiet`, 'quiet-hours-missing', 'Donnez les heures creuses, ou une liste vide s’il n’y en a pas');
  }
  if (counter && !visitAddress) ask('visitAddress', 'address-missing', 'Donnez l’adresse du lieu d’accueil');
  if (visitAddress && !access.transport)
    ask(
      'access.transport',
      'way-to-come-missing',
      'Dites comment venir : lignes et arrêts des transports en commun, ou une liste vide s’il n’y en a pas',
    );
  if (visitAddress && !access.bikes)
    tell(
      'access.bikes',
      'bike-parking-missing',
      'Dites où garer son vélo ou sa trottinette, et si c’est sécurisé (engagement 8).',
    );
  // Social bodies all have one (law 2018-727, art. 34 and 35); the others say it « lorsque cela est pertinent ».
  if (runBy === 'social' && !mediator) ask('mediator', 'mediator-missing', 'Donnez les coordonnées du médiateur');
  if (!directoryUrl)
    ask('directoryUrl', 'directory-link-missing', 'Donnez l’adresse de votre page dans l’annuaire de service-public');
}

function checkAge({ updated }: Contact, now: number, tell: Tell): void {
  const yearAgo = new Date(now);
  yearAgo.setUTCFullYear(yearAgo.getUTCFullYear() - 1);
  // Somewhere on Earth it is already tomorrow.
  const latest = isoDay(Math.floor(now / msPerDay) + 1);
  const mend = 'Vérifiez la fiche, puis mettez dans updated la date du jour, par exemple';
  const example = isoDay(Math.floor(now / msPerDay));
  if (!updated) tell('updated', 'no-date', `On ne sait pas quand cette fiche a été vérifiée. ${mend} ${example}.`);
  else if (updated > latest)
    tell('updated', 'date-in-future', `${updated} n’est pas encore arrivé. ${mend} ${example}.`);
  else if (updated < yearAgo.toISOString().slice(0, 10))
    tell('updated', 'stale', `Cette fiche n’a pas été vérifiée depuis plus d’un an (${updated}). ${mend} ${example}.`);
}
