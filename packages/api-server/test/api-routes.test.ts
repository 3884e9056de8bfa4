import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operations, type Operation } from '@spplus/contract/operations';
import { createApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { sha256 } from '../src/feedback/receipt-code.ts';
import { silentLog } from '../src/log.ts';
import { addService, addToken, gesture, problemOf, sent, site, startApi, submissionOf, told } from './support/api.ts';
import { testDatabase } from './support/database.ts';

const database = await testDatabase();
const service = await addService(database, 'mairie-exemple');
const other = await addService(database, 'ccas-exemple');
const token = await addToken(database, [service]);
const metricsToken = 'a-token-for-metrics-only';
const api = await startApi(database, { metricsToken, bodyLimit: 20_000 });
const feedback = `/v1/services/${service}/feedback`;
const list = Object.values(operations) as Operation[];

test('has a route for every operation of the contract, and under /v1 no other', () => {
  const app = createApp({ database, config: readConfig({}), log: silentLog, now: () => new Date() });
  const routes = app.routes.filter(({ method, path }) => path.startsWith('/v1/') && method !== 'OPTIONS');
  const expected = list.map(({ method, path }) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`);
  assert.deepEqual([...new Set(routes.map(({ method, path }) => `${method} ${path}`))].toSorted(), expected.toSorted());
});

test('serves its own description', async () => {
  const { status, body } = await api.call('GET', '/openapi.json');
  assert.equal(status, 200);
  assert.equal(Object.keys(body['paths'] as object).length, new Set(list.map(({ path }) => path)).size);
});

test('a service is read from its sites or without a page, and again by its ETag', async () => {
  const path = `/v1/services/${service}`;
  const first = await api.call('GET', path);
  const etag = first.headers.get('etag') ?? '';
  assert.match(first.headers.get('cache-control') ?? '', /max-age=\d/);
  const again = await api.call('GET', path, { headers: { 'if-none-match': etag } });
  assert.deepEqual([again.status, again.text], [304, '']);
  assert.equal((await api.call('GET', '/v1/services/unknown')).status, 404);
});

test('what is not there is 404, another method 405 with those allowed', async () => {
  assert.equal((await api.call('GET', '/nowhere')).status, 404);
  const wrong = await api.call('PATCH', feedback);
  assert.deepEqual([wrong.status, wrong.headers.get('allow')], [405, 'POST']);
});

test('only JSON, of a limited size, is read', async () => {
  const plain = await api.call('POST', feedback, { raw: '{}', headers: { 'content-type': 'text/plain' } });
  assert.deepEqual([plain.status, problemOf(plain)], [415, 'unsupported-media']);
  const large = await api.call('POST', feedback, { body: { filler: 'x'.repeat(20_000) } });
  assert.deepEqual([large.status, problemOf(large)], [413, 'too-large']);
  const deep = await api.call('POST', feedback, { raw: '['.repeat(9_000) });
  assert.deepEqual([deep.status, problemOf(deep)], [400, 'invalid-request']);
});

test('says where a message is wrong', async () => {
  const ratings = [{ question: 'overall', scale: 'four', value: 40 }];
  const { status, body } = await api.call('POST', feedback, {
    body: { opinion: { ...gesture, ratings }, guard: { elapsed: 9_000 } },
  });
  assert.equal(status, 400);
  assert.equal((body['errors'] as { pointer: string }[])[0]?.pointer, '/opinion/ratings/0/value');
});

test('a page of a listed site is answered with the headers that it needs', async () => {
  const { status, headers } = await api.call('POST', feedback, { body: submissionOf(), headers: { origin: site } });
  assert.equal(status, 201);
  assert.equal(headers.get('access-control-allow-origin'), site);
  assert.equal(headers.get('access-control-allow-credentials'), null);
  assert.match(headers.get('vary') ?? '', /Origin/);
  for (const name of ['Retry-After', 'ETag', 'Request-Id'])
    assert.ok(headers.get('access-control-expose-headers')?.includes(name), name);
  const refused = await api.call('POST', feedback, { body: {}, headers: { origin: site } });
  assert.equal(refused.headers.get('access-control-allow-origin'), site, 'an error can be read too');
});

test('a write from a page of another site is refused, a read is not shared with it', async () => {
  for (const origin of [
    'https://elsewhere.example',
    'null',
    `${site}.elsewhere.example`,
    site.replace('https', 'http'),
  ]) {
    const write = await api.call('POST', feedback, { body: submissionOf(), headers: { origin } });
    assert.deepEqual([write.status, problemOf(write)], [403, 'site-not-allowed'], origin);
    const read = await api.call('GET', `/v1/services/${service}`, { headers: { origin } });
    assert.equal(read.headers.get('access-control-allow-origin'), null, origin);
  }
  assert.equal(
    (await api.call('POST', feedback, { body: submissionOf(), headers: { origin: api.url } })).status,
    201,
    'same origin',
  );
});

test('preflights are answered by service', async () => {
  const ask = (origin: string, path = feedback) =>
    api.call('OPTIONS', path, { headers: { origin, 'access-control-request-method': 'POST' } });
  const listed = await ask(site);
  assert.equal(listed.headers.get('access-control-allow-origin'), site);
  for (const name of ['Idempotency-Key', 'Receipt-Secret', 'Authorization']) {
    assert.ok(listed.headers.get('access-control-allow-headers')?.includes(name), name);
  }
  assert.equal((await ask('https://elsewhere.example')).headers.get('access-control-allow-origin'), null);
  assert.equal((await ask(site, '/v1/services/%E0%A4%A/feedback')).headers.get('access-control-allow-origin'), null);
});

test('a token opens its services and rights only, until it ends', async () => {
  const reader = await addToken(database, [service], ['read']);
  const ended = await addToken(database, [service], ['read'], new Date(Date.now() - 1000));
  const queue = `/v1/agent/services/${service}/feedback`;
  assert.equal((await api.call('GET', queue, { token: reader })).status, 200);
  for (const wrong of [undefined, 'spa_unknown-unknown-unknown', ended]) {
    const { status, headers } = await api.call('GET', queue, wrong ? { token: wrong } : {});
    assert.deepEqual([status, headers.get('www-authenticate')], [401, 'Bearer']);
  }
  const elsewhere = await api.call('GET', `/v1/agent/services/${other}/feedback`, { token: reader });
  const beyond = await api.call('GET', `/v1/agent/services/${service}/export`, { token: reader });
  for (const answered of [elsewhere, beyond])
    assert.deepEqual([answered.status, problemOf(answered)], [403, 'forbidden']);
  await database.db
    .updateTable('agent_token')
    .set({ revoked_at: new Date() })
    .where('token_hash', '=', sha256(reader))
    .execute();
  assert.equal((await api.call('GET', queue, { token: reader })).status, 401, 'a revocation holds at once');
});

test('the queue shows distress first, then the oldest, page by page; e-mails only to those who may answer', async () => {
  const first = await sent(api, service, { ...gesture, comment: 'Le guichet ferme trop tôt.' });
  const second = await sent(api, service, told);
  const urgent = await sent(api, service, { ...gesture, comment: 'Je suis à bout, je veux mourir.' });
  const onlyReads = await addToken(database, [service], ['read']);
  let emails = '';
  const seen: string[] = [];
  let next: string | undefined;
  do {
    const cursor: string = next ? `&cursor=${next}` : '';
    const path = `/v1/agent/services/${service}/feedback?status=pending&limit=1${cursor}`;
    const { body } = await api.call('GET', path, { token });
    const { text } = await api.call('GET', path, { token: onlyReads });
    assert.ok(!text.includes('planted'));
    emails += JSON.stringify(body);
    seen.push(...(body['items'] as { reference: string }[]).map(({ reference }) => reference));
    next = body['next'] as string | undefined;
  } while (next);
  assert.deepEqual(
    seen,
    [urgent, first, second].map(({ reference }) => reference),
  );
  assert.ok(emails.includes('planted'));
});

test('a cursor that this server did not give is refused', async () => {
  const forge = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url');
  const forged = [
    'x',
    forge(['0', 'yesterday', 'A']),
    forge(['9e99', '+200000-01-01T00:00:00Z', 'A']),
    forge(['0', '2026-01-01', '\0']),
  ];
  for (const cursor of forged) {
    const { status } = await api.call('GET', `/v1/agent/services/${service}/feedback?cursor=${cursor}`, { token });
    assert.equal(status, 400, cursor);
  }
  for (const limit of ['0', '-1', 'many', '1.5']) {
    assert.equal((await api.call('GET', `/v1/services/${service}/experiences?limit=${limit}`)).status, 400, limit);
  }
});

test('published experiences come newest first, page by page', async () => {
  const titles = ['Premier récit', 'Deuxième récit', 'Troisième récit'];
  for (const title of titles) {
    const { reference } = await sent(api, service, { ...told, story: { title, happened: 'Bien.' } });
    const path = `/v1/agent/services/${service}/feedback/${reference}`;
    await api.call('PUT', `${path}/moderation`, { token, body: { decision: 'accept', version: 1 } });
    await api.call('POST', `${path}/answers`, {
      token,
      body: { body: `Merci : ${title}`, signature: 'La mairie', outcome: 'fixed' },
    });
  }
  const first = await api.call('GET', `/v1/services/${service}/experiences?limit=2`);
  const last = await api.call(
    'GET',
    `/v1/services/${service}/experiences?limit=2&cursor=${String(first.body['next'])}`,
  );
  const items = [first, last].flatMap(
    ({ body }) => body['items'] as { story: { title: string }; answers: { body: string }[] }[],
  );
  assert.deepEqual(
    items.map(({ story }) => story.title),
    titles.toReversed(),
  );
  for (const { story, answers } of items) assert.equal(answers[0]?.body, `Merci : ${story.title}`);
  assert.equal(last.body['next'], undefined);
});

test('a refused opinion says why, and may be written again', async () => {
  const receipt = await sent(api, service, told);
  const path = `/v1/agent/services/${service}/feedback/${receipt.reference}`;
  const refusal = { decision: 'refuse', version: 1, reason: 'insult', message: 'Enlevez la deuxième phrase.' };
  await api.call('PUT', `${path}/moderation`, { token, body: refusal });
  const answered = await api.call('POST', `${path}/answers`, {
    token,
    body: { body: 'Non', signature: 'A', outcome: 'explained' },
  });
  assert.deepEqual([answered.status, problemOf(answered)], [409, 'not-possible']);
  const refused = await api.call('GET', `${feedback}/${receipt.reference}`, { receipt });
  assert.deepEqual(refused.body['refusal'], { reason: refusal.reason, message: refusal.message });
  const rewritten = await api.call('PUT', `${feedback}/${receipt.reference}`, {
    receipt,
    body: { opinion: told, version: 1 },
  });
  assert.deepEqual([rewritten.body['status'], rewritten.body['refusal']], ['pending', undefined]);
  const late = await api.call('PUT', `${path}/moderation`, { token, body: { decision: 'accept', version: 1 } });
  assert.deepEqual([late.status, problemOf(late)], [409, 'stale-version']);
});

test('a service is exported as CSV and JSON, without e-mails', async () => {
  for (const format of ['csv', 'json']) {
    const { status, text, headers } = await api.call('GET', `/v1/agent/services/${service}/export?format=${format}`, {
      token,
    });
    assert.equal(status, 200);
    assert.match(headers.get('content-disposition') ?? '', new RegExp(`${service}\\.${format}`));
    assert.ok(text.includes('Un accueil patient') && !text.includes('planted'), format);
  }
  for (const day of ['2026-13-45', '2026-02-30', 'hier'])
    assert.equal((await api.call('GET', `/v1/agent/services/${service}/export?to=${day}`, { token })).status, 400, day);
});

test('operators see that it lives, that it is ready, and how it fares', async () => {
  for (const path of ['/livez', '/readyz']) assert.equal((await api.call('GET', path)).status, 200);
  assert.equal((await api.call('GET', '/metrics')).status, 401);
  const { text } = await api.call('GET', '/metrics', { headers: { authorization: `Bearer ${metricsToken}` } });
  assert.match(
    text,
    /spplus_requests_total\{method="POST",route="\/v1\/services\/:service\/feedback",status="201"\} \d+/,
  );
  assert.match(text, /spplus_opinions_total [1-9]/);
});

test('behind a proxy that ends TLS, browsers are told to keep to it', async () => {
  const proxied = await startApi(database, { trustProxy: 1 });
  const { headers } = await proxied.call('GET', '/livez', { headers: { 'x-forwarded-proto': 'https' } });
  assert.match(headers.get('strict-transport-security') ?? '', /max-age=\d{8}/);
  assert.equal(
    (await api.call('GET', '/livez', { headers: { 'x-forwarded-proto': 'https' } })).headers.get(
      'strict-transport-security',
    ),
    null,
  );
});

test('the log of all this names no person, no address and no secret', async () => {
  const { reference, secret } = await sent(api, service, told);
  await api.call('GET', `${feedback}/${reference}`, { receipt: { secret } });
  await api.call('GET', `/nowhere/${reference}?email=camille.planted@example.org`);
  const log = api.lines.join('\n');
  for (const planted of ['planted', 'accueil patient', reference, secret, token, '127.0.0.1'])
    assert.ok(!log.includes(planted), planted);
  for (const line of api.lines)
    assert.deepEqual(Object.keys(JSON.parse(line) as object).slice(0, 2), ['time', 'level']);
  assert.ok(log.includes('"route":"/v1/services/:service/feedback/:reference"'));
  assert.ok(!log.includes('"status":500'), 'nothing failed on the way');
});
