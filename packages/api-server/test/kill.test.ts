/**
 * kill -9, twenty times, while opinions arrive: the server, the database, one of its backends, in turn. What was acknowledged
 * is there afterwards, once. fsync is on. On the `embedded` engine the server looks after its own database; on `postgres`
 * another process does, as a system's service manager would, and the server is given its address.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Config } from '../src/config.ts';
import { startEmbeddedPostgres } from '../src/database/embedded-postgres.ts';
import { migrate } from '../src/database/migrate.ts';
import { createDatabase, openDatabase, type Database } from '../src/database/open-database.ts';
import { exists, isRunning, processesIn } from '../src/database/process-table.ts';
import type { Schema } from '../src/database/schema.ts';
import { silentLog } from '../src/log.ts';
import { systemBinDir, temporaryFolder, testEngine } from './support/database.ts';
import { startServer, type ServerProcess } from './support/server-process.ts';

const rounds = 20;
const writers = 4;
const victims = ['server', 'database', 'backend'] as const;

interface Ground {
  environment: Record<string, string>;
  config: Pick<Config, 'databaseUrl' | 'dataDir' | 'poolSize'>;
  data: string;
  /** Ends what looks after the database, where it is not the server. */
  close(): Promise<void>;
}

async function prepare(): Promise<Ground> {
  const dataDir = temporaryFolder();
  const data = join(dataDir, 'postgres', 'data');
  if (testEngine === 'embedded') {
    return {
      environment: { DATA_DIR: dataDir },
      config: { databaseUrl: undefined, dataDir, poolSize: 1 },
      data,
      close: () => Promise.resolve(),
    };
  }
  const service = await startEmbeddedPostgres({ dataDir, binDir: systemBinDir(), log: silentLog });
  const { host, port, user, password } = service.connection();
  await createDatabase(service.connection(), 'spplus');
  const databaseUrl = `postgres://${user}:${password}@${host}:${port}/spplus`;
  return {
    environment: { DATABASE_URL: databaseUrl },
    config: { databaseUrl, dataDir, poolSize: 1 },
    data,
    close: () => service.close(),
  };
}

async function withDatabase<T>(config: Ground['config'], work: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
  const database: Database = await openDatabase(config, silentLog);
  try {
    await migrate(database.db);
    return await work(database.db);
  } finally {
    await database.close();
  }
}

interface Acknowledged {
  mark: string;
  reference: string;
}

/** A client that never gives up: the same key and content until a receipt comes. */
async function send(url: () => string, mark: string, stopped: AbortSignal): Promise<Acknowledged> {
  const key = randomUUID();
  const body = JSON.stringify({
    opinion: {
      ratings: [{ question: 'overall', scale: 'four', value: 3 }],
      comment: mark,
      publish: false,
      language: 'fr',
    },
    guard: { elapsed: 5000 },
  });
  for (;;) {
    stopped.throwIfAborted();
    try {
      const answer = await fetch(`${url()}/v1/services/mairie/feedback`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body,
        signal: AbortSignal.timeout(3_000),
      });
      const said = (await answer.json()) as { reference?: string };
      if (answer.status === 201 && said.reference) return { mark, reference: said.reference };
      assert.ok(
        answer.status >= 500 || answer.status === 409,
        `refused with ${answer.status}: ${JSON.stringify(said)}`,
      );
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      // Cut off: acknowledged or not, the client cannot know.
    }
    await wait(20 + Math.random() * 60);
  }
}

const postmaster = (data: string): number => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);

/** A backend that serves a connection, not one of the database's own helpers. */
const backend = (data: string): number | undefined =>
  processesIn(data)?.find((pid) => {
    try {
      return /127\.0\.0\.1/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8')) && pid !== postmaster(data);
    } catch {
      return false;
    }
  });

test(
  `nothing acknowledged is lost or doubled through ${rounds} kills on ${testEngine}`,
  { timeout: 120_000 },
  async (t) => {
    const ground = await prepare();
    t.after(() => ground.close());
    await withDatabase(ground.config, (db) =>
      db.insertInto('service').values({ id: 'mairie', name: 'Mairie', settings: '{}' }).execute(),
    );
    const environment = { ...ground.environment, RATE_PER_ADDRESS: '0', RATE_PER_SERVICE: '0', LOG_LEVEL: 'warn' };
    let server: ServerProcess = await startServer(environment);
    t.after(() => server.stop());
    const port = new URL(server.url).port;

    const acknowledged: Acknowledged[] = [];
    let sending = true;
    // A test that fails must end its clients, or its process would never end.
    const givenUp = new AbortController();
    t.after(() => givenUp.abort());
    const clients = Array.from({ length: writers }, async (_, writer) => {
      for (let number = 0; sending; number += 1)
        acknowledged.push(await send(() => server.url, `${writer}-${number}`, givenUp.signal));
    });

    const allSent = Promise.all(clients);
    allSent.catch(() => undefined); // Seen below, unless a round fails first.

    const killed = { server: 0, database: 0, backend: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const before = acknowledged.length;
      // Writes must flow again before the next blow, which then falls among them.
      for (const end = Date.now() + 20_000; acknowledged.length < before + 10; await wait(5)) {
        assert.ok(Date.now() < end, `round ${round}: writes do not flow again; ${server.log().slice(-1000)}`);
      }
      await wait(Math.random() * 100);
      const victim = victims[round % victims.length] ?? 'server';
      if (victim === 'server') {
        await server.kill();
        server = await startServer({ ...environment, PORT: port });
      } else {
        const pid = victim === 'database' ? postmaster(ground.data) : backend(ground.data);
        assert.ok(pid && isRunning(pid), `no ${victim} to kill`);
        process.kill(pid, 'SIGKILL');
        for (const end = Date.now() + 5_000; exists(pid) && isRunning(pid) && Date.now() < end;) await wait(5);
        assert.ok(!isRunning(pid));
      }
      killed[victim] += 1;
    }
    sending = false;
    await allSent;
    assert.equal(await server.stop(), 0);

    const stored = await withDatabase(ground.config, (db) =>
      db.selectFrom('feedback').select(['reference', 'opinion']).execute(),
    );
    const byReference = new Map(stored.map(({ reference, opinion }) => [reference, opinion?.comment]));
    const missing = acknowledged.filter(({ reference, mark }) => byReference.get(reference) !== mark);
    assert.deepEqual(missing, [], 'acknowledged opinions missing');
    assert.equal(
      new Set(stored.map(({ opinion }) => opinion?.comment)).size,
      stored.length,
      'an opinion is stored twice',
    );
    assert.equal(stored.length, acknowledged.length, 'every client got its receipt in the end');
    t.diagnostic(`${acknowledged.length} opinions, killed ${JSON.stringify(killed)}`);
  },
);
