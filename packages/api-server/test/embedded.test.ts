import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../src/database/embedded-postgres.ts';
import { DatabaseStartError, embeddedFolder } from '../src/database/postgres-binaries.ts';
import { isRunning } from '../src/database/process-table.ts';
import { silentLog } from '../src/log.ts';
import { temporaryFolder, testBinDir } from './support/database.ts';
import { runCommand, startServer } from './support/server-process.ts';

async function start(t: TestContext, dataDir: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, binDir: testBinDir(), log: silentLog });
  t.after(() => server.close());
  return server;
}

async function ask(server: EmbeddedPostgres, query: string): Promise<unknown> {
  const client = new pg.Client({ ...server.connection(), database: 'postgres' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<{ answer: unknown }>(`select (${query}) as answer`)).rows[0]?.answer;
  } finally {
    await client.end();
  }
}

test('asks for a password, keeps it to its owner, writes to disk, and listens nowhere else', async (t) => {
  const dataDir = temporaryFolder();
  const server = await start(t, dataDir);
  const setting = (name: string) => ask(server, `current_setting('${name}')`);
  assert.equal(await setting('fsync'), 'on');
  assert.equal(await setting('synchronous_commit'), 'on');
  assert.equal(await setting('listen_addresses'), '127.0.0.1');
  assert.equal(await setting('unix_socket_directories'), '');
  assert.equal(statSync(join(dataDir, 'postgres', 'password')).mode & 0o777, 0o600);
  const stranger = new pg.Client({ ...server.connection(), password: 'guess', database: 'postgres' });
  await assert.rejects(stranger.connect(), /password authentication failed/);
});

test('several starts at once share one server, and the last to leave stops it', async (t) => {
  const dataDir = temporaryFolder();
  const servers = await Promise.all(Array.from({ length: 4 }, () => start(t, dataDir)));
  const [pid] = new Set(servers.map((server) => server.pid()));
  assert.ok(pid);
  assert.equal(new Set(servers.map((server) => server.pid())).size, 1);
  for (const server of servers.slice(1)) await server.close();
  assert.equal(isRunning(pid), true);
  await servers[0]?.close();
  assert.equal(isRunning(pid), false);
});

test('starts a killed server again, with its data', async (t) => {
  const server = await start(t, temporaryFolder());
  const client = new pg.Client({ ...server.connection(), database: 'postgres' });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('create table kept as select 42 as number');
  const killed = server.pid();
  const { promise, resolve } = ((): { promise: Promise<void>; resolve: () => void } => {
    let resolve = (): void => undefined;
    return { promise: new Promise<void>((done) => (resolve = done)), resolve: () => resolve() };
  })();
  server.onRestart(resolve);
  process.kill(killed, 'SIGKILL');
  await promise;
  assert.notEqual(server.pid(), killed);
  assert.equal(await ask(server, 'select number from kept'), 42);
});

test(
  'a server process that is killed leaves its database, which the next one adopts',
  { timeout: 60_000 },
  async (t) => {
    const dataDir = temporaryFolder();
    const environment = { DATA_DIR: dataDir };
    const first = await startServer(environment);
    const orphan = await pidOf(dataDir);
    await first.kill();
    await wait(100);
    assert.equal(isRunning(orphan), true);
    const second = await startServer(environment);
    t.after(() => second.stop());
    assert.equal(await pidOf(dataDir), orphan);
    // A command under a running server adopts the database too, and leaves it running.
    const { code, output } = await runCommand(environment, 'status', '--json');
    assert.equal(code, 0);
    assert.equal((JSON.parse(output) as { engine: string }).engine, 'embedded');
    assert.equal(await pidOf(dataDir), orphan);
    assert.equal(isRunning(orphan), true);
    assert.equal(await second.stop(), 0);
    assert.equal(isRunning(orphan), false);
  },
);

async function pidOf(dataDir: string): Promise<number> {
  const { readFile } = await import('node:fs/promises');
  return Number((await readFile(join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

test('tells what to do on a platform without shipped programs', () => {
  assert.throws(
    () => embeddedFolder('sunos', 'sparc'),
    (error: Error) =>
      error instanceof DatabaseStartError &&
      /sunos on sparc/.test(error.message) &&
      /Set DATABASE_URL/.test(error.message),
  );
});
