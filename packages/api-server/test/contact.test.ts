/** How a service is reached: read by pages, kept by agents' tools through the API and by operators on the command line. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Contact } from '@spplus/contract/contact';
import { examples } from '@spplus/contract/examples';
import { addService, addToken, problemOf, site, startApi } from './support/api.ts';
import { temporaryFolder, testDatabase } from './support/database.ts';
import { runCommand } from './support/server-process.ts';

const database = await testDatabase();
const api = await startApi(database);
const timeout = 60_000;
const contact = examples['Contact'] as Contact;
const records = (
  JSON.parse(readFileSync(new URL('../../check/test/data/annuaire-export.json', import.meta.url), 'utf8')) as {
    results: { nom: string }[];
  }
).results;

/** Services that no other test touches. Added at once: the server looks for new ones every few seconds. */
const services = await Promise.all(Array.from({ length: 10 }, (_, index) => addService(database, `mairie-${index}`)));

/** One of them, with what opens its contact. */
async function newService() {
  const service = services.pop() ?? assert.fail('add a service for this test');
  const token = await addToken(database, [service], ['contact']);
  return {
    service,
    token,
    path: `/v1/services/${service}/contact`,
    agentPath: `/v1/agent/services/${service}/contact`,
  };
}

const folder = temporaryFolder();
function fileOf(content: unknown): string {
  const file = join(folder, `${randomUUID()}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}
const admin = (...words: string[]) => runCommand({ DATABASE_URL: database.url }, 'contact', ...words);

test('a service without a contact says so, as does a service that does not exist', async () => {
  const { path } = await newService();
  const none = await api.call('GET', path);
  assert.deepEqual([none.status, problemOf(none)], [404, 'not-found']);
  assert.match(String(none.body['detail']), /no contact/);
  assert.equal((await api.call('GET', '/v1/services/unknown/contact')).status, 404);
});

test('a contact is read as it was written, from the sites of its service, and again by its ETag', async () => {
  const { path, agentPath, token } = await newService();
  assert.equal((await api.call('PUT', agentPath, { token, body: contact })).status, 204);
  const read = await api.call('GET', path, { headers: { origin: site } });
  assert.deepEqual(read.body, contact);
  assert.equal(read.headers.get('access-control-allow-origin'), site);
  assert.equal(read.headers.get('cache-control'), 'public, max-age=60');
  const etag = read.headers.get('etag') ?? '';
  const again = await api.call('GET', path, { headers: { 'if-none-match': etag } });
  assert.deepEqual([again.status, again.text], [304, '']);
  const elsewhere = await api.call('GET', path, { headers: { origin: 'https://elsewhere.example' } });
  assert.equal(elsewhere.headers.get('access-control-allow-origin'), null);

  await api.call('PUT', agentPath, { token, body: { ...contact, name: 'Mairie annexe' } });
  const changed = await api.call('GET', path, { headers: { 'if-none-match': etag } });
  assert.deepEqual([changed.status, changed.body['name']], [200, 'Mairie annexe']);
});

test('a contact is replaced whole, and removed once', async () => {
  const { path, agentPath, token } = await newService();
  await api.call('PUT', agentPath, { token, body: contact });
  await api.call('PUT', agentPath, { token, body: { name: 'Mairie' } });
  assert.deepEqual((await api.call('GET', path)).body, { name: 'Mairie' });
  const key = randomUUID();
  assert.equal((await api.call('DELETE', agentPath, { token, key })).status, 204);
  assert.equal((await api.call('DELETE', agentPath, { token, key })).status, 204, 'a repetition');
  assert.equal((await api.call('DELETE', agentPath, { token })).status, 404, 'another intention');
  assert.equal((await api.call('GET', path)).status, 404);
});

test('a repetition that comes late does not undo what was written since', async () => {
  const { path, agentPath, token } = await newService();
  const key = randomUUID();
  await api.call('PUT', agentPath, { token, body: { name: 'Ancienne' }, key });
  await api.call('PUT', agentPath, { token, body: { name: 'Nouvelle' } });
  assert.equal((await api.call('PUT', agentPath, { token, body: { name: 'Ancienne' }, key })).status, 204);
  assert.equal((await api.call('GET', path)).body['name'], 'Nouvelle');
  const reused = await api.call('PUT', agentPath, { token, body: { name: 'Autre' }, key });
  assert.deepEqual([reused.status, problemOf(reused)], [422, 'key-reused']);
});

test('only a token with this right, for this service, may write', async () => {
  const { service, path, agentPath } = await newService();
  const everythingElse = await addToken(database, [service], ['read', 'moderate', 'answer', 'export']);
  const { token: ofAnother } = await newService();
  for (const method of ['PUT', 'DELETE']) {
    const body = method === 'PUT' ? { body: contact } : {};
    assert.equal((await api.call(method, agentPath, body)).status, 401);
    for (const token of [everythingElse, ofAnother]) {
      const refused = await api.call(method, agentPath, { token, ...body });
      assert.deepEqual([refused.status, problemOf(refused)], [403, 'forbidden']);
    }
  }
  assert.equal((await api.call('GET', path)).status, 404);
});

test('a contact that pages would show in part is refused, and the field is named', async () => {
  const { path, agentPath, token } = await newService();
  for (const [wrong, pointer] of [
    [{ ...contact, phones: [{ number: 'demandez à l’accueil' }] }, '/phones/0/number'],
    [{ ...contact, website: 'javascript:alert(1)' }, '/website'],
    [{ ...contact, counter: { week: [], exceptions: [{ from: '2026-02-30' }] } }, '/counter/exceptions/0/from'],
    [{ name: 'Mairie', horaires: '9 h – 12 h' }, ''],
    [{ name: 'Mairie', onSiteHelp: 'a\0b' }, '/onSiteHelp'],
    [{}, '/name'],
  ] as const) {
    const { status, body } = await api.call('PUT', agentPath, { token, body: wrong });
    assert.equal(status, 400);
    assert.equal((body['errors'] as { pointer: string }[])[0]?.pointer, pointer);
  }
  assert.equal((await api.call('GET', path)).status, 404);
});

test('an operator keeps a contact file, shows it as one, and removes it', { timeout }, async () => {
  const { service, path } = await newService();
  const kept = await admin('set', service, fileOf(contact));
  assert.equal(kept.code, 0, kept.errors);
  assert.deepEqual((await api.call('GET', path)).body, contact);
  const { output } = await admin('show', service);
  assert.equal(
    output,
    `${JSON.stringify(contact, null, 2)}\n`,
    'in the order of the model, to be edited and set again',
  );
  assert.equal((await admin('remove', service)).code, 0);
  assert.equal((await api.call('GET', path)).status, 404);
  for (const word of ['show', 'remove']) {
    const { code, errors } = await admin(word, service);
    assert.deepEqual([code, /has no contact/.test(errors)], [3, true]);
  }
});

test('an operator keeps a record of the Annuaire, and is told what was mended in it', { timeout }, async () => {
  const { service, path } = await newService();
  const townHall = records.find(({ nom }) => nom.startsWith('Mairie')) ?? assert.fail('the data holds a town hall');
  const { code, errors } = await admin('set', service, fileOf(townHall));
  assert.equal(code, 0, errors);
  assert.match(errors, /^plage_ouverture\[\d\]\S*: end-before-start “.+”$/m);
  assert.equal((await api.call('GET', path)).body['name'], townHall.nom);

  const { output } = await admin('set', service, fileOf({ results: [townHall] }), '--json');
  const { faults } = JSON.parse(output) as { faults: { why: string }[] };
  assert.ok(faults.some(({ why }) => why === 'end-before-start'));
});

test('a file that cannot be kept is explained field by field, and changes nothing', { timeout }, async () => {
  const { service, path } = await newService();
  await admin('set', service, fileOf(contact));
  for (const [content, explanation] of [
    [{ ...contact, phones: [{ number: 'x' }] }, /^ {2}phones\[0\]\.number: “x”: Expected a telephone number$/m],
    [{ ...contact, zone: 'Europe/Seille' }, /^ {2}zone: “Europe\/Seille”: Expected the IANA name/m],
    [{ ...contact, phnoes: [] }, /^ {2}\.: Unrecognized key: "phnoes"$/m],
    [{ phones: [] }, /^ {2}name: /m],
    [{ name: 'Mairie', onSiteHelp: 'a\0b' }, /^onSiteHelp: Remove the character U\+0000/m],
    [{ name: 'Mairie', '\u001b[31m': 1 }, /Unrecognized key: " \[31m"/],
    [{ places: [contact, contact] }, /holds 2 places/],
    [[], /holds 0 places/],
    [{ results: records }, /holds 3 places/],
    ['{"name":', /is not JSON/],
  ] as const) {
    const { code, errors, output } = await admin('set', service, fileOf(content));
    assert.deepEqual([code, output], [1, ''], errors);
    assert.match(errors, explanation);
  }
  const { code, errors } = await admin('set', service, join(folder, 'absent.json'));
  assert.deepEqual([code, /cannot be read \(ENOENT\)/.test(errors)], [2, true]);
  assert.equal((await admin('set', 'unknown', fileOf(contact))).code, 3);
  assert.deepEqual((await api.call('GET', path)).body, contact);
});
