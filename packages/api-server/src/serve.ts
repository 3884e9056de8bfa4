/** The server program: opens the database, brings it up to date, listens, and stops without cutting anyone off. */
import { serve, type ServerType } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { createApp } from './app.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { openDatabase } from './database/open-database.ts';
import { migrate } from './database/migrate.ts';
import { DatabaseStartError } from './database/postgres-binaries.ts';
import { createLog } from './log.ts';
import { startPurgeTimer } from './maintenance/purge.ts';

/** Milliseconds to wait for a database that starts at the same time. */
const databasePatience = 30_000;

const now = (): Date => new Date();

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  let stoppingSince: number | undefined;
  let requestStop: () => void = () => undefined;
  const stopRequested = new Promise<void>((resolve) => (requestStop = resolve));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stoppingSince !== undefined) {
        // Asked again: the person does not want to wait. Ctrl+C reaches us twice at once when a wrapper passes it on.
        if (performance.now() - stoppingSince > 1_000) process.exit(1);
        return;
      }
      stoppingSince = performance.now();
      log.info('Stopping', { signal });
      requestStop();
    });
  }

  const database = await openDatabase(config, log, databasePatience);
  try {
    const applied = await migrate(database.db);
    for (const migration of applied) log.info('Migration applied', { migration });
    const app = createApp({ database, config, log, now, isStopping: () => stoppingSince !== undefined });
    const server = await listen(app.fetch, config);
    const purging = startPurgeTimer(database.db, config.purgeMinutes, log, now);
    const { address, port, family } = server.address() as AddressInfo;
    process.stdout.write(
      `Services Publics Plus listens on http://${family === 'IPv6' ? `[${address}]` : address}:${port} (${database.kind} database)\n`,
    );

    await stopRequested;
    await setTimeout(config.drainSeconds * 1000);
    await within(config.shutdownSeconds, Promise.all([closeServer(server), purging.stop()]), () => {
      log.warn('Some requests were not finished in time');
    });
    if ('closeAllConnections' in server) server.closeAllConnections();
  } finally {
    await within(config.shutdownSeconds + 30, database.close(), () => log.error('The database did not close in time'));
  }
  log.info('Stopped');
}

function listen(fetch: Parameters<typeof serve>[0]['fetch'], { port, host }: Config): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: host }, () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(
          new ConfigError([`PORT ${port} is already taken on ${host}: stop the other program or choose another port.`]),
        );
      else if (error.code === 'EACCES')
        reject(new ConfigError([`PORT ${port} may not be opened by this account: choose one above 1023.`]));
      else if (error.code === 'ENOTFOUND' || error.code === 'EADDRNOTAVAIL')
        reject(new ConfigError([`HOST ${host} is not an address of this machine.`]));
      else reject(error);
    });
  });
}

/** No new connection; those at rest are closed, requests under way are finished. */
function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}

async function within(seconds: number, work: Promise<unknown>, late: () => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<'late'>(
    (resolve) => (timer = globalThis.setTimeout(() => resolve('late'), seconds * 1000)),
  );
  if ((await Promise.race([work, patience])) === 'late') late();
  clearTimeout(timer);
}

try {
  await main();
  process.exit(0);
} catch (error) {
  // What a person can mend is said in a sentence; anything else keeps its stack.
  const said = error instanceof ConfigError || error instanceof DatabaseStartError;
  process.stderr.write(
    `${said ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
}
