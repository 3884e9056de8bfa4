/**
 * The feedback widget in Chromium beside other libraries, all in one run: `npm run bench:peers`. Their packages are installed
 * in `bench/` the first time. Needs the built files (`npm run build`). `-- --runs=9` for more. Prints two tables and writes
 * the figures to `bench/results/peers.json`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { version as vite } from 'vite';
import { installPackages } from '../scripts/install.mjs';
import { drawAll, type Measure } from './measure/draw.ts';
import { floors, ours, oursInOneFile, type Row } from './measure/rows.ts';
import { closedPeers, formPeers } from './peers/rows.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '7' } } });
const runs = Number(values.runs);
installPackages('bench');

const files = new Map<string, string | Uint8Array>();
const [plain, lit] = await floors(files);
const closed = [ours('button'), ours('page'), oursInOneFile('button'), plain, ...(await closedPeers(files))];
const forms = [ours('inline'), oursInOneFile('inline'), lit, ...(await formPeers(files))];
const { browser, of } = await drawAll([...closed, ...forms], files, { runs, onSlowLine: true });

const times = (value: number | undefined, base: number | undefined): string =>
  value === undefined || !base
    ? ''
    : `×${value < 10 * base ? (value / base).toPrecision(2) : (value / base).toFixed(0)}`;
const ms = (value: number | undefined): string => (value === undefined ? '' : `${value.toFixed(0)} ms`);
const count = (value: number | undefined): string => value?.toLocaleString('en') ?? '';

type Column = [title: string, cell: (one: Measure, base: Measure) => string];
const common: Column[] = [
  ['bytes', (one) => count(one.bytes - one.media)],
  ['', (one, base) => times(one.bytes - one.media, base.bytes - base.media)],
  ['fonts, images', (one) => count(one.media)],
  ['requests', (one) => count(one.requests)],
  ['drawn at', (one) => ms(one.ready)],
  ['', (one, base) => times(one.ready, base.ready)],
  ['on a slow line', (one) => ms(one.slow)],
  ['', (one, base) => times(one.slow, base.slow)],
  ['longest task', (one) => ms(one.longest)],
  ['over 50 ms', (one) => ms(one.blocked)],
  ['shift', (one) => one.shift.toFixed(3)],
];

/** As Markdown, for README.md to quote. Ratios are to the first row. */
function table(title: string, rows: readonly Row[], columns: readonly Column[]): string {
  const [first] = rows;
  const base = first && of.get(first);
  const lines = rows.flatMap((row) => {
    const one = of.get(row);
    return one && base ? [[row.name, ...columns.map(([, cell]) => cell(one, base))]] : [];
  });
  const all = [[title, ...columns.map(([name]) => name)], ...lines];
  const widths = all[0]?.map((_, index) => Math.max(...all.map((line) => line[index]?.length ?? 0))) ?? [];
  const print = (line: readonly string[]) =>
    `| ${line.map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, index) => (index === 0 ? '-'.repeat(width) : `${'-'.repeat(Math.max(1, width - 1))}:`)).join(' | ')} |`;
  return [print(all[0] ?? []), rule, ...all.slice(1).map(print)].join('\n');
}

const { dependencies } = JSON.parse(readFileSync('bench/package.json', 'utf8')) as {
  dependencies: Record<string, string>;
};
const versions = Object.entries(dependencies).map(([name, version]) => `${name} ${version}`);
console.log(
  `Chromium ${browser} at a processor 4 times slower, ${String(cpus().length)} processors, medians of ${String(runs)} runs;` +
    ` × is the ratio to ours, in the first row.\nBundled by vite ${vite}: ${versions.join(', ')}\n`,
);
console.log(
  table('Closed', closed, [
    ...common,
    ['form opens in', (one) => ms(one.opened)],
    ['bytes with it', (one) => count(one.openedBytes)],
    ['', (one, base) => times(one.openedBytes, base.openedBytes)],
  ]),
);
console.log('');
console.log(
  table('Form in the page', forms, [
    ...common,
    ['100 more', (one) => ms(one.mounted)],
    ['', (one, base) => times(one.mounted, base.mounted)],
  ]),
);

mkdirSync('bench/results', { recursive: true });
const figures = {
  date: new Date().toISOString(),
  command: 'npm run bench:peers',
  browser,
  runs,
  versions: { vite, ...dependencies },
  rows: Object.fromEntries([...of].map(([{ name }, measure]) => [name, measure])),
};
writeFileSync('bench/results/peers.json', `${JSON.stringify(figures, null, 2)}\n`);
console.log('\nWritten to bench/results/peers.json.');
