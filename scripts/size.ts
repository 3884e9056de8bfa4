/**
 * What a page really downloads of the SDK, in Chromium, from the built files served with brotli 11, against
 * bench/budgets.json. Counted: bodies of the SDK's files as transferred, Lit and zod included. Not counted: the page itself
 * and what the API answers.
 *
 *     npm run size                 compares; exit 1 over a ceiling, or off what is recorded
 *     npm run size -- --update     records what is measured
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { compare, type Budgets, type Measure } from './size/compare.ts';
import { measureAll } from './size/measure.ts';

const file = 'bench/budgets.json';
const budgets = JSON.parse(readFileSync(file, 'utf8')) as Budgets;

const measured: Record<string, Measure> = await measureAll('packages/sdk/dist/cdn');
for (const name of Object.keys(budgets).filter((key) => key.startsWith('file '))) {
  const bytes = brotliCompressSync(readFileSync(`packages/sdk/dist/cdn/${name.slice(5)}`)).length;
  measured[name] = { bytes, requests: 1 };
}

const rows = Object.entries(budgets).map(([name, budget]) => {
  const found = measured[name];
  return { name, found, ceiling: budget.ceiling, verdict: compare(found, budget) };
});

console.log(
  `${'brotli 11, Lit included'.padEnd(34)}${'bytes'.padStart(8)}${'ceiling'.padStart(9)}${'requests'.padStart(10)}`,
);
for (const { name, found, ceiling, verdict } of rows) {
  const cells = [found?.bytes ?? '–', ceiling ?? '', found?.requests ?? '–'].map(String);
  console.log(
    `${name.padEnd(34)}${cells[0]?.padStart(8)}${cells[1]?.padStart(9)}${cells[2]?.padStart(10)}  ${verdict.sentence}`,
  );
}

if (process.argv.includes('--update')) {
  for (const [name, budget] of Object.entries(budgets)) budget.recorded = measured[name] ?? null;
  writeFileSync(file, `${JSON.stringify(budgets, null, 2)}\n`);
  console.log(`\nRecorded in ${file}.`);
}

const wrong = rows.filter(({ verdict, found, ceiling }) =>
  process.argv.includes('--update') ? !found || (ceiling !== undefined && found.bytes > ceiling) : !verdict.ok,
);
console.log(`\n${rows.length - wrong.length} passed, ${wrong.length} failed`);
process.exit(wrong.length > 0 ? 1 : 0);
