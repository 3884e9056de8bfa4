/** Addresses of a record of the public directory: where to go, where to write, wheelchair access. */
import { entriesOf, textOf, type Report, type Row } from './annuaire-record.ts';
import type { Access, Address } from './contact.ts';

export type ReadAddresses = { visit?: Address; postal?: Address; access?: Access };

/** Centre and half-width in degrees of each territory, by the first characters of its INSEE codes. */
const places: Readonly<Record<string, readonly [lat: number, lon: number, reach: number]>> = {
  971: [16.2, -61.5, 1],
  972: [14.6, -61, 1],
  973: [4, -53, 3],
  974: [-21.1, 55.5, 1],
  975: [46.9, -56.3, 1],
  976: [-12.8, 45.1, 1],
  977: [17.9, -62.8, 1],
  978: [18.1, -63.1, 1],
  986: [-13.8, -177.2, 2],
  987: [-17.5, -145, 13],
  988: [-21, 164.5, 6],
};
const mainland = [46.5, 2.5, 8] as const;

/** Reads `adresse`. The order of its entries is not guaranteed; only the visit address keeps its point. */
export function readAddresses(value: unknown, insee: string, report: Report): ReadAddresses {
  const entries = entriesOf(value, 'adresse', report).map((row, index) => ({ row, field: `adresse[${index}]` }));
  const isPostal = ({ row }: { row: Row }) =>
    /postale$/.test(textOf(row['type_adresse'])) && !/^g/.test(textOf(row['type_adresse']));
  const visited = entries.find((entry) => !isPostal(entry));
  const written = entries.find(isPostal);
  const read: ReadAddresses = {};
  const postal = written && readLines(written.row, written.field, report);
  if (postal) read.postal = postal;
  const full = visited && readLines(visited.row, visited.field, report);
  if (visited && full) {
    const { visit, onlyPost } = placeOf(full);
    if (onlyPost) {
      report(`${visited.field}.nom_commune`, [full.postcode, full.city].join(' '), 'cedex-in-visit-address');
      read.postal ??= full;
    }
    const point = readPoint(visited.row, full.postcode ?? '', insee, visited.field, report);
    if (visit.lines.length || point) read.visit = { ...visit, ...point };
  }
  const access = visited && readAccess(visited.row, visited.field, report);
  if (access) read.access = access;
  return read;
}

const postBox = /^(B\.?P|C\.?S|TSA)\.? ?\d/i;
const cedex = / Cedex( \d+)?$/i;

/** The address without what only the post understands: box numbers, Cedex and its code. */
function placeOf(full: Address): { visit: Address; onlyPost: boolean } {
  const { postcode, city = '', ...rest } = full;
  const lines = full.lines.filter((line) => !postBox.test(line));
  const isCedex = cedex.test(city);
  return {
    visit: {
      ...rest,
      lines,
      ...(postcode && !isCedex && { postcode }),
      ...(city && { city: city.replace(cedex, '') }),
    },
    onlyPost: isCedex,
  };
}

function readLines(row: Row, field: string, report: Report): Address | undefined {
  const given = row['lignes'];
  const parts =
    given === undefined
      ? ['complement1', 'complement2', 'numero_voie', 'service_distribution'].map((key) => row[key])
      : [given].flat();
  const lines = parts.map((part) => textOf(part).replace(/\s+/g, ' ')).filter(Boolean);
  let [postcode, city] = [textOf(row['code_postal']), textOf(row['nom_commune'])];
  if (/^\d{5}$/.test(city) && !/^\d/.test(postcode)) {
    report(`${field}.code_postal`, postcode, 'swapped-postcode');
    [postcode, city] = [city, postcode];
  } else if (postcode && !/^\d{5}$/.test(postcode) && /^(France)?$/i.test(textOf(row['pays']))) {
    report(`${field}.code_postal`, postcode, 'not-a-postcode');
  }
  if (!lines.length && !city) return undefined;
  const country = textOf(row['pays']);
  return {
    lines,
    ...(postcode && { postcode }),
    ...(city && { city }),
    ...(country && country !== 'France' && { country }),
  };
}

/** The point of an address, if it lies where its commune does; swapped coordinates are put right. */
function readPoint(
  row: Row,
  postcode: string,
  insee: string,
  field: string,
  report: Report,
): { lat: number; lon: number } | undefined {
  const written = [textOf(row['latitude']), textOf(row['longitude'])];
  if (!written.join('')) return undefined;
  const [lat = NaN, lon = NaN] = written.map((text) => (text ? Number(text.replace(',', '.')) : NaN));
  const isAbroad = !/^(France)?$/i.test(textOf(row['pays']));
  const [midLat, midLon, reach] = isAbroad
    ? ([0, 0, 90] as const)
    : (places[(insee || postcode).slice(0, 3)] ?? mainland);
  const isThere = (y: number, x: number) =>
    Math.abs(y - midLat) <= reach && Math.abs(x - midLon) <= (isAbroad ? 180 : reach);
  if (isThere(lat, lon)) return { lat, lon };
  const isSwapped = isThere(lon, lat);
  report(`${field}.latitude`, written.join(' '), isSwapped ? 'swapped-coordinates' : 'misplaced-coordinates');
  return isSwapped ? { lat: lon, lon: lat } : undefined;
}

function readAccess(row: Row, field: string, report: Report): Access | undefined {
  const code = textOf(row['accessibilite']);
  const wheelchair = ({ ACC: 'yes', DEM: 'on-request', NAC: 'no' } as const)[code];
  // Some teams wrote their note in the wrong column.
  if (code && !wheelchair) report(`${field}.accessibilite`, code, 'not-a-known-code');
  const wheelchairNote = [wheelchair ? '' : code, textOf(row['note_accessibilite'])].filter(Boolean).join('. ');
  if (!wheelchair && !wheelchairNote) return undefined;
  return { ...(wheelchair && { wheelchair }), ...(wheelchairNote && { wheelchairNote }) };
}
