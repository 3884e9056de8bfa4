/**
 * Which system account PostgreSQL runs under. It refuses root, so a server started as root (as in most containers) hands
 * its database to `postgres` where that account exists, else to `nobody`.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Empty: the account of this process. Spread into the options of `spawn`. */
export type Account = { uid: number; gid: number } | Record<string, never>;

const isRoot = (): boolean => process.getuid?.() === 0;

function fromPasswordFile(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** The account for a data folder: its owner's when it exists already, so that root may serve a plain user's data. */
export function accountFor(dataFolder: string): Account {
  if (!isRoot()) return {};
  if (existsSync(dataFolder)) {
    const { uid, gid } = statSync(dataFolder);
    if (uid !== 0) return { uid, gid };
  }
  return fromPasswordFile('postgres') ?? fromPasswordFile('nobody') ?? { uid: 65_534, gid: 65_534 };
}

function mayEnter(folder: string, account: { uid: number; gid: number }): boolean {
  const { mode, uid, gid } = statSync(folder);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  return (mode & bit) !== 0;
}

/** The first folder on the way to `path` (included) that the account may not go through, if any. */
export function barrier(path: string, account: Account): string | undefined {
  if (!('uid' in account)) return undefined;
  const folders: string[] = [];
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && statSync(folder).isDirectory()) folders.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  return folders.find((folder) => !mayEnter(folder, account as { uid: number; gid: number }));
}
