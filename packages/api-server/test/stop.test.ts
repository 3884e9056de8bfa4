import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { emptyDatabase } from './support/database.ts';
import { startServer } from './support/server-process.ts';

const environment = { DATABASE_URL: await emptyDatabase(), DRAIN_SECONDS: '2', LOG_LEVEL: 'silent' };

test('a server that is stopped says so to balancers while it still answers', { timeout: 60_000 }, async () => {
  const server = await startServer(environment);
  const status = async (path: string) => (await fetch(server.url + path)).status;
  assert.equal(await status('/readyz'), 200);
  const ended = server.stop();
  await wait(300);
  assert.equal(await status('/readyz'), 503);
  assert.equal(await status('/livez'), 200);
  assert.equal(await ended, 0);
  await assert.rejects(status('/livez'));
});
