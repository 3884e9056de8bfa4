/** The client of Démarches simplifiées, against a server that speaks its protocol: GraphQL by POST, a bearer, an errors array. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dossierSource, type DossierSourceOptions } from '../../src/adapters/demarches-simplifiees/source.ts';
import { assertFault, assertTransportFaults, localServer, story, type Asked } from './support.ts';

const token = 'jeton-secret-de-l-administrateur';
const secrets = [token, '1234567'];
const dossier = { number: 1234567, state: 'en_construction', dateDepot: '2026-03-02T10:00:00+01:00', traitements: [] };
const source = (url: string, more: Partial<DossierSourceOptions> = {}) =>
  dossierSource({ url: `${url}/api/v2/graphql`, token, timeout: 2000, ...more });
const questionOf = ({ body }: Asked) => JSON.parse(body) as { query: string; variables: Record<string, unknown> };
const refusal = (code: string) => ({ data: null, errors: [{ message: `${token} 1234567`, extensions: { code } }] });

describe('The client of Démarches simplifiées', () => {
  it('asks for one dossier with its token, and maps the answer', async () => {
    const { url, asked } = await localServer(() => ({ body: { data: { dossier } } }));
    const reading = await source(url).read('1234567');
    assert.deepEqual(story(reading), ['2026-03-02 submitted', '2026-03-02 acknowledged']);
    const [question] = asked;
    assert.ok(question);
    assert.deepEqual(
      [question.method, question.url.pathname, question.headers.authorization, question.headers['content-type']],
      ['POST', '/api/v2/graphql', `Bearer ${token}`, 'application/json'],
    );
    const { query, variables } = questionOf(question);
    assert.deepEqual(variables, { number: 1234567 });
    assert.doesNotMatch(query, /annotations|champs|demandeur|question|reponse|url/, 'what the tracker needs, no more');
    assert.doesNotMatch(JSON.stringify(reading), new RegExp(token));
  });

  it('asks for the date of reading only where the procedure has one: older servers refuse it', async () => {
    const { url, asked } = await localServer(() => ({ body: { data: { dossier } } }));
    await source(url).read('1234567');
    await source(url, { notification: 'on-reading' }).read('1234567');
    assert.deepEqual(
      asked.map((one) => questionOf(one).query.includes('dateAccuseLectureAgreement')),
      [false, true],
    );
  });

  it('points to the page of the dossier where something is asked for', async () => {
    const pending = { ...dossier, dateDerniereCorrectionEnAttente: '2026-03-05T10:00:00+01:00' };
    const { url } = await localServer(() => ({ body: { data: { dossier: pending } } }));
    const { events } = await source(url).read('1234567');
    assert.match(JSON.stringify(events), new RegExp(`"url":"${url}/dossiers/1234567"`));
  });

  it('tells why there is no dossier', async () => {
    const against = async (body: unknown) => source((await localServer(() => ({ body }))).url).read('1234567');
    await assertFault(against(refusal('not_found')), 'not-found', secrets);
    await assertFault(against(refusal('unauthorized')), 'unauthorised', secrets);
    await assertFault(against(refusal('forbidden')), 'unauthorised', secrets);
    await assertFault(against(refusal('timeout')), 'timeout', secrets);
    await assertFault(against(refusal('internal_server_error')), 'unavailable', secrets);
    await assertFault(against({ errors: [{ message: "Field 'x' doesn't exist on type 'Dossier'" }] }), 'refused');
    await assertFault(against({ errors: 'no', data: null }), 'refused');
    await assertFault(against({ data: { dossier: null } }), 'not-found');
    await assertFault(against({}), 'malformed');
    await assertFault(against([]), 'malformed');
    await assertFault(against({ data: { dossier: { state: 'accepte' } } }), 'malformed');
    await assertFault(against({ data: { dossier: 'x' } }), 'malformed');
  });

  it('never takes the dossier of somebody else, nor asks for what is no number', async () => {
    const { url, asked } = await localServer(() => ({ body: { data: { dossier: { ...dossier, number: 1234568 } } } }));
    await assertFault(source(url).read('1234567'), 'malformed', secrets);
    for (const reference of ['', '0', '-1', '12a', '1e3', '../1', '99999999999'])
      await assertFault(source(url).read(reference), 'not-found');
    assert.equal(asked.length, 1);
  });

  it('reads a dossier of which a part failed', async () => {
    const partial = {
      data: { dossier: { ...dossier, messages: null } },
      errors: [{ message: 'timeout', path: ['dossier', 'messages'] }],
    };
    const { url } = await localServer(() => ({ body: partial }));
    assert.equal((await source(url).read('1234567')).events.length, 2);
  });

  it('meets what any server does', () =>
    assertTransportFaults(
      (url, { timeout, signal }) => source(url, { timeout }).read('1234567', signal ? { signal } : {}),
      secrets,
    ));

  it('lists what changed page after page, with a bound', async () => {
    const page = (after: unknown) => {
      const first = Number(after ?? 0);
      return {
        pageInfo: { hasNextPage: first < 2, endCursor: String(first + 1) },
        nodes: [{ number: 100 + first }, null],
      };
    };
    const { url, asked } = await localServer((one) => ({
      body: { data: { demarche: { dossiers: page(questionOf(one).variables['after']) } } },
    }));
    const changed = await source(url, { procedure: 42 }).changedSince?.('2026-03-01T00:00:00Z');
    assert.deepEqual(changed, { references: ['100', '101', '102'], isComplete: true });
    assert.deepEqual(questionOf(asked[0] ?? assert.fail()).variables, {
      number: 42,
      since: '2026-03-01T00:00:00Z',
      after: null,
    });
    assert.equal(source(url).changedSince, undefined, 'without its procedure, nothing can be listed');
  });

  it('stops at a list that has no end', async () => {
    let count = 0;
    const endless = () => ({
      pageInfo: { hasNextPage: true, endCursor: `c${(count += 1)}` },
      nodes: [{ number: count }],
    });
    const long = await localServer(() => ({ body: { data: { demarche: { dossiers: endless() } } } }));
    const changed = await source(long.url, { procedure: 42 }).changedSince?.('2026-03-01T00:00:00Z');
    assert.deepEqual([changed?.isComplete, long.asked.length], [false, 50]);
    const same = { pageInfo: { hasNextPage: true, endCursor: 'c' }, nodes: [] };
    const stuck = await localServer(() => ({ body: { data: { demarche: { dossiers: same } } } }));
    assert.deepEqual(await source(stuck.url, { procedure: 42 }).changedSince?.('2026-03-01T00:00:00Z'), {
      references: [],
      isComplete: false,
    });
    assert.equal(stuck.asked.length, 2);
  });
});
