/** Checks a whole file: our contact file, a record of the public directory, or an export of it. */
import { annuaireRecords, importAnnuaire, mergeContact } from '@spplus/domain/annuaire';
import { isRow, textOf, type Row } from '@spplus/domain/annuaire-record';
import type { Contact } from '@spplus/domain/contact';
import { checkContact, type Finding } from '@spplus/domain/contact-check';
import { checkDrift } from '@spplus/domain/contact-drift';
import { fieldFrom, inColumns, isForRecord, isTakenFrom } from './annuaire-findings.ts';
import { itemsOf } from './file-items.ts';
import { readStrictly } from './schema-findings.ts';

export type { Finding } from '@spplus/domain/contact-check';

export interface CheckOptions {
  /** Record, or records, of the directory that complete our file: JSON as parsed. */
  annuaire?: unknown;
  /** Milliseconds since 1970. */
  now: number;
}

/** One place of the file. */
export interface CheckedPlace {
  name: string;
  /** Fields are paths from the root of the file; those that start with `annuaire:` are of the record that completes it. */
  findings: Finding[];
}

/** Each place of a file in turn; what is wrong with the file itself comes with an empty name. Never throws on parsed JSON. */
export function* checkFile(file: unknown, { annuaire, now }: CheckOptions): Generator<CheckedPlace> {
  const { items, ofDirectory, strayFields } = itemsOf(file);
  const records = annuaire === undefined ? undefined : annuaireRecords(annuaire);
  for (const { value, path } of items) {
    const name = isRow(value) ? textOf(value[ofDirectory ? 'nom' : 'name']) : '';
    const record = records && recordFor(value, records, items.length);
    const findings = ofDirectory ? checkRecord(value, now) : checkOurs(value, record, now);
    if (records && !record && !ofDirectory) findings.push(notPaired);
    yield { name, findings: findings.map((finding) => ({ ...finding, field: under(path, finding.field) })) };
  }
  const ofFile = strayFields.map((field) =>
    error(field, 'unknown-field', `Le champ « ${field} » n’existe pas ici. À côté de places, n’écrivez rien d’autre.`),
  );
  if (!items.length)
    ofFile.push(
      error('', 'nothing-to-check', 'Le fichier ne contient aucune fiche. Ajoutez-en une, ou exportez-le de nouveau.'),
    );
  if (ofFile.length) yield { name: '', findings: ofFile };
}

const error = (field: string, rule: string, message: string): Finding => ({ field, level: 'error', rule, message });

const notPaired: Finding = {
  field: 'directoryUrl',
  level: 'warning',
  rule: 'record-not-found',
  message:
    'Sa fiche n’est pas dans le fichier de l’annuaire. Donnez l’adresse de sa page (url_service_public) dans directoryUrl.',
};

/** The path of a field from the root of the file. */
function under(path: string, field: string): string {
  const [, source = '', rest = ''] = /^(annuaire:)?(.*)$/.exec(field) ?? [];
  return source + [path, rest].filter(Boolean).join('.');
}

/** The record of a place: the one with the same page in the directory, or the only one for the only place. */
function recordFor(place: unknown, records: readonly Row[], places: number): Row | undefined {
  if (places === 1 && records.length === 1) return records[0];
  const page = isRow(place) ? lastPart(place['directoryUrl']) : '';
  return page
    ? records.find((record) => [textOf(record['id']), lastPart(record['url_service_public'])].includes(page))
    : undefined;
}

/** Pages of the directory end with the identifier of their record, wherever the site moves. */
const lastPart = (url: unknown): string => textOf(url).split('/').filter(Boolean).at(-1) ?? '';

function checkRecord(value: unknown, now: number): Finding[] {
  const [record] = annuaireRecords([value]);
  const { contact, faults } = importAnnuaire(record);
  if (!record || !contact)
    return [error('', 'not-a-record', 'Ce n’est pas une fiche de l’annuaire. Exportez le fichier de nouveau.')];
  return inColumns(checkContact(contact, { now }).filter(isForRecord), faults, contact, record);
}

function checkOurs(value: unknown, record: Row | undefined, now: number): Finding[] {
  const read = readStrictly(value);
  if ('findings' in read) return read.findings;
  return record ? checkBoth(read.contact, record, now) : checkContact(read.contact, { now });
}

/** What the card will show: ours, completed by the directory. What the record gets wrong and ours says is left out. */
function checkBoth(ours: Contact, record: Row, now: number): Finding[] {
  const { contact: theirs = { name: '' }, faults } = importAnnuaire(record);
  const judged = checkContact(mergeContact(ours, theirs), { now });
  const isTheirs = (finding: Finding) => isForRecord(finding) && isTakenFrom(finding.field, theirs, ours);
  const used = faults.filter(({ field }) => !(fieldFrom(field) in ours));
  return [
    ...judged.filter((finding) => !isTheirs(finding)),
    ...checkDrift(ours, theirs, { now }),
    ...inColumns(judged.filter(isTheirs), used, theirs, record).map((finding) => ({
      ...finding,
      field: `annuaire:${finding.field}`,
    })),
  ];
}
