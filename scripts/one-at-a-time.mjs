// Lets one process of this machine do a piece of work at a time. Plain JavaScript for Node 20.19, without dependency: it
// guards `npm ci`, before anything is installed.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../.cache', import.meta.url));

/** Longest time between the creation of the file and its content, in milliseconds. */
const writingTime = 5_000;

function isAlive(pid) {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The process that holds the lock; 0 for a file that was never finished, `undefined` once it is gone. */
function readHolder(file) {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    return holder || (Date.now() - statSync(file).mtimeMs > writingTime ? 0 : undefined);
  } catch {
    return undefined;
  }
}

/** Removes the file of a dead holder, and no other: somebody else may have replaced it in between. */
function discard(file, dead) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readHolder(aside) !== dead) linkSync(aside, file);
    rmSync(aside, { force: true });
  } catch {
    // Somebody else has just done it.
  }
}

/** Runs `work` when no other process does work of this name; `onWait` is called once if there is one to wait for. */
export function oneAtATime(name, work, onWait) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.lock`);
  for (let waited = false; ; waited = true) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!waited) onWait?.();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    const holder = readHolder(file);
    if (holder !== undefined && !isAlive(holder)) discard(file, holder);
  }
  try {
    return work();
  } finally {
    rmSync(file, { force: true });
  }
}
