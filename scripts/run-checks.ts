/**
 * Runs the checks of checks.ts one after another, says which failed and how to run it alone, and ends with the plain line
 * `N passed, N failed`, counting single tests where a check reports them.
 */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { checks, type Check } from './checks.ts';
import { countTests, type Tally } from './count-tests.ts';
import { nodeArguments } from './with-node.mjs';

const logs = '.cache/checks';
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(`No check is named ${unknown.join(', ')}. There are: ${checks.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

interface Result {
  check: Check;
  ok: boolean;
  tally: Tally;
  seconds: number;
}

/** Runs one check; alone, its output goes straight to the terminal as well. */
async function run(check: Check, aloud: boolean): Promise<Result> {
  const started = Date.now();
  const log = createWriteStream(`${logs}/${check.name}.log`);
  const child = spawn(process.execPath, [...nodeArguments, ...check.run()], {
    env: { ...process.env, FORCE_COLOR: '0', ...check.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      log.write(chunk);
      if (aloud) process.stdout.write(chunk);
    });
  }
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? 1)));
  await new Promise((resolve) => log.end(resolve));
  const tally = countTests(readFileSync(`${logs}/${check.name}.log`, 'utf8'), code === 0);
  return { check, ok: code === 0 && tally.failed === 0, tally, seconds: (Date.now() - started) / 1000 };
}

function tail(name: string): string {
  return readFileSync(`${logs}/${name}.log`, 'utf8').split('\n').slice(-80).join('\n');
}

mkdirSync(logs, { recursive: true });
const chosen = checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const results: Result[] = [];
for (const check of chosen) {
  console.log(`▶ ${check.name}: ${check.proves}`);
  const result = await run(check, wanted.length > 0);
  results.push(result);
  const { passed, failed } = result.tally;
  console.log(
    `${result.ok ? '✔' : '✘'} ${check.name}: ${passed} passed, ${failed} failed (${result.seconds.toFixed(0)} s)`,
  );
  if (!result.ok && wanted.length === 0) console.log(`${tail(check.name)}\n`);
}

const broken = results.filter(({ ok }) => !ok);
if (broken.length > 0) {
  console.log('\nFailed:');
  for (const { check } of broken)
    console.log(
      `  ${check.name.padEnd(14)} run it alone: npm test -- ${check.name}   (log: ${logs}/${check.name}.log)`,
    );
}
const sum = (pick: (tally: Tally) => number) => results.reduce((total, { tally }) => total + pick(tally), 0);
console.log(`\n${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`);
process.exit(broken.length > 0 ? 1 : 0);
