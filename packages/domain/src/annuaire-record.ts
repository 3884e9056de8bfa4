/** Finding records of the public directory in a file, and the values of their fields in whatever they come. */

export type Row = Readonly<Record<string, unknown>>;

/** Says what was mended or dropped, see ContactFault. */
export type Report = (field: string, found: unknown, why: string) => void;

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Trimmed text of a value that should be one, numbers included; else empty. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

export const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The entries of a field, in whatever it comes: list, JSON text of a list, one object, plain text (as `valeur`), null, "". */
export function entriesOf(value: unknown, field: string, report: Report): Row[] {
  const text = textOf(value);
  const inside = /^[[{]/.test(text) ? parsed(text) : ((text || value) ?? '');
  if (inside === undefined) report(field, text, 'broken-json');
  return listOf(inside === '' ? undefined : inside).flatMap((entry) => {
    const valeur = textOf(entry);
    return isRow(entry) ? [entry] : valeur ? [{ valeur }] : [];
  });
}

/** What a JSON value or text holds: an answer of the API, a bulk file, a GeoJSON collection, a list, or one record. */
export function rowsIn(value: unknown): Row[] {
  const file = typeof value === 'string' ? parsed(value) : value;
  const keys = ['results', 'service', 'records', 'features'];
  const inside: unknown = isRow(file) ? keys.map((key) => file[key]).find(Array.isArray) : undefined;
  return listOf(inside ?? file).flatMap<Row>((one) => {
    const row = isRow(one) ? [one['fields'], one['properties'], one].find(isRow) : undefined;
    return row && columns.some((column) => column in row) ? [row] : [];
  });
}

/** Columns by which a record is known, in one shape or another; our own files are in English. */
const columns = [
  'nom',
  'adresse',
  'plage_ouverture',
  'adresse_courriel',
  'code_insee_commune',
  'url_service_public',
  'Nom',
  'horaires',
  'adresses',
  'identifiant_public_unite',
];

/** Is it a record of the directory (or an answer of its API holding one), rather than a file of ours? */
export const isAnnuaireRecord = (value: unknown): boolean => rowsIn(value).length > 0;
