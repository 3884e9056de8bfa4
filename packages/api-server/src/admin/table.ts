/** Plain tables and records for a terminal. */
export type Cell = string | number | boolean | Date | null | undefined;

/** Without control characters, which people's texts and files may hold and which could drive the terminal. */
export const plain = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');

const shown = (cell: Cell): string => {
  if (cell === null || cell === undefined || cell === '') return '–';
  if (cell instanceof Date) return cell.toISOString().slice(0, 16).replace('T', ' ');
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return plain(String(cell));
};

const width = (text: string): number => [...text].length;
const padTo = (text: string, size: number): string => text + ' '.repeat(Math.max(0, size - width(text)));

export function table<R>(
  rows: readonly R[],
  columns: Readonly<Record<string, (row: R) => Cell>>,
  empty: string,
): string[] {
  if (rows.length === 0) return [empty];
  const lines = [Object.keys(columns), ...rows.map((row) => Object.values(columns).map((cell) => shown(cell(row))))];
  const sizes = Object.keys(columns).map((_, index) => Math.max(...lines.map((line) => width(line[index] ?? ''))));
  return lines.map((line) =>
    line
      .map((cell, index) => padTo(cell, sizes[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

export function record(entries: readonly (readonly [string, Cell])[]): string[] {
  const size = Math.max(...entries.map(([name]) => width(name)));
  return entries.map(([name, value]) => `${padTo(name, size)}  ${shown(value)}`);
}

/** The beginning of a text, on one line. */
export function excerpt(text: string | undefined, size: number): string {
  const line = (text ?? '').replace(/\s+/g, ' ').trim();
  return width(line) > size ? `${[...line].slice(0, size - 1).join('')}…` : line;
}
