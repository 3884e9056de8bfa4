import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Opinion } from '@spplus/contract/opinion';
import { openDatabase } from '../src/database/open-database.ts';
import { sha256 } from '../src/feedback/receipt-code.ts';
import { silentLog } from '../src/log.ts';
import { addService, addToken, gesture, problemOf, sent, startApi, submissionOf, told } from './support/api.ts';
import { testDatabase } from './support/database.ts';

const database = await testDatabase();
const { db } = database;
const service = await addService(database, 'mairie-exemple', { answerDays: 15 });
const other = await addService(database, 'ccas-exemple');
const token = await addToken(database, [service, other]);
const api = await startApi(database);
// A second process as the first sees it: connections and caches of its own, the same database.
const secondDatabase = await openDatabase({ databaseUrl: database.url, dataDir: '', poolSize: 10 }, silentLog);
const second = await startApi({ ...secondDatabase, close: async () => undefined });
const one = (reference: string, of = service) => `/v1/services/${of}/feedback/${reference}`;
const withKey = async (key: string) => {
  const rows = await db.selectFrom('feedback').select(['reference', 'creation_key']).execute();
  return rows.filter(({ creation_key }) => creation_key.equals(sha256(key)));
};

test('one gesture is an opinion: accepted at once, read back equal with its receipt', async () => {
  const receipt = await sent(api, service);
  const { body } = await api.call('GET', one(receipt.reference), { receipt });
  assert.equal(body['status'], 'accepted');
  assert.deepEqual(body['opinion'], gesture);
});

test('words wait for an agent, and the person reads their own e-mail', async () => {
  const receipt = await sent(api, service, told);
  const { body, headers } = await api.call('GET', one(receipt.reference), { receipt });
  assert.equal(body['status'], 'pending');
  assert.deepEqual(body['opinion'], told);
  assert.equal(headers.get('cache-control'), 'no-store');
  assert.ok(receipt.answerBy && receipt.emailErasedAt);
});

test('fifty parallel posts of one key, on two processes, are one opinion and one receipt', async () => {
  const key = randomUUID();
  const receipts = await Promise.all(
    Array.from({ length: 50 }, (_, index) => sent(index % 2 ? api : second, service, told, key)),
  );
  for (const receipt of receipts) assert.deepEqual(receipt, receipts[0]);
  assert.equal((await withKey(key)).length, 1);
});

test('a repetition gets the same receipt after a correction, and another content is refused', async () => {
  const key = randomUUID();
  const receipt = await sent(api, service, gesture, key);
  const corrected = await api.call('PUT', one(receipt.reference), { receipt, body: { opinion: told, version: 1 } });
  assert.equal(corrected.status, 200);
  const repeated = await sent(second, service, gesture, key);
  assert.equal(repeated.secret, receipt.secret);
  assert.equal(repeated.reference, receipt.reference);
  const reused = await api.call('POST', `/v1/services/${service}/feedback`, { key, body: submissionOf(told) });
  assert.deepEqual([reused.status, problemOf(reused)], [422, 'key-reused']);
});

test('the same key in another service is another opinion', async () => {
  const key = randomUUID();
  const [here, there] = [await sent(api, service, gesture, key), await sent(api, other, gesture, key)];
  assert.notEqual(here.secret, there.secret);
  const crossed = await api.call('GET', one(here.reference, other), { receipt: here });
  assert.equal(crossed.status, 404);
});

test('a wrong secret, an unknown reference and one that cannot exist answer alike', async () => {
  const receipt = await sent(api, service);
  const wrong = { secret: 'AAAA-AAAA-AAAA-AAAA-AAAA' };
  const answers = await Promise.all([
    api.call('GET', one(receipt.reference), { receipt: wrong }),
    api.call('GET', one(receipt.reference)),
    api.call('GET', one('ZZZZ-ZZZZ'), { receipt }),
    api.call('GET', one('%00'), { receipt }),
    api.call('GET', one("'%20or%201=1--"), { receipt }),
  ]);
  for (const { status, body } of answers) {
    assert.equal(status, 404);
    assert.deepEqual({ ...body, requestId: '' }, { ...answers[0].body, requestId: '' });
  }
});

test('every write asks for an Idempotency-Key by its name', async () => {
  const receipt = await sent(api, service);
  const path = one(receipt.reference);
  const calls = await Promise.all([
    api.call('POST', `/v1/services/${service}/feedback`, { key: null, body: submissionOf() }),
    api.call('PUT', path, { key: null, receipt, body: { opinion: gesture, version: 1 } }),
    api.call('DELETE', path, { key: null, receipt }),
    api.call('POST', `/v1/services/${service}/feedback`, { key: 'short', body: submissionOf() }),
  ]);
  for (const answered of calls) {
    assert.equal(problemOf(answered), 'invalid-request');
    assert.match(String(answered.body['detail']), /Idempotency-Key/);
  }
});

test('a correction seen twice is done once; from an old version it is refused', async () => {
  const receipt = await sent(api, service);
  const path = one(receipt.reference);
  const key = randomUUID();
  const correction = { receipt, key, body: { opinion: told, version: 1 } };
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) => (index % 2 ? api : second).call('PUT', path, correction)),
  );
  for (const { status, body } of answers)
    assert.deepEqual([status, body['version'], body['status']], [200, 2, 'pending']);
  const stale = await api.call('PUT', path, { receipt, body: { opinion: told, version: 1 } });
  assert.deepEqual([stale.status, problemOf(stale)], [409, 'stale-version']);
  const reused = await api.call('PUT', path, { receipt, key, body: { opinion: gesture, version: 2 } });
  assert.equal(problemOf(reused), 'key-reused');
  const kept = JSON.stringify(await db.selectFrom('idempotency').selectAll().execute());
  assert.ok(!kept.includes('planted'), 'no e-mail among remembered writes');
});

