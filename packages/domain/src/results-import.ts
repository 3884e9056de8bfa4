/**
 * Rows of the open data of Services Publics+ (portal opendata.plus.transformation.gouv.fr, datasets `export-resultats` and
 * `export-indicateurs`) turned into results. A row that cannot be read is reported with its reason, never dropped in silence.
 */
import { parseDay } from './civil-date.ts';
import type { IndicatorUnit } from './indicator-catalogue.ts';
import { isPossible } from './results-reader.ts';
import type { Result, Results, TrendPoint } from './results.ts';

/** `row`: place in the file, from 1. */
export type UnreadRow = { readonly row: number; readonly why: string; readonly value: string };

type Row = Readonly<Record<string, unknown>>;

/** Rows of an export, of an answer of the API v2.1 (`results`) or of the older v1 (`records[].fields`). Undefined for anything else. */
export function rowsOf(value: unknown): readonly unknown[] | undefined {
  const { results, records } = Object(value) as { results?: unknown; records?: unknown };
  const rows = [value, results, records].find((one): one is unknown[] => Array.isArray(one));
  return rows?.map((one) => (rows === records ? ((Object(one) as { fields?: unknown }).fields ?? one) : one));
}

const textOf = (row: Row, name: string): string => {
  const value = row[name];
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
};

/** `81`, `"81"`, `"81,5 %"`, `"12 jours"`: the number, and the unit where the text has one. */
export function readFigure(value: unknown): { value: number; unit?: IndicatorUnit } | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? { value } : undefined;
  const found = /^([+-]?\d[\d\s]*(?:[.,]\d+)?)\s*(.*)$/s.exec(typeof value === 'string' ? value.trim() : '');
  if (!found) return undefined;
  const number = Number((found[1] ?? '').replace(/\s/g, '').replace(',', '.'));
  const unit = unitOf(found[2] ?? '');
  if (!Number.isFinite(number) || (found[2] && !unit)) return undefined;
  return { value: number, ...(unit && { unit }) };
}

const units: readonly [RegExp, IndicatorUnit][] = [
  [/^(%|pour ?cent(age)?|taux)/i, '%'],
  [/^points?/i, 'points'],
  [/^jours?/i, 'days'],
  [/^(\/ ?|sur )10|^note/i, '/10'],
  [/^(\/ ?|sur )5/i, '/5'],
  [/^(nombre|effectif)/i, 'count'],
];

export const unitOf = (text: string): IndicatorUnit | undefined =>
  units.find(([words]) => words.test(text.trim()))?.[1];

/** A title alone: only words that leave no doubt. */
const unitOfTitle = (title: string): IndicatorUnit | undefined =>
  /^(taux|part|pourcentage)\b|\bpourcentage\b/i.test(title)
    ? '%'
    : /\b(en jours?|nombre de jours)\b/i.test(title)
      ? 'days'
      : /(sur|\/) ?10\b/.test(title)
        ? '/10'
        : /(sur|\/) ?5\b/.test(title)
          ? '/5'
          : undefined;

/** `2024-02-14`, with a time after it, or `14/02/2024`. */
export function readDate(text: string): string | undefined {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})\b/.exec(text) ?? [];
  const iso = year ? `${year}-${month}-${day}` : text.slice(0, 10);
  return parseDay(iso) === undefined || iso.length !== 10 ? undefined : iso;
}

type Definition = { readonly unit: IndicatorUnit | undefined; readonly label: string; readonly method: string };

/** The dictionary, by the original title of the indicator. */
function dictionaryOf(rows: readonly unknown[]): ReadonlyMap<string, Definition> {
  return new Map(
    rows.map((one) => {
      const row = Object(one) as Row;
      return [
        textOf(row, 'intitule_original_de_l_indicateur'),
        {
          unit: unitOf(textOf(row, 'unite')) ?? unitOf(textOf(row, 'type_d_unite')),
          label: textOf(row, 'intitule_usager_de_l_indicateur'),
          method: textOf(row, 'sources_et_methodes'),
        },
      ];
    }),
  );
}

