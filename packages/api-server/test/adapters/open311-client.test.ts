/** The client of Open311, against a server that speaks its protocol: `requests/{id}.json` and `requests.json`, with pages. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { open311Source } from '../../src/adapters/open311/source.ts';
import { assertFault, assertTransportFaults, localServer, story } from './support.ts';

const apiKey = 'clef-secrete';
const secrets = [apiKey, '638344'];
const source = (url: string, more: Partial<Parameters<typeof open311Source>[0]> = {}) =>
  open311Source({ url: `${url}/open311/v2`, timeout: 2000, ...more });
const request = (id: string | number, more: Record<string, unknown> = {}) => ({
  service_request_id: id,
  status: 'open',
  service_code: '006',
  requested_datetime: '2026-03-02T10:00:00+01:00',
  updated_datetime: '2026-03-10T10:00:00+01:00',
  ...more,
});

describe('The client of Open311', () => {
  it('asks for one request, with its jurisdiction and its key, and maps the answer', async () => {
    const { url, asked } = await localServer(() => ({ body: [request(638344)] }));
    const reading = await source(url, { jurisdiction: 'ville.example', apiKey }).read('638344');
    assert.deepEqual(story(reading), ['2026-03-02 submitted', '2026-03-02 received-by-competent']);
    const [question] = asked;
    assert.deepEqual([question?.method, question?.url.pathname], ['GET', '/open311/v2/requests/638344.json']);
    assert.deepEqual(Object.fromEntries(question?.url.searchParams ?? []), {
      jurisdiction_id: 'ville.example',
      api_key: apiKey,
    });
    assert.doesNotMatch(JSON.stringify(reading), new RegExp(apiKey));
  });

  it('compares with what the server has', async () => {
    let status = 'closed';
    const { url } = await localServer(() => ({ body: [request('638344', { status })] }));
    const known = (await source(url).read('638344')).events;
    status = 'open';
    const { events } = await source(url).read('638344', { known });
    assert.ok(events.some(({ type }) => type === 'reopened'));
  });

  it('tells why there is no request', async () => {
    const against = async (body: unknown) =>
      source((await localServer(() => ({ body }))).url, { apiKey }).read('638344');
    await assertFault(against([]), 'not-found', secrets);
    await assertFault(against([request('638345')]), 'malformed', secrets);
    await assertFault(against([{ code: 404, description: 'service_request_id not found' }]), 'not-found', secrets);
    await assertFault(against({ errors: [] }), 'malformed', secrets);
    await assertFault(against('<?xml version="1.0"?><service_requests/>'), 'malformed', secrets);
  });

  it('never leaves its place for a strange reference', async () => {
    const { url, asked } = await localServer(() => ({ body: [] }));
    for (const reference of ['', '..', '.', 'a/b', '1?x=2', 'x'.repeat(65), 'é'])
      await assertFault(source(url).read(reference), 'not-found');
    assert.equal(asked.length, 0);
    await assertFault(source(url).read('SR24:1'), 'not-found');
    assert.equal(asked[0]?.url.pathname, '/open311/v2/requests/SR24%3A1.json');
  });

  it('meets what any server does', () =>
    assertTransportFaults(
      (url, { timeout, signal }) => source(url, { timeout, apiKey }).read('638344', signal ? { signal } : {}),
      secrets,
    ));

  it('lists what changed page after page', async () => {
    const all = Array.from({ length: 250 }, (_, index) =>
      request(index, { updated_datetime: index % 2 ? '2026-03-10T10:00:00+01:00' : '2026-03-01T10:00:00+01:00' }),
    );
    const { url, asked } = await localServer(({ url: { searchParams } }) => {
      const first = (Number(searchParams.get('page')) - 1) * 100;
      return { body: all.slice(first, first + 100) };
    });
    const changed = await source(url).changedSince?.('2026-03-09T00:00:00Z');
    assert.deepEqual(
      [changed?.references.length, changed?.isComplete, changed?.filedSince],
      [125, true, '2025-12-09T00:00:00Z'],
    );
    assert.equal(changed?.references[0], '1');
    assert.deepEqual([asked.length, asked[0]?.url.searchParams.get('start_date')], [4, '2025-12-09T00:00:00Z']);
  });

  it('does not turn round on a server without pages, and knows that a full answer may be cut', async () => {
    const listing = async (count: number) => {
      const body = Array.from({ length: count }, (_, index) => request(index));
      const { url, asked } = await localServer(() => ({ body }));
      const changed = await source(url).changedSince?.('2026-03-09T00:00:00Z');
      return [changed?.references.length, changed?.isComplete, asked.length];
    };
    assert.deepEqual(await listing(40), [40, true, 2]);
    assert.deepEqual(await listing(1000), [1000, false, 2]);
    let last = 0;
    const endless = await localServer(() => ({ body: [request((last += 1))] }));
    const changed = await source(endless.url).changedSince?.('2026-03-09T00:00:00Z');
    assert.deepEqual([changed?.isComplete, endless.asked.length], [false, 20]);
  });
});
