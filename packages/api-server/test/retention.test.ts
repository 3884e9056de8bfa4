import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, test } from 'node:test';
import { openDatabase } from '../src/database/open-database.ts';
import { silentLog } from '../src/log.ts';
import { previewPurge, purge, startPurgeTimer, takeTurn } from '../src/maintenance/purge.ts';
import { testDatabase } from './support/database.ts';

const database = await testDatabase();
const { db } = database;
const now = new Date('2026-11-23T12:00:00.000Z');
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
const nothing = {
  emails: 0,
  opinions: 0,
  demands: 0,
  demandSessions: 0,
  lostCodes: 0,
  idempotency: 0,
  rateLimits: 0,
  proofs: 0,
  purgeRuns: 0,
};

beforeEach(async () => {
  for (const table of [
    'feedback',
    'service',
    'idempotency',
    'rate_limit',
    'used_proof',
    'purge_run',
    'instance_setting',
  ] as const) {
    await db.deleteFrom(table).execute();
  }
});

const service = (id: string, settings: object) =>
  db
    .insertInto('service')
    .values({ id, name: id, settings: JSON.stringify(settings) })
    .execute();

async function opinion(
  service_id: string,
  reference: string,
  received_at: Date,
  email: string | null = null,
): Promise<void> {
  await db
    .insertInto('feedback')
    .values({
      service_id,
      reference,
      received_at,
      email,
      creation_key: randomBytes(32),
      creation_hash: randomBytes(32),
      secret_hash: randomBytes(32),
      experience_id: randomUUID(),
      status: 'accepted',
      flags: [],
      refusal_reason: null,
      refusal_message: null,
      updated_at: received_at,
      published_at: received_at,
      opinion: JSON.stringify({
        ratings: [{ question: 'overall', scale: 'four', value: 4 }],
        publish: true,
        language: 'fr',
      }),
    })
    .execute();
  await db
    .insertInto('answer')
    .values({
      service_id,
      reference,
      id: randomUUID(),
      body: 'Merci',
      signature: 'La mairie',
      outcome: 'explained',
      agent: 'test',
      answered_at: received_at,
      useful: null,
    })
    .execute();
}

const references = async (): Promise<string[]> =>
  (await db.selectFrom('feedback').select('reference').orderBy('reference').execute()).map(
    ({ reference }) => reference,
  );

test('erases an opinion with its answers after the days its own service settled', async () => {
  await service('short', { keepDays: 10 });
  await service('default', {});
  for (const id of ['short', 'default']) {
    await opinion(id, `${id}-9`, daysAgo(9));
    await opinion(id, `${id}-11`, daysAgo(11));
    await opinion(id, `${id}-1096`, daysAgo(1096));
  }
  assert.deepEqual(await purge(db, now), { ...nothing, opinions: 3 });
  assert.deepEqual(await references(), ['default-11', 'default-9', 'short-9']);
  const answers = await db.selectFrom('answer').select('reference').orderBy('reference').execute();
  assert.deepEqual(
    answers.map(({ reference }) => reference),
    ['default-11', 'default-9', 'short-9'],
  );
});

test('erases an e-mail sooner, keeps the opinion, and writes it in its history', async () => {
  await service('mairie', { keepEmailDays: 30 });
  await opinion('mairie', 'OLD', daysAgo(31), 'someone@example.org');
  await opinion('mairie', 'NEW', daysAgo(29), 'other@example.org');
  assert.deepEqual(await purge(db, now), { ...nothing, emails: 1 });
  const rows = await db.selectFrom('feedback').select(['reference', 'email']).orderBy('reference').execute();
  assert.deepEqual(rows, [
    { reference: 'NEW', email: 'other@example.org' },
    { reference: 'OLD', email: null },
  ]);
  const events = await db.selectFrom('feedback_event').select(['reference', 'event']).execute();
  assert.deepEqual(events, [{ reference: 'OLD', event: 'email-erased' }]);
});