test('a published story corrected goes back to the agents, and leaves the page', async () => {
  const receipt = await sent(api, service, told);
  const moderation = `/v1/agent/services/${service}/feedback/${receipt.reference}/moderation`;
  await api.call('PUT', moderation, { token, body: { decision: 'accept', version: 1 } });
  const published = async () => {
    const { body } = await api.call('GET', `/v1/services/${service}/experiences?limit=50`);
    return body['items'] as { story: { title: string }; id: string }[];
  };
  const [before] = await published();
  assert.equal(before?.story.title, told.story?.title);
  assert.ok(!JSON.stringify(before).includes(receipt.reference) && !JSON.stringify(before).includes('planted'));
  await api.call('PUT', one(receipt.reference), {
    receipt,
    body: { opinion: { ...told, comment: 'Autre chose.' }, version: 1 },
  });
  assert.deepEqual(await published(), []);
  const { body } = await api.call('GET', `${one(receipt.reference)}/export`, { receipt });
  const history = (body['history'] as { event: string }[]).map(({ event }) => event);
  assert.deepEqual(history.toSorted(), ['accepted', 'corrected', 'published']);
});

test('a withdrawal erases everything and is done once; nothing may follow', async () => {
  const receipt = await sent(api, service, told);
  const path = one(receipt.reference);
  const answers = `/v1/agent/services/${service}/feedback/${receipt.reference}/answers`;
  await api.call('POST', answers, { token, body: { body: 'Merci', signature: 'La mairie', outcome: 'explained' } });
  const key = randomUUID();
  for (const [each, from] of [
    [api, 'first'],
    [second, 'again'],
  ] as const) {
    assert.equal((await each.call('DELETE', path, { receipt, key })).status, 204, from);
  }
  const { body } = await api.call('GET', path, { receipt });
  assert.deepEqual([body['status'], body['opinion'], body['answers']], ['withdrawn', undefined, []]);
  const row = await db
    .selectFrom('feedback')
    .selectAll()
    .where('reference', '=', receipt.reference)
    .executeTakeFirstOrThrow();
  assert.deepEqual([row.opinion, row.email, row.flags, row.published_at], [null, null, [], null]);
  const corrected = await api.call('PUT', path, { receipt, body: { opinion: gesture, version: body['version'] } });
  assert.deepEqual([corrected.status, problemOf(corrected)], [409, 'not-possible']);
});

test('no hash that is kept can be tried against a guess at what was sent', async () => {
  const receipt = await sent(api, service, told);
  const row = await db
    .selectFrom('feedback')
    .select('creation_hash')
    .where('reference', '=', receipt.reference)
    .executeTakeFirstOrThrow();
  assert.equal(row.creation_hash.equals(sha256(JSON.stringify(Opinion.parse(told)))), false);
  const key = randomUUID();
  await api.call('DELETE', one(receipt.reference), { receipt, key });
  const write = await db
    .selectFrom('idempotency')
    .select('request_hash')
    .where('key_hash', '=', sha256(key))
    .executeTakeFirstOrThrow();
  assert.equal(write.request_hash.equals(sha256(`DELETE ${one(receipt.reference)}\nnull`)), false);
});

test('a person says whether an answer was useful, and may change their mind', async () => {
  const receipt = await sent(api, service, told);
  const answer = { body: 'Merci', signature: 'La mairie', outcome: 'explained' };
  const { body } = await api.call('POST', `/v1/agent/services/${service}/feedback/${receipt.reference}/answers`, {
    token,
    body: answer,
  });
  const path = `${one(receipt.reference)}/answers/${String(body['id'])}/usefulness`;
  for (const useful of [true, false]) {
    assert.equal((await api.call('PUT', path, { receipt, body: { useful } })).status, 204);
    const read = await api.call('GET', one(receipt.reference), { receipt });
    assert.equal((read.body['answers'] as { useful: boolean }[])[0]?.useful, useful);
  }
  for (const id of [randomUUID(), '%00', "'"]) {
    const unknown = await api.call('PUT', `${one(receipt.reference)}/answers/${id}/usefulness`, {
      receipt,
      body: { useful: true },
    });
    assert.equal(unknown.status, 404);
  }
});

test('a caller who hangs up in the middle of a request leaves nothing behind', async () => {
  const key = randomUUID();
  await new Promise<void>((resolve) => {
    const hanging = request(`${api.url}/v1/services/${service}/feedback`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': '900', 'idempotency-key': key },
    });
    hanging.on('error', () => resolve());
    hanging.write('{"opinion":', () => setTimeout(() => hanging.destroy(), 30));
    hanging.on('close', () => resolve());
  });
  await wait(100);
  assert.equal((await withKey(key)).length, 0);
  await sent(api, service, gesture, key);
  assert.ok(
    !api.lines.some((line) => line.includes('"status":500')),
    api.lines.find((line) => line.includes('failure')),
  );
});

test('closes its second process', async () => {
  await second.close();
  await secondDatabase.close();
});
