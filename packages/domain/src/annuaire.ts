/** Reads a record of the public directory (Annuaire de l’administration, DILA) in any of the shapes it has had. */
import { readAddresses } from './annuaire-address.ts';
import { readOpeningLines } from './annuaire-hours.ts';
import { readAccessiblePhone, readPhones } from './annuaire-phones.ts';
import { entriesOf, isRow, textOf, type Report, type Row } from './annuaire-record.ts';
import { annuaireRecords } from './annuaire-shapes.ts';
import { parseDay } from './civil-date.ts';
import type { Contact, ContactFault, Email, RunBy, Schedule, WebForm } from './contact.ts';
import { territoryOf, zoneOf } from './french-territory.ts';

export { isAnnuaireRecord } from './annuaire-record.ts';
export { annuaireRecords } from './annuaire-shapes.ts';

/**
 * One record as a contact. Undefined when the value is no record; `name` is empty when the record has none. An answer of the
 * API or a bulk file gives its first record. Never throws on what JSON.parse gives. What is said of named persons
 * (`affectation_personne`, `hierarchie`) is not read.
 *
 * @param value JSON as parsed (or its text), in the shape of the API v2.1, of the bulk file, of API v1 or v3, or of the
 *   gendarmerie’s list.
 */
export function importAnnuaire(value: unknown): { contact: Contact | undefined; faults: ContactFault[] } {
  const faults: ContactFault[] = [];
  const report: Report = (field, found, why) => {
    const shown = typeof found === 'string' ? found : textOf(found);
    faults.push({ field, value: shown.slice(0, 200), why });
  };
  const record = annuaireRecords(value)[0];
  if (!record) {
    report('', value, 'not-a-record');
    return { contact: undefined, faults };
  }
  return { contact: contactOf(record, report, faults), faults };
}

function contactOf(record: Row, report: Report, faults: ContactFault[]): Contact {
  const name = textOf(record['nom']);
  if (!name) report('nom', '', 'missing');
  const pivot = entriesOf(record['pivot'], 'pivot', report)[0] ?? {};
  const insee = [record['code_insee_commune'], pivot['code_insee_commune']].flat().map(textOf).find(isInsee) ?? '';
  const { visit, postal, access } = readAddresses(record['adresse'], insee, report);
  const { phones, urgent, hours } = readPhones(record['telephone'], insee, report);
  const opening = readHours(record, report, faults);
  const { emails, forms } = readWritten(record, report);
  const postcode = (visit ?? postal)?.postcode?.slice(0, 3);
  return known({
    name,
    runBy: runBy(textOf(pivot['type_service_local']), textOf(record['categorie'])),
    insee: insee || undefined,
    zone: insee ? undefined : postcode && zoneOf(postcode),
    territory: insee ? undefined : postcode && territoryOf(postcode),
    counter: opening.counter,
    telephone: opening.telephone ?? hours,
    phones,
    accessiblePhone: readAccessiblePhone(record['telephone_accessible'], insee, report),
    emails,
    forms,
    visitAddress: visit,
    postalAddress: postal,
    access,
    onSiteHelp:
      record['partenaire'] === 'france_service' ? 'Espace France services : aide aux démarches en ligne' : undefined,
    urgent,
    website: entriesOf(record['site_internet'], 'site_internet', report)
      .map((entry, index) => webAddress(entry['valeur'], `site_internet[${index}].valeur`, report))
      .find(Boolean),
    directoryUrl: webAddress(record['url_service_public'], 'url_service_public', report)?.replace(
      /(\/\/\w+\.service-public)\.fr/,
      '$1.gouv.fr',
    ),
    updated: readDate(record['date_modification'], report),
  });
}

const isInsee = (code: string): boolean => /^\d[\dAB]\d{3}$/.test(code);

/** The fields that say something. */
function known(fields: { [K in keyof Contact]: Contact[K] | undefined }): Contact {
  const entries = Object.entries(fields).filter(([key, value]) => key === 'name' || !isNothing(value));
  return Object.fromEntries(entries) as Contact;
}
const isNothing = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && !value.length);

