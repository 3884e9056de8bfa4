import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomUUID } from 'node:crypto';
import { openDatabase } from '../src/database/open-database.ts';
import { migrate, migrations } from '../src/database/migrate.ts';
import { silentLog } from '../src/log.ts';
import { emptyDatabase } from './support/database.ts';
import { startServer } from './support/server-process.ts';

// At the top of the file: the PostgreSQL server they stand on lasts as long as the file.
const databases = [await emptyDatabase(), await emptyDatabase(), await emptyDatabase()] as const;

test(
  'four servers started at once on an empty database migrate it once, and behave as one',
  { timeout: 60_000 },
  async (t) => {
    const [DATABASE_URL] = databases;
    const servers = await Promise.all(Array.from({ length: 4 }, () => startServer({ DATABASE_URL })));
    t.after(() => Promise.all(servers.map((server) => server.stop())));
    const applied = servers.flatMap((server) => server.log().match(/Migration applied/g) ?? []);
    assert.equal(applied.length, Object.keys(migrations).length);

    const database = await openDatabase({ databaseUrl: DATABASE_URL, dataDir: '', poolSize: 1 }, silentLog);
    t.after(() => database.close());
    await database.db
      .insertInto('service')
      .values({ id: 'mairie', name: 'Mairie', settings: JSON.stringify({ ratePerAddress: 3 }) })
      .execute();
    const key = randomUUID();
    const send = (url: string, itsKey: string) =>
      fetch(`${url}/v1/services/mairie/feedback`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': itsKey },
        body: JSON.stringify({
          opinion: { ratings: [{ question: 'overall', scale: 'four', value: 3 }], publish: false, language: 'fr' },
          guard: { elapsed: 5000 },
        }),
      });
    const answers = await Promise.all(
      servers.slice(0, 3).map(async ({ url }) => (await send(url, key)).json() as Promise<Record<string, unknown>>),
    );
    assert.ok(answers[0]?.['reference'], JSON.stringify(answers[0]));
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
    const { length } = await database.db.selectFrom('feedback').select('reference').execute();
    assert.equal(length, 1);
    // Three writes a minute from one address, whichever process they reach.
    const statuses = await Promise.all(
      servers.flatMap(({ url }) => [1, 2].map(async () => (await send(url, randomUUID())).status)),
    );
    assert.ok(statuses.includes(429), statuses.join());
    assert.ok(statuses.filter((status) => status === 201).length <= 3, statuses.join());
  },
);

test('says so when the tables come from a later version, and leaves them', async (t) => {
  const database = await openDatabase({ databaseUrl: databases[1], dataDir: '', poolSize: 2 }, silentLog);
  t.after(() => database.close());
  await migrate(database.db, { ...migrations, '9999-later': { up: () => Promise.resolve() } });
  await assert.rejects(migrate(database.db), /migrated by a later version/);
});

test('a migration that fails leaves the tables as they were', async (t) => {
  const database = await openDatabase({ databaseUrl: databases[2], dataDir: '', poolSize: 2 }, silentLog);
  t.after(() => database.close());
  const failing = { up: () => Promise.reject(new Error('broken')) };
  await assert.rejects(
    migrate(database.db, { ...migrations, '9999-broken': failing }),
    /9999-broken failed; the database is as it was/,
  );
  assert.deepEqual(await migrate(database.db), Object.keys(migrations));
});
