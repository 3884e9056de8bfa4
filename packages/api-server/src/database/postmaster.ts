/** One PostgreSQL server process (a "postmaster") on a cluster's folder: finding it, starting it, stopping it. */
import { spawn } from 'node:child_process';
import { closeSync, fchownSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../log.ts';
import { superuser, type Cluster } from './cluster-folder.ts';
import { DatabaseStartError, program } from './postgres-binaries.ts';
import { exists, isRunning, processesIn } from './process-table.ts';

export interface Postmaster {
  pid: number;
  port: number;
}

export interface PostmasterOptions {
  /** False gives up safety against power loss. For tests only. */
  durable: boolean;
  log: Log;
  /** Port to take if it is free, so that connections find the server where it was. */
  preferredPort?: number | undefined;
}

/** How long a server may take to start, recovery after a crash included. */
const patience = 120_000;
/** How long children of a dead server may take to notice its end. */
const orphanPatience = 5_000;

/** Adopts the server of this folder, or starts one; never two. Call it under the folder's lock. */
export async function findOrStart(cluster: Cluster, options: PostmasterOptions): Promise<Postmaster> {
  const end = Date.now() + patience;
  const orphansEnd = Date.now() + orphanPatience;
  let refusals = 0;
  while (Date.now() < end) {
    const named = readPostmasterFile(cluster);
    if (named && (await serves(cluster, named))) return named;
    const living = processesIn(cluster.data) ?? (named && exists(named.pid) ? [named.pid] : []);
    if (named && living.includes(named.pid)) {
      await wait(100); // It starts, recovers or stops.
      continue;
    }
    if (living.length > 0) {
      // Children outlive a killed postmaster until they notice. While they hold the data, no other may start.
      if (Date.now() > orphansEnd) for (const pid of living) signal(pid, 'SIGQUIT');
      await wait(50);
      continue;
    }
    // PostgreSQL would take a zombie, or a newcomer with the same pid, for the server. Nobody stands in the folder: it is not.
    if (named && exists(named.pid) && process.platform === 'linux')
      rmSync(join(cluster.data, 'postmaster.pid'), { force: true });
    const started = await start(cluster, { ...options, preferredPort: named?.port ?? options.preferredPort });
    if (started) return started;
    if (++refusals >= 5) break;
    await wait(200 * refusals);
  }
  throw new DatabaseStartError(
    `The database in ${cluster.folder} does not start. The end of its log (${logFile(cluster)}):\n${endOfLog(cluster)}`,
  );
}

/** Fast shutdown: transactions under way are rolled back, everything is written. Resolves once the process has ended. */
export async function stop({ pid }: Postmaster): Promise<void> {
  for (const [sign, time] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
  ] as const) {
    signal(pid, sign);
    for (const end = Date.now() + time; Date.now() < end; await wait(20)) if (!isRunning(pid)) return;
  }
}

function signal(pid: number, sign: NodeJS.Signals): void {
  try {
    process.kill(pid, sign);
  } catch {
    // It has just ended.
  }
}

/** Lines of postmaster.pid: pid, data folder, start, port, socket folder, address, shared memory, status. */
function readPostmasterFile({ data }: Cluster): Postmaster | undefined {
  try {
    const [pid, , , port] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n').map(Number);
    return pid && port ? { pid: Math.abs(pid), port } : undefined;
  } catch {
    return undefined;
  }
}

/** Does a server answer on this port, with our password, for this very folder? */
async function serves(cluster: Cluster, { port }: Postmaster): Promise<boolean> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: superuser,
    password: cluster.password,
    database: 'postgres',
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory === cluster.data;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function start(
  cluster: Cluster,
  { durable, log, preferredPort }: PostmasterOptions,
): Promise<Postmaster | undefined> {
  const port = await freePort(preferredPort);
  const file = logFile(cluster);
  const output = openSync(file, isLong(file) ? 'w' : 'a', 0o600);
  if ('uid' in cluster.account) fchownSync(output, cluster.account.uid, cluster.account.gid);
  const safety = durable ? 'on' : 'off';
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: safety,
    full_page_writes: safety,
    synchronous_commit: safety,
    // What people write must not reach the log with a failing statement.
    log_min_messages: 'warning',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_statement: 'none',
    log_timezone: 'UTC',
    timezone: 'UTC',
  };
  const child = spawn(
    program(cluster.binDir, 'postgres'),
    [
      '-D',
      cluster.data,
      '-p',
      String(port),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    // In a session of its own: Ctrl+C is for the server, which stops its database last.
    {
      ...cluster.account,
      cwd: cluster.data,
      detached: true,
      stdio: ['ignore', output, output],
      env: { PATH: process.env['PATH'] ?? '' },
    },
  );
  closeSync(output);
  let ended = false;
  child.once('error', () => (ended = true));
  child.once('exit', () => (ended = true));
  child.unref();
  const begun = Date.now();
  while (!ended && Date.now() - begun < patience) {
    const named = readPostmasterFile(cluster);
    if (named && named.pid === child.pid && (await serves(cluster, named))) {
      log.debug('Database started', { pid: named.pid, port, milliseconds: Date.now() - begun });
      return named;
    }
    await wait(20);
  }
  return undefined;
}

const logFile = ({ folder }: Cluster): string => join(folder, 'log');
const isLong = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 1_000_000;

function endOfLog(cluster: Cluster): string {
  try {
    return readFileSync(logFile(cluster), 'utf8').trimEnd().split('\n').slice(-5).join('\n');
  } catch {
    return '(empty)';
  }
}

async function freePort(preferred: number | undefined): Promise<number> {
  const listen = (port: number): Promise<number | undefined> =>
    new Promise((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(undefined));
      server.listen(port, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
      });
    });
  const port = (preferred && (await listen(preferred))) || (await listen(0));
  if (!port) throw new DatabaseStartError('No free port was found on 127.0.0.1 for the database.');
  return port;
}
