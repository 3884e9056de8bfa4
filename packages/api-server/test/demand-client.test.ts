/** The client that pages use, on the real server: a demand from its code to its answer, and back to nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiError } from '@spplus/api-client/api-error';
import { connect } from '@spplus/api-client/connection';
import { actOnDemand, closeDemand, openDemand, readDemand, reportLostCode } from '@spplus/api-client/demand';
import { newKey } from '@spplus/api-client/idempotency-key';
import { listImprovements } from '@spplus/api-client/improvements';
import { getResults } from '@spplus/api-client/results';
import { addService, addToken, sent, startApi } from './support/api.ts';
import { testDatabase } from './support/database.ts';

const database = await testDatabase();
const api = await startApi(database);
const service = await addService(database, 'mairie');
const token = await addToken(database, [service], ['demand', 'results']);
const connection = connect({ api: api.url });

const failure = async (call: Promise<unknown>): Promise<ApiError> => {
  const error = await call.then(
    () => undefined,
    (fault: unknown) => fault,
  );
  assert.ok(error instanceof ApiError, `an ApiError, not ${String(error)}`);
  return error;
};

const common = { actor: { kind: 'service' }, visibility: 'user' };

async function registered(): Promise<{ reference: string; secret: string }> {
  const { body, text } = await api.call('POST', `/v1/agent/services/${service}/demands`, {
    token,
    body: {
      procedure: { name: 'Permis de construire' },
      profile: { silence: 'accept', territory: 'metropole' },
      events: [
        { ...common, id: 'sent', at: '2026-11-02T10:00:00+01:00', type: 'submitted', channel: 'electronic' },
        {
          ...common,
          id: 'asked',
          at: '2026-11-05T10:00:00+01:00',
          type: 'question-asked',
          action: { id: 'q1', label: 'De quelle couleur est le toit ?' },
        },
        {
          ...common,
          id: 'note',
          at: '2026-11-06T10:00:00+01:00',
          type: 'message-posted',
          visibility: 'service-only',
          text: 'entre nous',
        },
      ],
    },
  });
  const { reference, secret } = body as { reference?: string; secret?: string };
  assert.ok(reference && secret, text);
  return { reference, secret };
}

test('opens a demand, reads it once, hears that nothing changed, answers, reads the answer', async () => {
  const { token: session, idleMinutes } = await openDemand(connection, await registered());
  assert.ok(idleMinutes > 0);
  const mine = connect({ api: api.url, token: session });
  const first = await readDemand(mine);
  assert.equal(first?.demand.procedure.name, 'Permis de construire');
  assert.deepEqual(
    first.demand.events.map(({ id }) => id),
    ['sent', 'asked'],
  );
  assert.equal(await readDemand(mine, { etag: first.etag }), undefined);
  const answered = await actOnDemand(
    mine,
    { type: 'question-answered', actionId: 'q1', text: 'Rouge.' },
    { key: newKey() },
  );
  assert.equal(answered.events.at(-1)?.type, 'question-answered');
  assert.equal((await readDemand(mine, { etag: first.etag }))?.demand.events.length, 3);
});

test('leaving ends the session on the server', async () => {
  const { token: session } = await openDemand(connection, await registered());
  const mine = connect({ api: api.url, token: session });
  await readDemand(mine);
  await closeDemand(mine);
  assert.equal((await failure(readDemand(mine))).code, 'unauthorized');
});

test('a wrong secret and an unknown reference are refused with the same words; a lost code is heard in both cases', async () => {
  const { reference, secret } = await registered();
  const wrong = await failure(openDemand(connection, { reference, secret: secret.split('').reverse().join('') }));
  const unknown = await failure(openDemand(connection, { reference: 'ZZZZ-ZZZZ', secret }));
  assert.deepEqual([wrong.kind, wrong.code, wrong.message], [unknown.kind, unknown.code, unknown.message]);
  await reportLostCode(connection, reference);
  await reportLostCode(connection, 'ZZZZ-ZZZZ');
});

test('results and improvements are read by the client that pages use', async () => {
  await sent(api, service);
  assert.equal((await getResults(connection, service)).structure, 'Service mairie');
  const body = {
    commitment: 2,
    asked: 'Plus tard',
    sources: ['feedback'],
    status: 'done',
    answer: 'Jusqu’à 19 heures.',
  };
  for (const name of ['a', 'b', 'c'])
    await api.call('PUT', `/v1/agent/services/${service}/improvements/${name}`, { token, body });
  const first = await listImprovements(connection, service, { limit: 2, commitment: 2 });
  assert.equal(first.items.length, 2);
  const rest = await listImprovements(connection, service, { limit: 2, cursor: first.next ?? '' });
  assert.equal(rest.items.length, 1);
  assert.deepEqual((await listImprovements(connection, service, { commitment: 5 })).items, []);
});