test('forgets technical records once they serve no more', async () => {
  const hoursAgo = (hours: number): Date => daysAgo(hours / 24);
  for (const at of [hoursAgo(49), hoursAgo(47)]) {
    await db
      .insertInto('idempotency')
      .values({
        service_id: 'x',
        key_hash: randomBytes(32),
        request_hash: randomBytes(32),
        response: null,
        created_at: at,
      })
      .execute();
  }
  for (const at of [hoursAgo(3), hoursAgo(1)])
    await db.insertInto('rate_limit').values({ bucket: 'address:x', window_start: at, hits: 1 }).execute();
  for (const at of [hoursAgo(1), hoursAgo(-1)])
    await db
      .insertInto('used_proof')
      .values({ proof_hash: randomBytes(32), expires_at: at })
      .execute();
  assert.deepEqual(await previewPurge(db, now), { ...nothing, idempotency: 1, rateLimits: 1, proofs: 1 });
  assert.deepEqual(await purge(db, now), { ...nothing, idempotency: 1, rateLimits: 1, proofs: 1 });
});

test('a preview counts and removes nothing', async () => {
  await service('mairie', { keepDays: 1 });
  await opinion('mairie', 'OLD', daysAgo(2), 'someone@example.org');
  assert.deepEqual(await previewPurge(db, now), { ...nothing, opinions: 1 });
  assert.deepEqual(await references(), ['OLD']);
  assert.equal((await db.selectFrom('purge_run').selectAll().execute()).length, 0);
});

test('removes more than one batch and records what it removed', async () => {
  const old = daysAgo(3);
  const rows = Array.from({ length: 1203 }, (_, index) => ({ bucket: `address:${index}`, window_start: old, hits: 1 }));
  await db.insertInto('rate_limit').values(rows).execute();
  await purge(db, now);
  assert.equal((await db.selectFrom('rate_limit').selectAll().execute()).length, 0);
  const runs = await db.selectFrom('purge_run').select(['at', 'removed']).execute();
  assert.deepEqual(runs, [{ at: now, removed: { ...nothing, rateLimits: 1203 } }]);
});

test('two purges at once remove each row once', async () => {
  await service('mairie', { keepDays: 1, keepEmailDays: 1 });
  for (let i = 0; i < 60; i += 1) await opinion('mairie', `R-${i}`, daysAgo(2));
  const reports = await Promise.all([purge(db, now), purge(db, now)]);
  assert.equal(
    reports.reduce((sum, { opinions }) => sum + opinions, 0),
    60,
  );
  assert.deepEqual(await references(), []);
});

test('one process of several takes the turn, and the next one after the interval', async () => {
  const turns = await Promise.all(Array.from({ length: 8 }, () => takeTurn(db, now, 60_000)));
  assert.equal(turns.filter(Boolean).length, 1);
  assert.equal(await takeTurn(db, new Date(now.getTime() + 59_000), 60_000), false);
  assert.equal(await takeTurn(db, new Date(now.getTime() + 60_000), 60_000), true);
});

test('purges by itself, and says what it removed', { timeout: 10_000 }, async () => {
  await service('mairie', { keepDays: 1 });
  await opinion('mairie', 'OLD', daysAgo(2));
  const said: unknown[] = [];
  const { promise: done, resolve } = Promise.withResolvers<void>();
  const log = {
    ...silentLog,
    info: (message: string, fields?: unknown) => (said.push({ message, fields }), resolve()),
  };
  const timer = startPurgeTimer(db, 0.001, log, () => now);
  const alive = setInterval(() => undefined, 1000); // The timer alone keeps no process up.
  await done;
  clearInterval(alive);
  await timer.stop();
  assert.deepEqual(await references(), []);
  assert.match(JSON.stringify(said), /"opinions":1/);
});

test('a second connection to the database sees the same turn', async () => {
  const other = await openDatabase({ databaseUrl: database.url, dataDir: '', poolSize: 1 }, silentLog);
  try {
    const turns = await Promise.all([takeTurn(db, now, 1000), takeTurn(other.db, now, 1000)]);
    assert.equal(turns.filter(Boolean).length, 1);
  } finally {
    await other.close();
  }
});