/** Opening lines, under the words that the record says of them all. */
function readHours(record: Row, report: Report, faults: ContactFault[]): { counter?: Schedule; telephone?: Schedule } {
  const about = textOf(record['information_complementaire']).replace(/\s+/g, ' ');
  const tellsHours = /rendez-vous|\brdv\b|horaire|ouver|ferm|accueil|permanence|\d ?h\b/i.test(about);
  const comment = [textOf(record['commentaire_plage_ouverture']), tellsHours ? about : ''].filter(Boolean).join('\n');
  const { counter, telephone, faults: found } = readOpeningLines(record['plage_ouverture'], { comment });
  for (const fault of found) faults.push(fault);
  const read = { ...(counter && { counter }), ...(telephone && { telephone }) };
  if (!counter && comment) return { ...read, counter: { week: [], condition: comment } };
  if (counter && about && !tellsHours) return { ...read, counter: { ...counter, note: about } };
  if (about && !tellsHours) report('information_complementaire', about, 'not-shown');
  return read;
}

const byElectronicMeans = 'Saisir l’administration par voie électronique';

/** E-mails and forms: the e-mail field may hold a web address, and the electronic referral an e-mail. */
function readWritten(record: Row, report: Report): { emails: Email[]; forms: WebForm[] } {
  const emails = new Map<string, Email>();
  const forms = new Map<string, WebForm>();
  const columns: [column: string, purpose?: string][] = [
    ['adresse_courriel'],
    ['formulaire_contact', 'Formulaire de contact'],
    ['sve', byElectronicMeans],
  ];
  for (const [column, purpose] of columns) {
    entriesOf(record[column], column, report).forEach((entry, index) => {
      const field = `${column}[${index}]`;
      const text = textOf(entry['valeur']);
      const told = purpose ? { purpose } : {};
      const found = text.match(/(?<=^|[\s;:(<])[^\s@<>"?&,;:\\()]+@[\w.-]+\.\w+/g) ?? [];
      for (const address of found) emails.set(address, { address, ...told, ...emails.get(address) });
      if (found.length) {
        const rest = found.reduce((left, address) => left.replace(address, ''), text).replace(/[\s;]/g, '');
        if (rest) report(field, text, 'text-around-email');
      } else if (/^(https?:|www\.)/i.test(text) || purpose) {
        const url = webAddress(text, field, report);
        if (url) forms.set(url, { url, ...told, ...forms.get(url) });
        if (url && !purpose) report(field, text, 'web-address-as-email');
      } else if (text) report(field, text, 'not-an-email');
    });
  }
  return { emails: [...emails.values()], forms: [...forms.values()] };
}

/** An http(s) address; one without scheme gets http, which browsers upgrade where they can. */
function webAddress(value: unknown, field: string, report: Report): string | undefined {
  const text = textOf(value);
  if (!text) return undefined;
  if (text !== value) report(field, value, 'stray-spaces');
  if (/^https?:\/\/[^\s<>"\\]+$/i.test(text)) return text;
  const isBare = /^[\w-]+(\.[\w-]+)+([/?#][^\s<>"\\]*)?$/.test(text);
  report(field, text, isBare ? 'no-scheme' : 'not-a-web-address');
  return isBare ? `http://${text}` : undefined;
}

function readDate(value: unknown, report: Report): string | undefined {
  const text = textOf(value);
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})\b/.exec(text) ?? [];
  const date = year ? `${year}-${month}-${day}` : /^\d{4}-\d\d-\d\d/.exec(text)?.[0];
  if (date && parseDay(date) !== undefined) return date;
  if (text) report('date_modification', text, 'not-a-date');
  return undefined;
}

/** Who runs a type of service (`type_service_local`); undefined where the type does not say it. */
function runBy(type: string, category: string): RunBy | undefined {
  if (/^(caf|cpam|cgss|msa|urssaf|carsat|cram|cnav|cicas|pole_emploi|france_travail)$/.test(type)) return 'social';
  if (/^(mairie|epci|cg|cr|cd|ccas|pmi|mds|maison_handicapees|departement|region)$/.test(type)) return 'local';
  const ofState =
    /^(prefecture|sous_pref|gendarmerie|commissariat|tresorerie|sip|sie|tgi|ti|ta|dd|dre?a|direccte|prudhommes)/;
  return category === 'SI' || ofState.test(type) ? 'state' : undefined;
}

/**
 * Both sources as one card: field by field, ours where it says something, else the directory’s. What is said of access is
 * merged one level further.
 */
export function mergeContact(ours: Partial<Contact>, annuaire: Contact): Contact {
  const { zone, territory, ...directory } = annuaire;
  const said = Object.fromEntries(Object.entries(ours).filter(([, value]) => value !== undefined && value !== ''));
  return {
    ...directory,
    // They follow from the place, which ours may have given otherwise.
    ...(!ours.insee && { ...(zone && { zone }), ...(territory && { territory }) }),
    ...said,
    ...(isRow(ours.access) && { access: { ...annuaire.access, ...ours.access } }),
  };
}
