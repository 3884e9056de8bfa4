/** Demands are erased when their time is over, with all that is kept about them, and not before. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { previewPurge, purge } from '../src/maintenance/purge.ts';
import { startApi } from './support/api.ts';
import { testDatabase } from './support/database.ts';
import { desk, event, submitted, tryToOpen, visit } from './support/demands.ts';

const database = await testDatabase();
const { db } = database;
const api = await startApi(database, { triesPerAddress: 0 });
const usual = await desk(database, api);
const short = await desk(database, api, { keepDemandDays: 10 });
const day = 86_400_000;
const daysFromNow = (days: number): Date => new Date(Date.now() + days * day);
const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

/** Rows about one demand, in each table that may hold some. */
async function rowsAbout(reference: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of ['demand', 'demand_event', 'demand_access', 'demand_session', 'demand_lost_code'] as const)
    counts[table] = (await db.selectFrom(table).selectAll().where('reference', '=', reference).execute()).length;
  return counts;
}

test('a closed demand goes after the days of its service, with its events, its secret and its sessions', async () => {
  const [kept, gone] = [await usual.register(), await short.register({ events: [submitted()] })];
  await usual.append(kept.reference, [event('closed')]);
  await short.append(gone.reference, [event('closed')]);
  await visit(api, gone);
  await api.call('POST', '/v1/demands/lost-code', { body: { reference: gone.reference } });
  const whole = { demand: 1, demand_event: 2, demand_access: 1, demand_session: 1, demand_lost_code: 1 };
  assert.deepEqual(await rowsAbout(gone.reference), whole);

  assert.equal((await purge(db, daysFromNow(9))).demands, 0);
  assert.equal((await previewPurge(db, daysFromNow(11))).demands, 1);
  assert.equal((await rowsAbout(gone.reference))['demand_event'], 2);
  assert.equal((await purge(db, daysFromNow(11))).demands, 1);
  assert.deepEqual(await rowsAbout(gone.reference), {
    demand: 0,
    demand_event: 0,
    demand_access: 0,
    demand_session: 0,
    demand_lost_code: 0,
  });
  assert.equal((await tryToOpen(api, gone)).status, 404);
  assert.equal((await rowsAbout(kept.reference))['demand'], 1);
});

test('a demand that is not closed, or open again, stays', async () => {
  const [open, reopened] = [await short.register(), await short.register()];
  await short.append(reopened.reference, [event('closed')]);
  await short.append(reopened.reference, [event('reopened', { stage: 'in-review' })]);
  assert.equal((await purge(db, daysFromNow(4000))).demands, 1, 'the one of the first test, of the usual service');
  for (const { reference } of [open, reopened]) assert.equal((await rowsAbout(reference))['demand'], 1);
});

test('a demand is never erased before the day that its service announced', async () => {
  const { reference } = await short.register();
  await short.append(reference, [
    event('closed'),
    event('retention-announced', { deleteOn: isoDay(daysFromNow(100)) }),
  ]);
  assert.equal((await purge(db, daysFromNow(98))).demands, 0);
  assert.equal((await purge(db, daysFromNow(101))).demands, 1);
});

test('a session that is over is forgotten, its demand is not', async () => {
  const demand = await short.register();
  await visit(api, demand);
  assert.equal((await purge(db, new Date())).demandSessions, 0);
  assert.equal((await purge(db, daysFromNow(1))).demandSessions, 1);
  assert.equal((await rowsAbout(demand.reference))['demand'], 1);
});
