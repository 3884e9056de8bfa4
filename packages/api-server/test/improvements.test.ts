/** What people asked for and what was done about it: published and corrected by agents, read by pages and feed readers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Improvement, ImprovementDraft } from '@spplus/contract/improvement';
import { addService, addToken, gesture, problemOf, sent, startApi } from './support/api.ts';
import { testDatabase } from './support/database.ts';

const database = await testDatabase();
const api = await startApi(database);
const services = await Promise.all(['mairie', 'caf', 'musee', 'ecole'].map((name) => addService(database, name)));
const token = await addToken(database, services, ['results', 'read', 'moderate']);

const draft = (more: Partial<ImprovementDraft> = {}): ImprovementDraft => ({
  commitment: 2,
  asked: 'Impossible de venir avant 17 heures',
  sources: ['feedback'],
  status: 'done',
  answer: 'L’accueil reste ouvert jusqu’à 19 heures le jeudi.',
  ...more,
});
const put = (service: string, id: string, body: unknown, key?: string) =>
  api.call('PUT', `/v1/agent/services/${service}/improvements/${id}`, { token, body, ...(key && { key }) });
const list = async (service: string, query = '') => {
  const { body } = await api.call('GET', `/v1/services/${service}/improvements${query}`);
  return body as { items: Improvement[]; next?: string };
};

test('published under a name, read newest first, page by page, by commitment', async () => {
  assert.deepEqual(await list('mairie'), { items: [] });
  for (const [id, commitment] of [
    ['premier', 2],
    ['deuxieme', 5],
    ['troisieme', 2],
  ] as const) {
    assert.equal((await put('mairie', id, draft({ commitment }))).status, 204);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const first = await list('mairie', '?limit=2');
  assert.deepEqual(
    first.items.map(({ id }) => id),
    ['troisieme', 'deuxieme'],
  );
  const second = await list('mairie', `?limit=2&cursor=${first.next ?? ''}`);
  assert.deepEqual(
    second.items.map(({ id }) => id),
    ['premier'],
  );
  assert.equal(second.next, undefined);
  const chosen = await list('mairie', '?commitment=5');
  assert.deepEqual(
    chosen.items.map(({ id }) => id),
    ['deuxieme'],
  );
  assert.equal(problemOf(await api.call('GET', '/v1/services/mairie/improvements?commitment=9')), 'invalid-request');
});

test('a correction says what it changes, and that is published with it', async () => {
  await put('caf', 'jeudi', draft());
  const silent = await put('caf', 'jeudi', draft({ answer: 'Jusqu’à 20 heures.' }));
  assert.equal(problemOf(silent), 'invalid-request');
  assert.equal((silent.body['errors'] as { pointer: string }[])[0]?.pointer, '/correction');
  await put('caf', 'jeudi', draft({ answer: 'Jusqu’à 20 heures.', correction: 'L’heure était fausse.' }));
  const [entry] = (await list('caf')).items;
  assert.equal(entry?.answer, 'Jusqu’à 20 heures.');
  assert.deepEqual(
    entry.corrections?.map(({ text }) => text),
    ['L’heure était fausse.'],
  );
});

test('the same write sent twice is one', async () => {
  await put('caf', 'deux-fois', draft(), 'the-same-key-twice');
  assert.equal((await put('caf', 'deux-fois', draft(), 'the-same-key-twice')).status, 204);
  assert.equal((await list('caf')).items.find(({ id }) => id === 'deux-fois')?.corrections, undefined);
});

test('what is not retained has a reason', async () => {
  const without = await put('musee', 'dimanche', draft({ status: 'not-retained' }));
  assert.equal((without.body['errors'] as { pointer: string }[])[0]?.pointer, '/reason');
  const reason = 'Peu de personnes viendraient.';
  assert.equal((await put('musee', 'dimanche', draft({ status: 'not-retained', reason }))).status, 204);
});

test('opinions that asked for it are counted as they are accepted, and never told', async () => {
  const one = await sent(api, 'ecole');
  const two = await sent(api, 'ecole', { ...gesture, comment: 'Ouvrez plus tard.' });
  await put('ecole', 'jeudi', draft({ feedback: [one.reference, two.reference] }));
  const people = async () => (await list('ecole')).items[0]?.people;
  assert.equal(await people(), 1);
  const path = `/v1/agent/services/ecole/feedback/${two.reference}/moderation`;
  await api.call('PUT', path, { token, body: { decision: 'accept', version: 1 } });
  assert.equal(await people(), 2);
  const { text } = await api.call('GET', '/v1/services/ecole/improvements');
  for (const { reference } of [one, two]) assert.doesNotMatch(text, new RegExp(reference));
});

test('only a token with the right publishes, and takes back', async () => {
  const other = await addToken(database, ['musee'], ['read', 'answer']);
  const path = '/v1/agent/services/musee/improvements/autre';
  assert.equal(problemOf(await api.call('PUT', path, { token: other, body: draft() })), 'forbidden');
  await put('musee', 'autre', draft());
  assert.equal((await api.call('DELETE', path, { token })).status, 204);
  assert.equal((await api.call('DELETE', path, { token })).status, 404);
  assert.equal(problemOf(await put('musee', 'Pas%20un%20nom', draft())), 'invalid-request');
});

test('feeds hold the same, and no text of an entry becomes markup', async () => {
  const evil = ']]></title><script>alert(1)</script>&\u0001';
  await put('musee', 'balises', draft({ asked: evil, answer: evil }));
  const rss = await api.call('GET', '/v1/services/musee/improvements.rss');
  assert.match(rss.headers.get('content-type') ?? '', /^application\/rss\+xml/);
  assert.doesNotMatch(rss.text, /<script/);
  assert.doesNotMatch(rss.text, /\u0001/);
  assert.match(rss.text, /^<\?xml .*<item><guid isPermaLink="false">balises<\/guid>/s);
  const feed = await api.call('GET', '/v1/services/musee/improvements.json');
  assert.equal(feed.headers.get('content-type'), 'application/feed+json');
  assert.equal(feed.body['version'], 'https://jsonfeed.org/version/1.1');
  const etag = feed.headers.get('etag') ?? '';
  const again = await api.call('GET', '/v1/services/musee/improvements.json', { headers: { 'if-none-match': etag } });
  assert.equal(again.status, 304);
});
