/**
 * Where an embedded database lives: `<DATA_DIR>/postgres/` with `data/` (PostgreSQL's own folder), `password`, `log` and
 * `users/` (one file per process that uses it). It appears complete or not at all.
 */
import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Log } from '../log.ts';
import { accountFor, barrier, type Account } from './postgres-account.ts';
import { checkPrograms, copyPrograms, DatabaseStartError, embeddedFolder, program } from './postgres-binaries.ts';

export const superuser = 'spplus';

export interface Cluster {
  /** The folder that holds everything, a real path. */
  folder: string;
  data: string;
  binDir: string;
  account: Account;
  password: string;
}

/** Where root keeps what the database's account could not reach elsewhere. */
const reachable = '/var/lib/spplus';

/** Finds or creates the cluster of a DATA_DIR. Call it under the folder's lock. `binDir` replaces the shipped programs. */
export async function prepareCluster(dataDir: string, binDir: string | undefined, log: Log): Promise<Cluster> {
  const folder = clusterFolder(dataDir, log);
  refuseStranger(folder);
  const data = join(folder, 'data');
  const account = accountFor(data);
  const programs = binDir ?? reachablePrograms(account, log);
  const major = await checkPrograms(programs, account);
  if (!existsSync(data)) await createCluster(folder, programs, account, log);
  const found = Number(readFileSync(join(data, 'PG_VERSION'), 'utf8'));
  if (found !== major) {
    throw new DatabaseStartError(
      `The data in ${data} were made by PostgreSQL ${found}, and this is PostgreSQL ${major}. Dump them with the former version and restore them (docs/database.md, "Changing version").`,
    );
  }
  return { folder, data, binDir: programs, account, password: readFileSync(join(folder, 'password'), 'utf8').trim() };
}

/** A real path, the same for every process that names the folder in its own way. */
export function clusterFolder(dataDir: string, log: Log): string {
  const wanted = resolve(dataDir);
  try {
    mkdirSync(wanted, { recursive: true, mode: 0o755 });
  } catch (error) {
    throw new DatabaseStartError(
      `The data folder ${wanted} cannot be created (${(error as Error).message}). Set DATA_DIR to a folder this account may write to.`,
    );
  }
  const real = realpathSync(wanted);
  const folder = join(real, 'postgres');
  const account = accountFor(join(folder, 'data'));
  // Only the last step is ours to open: others may go through, and still not list it.
  if (barrier(real, account) === real) chmodSync(real, statSync(real).mode | 0o111);
  const blocked = barrier(real, account);
  if (!blocked) return folder;
  const elsewhere = join(reachable, createHash('sha256').update(real).digest('hex').slice(0, 12), 'postgres');
  log.warn(
    `The database's account may not go through ${blocked}: data are kept in ${elsewhere}. Set DATA_DIR to choose another place.`,
  );
  mkdirSync(dirname(elsewhere), { recursive: true, mode: 0o755 });
  return elsewhere;
}

function refuseStranger(folder: string): void {
  if (!existsSync(folder)) return;
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
  } catch {
    throw new DatabaseStartError(
      `The database in ${folder} belongs to another account of this machine. Start as that account, or set DATA_DIR to another folder.`,
    );
  }
}

function reachablePrograms(account: Account, log: Log): string {
  const native = embeddedFolder();
  const blocked = barrier(join(native, 'bin'), account);
  if (!blocked) return join(native, 'bin');
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  const copy = join(reachable, `postgresql-${basename(dirname(native))}-${version}`);
  if (!existsSync(copy))
    log.warn(`The database's account may not go through ${blocked}: PostgreSQL's programs are copied to ${copy}.`);
  copyPrograms(native, copy);
  return join(copy, 'bin');
}

async function createCluster(folder: string, binDir: string, account: Account, log: Log): Promise<void> {
  for (const name of readdirSync(dirname(folder))) {
    // Left by a start that was killed; the lock says nobody else is at it.
    if (name.startsWith('postgres.new-'))
      rmSync(join(dirname(folder), name), { recursive: true, force: true, maxRetries: 3 });
  }
  const draft = `${folder}.new-${randomBytes(4).toString('hex')}`;
  const passwordFile = join(draft, 'password');
  mkdirSync(draft, { mode: 0o700 });
  mkdirSync(join(draft, 'users'), { mode: 0o700 });
  writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if ('uid' in account)
    for (const path of [draft, join(draft, 'users'), passwordFile]) chownSync(path, account.uid, account.gid);
  log.info('Creating the database', { folder });
  try {
    await promisify(execFile)(
      program(binDir, 'initdb'),
      // Locale C: the order of texts never changes with a library, so indexes outlive upgrades.
      [
        '-D',
        join(draft, 'data'),
        '-U',
        superuser,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
      ],
      { ...account, cwd: '/', env: { PATH: process.env['PATH'] ?? '' } },
    );
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw new DatabaseStartError(`The database could not be created in ${folder}: ${(error as Error).message.trim()}`);
  }
  renameSync(draft, folder);
}
