/**
 * Speed of the modules in Chromium, beside Lit's own bare form and a plain custom element, all in one run: `npm run bench`.
 * Needs the built files (`npm run build`). Ends with 1 when a target of docs/eco-design.md is missed. `-- --runs=9` for more.
 */
import { parseArgs } from 'node:util';
import { drawAll } from './measure/draw.ts';
import { floors, ours, ownStyles, type Row } from './measure/rows.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '7' } } });
const runs = Number(values.runs);

const files = new Map<string, string | Uint8Array>();
const [plainRow, litRow] = await floors(files);
/** The same page for all: the floors carry the modules' style sheet too. */
const onOurPage = (row: Row): Row => ({ ...row, head: ownStyles });
const rows = [
  onOurPage(plainRow),
  onOurPage(litRow),
  ours('page'),
  { ...ours('button'), next: 'hundred' as const },
  ours('inline'),
];
const { of } = await drawAll(rows, files, { runs });

console.log(`Chromium, processor 4 times slower, median of ${String(runs)} runs`);
console.log(`${''.padEnd(16)}  drawn at  100 more  longest task  shift`);
for (const [{ name }, { ready, mounted, longest, shift }] of of) {
  console.log(
    `${name.padEnd(16)}  ${ready.toFixed(0).padStart(5)} ms  ${mounted?.toFixed(0).padStart(5) ?? '    –'} ms  ${longest.toFixed(0).padStart(9)} ms  ${shift.toFixed(3)}`,
  );
}

const [plain, lit, page, button, inline] = of.values();
if (!plain || !lit || !page || !button || !inline) throw new Error('A row was not measured.');
const targets: [sentence: string, value: number, most: number][] = [
  ['inline form drawn, against the bare Lit form', inline.ready / lit.ready, 1.2],
  ['100 page questions, against plain elements', (page.mounted ?? Number.NaN) / (plain.mounted ?? Number.NaN), 1.7],
  ['layout shift of the closed modules', Math.max(page.shift, button.shift), 0],
  [
    'longest task, in ms (the plain page alone may take as long)',
    Math.max(0, page.longest, button.longest, inline.longest),
    Math.max(50, plain.longest),
  ],
];
console.log('');
for (const [sentence, value, most] of targets) {
  console.log(`${value <= most ? 'met   ' : 'missed'}  ${sentence}: ${value.toFixed(2)} (at most ${most.toFixed(2)})`);
}
process.exit(targets.every(([, value, most]) => value <= most) ? 0 : 1);
