/** Results of a service: what its team publishes, and what is computed from the opinions that were accepted. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examples } from '@spplus/contract/examples';
import type { Results } from '@spplus/contract/results';
import type { Distribution } from '@spplus/domain/answer-counts';
import { parseDay } from '@spplus/domain/civil-date';
import { readResults } from '@spplus/domain/results-reader';
import { sql } from 'kysely';
import type { PoolClient } from 'pg';
import { refreshResults, freshness } from '../src/results/service-results.ts';
import { addService, addToken, gesture, problemOf, sent, startApi } from './support/api.ts';
import { testDatabase } from './support/database.ts';

const database = await testDatabase();
const { db, pool } = database;
let clock = new Date('2026-11-24T12:00:00Z');
const api = await startApi(database, {}, () => clock);
const settings = { keepDays: 3650 } as const;
const results = examples['Results'] as Results;

const names = ['mairie', 'caf', 'prefecture', 'musee', 'piscine', 'creche', 'bibliotheque', 'ecole'];
await Promise.all(names.map((name) => addService(database, name)));

/** Opinions as the database holds them, made in it: `n` of them between two days, with a seed. */
async function someOpinions(service: string, n: number, from: string, to: string, seed: number): Promise<void> {
  await sql`select setseed(${seed})`.execute(db);
  await sql`
    insert into feedback (service_id, reference, creation_key, creation_hash, secret_hash, experience_id, status, opinion,
      flags, received_at, updated_at)
    select ${service}, ${`${seed}-`} || i, decode(md5(${service} || ${seed}::text || i), 'hex'), '\\x00', '\\x00', gen_random_uuid(),
      case when random() < 0.85 then 'accepted' when random() < 0.5 then 'refused' else 'pending' end,
      jsonb_build_object('ratings', jsonb_build_array(
        jsonb_build_object('question', 'overall', 'scale', 'three', 'value', 1 + floor(random() * 3)),
        jsonb_build_object('question', 'effort', 'scale', 'four', 'value', 1 + floor(random() * 4)),
        jsonb_build_object('question', 'online', 'scale', 'ten', 'value', 1 + floor(random() * 10)),
        jsonb_build_object('question', 'page', 'scale', 'two', 'value', 1 + floor(random() * 2)))),
      '{}', at, at
    from (select i, ${from}::timestamptz + random() * (${to}::timestamptz - ${from}::timestamptz) as at
      from generate_series(1, ${n}::int) as i) as days`.execute(db);
}

const read = async (service: string) => (await api.call('GET', `/v1/services/${service}/results`)).body as Results;
const indicator = (all: Results, code: string) => all.indicators.find((one) => one.code === code);

test('a service without opinions nor published results says that it has none', async () => {
  const none = await api.call('GET', '/v1/services/musee/results');
  assert.deepEqual([none.status, problemOf(none)], [404, 'not-found']);
  assert.equal((await api.call('GET', '/v1/services/musee/badge.svg')).status, 404);
});

test('an agent publishes, replaces and takes back results, with the right to do so', async () => {
  const token = await addToken(database, ['caf'], ['results']);
  const path = '/v1/agent/services/caf/results';
  assert.equal((await api.call('PUT', path, { token, body: results })).status, 204);
  assert.deepEqual(await read('caf'), results);
  await api.call('PUT', path, { token, body: { ...results, structure: 'Caf de l’Ain' } });
  assert.equal((await read('caf')).structure, 'Caf de l’Ain');
  const other = await addToken(database, ['caf'], ['read', 'contact']);
  assert.equal(problemOf(await api.call('PUT', path, { token: other, body: results })), 'forbidden');
  assert.equal((await api.call('DELETE', path, { token })).status, 204);
  assert.equal((await api.call('DELETE', path, { token })).status, 404);
  assert.equal((await api.call('GET', '/v1/services/caf/results')).status, 404);
});

