import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const module = new URL('../one-at-a-time.mjs', import.meta.url).href;
const cache = fileURLToPath(new URL('../../.cache', import.meta.url));

/** A process that writes when it enters and leaves the guarded work. */
function worker(name: string, journal: string): Promise<number> {
  const code = `
    import { appendFileSync } from 'node:fs';
    import { oneAtATime } from ${JSON.stringify(module)};
    oneAtATime(${JSON.stringify(name)}, () => {
      appendFileSync(${JSON.stringify(journal)}, 'in ');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
      appendFileSync(${JSON.stringify(journal)}, 'out ');
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'ignore' });
  return new Promise((resolve) => child.on('exit', (status) => resolve(status ?? 1)));
}

test('several processes take turns, even when a dead one left its lock', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'spplus-turns-'));
  const journal = join(folder, 'journal');
  const name = `test-${process.pid}`;
  try {
    mkdirSync(cache, { recursive: true });
    // Above the highest process id that Linux gives.
    writeFileSync(join(cache, `${name}.lock`), '4999999');
    const statuses = await Promise.all(Array.from({ length: 5 }, () => worker(name, journal)));
    assert.deepEqual(statuses, [0, 0, 0, 0, 0]);
    assert.equal(readFileSync(journal, 'utf8'), 'in out '.repeat(5));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
