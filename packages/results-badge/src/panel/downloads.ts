/** The figures as files: what is shown, as CSV; what was received, as JSON. Made in the page, nothing is requested. */
import type { ReadResults } from '@spplus/domain/results-reader';
import type { Row } from './results-panel.ts';

const columns = [
  'structure',
  'code',
  'libelle',
  'etat',
  'valeur',
  'unite',
  'borne_basse',
  'borne_haute',
  'reponses',
  'debut',
  'fin',
];

/** Spreadsheets run what starts with these signs as a formula: a quote in front keeps it text. */
function cell(value: string | number | undefined): string {
  const text = String(value ?? '');
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function resultsCsv(structure: string, rows: readonly Row[]): string {
  const lines = rows.map(({ result, view }) => [
    structure,
    view.code,
    view.label,
    view.state,
    view.value,
    view.unit,
    view.range?.[0],
    view.range?.[1],
    view.n,
    result.period?.from,
    result.period?.to ?? result.updated,
  ]);
  return `\uFEFF${[columns, ...lines].map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`;
}

function save({ ownerDocument }: Element, name: string, type: string, content: string): void {
  const link = ownerDocument.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  // Some browsers read the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

export const downloadCsv = (host: Element, structure: string, rows: readonly Row[]): void =>
  save(host, 'resultats.csv', 'text/csv;charset=utf-8', resultsCsv(structure, rows));

export const downloadJson = (host: Element, results: ReadResults): void =>
  save(host, 'resultats.json', 'application/json', `${JSON.stringify(results, null, 2)}\n`);