for (const [what, wrong] of [
  ['a rate of 140 %', { value: 140 }],
  ['a negative number of answers', { n: -1 }],
  ['counts of another scale', { distribution: { scale: 'three', counts: [1, 2] } }],
  ['a day that does not exist', { updated: '2026-02-30' }],
  ['a field that the schema does not name', { colour: 'green' }],
  ['an indicator without a name', { code: 'ours' }],
] as const) {
  test(`refuses ${what}, and names the field`, async () => {
    const token = await addToken(database, ['prefecture'], ['results']);
    const one = { code: 'calls-answered', unit: '%', value: 90, ...wrong };
    const body = { structure: 'Préfecture', indicators: [one] };
    const refused = await api.call('PUT', '/v1/agent/services/prefecture/results', { token, body });
    assert.equal(problemOf(refused), 'invalid-request');
    const [first] = refused.body['errors'] as { pointer: string }[];
    assert.match(first?.pointer ?? '', /^#?\/indicators\/0/);
  });
}

test(
  'the indicators of a year of 100,000 answers are those that SQL written apart finds',
  { timeout: 120_000 },
  async () => {
    await someOpinions('mairie', 100_000, '2025-12-01T00:00:00Z', '2026-11-24T12:00:00Z', 0.25);
    await refreshResults(db, clock, { id: 'mairie', settings } as never);
    const shares = await sql<{ question: string; good: number; bad: number; n: number }>`
    with marks as (
      select rating.question, rating.value, rating.scale
      from feedback cross join lateral jsonb_to_recordset(feedback.opinion -> 'ratings')
        as rating (question text, scale text, value int)
      where feedback.service_id = 'mairie' and feedback.status = 'accepted')
    select question, count(*)::int as n,
      sum(case scale when 'three' then (value = 3)::int when 'four' then (value >= 3)::int else (value >= 8)::int end)::int as good,
      sum(case scale when 'three' then (value = 1)::int when 'four' then (value <= 2)::int else 0 end)::int as bad
    from marks group by question`.execute(db);
    const expected = new Map(shares.rows.map((row) => [row.question, row]));
    const found = await read('mairie');
    const sides = ({ scale, counts }: Distribution) => {
      const sum = (from: number, to: number) => counts.slice(from, to).reduce((all, count) => all + count, 0);
      const line = { two: [1, 1], three: [2, 1], four: [2, 2], ten: [7, 0] }[scale] as [number, number];
      return { good: sum(line[0], 10), bad: sum(0, line[1]), n: sum(0, 10) };
    };
    for (const [code, question] of [
      ['satisfaction', 'overall'],
      ['satisfaction-net', 'overall'],
      ['effort', 'effort'],
      ['effort-net', 'effort'],
      ['online-quality', 'online'],
    ] as const) {
      const { distribution } = indicator(found, code) ?? assert.fail(code);
      const { question: _, ...counts } = expected.get(question) ?? assert.fail(question);
      assert.deepEqual(sides(distribution as Distribution), { good: counts.good, bad: counts.bad, n: counts.n }, code);
      assert.ok(counts.n > 80_000);
    }
    // « Cette page vous a-t-elle été utile ? » is no indicator of the programme.
    assert.equal(found.indicators.length, 5);
    assert.deepEqual(readResults(found, parseDay('2026-11-24') ?? 0).faults, []);
  },
);

test('a read takes one query', async () => {
  await sent(api, 'piscine');
  await read('piscine');
  let queries = 0;
  /** Every connection that the pool lends counts what it is asked. */
  const onAcquire = (client: PoolClient) => {
    const { query } = client;
    client.query = ((...words: unknown[]) => {
      queries += 1;
      return (query as (...all: unknown[]) => unknown).apply(client, words);
    }) as PoolClient['query'];
    client.once('release', () => (client.query = query));
  };
  pool.on('acquire', onAcquire);
  try {
    await read('piscine');
    assert.equal(queries, 1);
  } finally {
    pool.off('acquire', onAcquire);
  }
});

test('only accepted opinions count, each once', async () => {
  await sent(api, 'creche');
  const { reference } = await sent(api, 'creche', { ...gesture, comment: 'Rien à redire.' });
  assert.equal(indicator(await read('creche'), 'satisfaction')?.distribution?.counts.join(), '0,0,0,1');
  const token = await addToken(database, ['creche'], ['read', 'moderate']);
  const path = `/v1/agent/services/creche/feedback/${reference}/moderation`;
  const moderated = await api.call('PUT', path, { token, body: { decision: 'accept', version: 1 } });
  assert.equal(moderated.status, 200, moderated.text);
  clock = new Date(clock.getTime() + freshness + 1);
  await read('creche');
  // What is stale is given as it is, and made again behind.
  for (let left = 50; left > 0; left -= 1) {
    if (indicator(await read('creche'), 'satisfaction')?.distribution?.counts[3] === 2) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail('The second opinion never counted.');
});

test('counts stay when the opinions themselves are erased, and follow a withdrawal', async () => {
  const service = { id: 'ecole', settings: { keepDays: 365 } } as never;
  await someOpinions('ecole', 500, '2025-01-05T00:00:00Z', '2025-01-25T00:00:00Z', 0.5);
  await someOpinions('ecole', 300, '2026-05-05T00:00:00Z', '2026-05-25T00:00:00Z', 0.75);
  const counted = async (code = 'satisfaction') => {
    const one = indicator(await read('ecole'), code);
    return {
      before: one?.trend?.at(-1)?.distribution?.counts.reduce((a, b) => a + b, 0),
      now: one?.distribution?.counts.reduce((a, b) => a + b, 0),
    };
  };
  // As the months went by, each was counted while its opinions were there.
  await refreshResults(db, new Date('2025-02-01T00:00:00Z'), service);
  await refreshResults(db, clock, service);
  const first = await counted();
  assert.ok((first.before ?? 0) > 400 && (first.now ?? 0) > 200);
  await sql`update feedback set opinion = null where service_id = 'ecole' and received_at < '2025-06-01'`.execute(db);
  await sql`update feedback set status = 'withdrawn', opinion = null
    where service_id = 'ecole' and reference = (select reference from feedback where service_id = 'ecole'
      and status = 'accepted' and opinion is not null limit 1)`.execute(db);
  await refreshResults(db, clock, service);
  assert.deepEqual(await counted(), { before: first.before, now: (first.now ?? 0) - 1 });
});

test('what the team publishes wins over what is computed, indicator by indicator', async () => {
  await sent(api, 'bibliotheque');
  const token = await addToken(database, ['bibliotheque'], ['results']);
  const computed = await read('bibliotheque');
  assert.deepEqual(
    computed.indicators.map(({ code }) => code),
    ['satisfaction', 'satisfaction-net'],
  );
  await api.call('PUT', '/v1/agent/services/bibliotheque/results', { token, body: results });
  const both = await read('bibliotheque');
  assert.deepEqual(
    both.indicators.map(({ code }) => code),
    ['satisfaction', 'calls-answered', 'satisfaction-net'],
  );
  assert.deepEqual(indicator(both, 'satisfaction'), results.indicators[0]);
});

test('the badge is a picture that says its figure, in the language and colours asked for', async () => {
  const token = await addToken(database, ['prefecture'], ['results']);
  await api.call('PUT', '/v1/agent/services/prefecture/results', { token, body: results });
  const svg = await api.call('GET', '/v1/services/prefecture/badge.svg');
  assert.equal(svg.headers.get('content-type'), 'image/svg+xml');
  assert.equal(svg.headers.get('x-content-type-options'), 'nosniff');
  assert.match(svg.text, /<title id="t">Mairie de Valmont-sur-Seille, .*69\u202f%/);
  assert.match((await api.call('GET', '/v1/services/prefecture/badge.svg?lang=en&theme=dark')).text, />69%</);
  const other = await api.call('GET', '/v1/services/prefecture/badge.json?indicator=calls-answered');
  assert.equal(other.body['value'], 93);
  const known = { 'if-none-match': svg.headers.get('etag') ?? '' };
  assert.equal((await api.call('GET', '/v1/services/prefecture/badge.svg', { headers: known })).status, 304);
  for (const query of ['indicator=x', 'theme=pink', 'lang=<b>']) {
    const refused = await api.call('GET', `/v1/services/prefecture/badge.svg?${query}`);
    assert.equal(problemOf(refused), 'invalid-request', query);
  }
});
