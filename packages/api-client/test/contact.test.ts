import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Contact } from '@spplus/contract/contact';
import { examples } from '@spplus/contract/examples';
import { removeContact, setContact } from '../src/agent.ts';
import { ApiError } from '../src/api-error.ts';
import { connect } from '../src/connection.ts';
import { getContact } from '../src/contact.ts';
import { newKey } from '../src/idempotency-key.ts';
import { json, problem, scriptedServer } from './scripted-server.ts';

const contact = examples['Contact'] as Contact;

const failure = async (call: Promise<unknown>): Promise<ApiError> => {
  const error = await call.then(
    () => undefined,
    (fault: unknown) => fault,
  );
  assert.ok(error instanceof ApiError, `an ApiError, not ${String(error)}`);
  return error;
};

test('asks for the contact of a service, and gives it whole', async () => {
  const { api, seen } = await scriptedServer(json(200, contact));
  assert.deepEqual(await getContact(connect({ api }), 'mairie-exemple'), contact);
  assert.deepEqual([seen[0]?.method, seen[0]?.path], ['GET', '/v1/services/mairie-exemple/contact']);
});

test('leaves to the reader of contacts what a field holds, and fields of a later version', async () => {
  const later = { ...contact, counter: 'tous les jours', hologram: { colour: 'blue' } };
  const { api } = await scriptedServer(json(200, later));
  assert.deepEqual(await getContact(connect({ api }), 'mairie-exemple'), later);
});

test('takes nothing for a contact that has no name', async () => {
  for (const wrong of [{}, [], { nom: 'Mairie' }, { name: 42 }, 'Mairie', null]) {
    const { api } = await scriptedServer(json(200, wrong));
    const { kind } = await failure(getContact(connect({ api }), 'mairie-exemple'));
    assert.equal(kind, 'invalid-answer', JSON.stringify(wrong));
  }
});

test('says that a service has no contact, without asking twice', async () => {
  const { api, seen } = await scriptedServer(problem(404, 'not-found'));
  const { kind, code } = await failure(getContact(connect({ api }), 'mairie-exemple'));
  assert.deepEqual([kind, code, seen.length], ['refused', 'not-found', 1]);
});

test('tries again when the line fails, and stops when it is cancelled', async () => {
  const { api, seen } = await scriptedServer(problem(503, 'unavailable', { 'retry-after': '0' }), json(200, contact));
  assert.equal((await getContact(connect({ api }), 'mairie-exemple')).name, contact.name);
  assert.equal(seen.length, 2);
  const { kind } = await failure(getContact(connect({ api }), 'mairie-exemple', { signal: AbortSignal.abort() }));
  assert.equal(kind, 'aborted');
});

test('an agent replaces and removes a contact, each under a key', async () => {
  const { api, seen } = await scriptedServer((response) => response.writeHead(204).end());
  const connection = connect({ api, token: 'spa_invented' });
  await setContact(connection, 'mairie-exemple', contact, { key: newKey() });
  await removeContact(connection, 'mairie-exemple', { key: newKey() });
  const path = '/v1/agent/services/mairie-exemple/contact';
  assert.deepEqual(
    seen.map((call) => [call.method, call.path]),
    [
      ['PUT', path],
      ['DELETE', path],
    ],
  );
  assert.deepEqual(JSON.parse(seen[0]?.body ?? ''), contact);
  assert.equal(new Set(seen.map(({ key }) => key)).size, 2);
});
