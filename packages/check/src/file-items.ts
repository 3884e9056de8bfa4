/** What a file holds: one place or several, of ours or of the public directory. */
import { isAnnuaireRecord } from '@spplus/domain/annuaire';
import { isRow } from '@spplus/domain/annuaire-record';

export interface FileItems {
  /** Each place with its path from the root of the file. */
  items: readonly { value: unknown; path: string }[];
  /** Are they records of the directory? */
  ofDirectory: boolean;
  /** Fields beside the list of a file of ours. */
  strayFields: readonly string[];
}

/** Where exports of the directory keep their records: API v2.1, bulk file, API v1, GeoJSON. */
const exportLists = ['results', 'service', 'records', 'features'];

/** Never throws on what JSON.parse gives. */
export function itemsOf(file: unknown): FileItems {
  const listed = (list: readonly unknown[], path: string) =>
    list.map((value, index) => ({ value, path: `${path}[${index}]` }));
  if (Array.isArray(file))
    return { items: listed(file, ''), ofDirectory: file.some(isAnnuaireRecord), strayFields: [] };
  const fields = isRow(file) ? file : {};
  const { places } = fields;
  if (Array.isArray(places)) {
    const strayFields = Object.keys(fields).filter((name) => name !== 'places');
    return { items: listed(places, 'places'), ofDirectory: false, strayFields };
  }
  for (const name of exportLists) {
    const list = fields[name];
    if (Array.isArray(list)) return { items: listed(list, name), ofDirectory: true, strayFields: [] };
  }
  return { items: [{ value: file, path: '' }], ofDirectory: isAnnuaireRecord(file), strayFields: [] };
}
