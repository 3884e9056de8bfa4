import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Challenge } from 'altcha-lib';
import type { Opinion } from '@spplus/contract/opinion';
import fc from 'fast-check';
import {
  addService,
  addToken,
  gesture,
  problemOf,
  sent,
  startApi,
  submissionOf,
  told,
  type Asked,
} from './support/api.ts';
import { testDatabase } from './support/database.ts';

const database = await testDatabase();
const service = await addService(database, 'mairie-exemple');
const proven = await addService(database, 'proven', { proofOfWork: true });
const token = await addToken(database, [service, proven]);
const instant = new Date('2026-11-23T12:00:20.000Z');
const at = () => instant;
const [first, second] = [
  await startApi(database, { ratePerAddress: 5 }, at),
  await startApi(database, { ratePerAddress: 5 }, at),
];
const unlimited = await startApi(database);
const feedback = `/v1/services/${service}/feedback`;

test('an address that sends too much waits, whichever process it asks; a repetition is still answered', async () => {
  const key = randomUUID();
  const receipt = await sent(first, service, gesture, key);
  for (const api of [second, first, second, first]) await sent(api, service);
  const refused = await second.call('POST', feedback, { body: submissionOf() });
  assert.deepEqual(
    [refused.status, problemOf(refused), refused.headers.get('retry-after')],
    [429, 'too-many-requests', '40'],
  );
  assert.deepEqual(await sent(second, service, gesture, key), receipt);
  const stored = JSON.stringify(await database.db.selectFrom('rate_limit').selectAll().execute());
  assert.ok(!stored.includes('127.0.0.1'), 'the address is not kept in clear');
});

test('behind a proxy the address is the one it saw; an IPv6 household counts as one', async () => {
  const proxied = await startApi(database, { ratePerAddress: 2, trustProxy: 1 }, at);
  const from = (address: string) =>
    proxied.call('POST', feedback, { body: submissionOf(), headers: { 'x-forwarded-for': `203.0.113.9, ${address}` } });
  for (const address of ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9']) assert.equal((await from(address)).status, 201);
  assert.equal((await from('2001:db8:1:2::77')).status, 429);
  assert.equal((await from('2001:db8:1:3::77')).status, 201);
});

test('an address counts as one, whatever port a proxy writes beside it', async () => {
  const proxied = await startApi(database, { ratePerAddress: 2, trustProxy: 1 }, at);
  const from = async (address: string) =>
    (await proxied.call('POST', feedback, { body: submissionOf(), headers: { 'x-forwarded-for': address } })).status;
  assert.deepEqual([await from('198.51.100.7:50001'), await from('198.51.100.7:50002')], [201, 201]);
  assert.deepEqual([await from('198.51.100.7'), await from('198.51.100.8:50001')], [429, 201]);
  assert.deepEqual([await from('[2001:db8:9::1]:50001'), await from('[2001:db8:9::1]')], [201, 201]);
  assert.equal(await from('2001:db8:9::1'), 429);
});

test('a service takes its limit and no more, from several processes together', async () => {
  const limited = await addService(database, 'limited', { ratePerService: 7 });
  const [one, two] = [await startApi(database, {}, at), await startApi(database, {}, at)];
  const asked = Array.from({ length: 20 }, (_, index) =>
    (index % 2 ? one : two).call('POST', `/v1/services/${limited}/feedback`, { body: submissionOf() }),
  );
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  assert.equal(statuses.filter((status) => status === 201).length, 7);
  assert.equal(statuses.filter((status) => status === 429).length, 13);
});

test('receipts tried at random are slowed down', async () => {
  const quiet = await addService(database, 'quiet');
  const wrong = { receipt: { secret: 'AAAA-AAAA-AAAA-AAAA-AAAA' } };
  const api = await startApi(database, {}, at);
  const tries: number[] = [];
  const path = `/v1/services/${quiet}/feedback/ZZZZ-ZZZZ`;
  for (let count = 0; count < 32; count += 1) {
    const response = await fetch(api.url + path, { headers: { 'receipt-secret': wrong.receipt.secret } });
    tries.push(response.status);
    await response.text();
  }
  assert.deepEqual([tries.filter((status) => status === 404).length, tries.at(-1)], [30, 429]);
});

test('signs of a robot, of distress and of personal data are flags for agents, never refusals', async () => {
  const cases = [
    [{ opinion: gesture, guard: { elapsed: 10 } }, ['too-fast']],
    [{ opinion: gesture, guard: { elapsed: 9_000, trap: 'http://' } }, ['trap']],
    [submissionOf({ ...gesture, comment: 'Je veux mourir.' }), ['distress']],
    [submissionOf({ ...gesture, comment: 'Écrivez à jean.dupont@example.org' }), ['personal-data']],
  ] as const;
  for (const [body, flags] of cases) {
    const { body: receipt, status } = await unlimited.call('POST', feedback, { body });
    assert.equal(status, 201);
    const { body: queue } = await unlimited.call(
      'GET',
      `/v1/agent/services/${service}/feedback?status=pending&limit=100`,
      { token },
    );
    const item = (queue['items'] as { reference: string; flags: string[] }[]).find(
      ({ reference }) => reference === receipt['reference'],
    );
    assert.deepEqual(item?.flags, flags);
  }
});

test('a proof of work serves once, for its service; a repetition needs no other', async () => {
  const path = `/v1/services/${proven}/feedback`;
  const { body } = await unlimited.call('GET', `/v1/services/${proven}/challenge`);
  const challenge = body as unknown as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  const proof = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
  const submission = { opinion: gesture, guard: { elapsed: 9_000, proof } };
  const key = randomUUID();
  const accepted = await unlimited.call('POST', path, { body: submission, key });
  assert.equal(accepted.status, 201, accepted.text);
  const repeated = await unlimited.call('POST', path, { body: submission, key });
  assert.deepEqual(repeated.body, accepted.body);
  const without = { elapsed: 9_000 };
  const garbage = Buffer.from(
    JSON.stringify({ challenge: { parameters: { nonce: 'x' } }, solution: { counter: 1 } }),
  ).toString('base64');
  const forged = Buffer.from(JSON.stringify({ challenge: { ...challenge, signature: 'f00d' }, solution })).toString(
    'base64',
  );
  for (const guard of [
    submission.guard,
    without,
    { ...without, proof: garbage },
    { ...without, proof: forged },
    { ...without, proof: '§' },
  ]) {
    const refused = await unlimited.call('POST', path, { body: { opinion: gesture, guard } });
    assert.deepEqual([refused.status, problemOf(refused)], [422, 'proof-required']);
  }
});

test('characters that PostgreSQL cannot hold are named, all others are kept as they are', async () => {
  for (const comment of ['a\0b', 'half \ud83d pair']) {
    const { status, body } = await unlimited.call('POST', feedback, { body: submissionOf({ ...gesture, comment }) });
    assert.equal(status, 400);
    assert.equal((body['errors'] as { pointer: string }[])[0]?.pointer, '/opinion/comment');
  }
  for (const comment of [
    "'; drop table feedback; --",
    '👩🏽‍🦽 مرحبا بكم \u202e abc',
    '$1 {"a":1} \\u0000',
    '\u2028<script>',
  ]) {
    const receipt = await sent(unlimited, service, { ...gesture, comment });
    const { body } = await unlimited.call('GET', `${feedback}/${receipt.reference}`, { receipt });
    assert.equal((body['opinion'] as Opinion).comment, comment);
  }
});

const words = (max: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: max })
    .filter((text) => text.length <= max && !text.includes('\0'));
