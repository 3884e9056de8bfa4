import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { AlreadyRunning, takeLock } from '../demo/lock.ts';

function inFolder(work: (folder: string) => Promise<void>) {
  return async () => {
    const folder = mkdtempSync(join(tmpdir(), 'spplus-lock-'));
    try {
      await work(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
}

test(
  'of many starts at once, one holds the folder',
  inFolder(async (folder) => {
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(folder)));
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
    for (const result of results) {
      if (result.status === 'rejected') assert.ok(result.reason instanceof AlreadyRunning);
    }
  }),
);

test(
  'what a dead process left is taken over, by one start only',
  inFolder(async (folder) => {
    // Above the highest process id that Linux gives.
    writeFileSync(
      join(folder, 'demo.lock'),
      JSON.stringify({ pid: 4_999_999, instance: 'dead', startedAt: Date.now() }),
    );
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(folder)));
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
  }),
);

test(
  'a living process with the same number but without our site does not hold the folder',
  inFolder(async (folder) => {
    const holder = { pid: process.pid, instance: 'other', startedAt: Date.now(), site: 'http://127.0.0.1:1' };
    writeFileSync(join(folder, 'demo.lock'), JSON.stringify(holder));
    const lock = await takeLock(folder);
    lock.release();
  }),
);

test(
  'once released, the folder is free',
  inFolder(async (folder) => {
    (await takeLock(folder)).release();
    (await takeLock(folder)).release();
  }),
);
