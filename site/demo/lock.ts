/**
 * One demonstration per data folder. The lock is a file that names a process and, once it is up, the address of its site.
 * What a dead process left behind is taken over; two starts at the same moment cannot both take it.
 */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

export interface Holder {
  pid: number;
  /** Tells this start from another one that the system gave the same process id. */
  instance: string;
  startedAt: number;
  /** Address of its site, once it is up. */
  site?: string;
}

export class AlreadyRunning extends Error {
  readonly site: string | undefined;

  constructor({ pid, site }: Holder) {
    super(
      site ? `The demonstration already runs: ${site}` : `The demonstration is already being started (process ${pid}).`,
    );
    this.site = site;
  }
}

export interface Lock {
  /** What /demo.json says, so that later starts recognise this one. */
  readonly instance: string;
  announce(site: string): void;
  release(): void;
}

/** How long a first start may take, installation included, in milliseconds. */
const startTime = 10 * 60_000;

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

async function isHeld(holder: Holder): Promise<boolean> {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (!holder.site) return Date.now() - holder.startedAt < startTime;
  try {
    const answer = await fetch(new URL('/demo.json', holder.site), { signal: AbortSignal.timeout(3000) });
    return ((await answer.json()) as { instance?: string }).instance === holder.instance;
  } catch {
    return false;
  }
}

export async function takeLock(folder: string): Promise<Lock> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'demo.lock');
  const mine: Holder = { pid: process.pid, instance: randomUUID(), startedAt: Date.now() };
  try {
    writeFileSync(file, JSON.stringify(mine), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = read(file);
    if (holder && (await isHeld(holder))) throw new AlreadyRunning(holder);
    discard(file, holder);
    return takeLock(folder);
  }
  return {
    instance: mine.instance,
    announce: (site) => writeFileSync(file, JSON.stringify({ ...mine, site })),
    release: () => rmSync(file, { force: true }),
  };
}

/** Removes a dead holder's file, and no other: another start may have replaced it in between. */
function discard(file: string, dead: Holder | undefined): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (dead && read(aside)?.instance !== dead.instance) linkSync(aside, file);
  rmSync(aside, { force: true });
}
