/**
 * The embedded database: a real PostgreSQL server beside the process, kept alive by it. No process owns it: whoever comes
 * first starts it, whoever comes next adopts it, whoever sees it dead starts it again, and the last to leave stops it.
 * A process that is killed leaves it running; the next start adopts it.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../log.ts';
import { clusterFolder, prepareCluster, superuser, type Cluster } from './cluster-folder.ts';
import { withFolderLock } from './folder-lock.ts';
import { findOrStart, stop, type Postmaster } from './postmaster.ts';
import { identify, isRunning, isSameProcess, type ProcessIdentity } from './process-table.ts';

export interface EmbeddedPostgresOptions {
  dataDir: string;
  log: Log;
  /** Programs of another PostgreSQL than the shipped one, e.g. `/usr/lib/postgresql/15/bin`. */
  binDir?: string | undefined;
  /** False gives up safety against power loss. For tests only. */
  durable?: boolean;
}

export interface ConnectionOptions {
  host: string;
  port: number;
  user: string;
  password: string;
}

export interface EmbeddedPostgres {
  /** Where to connect now; the port may change when the server had to be started again. */
  connection(): ConnectionOptions;
  /** Process id of the server. */
  pid(): number;
  /** Called after the server was found or started again. */
  onRestart(listener: () => void): void;
  /** Leaves; the last one stops the server. */
  close(): Promise<void>;
}

/** How often a server adopted from another process is looked at, in milliseconds. */
const watchInterval = 250;
let users = 0;

/** Starts or adopts the server of `dataDir`. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, log, binDir, durable = true } = options;
  const folder = clusterFolder(dataDir, log);
  const user = `${process.pid}-${++users}`;
  const ensure = (cluster: Cluster, preferredPort?: number) => findOrStart(cluster, { durable, log, preferredPort });

  const opened = await withFolderLock(folder, async () => {
    const cluster = await prepareCluster(dataDir, binDir, log);
    const server = await ensure(cluster);
    writeFileSync(join(cluster.folder, 'users', user), JSON.stringify(identify(process.pid)));
    return { cluster, server };
  });
  const { cluster } = opened;
  let server: Postmaster = opened.server;
  let closing = false;
  let recovery: Promise<void> | undefined;
  const listeners: (() => void)[] = [];

  const recover = async (): Promise<void> => {
    log.warn('The database has stopped; starting it again');
    for (let pause = 100; !closing; pause = Math.min(pause * 2, 5_000)) {
      try {
        server = await withFolderLock(folder, () => ensure(cluster, server.port));
        log.info('The database is back');
        for (const listener of listeners) listener();
        return;
      } catch (error) {
        log.error('The database does not start again', {
          reason: error instanceof Error ? error.message : String(error),
        });
        await wait(pause);
      }
    }
  };
  const watch = setInterval(() => {
    if (closing || recovery || isRunning(server.pid)) return;
    recovery = recover().finally(() => (recovery = undefined));
  }, watchInterval);
  watch.unref();

  return {
    connection: () => ({ host: '127.0.0.1', port: server.port, user: superuser, password: cluster.password }),
    pid: () => server.pid,
    onRestart: (listener) => void listeners.push(listener),
    async close() {
      if (closing) return;
      closing = true;
      clearInterval(watch);
      await recovery;
      await withFolderLock(folder, async () => {
        rmSync(join(cluster.folder, 'users', user), { force: true });
        if (!existsSync(cluster.data) || othersUse(cluster)) return;
        await stop(server);
      });
    },
  };
}

/** Is another live user registered? Files of dead processes are removed. */
function othersUse({ folder }: Cluster): boolean {
  const names = readdirSync(join(folder, 'users'));
  return (
    names.filter((name) => {
      const file = join(folder, 'users', name);
      const alive = isSameProcess(JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity);
      if (!alive) rmSync(file, { force: true });
      return alive;
    }).length > 0
  );
}
