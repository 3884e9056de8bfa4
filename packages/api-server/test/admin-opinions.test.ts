/** The command line on opinions that came in through the API. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { QueueItem } from '@spplus/contract/agent';
import type { FeedbackExport } from '@spplus/contract/feedback';
import { addService, gesture, sent, startApi, told } from './support/api.ts';
import { temporaryFolder, testDatabase } from './support/database.ts';
import { runCommand } from './support/server-process.ts';

const database = await testDatabase();
const api = await startApi(database);
const service = await addService(database, 'mairie');
const many = await addService(database, 'prefecture');
const admin = (...words: string[]) => runCommand({ DATABASE_URL: database.url }, ...words);
const timeout = 60_000;

/** Runs a command that must succeed, and gives what it printed. */
async function done(...words: string[]): Promise<string> {
  const { code, output, errors } = await admin(...words);
  assert.equal(code, 0, errors);
  return output;
}
const follow = async (receipt: { reference: string; secret: string }) =>
  (await api.call('GET', `/v1/services/${service}/feedback/${receipt.reference}`, { receipt })).body;

test('an opinion is read, accepted and answered, and the person sees it', { timeout }, async () => {
  const receipt = await sent(api, service, told);
  const queue = await done('queue', '--service', service);
  assert.match(queue, new RegExp(`${receipt.reference}.*pending.*wished.*Un accueil patient`));
  assert.ok(!queue.includes('camille.planted@example.org'), 'no e-mail in a list');

  const shown = JSON.parse(await done('show', receipt.reference.toLowerCase(), '--json')) as QueueItem;
  assert.equal(shown.opinion?.story?.happened, told.story?.happened);
  assert.equal(shown.email, undefined);

  assert.match(await done('accept', receipt.reference), /is accepted and published/);
  assert.match(
    await done('answer', receipt.reference, '--signature', 'Accueil', '--outcome', 'fixed', '--body', 'Merci à vous.'),
    /Answered/,
  );
  const { status, answers } = await follow(receipt);
  assert.equal(status, 'accepted');
  assert.deepEqual(
    (answers as { body: string; outcome: string }[]).map(({ body, outcome }) => [body, outcome]),
    [['Merci à vous.', 'fixed']],
  );
});

test('an opinion is refused with a reason that the person can read', { timeout }, async () => {
  const receipt = await sent(api, service, told);
  assert.equal((await admin('refuse', receipt.reference)).code, 2, 'a refusal needs a reason');
  await done('refuse', receipt.reference, '--reason', 'personal-data', '--message', 'Retirez le nom de l’agent.');
  const { status, refusal } = await follow(receipt);
  assert.equal(status, 'refused');
  assert.deepEqual(refusal, { reason: 'personal-data', message: 'Retirez le nom de l’agent.' });
});

test('a decision on an older version is refused', { timeout }, async () => {
  const receipt = await sent(api, service, told);
  const opinion = { ...told, comment: 'J’ajoute un mot.' };
  const path = `/v1/services/${service}/feedback/${receipt.reference}`;
  const corrected = await api.call('PUT', path, { receipt, body: { version: 1, opinion, guard: { elapsed: 9_000 } } });
  assert.equal(corrected.status, 200, corrected.text);
  assert.notEqual((await admin('accept', receipt.reference, '--version', '1')).code, 0);
  assert.equal((await follow(receipt))['status'], 'pending');
  await done('accept', receipt.reference, '--version', '2');
});

test('everything held about a person is given, then erased for good', { timeout }, async () => {
  const receipt = await sent(api, service, told);
  await done('accept', receipt.reference);
  const file = JSON.parse(await done('person-export', receipt.reference)) as FeedbackExport;
  assert.equal(file.feedback.opinion?.email, told.email);
  assert.deepEqual(file.history.map(({ event }) => event).sort(), ['accepted', 'published']);

  const unsure = await admin('erase', receipt.reference);
  assert.notEqual(unsure.code, 0, 'nobody was there to confirm');
  assert.equal((await follow(receipt))['status'], 'accepted');
  assert.match(await done('erase', receipt.reference, '--yes'), /Erased/);
  const { status } = await api.call('GET', `/v1/services/${service}/feedback/${receipt.reference}`, { receipt });
  assert.equal(status, 404);
});

test('an export of more than one batch holds every opinion once, and no e-mail', { timeout }, async () => {
  const references = new Set<string>();
  for (let count = 0; count < 1203; count += 100) {
    const opinions = Array.from({ length: Math.min(100, 1203 - count) }, () => sent(api, many, gesture));
    for (const { reference } of await Promise.all(opinions)) references.add(reference);
  }
  const withEmail = await sent(api, many, told);
  const json = JSON.parse(await done('export', '--service', many, '--format', 'json')) as { reference: string }[];
  assert.equal(json.length, 1204);
  assert.deepEqual(new Set(json.map(({ reference }) => reference)), references.add(withEmail.reference));

  const file = join(temporaryFolder(), 'avis.csv');
  await done('export', '--service', many, '--format', 'csv', '--output', file);
  const csv = readFileSync(file, 'utf8');
  assert.equal(csv.match(/[0-9A-Z]{4}-[0-9A-Z]{4}/g)?.length, 1204);
  assert.ok(!csv.includes('camille.planted@example.org'));
});