type Dated = { date: string; value: number };
type Series = { code: string; label: string; unit: IndicatorUnit; method: string; points: Dated[] };
type Found = { name: string; series: Map<string, Series> };

export type ImportOptions = {
  /** Rows of `export-indicateurs`: units, names for people, methods. */
  readonly indicators?: readonly unknown[];
  /** Code or name of the only structure wanted. */
  readonly structure?: string;
  /** Day number of today: a date to come is an error of the row. */
  readonly now: number;
};

const source = {
  name: 'Services Publics+, données ouvertes',
  url: 'https://opendata.plus.transformation.gouv.fr/explore/dataset/export-resultats/',
};

/** One set of results for each structure, in the order met; of several dates of one indicator, the last is the result. */
export function importResults(
  rows: readonly unknown[],
  { indicators = [], structure, now }: ImportOptions,
): { results: Results[]; unread: UnreadRow[] } {
  const dictionary = dictionaryOf(indicators);
  const structures = new Map<string, Found>();
  const unread: UnreadRow[] = [];
  rows.forEach((one, index) => {
    const row = Object(one) as Row;
    const refuse = (why: string, value: unknown) => {
      unread.push({ row: index + 1, why, value: String(value).slice(0, 200) });
    };
    const name = textOf(row, 'intitule_de_la_structure');
    const place = textOf(row, 'code_sp_structure') || name;
    if (structure !== undefined && structure !== place && structure !== name) return;
    const title = textOf(row, 'titre_original_de_l_indicateur');
    const code = textOf(row, 'code_sp_de_l_indicateur').replace(/[^\w.:-]/g, '-');
    const figure = readFigure(row['valeur']);
    const date = readDate(textOf(row, 'date_de_mise_a_jour'));
    const known = dictionary.get(title);
    const unit = known?.unit ?? figure?.unit ?? unitOfTitle(title);
    if (!place) return refuse('no-structure', JSON.stringify(row));
    if (!title && !code) return refuse('no-indicator', JSON.stringify(row));
    if (!figure) return refuse('not-a-figure', row['valeur']);
    if (!date) return refuse('not-a-date', row['date_de_mise_a_jour']);
    if ((parseDay(date) ?? 0) > now) return refuse('future', date);
    if (!unit) return refuse('unit-unknown', title || code);
    if (figure.unit && known?.unit && figure.unit !== known.unit) return refuse('unit-disagrees', row['valeur']);
    if (!isPossible(figure.value, unit)) return refuse('impossible', row['valeur']);
    const found = structures.get(place) ?? { name: name || place, series: new Map<string, Series>() };
    structures.set(place, found);
    const key = code || title;
    const series = found.series.get(key) ?? {
      code: code || 'indicateur',
      label: known?.label || title || code,
      unit,
      method: known?.method ?? '',
      points: [],
    };
    found.series.set(key, series);
    const same = series.points.find((point) => point.date === date);
    if (same) return refuse(same.value === figure.value ? 'repeated' : 'two-values-for-one-date', row['valeur']);
    series.points.push({ date, value: figure.value });
  });
  return { results: [...structures.values()].map(resultsOf), unread };
}

function resultsOf({ name, series }: Found): Results {
  const indicators = [...series.values()].map(resultOf);
  const updated = indicators
    .map((one) => one.updated ?? '')
    .sort()
    .at(-1);
  return { structure: name, indicators, ...(updated && { updated }) };
}

function resultOf({ code, label, unit, method, points }: Series): Result {
  const sorted = [...points].sort((a, b) => (a.date < b.date ? -1 : 1));
  const last = sorted.pop();
  const trend: TrendPoint[] = sorted.map(({ date, value }) => ({ period: { from: date, to: date }, value }));
  return {
    code,
    label,
    unit,
    ...(unit === 'days' && { lowerIsBetter: true }),
    ...(last && { value: last.value, updated: last.date }),
    ...(trend.length && { trend }),
    ...(method && { method }),
    source,
  };
}
