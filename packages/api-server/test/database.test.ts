import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openDatabase } from '../src/database/open-database.ts';
import { silentLog } from '../src/log.ts';
import { testDatabase, testEngine } from './support/database.ts';

const database = await testDatabase();
const { db } = database;

test('runs on the engine asked for', async () => {
  const { rows } = await sql<{ version: number }>`select current_setting('server_version_num')::int as version`.execute(
    db,
  );
  const major = Math.floor((rows[0]?.version ?? 0) / 10_000);
  assert.ok(testEngine === 'embedded' ? major === 18 : major >= 15, `PostgreSQL ${major}`);
});

test('reads counts as numbers and instants as Dates', async () => {
  const { rows } = await sql<{
    count: unknown;
    at: unknown;
  }>`select count(*) as count, now() as at from service`.execute(db);
  assert.equal(rows[0]?.count, 0);
  assert.ok(rows[0]?.at instanceof Date);
});

test('keeps the settings of a service as an object', async () => {
  await db
    .insertInto('service')
    .values({ id: 'mairie', name: 'Mairie', settings: JSON.stringify({ scale: 'four' }) })
    .execute();
  const { settings } = await db
    .selectFrom('service')
    .select('settings')
    .where('id', '=', 'mairie')
    .executeTakeFirstOrThrow();
  assert.deepEqual(settings, { scale: 'four' });
});

test('gives back a connection that was cut while idle', async () => {
  await sql`select 1`.execute(db);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
    db,
  );
  await new Promise((resolve) => setTimeout(resolve, 50));
  for (let i = 0; i < 10; i += 1) await sql`select 1`.execute(db);
});

test('tells a person what to check when the address does not answer', async () => {
  const opening = openDatabase(
    { databaseUrl: 'postgres://someone:top-secret@127.0.0.1:1/nothing', dataDir: '', poolSize: 1 },
    silentLog,
  );
  await assert.rejects(opening, (error: Error) => {
    assert.match(error.message, /DATABASE_URL cannot be reached/);
    assert.doesNotMatch(error.message, /top-secret/);
    return true;
  });
});
