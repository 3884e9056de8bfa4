/**
 * A record of the public directory seen by its own team: what its import mended or lost, and the rules of a contact, with the
 * names of the record’s columns.
 */
import { unreadable } from '@spplus/domain/annuaire-hours';
import { entriesOf, textOf, type Row } from '@spplus/domain/annuaire-record';
import type { Contact, ContactFault } from '@spplus/domain/contact';
import type { Finding } from '@spplus/domain/contact-check';
import { dialled, splitNumbers } from '@spplus/domain/phone-number';

/** The columns of a record that the fields of a contact come from. */
const columns: Readonly<Record<string, string>> = {
  name: 'nom',
  insee: 'code_insee_commune',
  counter: 'plage_ouverture',
  telephone: 'plage_ouverture',
  phones: 'telephone',
  accessiblePhone: 'telephone_accessible',
  emails: 'adresse_courriel',
  forms: 'formulaire_contact',
  visitAddress: 'adresse',
  postalAddress: 'adresse',
  website: 'site_internet',
  directoryUrl: 'url_service_public',
  updated: 'date_modification',
};

const firstName = (path: string): string => path.split(/[.[]/)[0] ?? '';

/** The main field of a contact that a path in the record feeds. */
export const fieldFrom = (path: string): string =>
  Object.keys(columns).find((field) => columns[field] === firstName(path)) ?? '';

/** Does a merged contact have this field from the record? */
export const isTakenFrom = (path: string, record: Contact, ours: Contact): boolean =>
  firstName(path) in record && !(firstName(path) in ours);

/** Rules about what the directory has no column for, or fills by itself: they are asked of our own file. */
const elsewhere = /^(telephone-hours|busy-hours|quiet-hours|way-to-come|bike-parking|mediator|directory-link)-missing$/;

/** Can what this finding asks be written in a record? E-mails and forms stand there without any words. */
export const isForRecord = ({ rule, field }: Finding): boolean =>
  !elsewhere.test(rule) && (rule !== 'purpose-missing' || firstName(field) === 'phones');

/** Findings of a contact and faults of its import, as the columns of the record it was read from. */
export function inColumns(
  judged: readonly Finding[],
  faults: readonly ContactFault[],
  contact: Contact,
  record: Row,
): Finding[] {
  const translated = judged
    // The importer's own words, beside the fault that says what it could not read.
    .filter(({ rule, message }) => rule !== 'conditional-hours' || !message.includes(unreadable))
    .map((finding) => translate(finding, contact, record, faults));
  const isSaid = (fault: ContactFault) =>
    fault.why === 'price-not-said' || judged.some((finding) => isSameComment(fault, finding));
  return [...faults.filter((fault) => !isSaid(fault)).map(explain), ...translated];
}

/** What to do where the record is mended otherwise than our file. */
const instead: Readonly<Record<string, string>> = {
  'price-missing':
    'Un numéro court ne dit pas son prix. Écrivez-le dans la description, par exemple « Service gratuit + prix d’un appel ».',
  'purpose-missing': 'Dites dans la description à quoi sert ce numéro, par exemple « État civil » (engagement 2).',
  'accessible-phone-missing':
    'L’accueil téléphonique doit être accessible aux personnes sourdes, malentendantes, sourdaveugles et aphasiques (loi 2005-102, art. 78). Donnez l’adresse du service de relais et ses modes.',
  stale:
    'Cette fiche n’a pas été modifiée depuis plus d’un an. Vérifiez-la, puis enregistrez-la de nouveau dans l’annuaire.',
  'no-date': 'On ne sait pas quand cette fiche a été modifiée. Vérifiez-la, puis enregistrez-la dans l’annuaire.',
};

function translate(finding: Finding, contact: Contact, record: Row, faults: readonly ContactFault[]): Finding {
  const message = instead[finding.rule] ?? finding.message;
  return { ...finding, field: columnOf(finding, contact, record, faults), message };
}

function columnOf(finding: Finding, contact: Contact, record: Row, faults: readonly ContactFault[]): string {
  const { rule, field } = finding;
  if (rule === 'conditional-hours')
    return faults.find((fault) => isSameComment(fault, finding))?.field ?? 'commentaire_plage_ouverture';
  const name = firstName(field);
  if (name !== 'phones') return columns[name] ?? name;
  return `telephone${entryOf(field, contact, record)}.${/-missing$/.test(rule) ? 'description' : 'valeur'}`;
}

/** `[1]` of the entry that a telephone comes from: an entry may hold several numbers. */
function entryOf(field: string, { phones = [], insee }: Contact, record: Row): string {
  const number = phones[Number(/\d+/.exec(field)?.[0])]?.number ?? '';
  const wanted = dialled(number, insee) ?? number;
  const index = entriesOf(record['telephone'], '', () => undefined).findIndex(({ valeur }) =>
    splitNumbers(textOf(valeur)).some((one) => (dialled(one, insee) ?? one) === wanted),
  );
  return index < 0 ? '' : `[${index}]`;
}

const isSameComment = ({ why, value }: ContactFault, { rule, message }: Finding): boolean =>
  why === 'comment-not-understood' && rule === 'conditional-hours' && message.includes(value);

/** What happened to a value, and what to write; `error` where the card goes without it. */
const explanations: Readonly<Record<string, readonly [level: Finding['level'], words: string]>> = {
  missing: ['error', 'manque. Remplissez-le.'],
  'not-a-record': ['error', 'n’est pas une fiche de l’annuaire.'],
  'broken-json': ['error', 'n’est pas du JSON lisible. Exportez la fiche de nouveau.'],
  unreadable: ['error', 'ne se lit pas. Saisissez les horaires de nouveau.'],
  'unknown-day': ['error', 'n’est pas un jour de la semaine. Choisissez de lundi à dimanche.'],
  'unreadable-time': ['error', 'n’est pas une heure. Écrivez HH:MM:SS, par exemple 09:00:00.'],
  'half-range': ['error', 'n’a que le début ou que la fin. Complétez, ou videz les deux.'],
  'end-before-start': ['error', 'finit avant de commencer. Corrigez l’une des deux heures.'],
  'zero-length': ['error', 'commence et finit à la même heure. Corrigez, ou videz les deux.'],
  'no-hours': ['warning', 'n’a ni heures ni commentaire. Complétez la ligne, ou retirez-la.'],
  overlap: ['warning', 'chevauche une autre ligne du même jour. Gardez-en une.'],
  'week-crossing': ['warning', 'vient avant le premier jour de la ligne. Faites deux lignes.'],
  'stray-quote': ['warning', 'porte un guillemet de trop. Retirez-le.'],
  'unusual-time': ['warning', 'n’a pas la forme HH:MM:SS. Écrivez par exemple 09:00:00.'],
  'comment-not-understood': [
    'warning',
    'ne se calcule pas. Donnez ces horaires comme des règles dans le fichier de contact.',
  ],
  'not-a-phone-number': ['error', 'n’est pas un numéro de téléphone. Corrigez-le.'],
  'no-number': ['error', 'décrit un téléphone sans numéro. Ajoutez le numéro.'],
  'several-numbers': ['warning', 'contient plusieurs numéros. Faites une entrée pour chacun.'],
  'former-number': ['warning', 'est un ancien numéro, ou il lui manque son indicatif. Écrivez celui d’aujourd’hui.'],
  'wrong-country-code': ['warning', 'n’a pas l’indicatif de son territoire. Remplacez +33.'],
  'not-an-email': ['error', 'n’est pas une adresse e-mail. Corrigez-la.'],
  'text-around-email': ['warning', 'contient autre chose qu’une adresse e-mail. Gardez l’adresse seule.'],
  'web-address-as-email': ['warning', 'est une page web. Mettez-la dans formulaire_contact.'],
  'not-a-web-address': ['error', 'n’est pas l’adresse d’une page web. Écrivez-la en entier, avec https://.'],
  'no-scheme': ['warning', 'n’est pas une adresse complète. Ajoutez https:// au début.'],
  'stray-spaces': ['warning', 'porte des espaces de trop. Retirez-les.'],
  'not-a-date': ['error', 'n’est pas une date. Écrivez JJ/MM/AAAA.'],
  'not-a-postcode': ['warning', 'n’est pas un code postal. Écrivez cinq chiffres.'],
  'swapped-postcode': ['warning', 'a pris la place de la commune. Échangez les deux.'],
  'cedex-in-visit-address': [
    'warning',
    'ne sert qu’au courrier. Donnez l’adresse du lieu, et mettez celle-ci dans une adresse postale.',
  ],
  'swapped-coordinates': ['warning', 'a la latitude à la place de la longitude. Échangez les deux.'],
  'misplaced-coordinates': ['error', 'ne tombe pas dans la commune. Placez de nouveau le point sur la carte.'],
  'not-a-known-code': [
    'warning',
    'n’est pas un code d’accessibilité (ACC, DEM ou NAC). Mettez ce texte dans note_accessibilite.',
  ],
  'not-shown': ['warning', 'n’apparaît pas sur la carte, faute d’horaires. Mettez-le où il sert.'],
};

function explain({ field, value, why }: ContactFault): Finding {
  const [level, words] = explanations[why] ?? ['warning', `a été corrigé à la lecture (${why}). Vérifiez-le.`];
  return {
    field,
    level,
    rule: why,
    message: `${value ? `« ${value} »` : field ? `« ${field} »` : 'La fiche'} ${words}`,
  };
}