const opinions: fc.Arbitrary<Opinion> = fc.record(
  {
    ratings: fc.constantFrom(gesture.ratings, [{ question: 'delay' as const, scale: 'ten' as const, value: 10 }]),
    comment: words(300),
    story: fc.record({ title: words(100), happened: words(400) }, { noNullPrototype: true }),
    tags: fc.array(words(30), { maxLength: 10 }),
    email: fc.constantFrom('a@example.org', "o'neil+x@example.org"),
    publish: fc.boolean(),
    language: fc.constantFrom('fr', 'ar', 'pt-BR'),
  },
  { requiredKeys: ['ratings', 'publish', 'language'], noNullPrototype: true },
);

test('any opinion of the contract is read back equal', async () => {
  await fc.assert(
    fc.asyncProperty(opinions, async (opinion) => {
      const receipt = await sent(unlimited, service, opinion);
      const { body } = await unlimited.call('GET', `${feedback}/${receipt.reference}`, { receipt });
      assert.deepEqual(body['opinion'], opinion);
    }),
    { numRuns: 60 },
  );
});

test('whatever is sent, the answer is a problem of the caller, never a failure', async () => {
  const receipt = await sent(unlimited, service, told);
  const targets = [
    ['POST', feedback],
    ['PUT', `${feedback}/${receipt.reference}`],
    ['PUT', `/v1/agent/services/${service}/feedback/${receipt.reference}/moderation`],
  ] as const;
  const bodies = fc.oneof(
    fc.json(),
    fc.string(),
    fc.constant('{"__proto__":{"opinion":{}}}'),
    fc.jsonValue().map((opinion) => JSON.stringify({ opinion, guard: opinion })),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...targets), bodies, async ([method, path], raw) => {
      const asked: Asked = { raw, receipt, token };
      const { status } = await unlimited.call(method, path, asked);
      assert.ok(status >= 400 && status < 500, `${status}`);
    }),
    { numRuns: 120 },
  );
});
