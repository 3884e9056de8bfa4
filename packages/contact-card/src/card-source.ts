/** Where a card's data comes from: the page itself, files, or the API. Nothing here throws; what went wrong is told. */
import type { Contact, ContactFault } from '@spplus/domain/contact';
import { readPlaces } from '@spplus/domain/contact-reader';
import { jsonFile, JsonFileError } from '@spplus/ui/json-file';

export interface Source {
  /** Data given by the page, as parsed JSON. */
  record?: unknown;
  /** Address of our contact file, or of a record of the Annuaire. */
  src?: string | undefined;
  /** Address of the Annuaire's record that completes ours. */
  annuaire?: string | undefined;
  /** The service to ask the API for, and the API's root. */
  service?: string | undefined;
  api?: string | undefined;
}

export interface Found {
  places: readonly Contact[];
  faults: readonly ContactFault[];
  /** What the file says and the card cannot show. What was only mended is not among them. */
  lost: readonly ContactFault[];
  /** Why there is nothing to show: no answer, or an answer that holds no contact. */
  trouble?: 'network' | 'data' | undefined;
}

const fault = (field: string, value: unknown, why: string): ContactFault => ({
  field,
  value: String(value).slice(0, 200),
  why,
});

/** The Annuaire's quirks are mended, and our long texts cut: nothing is lost of what a visitor needs. */
const isLoss = ({ field, why }: ContactFault): boolean => why !== 'too-long' && !field.startsWith('annuaire');

async function download(url: string, signal: AbortSignal, faults: ContactFault[]): Promise<unknown> {
  try {
    return await jsonFile(url, signal);
  } catch (error) {
    if (!(error instanceof JsonFileError)) throw error;
    faults.push(fault('', error.message, error.why));
    return undefined;
  }
}

async function fromApi(api: string, service: string, signal: AbortSignal): Promise<unknown> {
  const [{ connect }, { getContact }] = await Promise.all([
    import('@spplus/api-client/connection'),
    import('@spplus/api-client/contact'),
  ]);
  return getContact(connect({ api }), service, { signal });
}

/** Ours is told by its fields; the Annuaire's reader is fetched for anything else. */
const isOurs = (value: unknown): boolean =>
  [value].flat().some((one) => typeof one === 'object' && one !== null && ('name' in one || 'places' in one));

async function readContacts(value: unknown, faults: ContactFault[]): Promise<Contact[]> {
  if (isOurs(value)) {
    const found = readPlaces(value);
    faults.push(...found.faults);
    return found.places;
  }
  const { importAnnuaire } = await import('@spplus/domain/annuaire');
  const { contact, faults: mended } = importAnnuaire(value);
  faults.push(...mended.map((one) => ({ ...one, field: `annuaire.${one.field}` })));
  return contact ? [contact] : [];
}

export async function findContacts(source: Source, signal: AbortSignal): Promise<Found> {
  const { record, src, annuaire, service, api } = source;
  const faults: ContactFault[] = [];
  try {
    const own = async () => {
      if (record !== undefined) return record;
      if (src) return download(src, signal, faults);
      return service && api ? fromApi(api, service, signal) : undefined;
    };
    const official = async () => (annuaire ? download(annuaire, signal, faults) : undefined);
    const [ours, theirs] = await Promise.all([own(), official()]);
    const places = ours === undefined ? [] : await readContacts(ours, faults);
    if (theirs !== undefined) {
      const [read] = await readContacts(theirs, faults);
      if (read) {
        const { mergeContact } = await import('@spplus/domain/annuaire');
        places[0] = mergeContact(places[0] ?? {}, read);
      }
    }
    return { places, faults, lost: faults.filter(isLoss), trouble: places.length > 0 ? undefined : 'data' };
  } catch (error) {
    return { places: [], faults: [...faults, fault('', error, 'not-loaded')], lost: [], trouble: 'network' };
  }
}
