/** Demands on the agents' side: registered once, moved on by events that are appended and never rewritten. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { DemandOnFile, DemandPage } from '@spplus/contract/demand-agent';
import { foldDemand } from '@spplus/domain/demand';
import { addToken, problemOf, startApi, type Answered } from './support/api.ts';
import { testDatabase } from './support/database.ts';
import { desk, event, registration, submitted, tryToOpen, visit, wrongSecret } from './support/demands.ts';

const database = await testDatabase();
const api = await startApi(database, { triesPerAddress: 0, bodyLimit: 1_048_576 });
const [mairie, other, listed] = await Promise.all([desk(database, api), desk(database, api), desk(database, api)]);

const onFile = async (reference: string): Promise<DemandOnFile> => {
  const { status, body, text } = await api.call('GET', `${mairie.path}/${reference}`, { token: mairie.token });
  assert.equal(status, 200, text);
  return body as unknown as DemandOnFile;
};
const pointersOf = ({ body }: Answered) => (body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer);

test('a demand is registered once for its key, and a repetition gets the same reference and secret', async () => {
  const key = randomUUID();
  const first = await mairie.register({ events: [submitted()] }, key);
  assert.match(first.secret, /^(\w{4}-){6}\w{4}$/);
  const again = await api.call('POST', mairie.path, {
    token: mairie.token,
    key,
    body: { ...registration, events: (await onFile(first.reference)).events },
  });
  assert.deepEqual([again.status, again.body], [201, first]);
  const reused = await api.call('POST', mairie.path, { token: mairie.token, key, body: registration });
  assert.deepEqual([reused.status, problemOf(reused)], [422, 'key-reused']);
  const another = await mairie.register();
  assert.notEqual(another.reference, first.reference);
  assert.notEqual(another.secret, first.secret);
});

test('the same request sent many times at once registers one demand', async () => {
  const key = randomUUID();
  const all = await Promise.all(Array.from({ length: 8 }, () => other.register({}, key)));
  assert.equal(new Set(all.map(({ reference, secret }) => `${reference} ${secret}`)).size, 1);
  const { body } = await api.call('GET', other.path, { token: other.token });
  assert.equal((body as unknown as DemandPage).items.length, 1);
});

test('neither the secret nor what it was made with is in the database', async () => {
  const key = randomUUID();
  const { secret, reference } = await mairie.register({}, key);
  const tables = ['demand', 'demand_access', 'idempotency', 'demand_event'] as const;
  const kept = await Promise.all(tables.map((table) => database.db.selectFrom(table).selectAll().execute()));
  const text = JSON.stringify(kept);
  for (const planted of [secret, secret.replaceAll('-', ''), key]) assert.ok(!text.includes(planted));
  const { cost } = await database.db
    .selectFrom('demand_access')
    .selectAll()
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow();
  assert.deepEqual(cost, { N: 16_384, r: 8, p: 1 }, 'so that a later version can raise it');
});

test('events are appended in their order, each once, whichever request brings it', async () => {
  const { reference } = await mairie.register({ events: [submitted()] });
  const [asked, supplied, decided] = [
    event('documents-requested', { action: { id: 'a', label: 'Un plan' } }),
    event('documents-supplied', { actionId: 'a' }),
    event('decision-made', { outcome: 'granted' }),
  ];
  const counted = async (...events: unknown[]) => {
    const { status, body, text } = await mairie.append(reference, events);
    assert.equal(status, 200, text);
    return [body['appended'], body['known']];
  };
  assert.deepEqual(await counted(asked, supplied), [2, 0]);
  assert.deepEqual(await counted(asked, supplied, decided), [1, 2]);
  assert.deepEqual(await counted(decided, decided), [0, 2]);
  const { events } = await onFile(reference);
  assert.deepEqual(events.slice(1), [asked, supplied, decided]);
});

test('a repetition with the same key answers as the first did', async () => {
  const { reference } = await mairie.register();
  const key = randomUUID();
  const events = [submitted()];
  const first = await mairie.append(reference, events, { key });
  assert.deepEqual((await mairie.append(reference, events, { key })).body, first.body);
  assert.equal(first.body['appended'], 1);
  const reused = await mairie.append(reference, [event('closed')], { key });
  assert.deepEqual([reused.status, problemOf(reused)], [422, 'key-reused']);
});

test('an event is never rewritten: the same name with another content refuses the whole request', async () => {
  const { reference } = await mairie.register();
  const said = event('message-posted', { text: 'Votre dossier est complet.' });
  await mairie.append(reference, [said]);
  const refused = await mairie.append(reference, [event('closed'), { ...said, text: 'Il manque une pièce.' }]);
  assert.deepEqual([refused.status, problemOf(refused)], [409, 'not-possible']);
  assert.deepEqual((await onFile(reference)).events, [said]);
  const rewriting = database.db.updateTable('demand_event').set({ agent: 'x' }).where('event_id', '=', said.id);
  await assert.rejects(rewriting.execute(), /appended, never rewritten/);
});

test('many tools that append at once lose nothing and double nothing', async () => {
  const { reference } = await mairie.register();
  const events = Array.from({ length: 40 }, () => event('message-posted', { text: 'Bonjour.' }));
  // Each event is sent by two of them.
  const batches = Array.from({ length: 10 }, (_, index) => [...events, ...events].slice(index * 4, index * 4 + 44));
  const answers = await Promise.all(batches.map((batch) => mairie.append(reference, batch)));
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
  const kept = (await onFile(reference)).events;
  assert.deepEqual(kept.map(({ id }) => id).toSorted(), events.map(({ id }) => id).toSorted());
});

test('only a token with this right, for this service, reaches the demands of a service', async () => {
  const { reference } = await mairie.register();
  const calls = [
    ['GET', mairie.path],
    ['GET', `${mairie.path}/${reference}`],
    ['POST', mairie.path],
    ['POST', `${mairie.path}/${reference}/events`],
    ['POST', `${mairie.path}/${reference}/secret`],
  ] as const;
  const otherRights = await addToken(database, [mairie.service], ['read', 'moderate', 'answer', 'export', 'contact']);
  for (const [method, path] of calls) {
    assert.equal((await api.call(method, path)).status, 401, path);
    for (const token of [otherRights, other.token]) {
      const refused = await api.call(method, path, { token });
      assert.deepEqual([refused.status, problemOf(refused)], [403, 'forbidden'], path);
    }
  }
  // Its own service does not hold it: there is nothing here.
  const stolen = `${other.path}/${reference}`;
  assert.equal((await api.call('GET', stolen, { token: other.token })).status, 404);
  assert.equal((await api.call('POST', `${stolen}/secret`, { token: other.token })).status, 404);
  assert.equal((await other.append(reference, [submitted()])).status, 404);
});

test('what is wrong in an event is named where it stands, and nothing of the request is kept', async () => {
  const { reference } = await mairie.register();
  for (const [wrong, pointer] of [
    [event('submitted', { channel: 'pigeon' }), '/events/1/channel'],
    [event('documents-requested', { action: { id: 'a', label: '' } }), '/events/1/action/label'],
    [event('delay-announced', { delay: { form: 'fixed', max: 'beaucoup' } }), '/events/1/delay/max'],
    [event('biometrics-taken', { at: 'hier' }), '/events/1/at'],
    [event('message-posted', { text: 'a\0b' }), '/events/1/text'],
  ] as const) {
    const refused = await mairie.append(reference, [submitted(), wrong]);
    assert.equal(refused.status, 400);
    assert.ok(pointersOf(refused).includes(pointer), `${refused.text} lacks ${pointer}`);
  }
  assert.deepEqual((await onFile(reference)).events, []);
});

test('the administration is told what its receipt lacks', async () => {
  const receipt = { channel: 'electronic', receivedOn: '2026-03-02', service: { name: 'Mairie' } } as const;
  const { reference, receiptLacks } = await mairie.register({ receipt });
  const fields = receiptLacks.map(({ field }) => field);
  assert.deepEqual(fields, ['service.phone', 'service.email', 'silence']);
  const { body } = await mairie.append(reference, [
    event('acknowledged', { receipt: { ...receipt, silence: 'none' } }),
  ]);
  assert.deepEqual(
    (body['receiptLacks'] as { field: string }[]).map(({ field }) => field),
    ['service.phone', 'service.email'],
  );
});

test('values marked sensitive are masked before they are kept', async () => {
  const planted = 'FR7630006000011234567890189';
  const item = (value: string) => ({ label: 'IBAN', value, masked: true });
  const { reference } = await mairie.register({
    recap: [
      {
        title: 'Paiement',
        origin: 'user',
        items: [item(planted), item('•••• 0189'), item('12'), { label: 'Nom', value: 'Camille' }],
      },
    ],
  });
  const values = (await onFile(reference)).recap?.[0]?.items.map(({ value }) => value);
  assert.deepEqual(values, ['••••0189', '•••• 0189', '••••', 'Camille']);
  const rows = await database.db.selectFrom('demand').select('record').execute();
  assert.ok(!JSON.stringify(rows).includes(planted));
});

test('another secret replaces the first, ends what it opened, and is the same for its own repetition', async () => {
  const key = randomUUID();
  const first = await mairie.register({}, key);
  const { reference } = first;
  const opened = await visit(api, first);
  const secretKey = randomUUID();
  const replace = () => api.call('POST', `${mairie.path}/${reference}/secret`, { token: mairie.token, key: secretKey });
  const { body } = await replace();
  assert.notEqual(body['secret'], first.secret);
  assert.deepEqual((await replace()).body, body);
  assert.equal((await opened.read()).status, 401);
  assert.equal((await tryToOpen(api, first)).status, 404);
  assert.equal((await tryToOpen(api, body)).status, 201);
  const late = await api.call('POST', mairie.path, { token: mairie.token, key, body: registration });
  assert.deepEqual([late.body['reference'], late.body['secret']], [reference, undefined], 'it would open nothing');
});

test('demands are listed newest first, page after page, and those whose secret was lost apart', async () => {
  const references: string[] = [];
  for (let index = 0; index < 5; index += 1) references.unshift((await listed.register()).reference);
  const page = async (query: string) =>
    (await api.call('GET', `${listed.path}?${query}`, { token: listed.token })).body as unknown as DemandPage;
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await page(`limit=2${cursor ? `&cursor=${cursor}` : ''}`);
    found.push(...items.map(({ reference }) => reference));
    cursor = next;
  } while (cursor);
  assert.deepEqual(found, references);
  assert.equal((await page('lost=true')).items.length, 0);
  await api.call('POST', '/v1/demands/lost-code', { body: { reference: references[2] } });
  assert.deepEqual(
    (await page('lost=true')).items.map(({ reference }) => reference),
    [references[2]],
  );
  assert.equal((await api.call('GET', `${listed.path}?lost=perhaps`, { token: listed.token })).status, 400);
});

test('ten thousand events, up to the last day of the year 9999, are kept and shown', { timeout: 60_000 }, async () => {
  const demand = await mairie.register({ events: [submitted()] });
  const text = '<script>alert(1)</script><b>Bonjour</b>';
  for (let batch = 0; batch < 20; batch += 1) {
    const events = Array.from({ length: 500 }, () => event('message-posted', { text }));
    assert.equal((await mairie.append(demand.reference, events)).status, 200);
  }
  const last = event('delay-announced', {
    at: '9999-12-31T23:59:59.999Z',
    delay: { form: 'personalised', date: '9999-12-31' },
  });
  await mairie.append(demand.reference, [last, event('retention-announced', { deleteOn: '9999-12-31' })]);
  const seen = await (await visit(api, demand)).seen();
  assert.equal(seen.events.length, 10_003);
  assert.equal(seen.events[1]?.text, text, 'as text, never changed');
  const clock = { zone: seen.zone, territory: seen.profile.territory, now: Date.parse('2026-03-03T12:00:00Z') };
  assert.equal(foldDemand(seen.events, clock).announcedUntil, '9999-12-31');
});

test('a demand of too many events takes no more', async () => {
  const { reference } = await mairie.register();
  await database.db.updateTable('demand').set({ event_count: 20_000 }).where('reference', '=', reference).execute();
  const refused = await mairie.append(reference, [submitted()]);
  assert.deepEqual([refused.status, problemOf(refused)], [409, 'not-possible']);
  assert.equal((await tryToOpen(api, { reference, secret: wrongSecret })).status, 404);
});
