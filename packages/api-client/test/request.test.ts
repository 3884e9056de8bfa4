import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examples } from '@spplus/contract/examples';
import type { FeedbackSubmission } from '@spplus/contract/feedback';
import { ApiError } from '../src/api-error.ts';
import { connect } from '../src/connection.ts';
import { followFeedback, withdrawFeedback } from '../src/feedback.ts';
import { newKey } from '../src/idempotency-key.ts';
import { sendFeedback } from '../src/submission.ts';
import { cut, json, problem, scriptedServer, silent, truncated } from './scripted-server.ts';

const submission = examples['FeedbackSubmission'] as FeedbackSubmission;
const receipt = examples['FeedbackReceipt'] as { reference: string; secret: string };
const received = json(201, receipt);

const send = (api: string, options: { retries?: number; timeout?: number; signal?: AbortSignal } = {}) => {
  const { signal, ...patience } = options;
  return sendFeedback(connect({ api, ...patience }), 'mairie-exemple', submission, { key: newKey(), signal });
};

const failure = async (call: Promise<unknown>): Promise<ApiError> => {
  const error = await call.then(
    () => undefined,
    (fault: unknown) => fault,
  );
  assert.ok(error instanceof ApiError, `an ApiError, not ${String(error)}`);
  return error;
};

test('sends an opinion and answers its receipt', async () => {
  const { api, seen } = await scriptedServer(received);
  assert.deepEqual(await send(`${api}/`), receipt);
  assert.deepEqual([seen[0]?.method, seen[0]?.path], ['POST', '/v1/services/mairie-exemple/feedback']);
  assert.deepEqual(JSON.parse(seen[0]?.body ?? ''), submission);
});

for (const [name, bad] of Object.entries({
  'a cut line': cut,
  'a 500': problem(500, 'internal'),
  'a 503': problem(503, 'unavailable'),
  'a short 429': problem(429, 'too-many-requests', { 'retry-after': '0' }),
  'a repetition under way': problem(409, 'in-progress', { 'retry-after': '0' }),
})) {
  test(`tries again after ${name}, under the same key`, async () => {
    const { api, seen } = await scriptedServer(bad, bad, received);
    assert.deepEqual(await send(api), receipt);
    assert.equal(seen.length, 3);
    assert.equal(new Set(seen.map(({ key }) => key)).size, 1);
    assert.ok((seen[0]?.key?.length ?? 0) >= 32);
  });
}

for (const [name, answer, kind, advice] of [
  ['a wrong field', problem(400, 'invalid-request'), 'refused', 'correct'],
  ['an unknown receipt', problem(404, 'not-found'), 'refused', 'contact'],
  ['another shape than agreed', json(201, { reference: 42 }), 'invalid-answer', 'reload'],
  ['a page of a proxy', json(200, '<html>'), 'invalid-answer', 'reload'],
  ['a half answer', truncated, 'invalid-answer', 'reload'],
  ['a long 429', problem(429, 'too-many-requests', { 'retry-after': '60' }), 'busy', 'wait'],
] as const) {
  test(`does not insist after ${name}: ${kind}`, async () => {
    const { api, seen } = await scriptedServer(answer);
    const error = await failure(send(api));
    assert.deepEqual([error.kind, error.advice, seen.length], [kind, advice, 1]);
    if (kind === 'busy') assert.equal(error.retryAfter, 60_000);
  });
}

test('gives up after as many tries as it was given', async () => {
  const { api, seen } = await scriptedServer(problem(500, 'internal'));
  const error = await failure(send(api, { retries: 2 }));
  assert.deepEqual(
    [error.kind, error.advice, error.code, error.status, seen.length],
    ['server', 'retry', 'internal', 500, 3],
  );
});

test('a server that stays silent is a timeout, one that is not there is offline', async () => {
  const { api } = await scriptedServer(silent);
  assert.equal((await failure(send(api, { retries: 0, timeout: 50 }))).kind, 'timeout');
  assert.equal((await failure(send('http://127.0.0.1:9', { retries: 0 }))).kind, 'offline');
});

test('is cancelled while it waits for an answer, and between two tries', async () => {
  const quiet = await scriptedServer(silent);
  const first = new AbortController();
  setTimeout(() => first.abort(), 30);
  assert.equal((await failure(send(quiet.api, { signal: first.signal }))).kind, 'aborted');

  const broken = await scriptedServer(problem(429, 'too-many-requests', { 'retry-after': '9' }));
  const second = new AbortController();
  setTimeout(() => second.abort(), 100);
  const started = performance.now();
  assert.equal((await failure(send(broken.api, { signal: second.signal }))).kind, 'aborted');
  assert.ok(performance.now() - started < 5_000);
  assert.equal(broken.seen.length, 1);
});

test('a receipt opens what it names, and its secret is in no address', async () => {
  const { api, seen } = await scriptedServer(json(200, examples['FeedbackFollowUp']), (response) =>
    response.writeHead(204).end(),
  );
  const connection = connect({ api });
  const { status } = await followFeedback(connection, 'mairie-exemple', receipt);
  assert.equal(status, 'accepted');
  await withdrawFeedback(connection, 'mairie-exemple', receipt, { key: newKey() });
  assert.deepEqual(
    seen.map(({ method }) => method),
    ['GET', 'DELETE'],
  );
  for (const { path } of seen) assert.ok(path.endsWith(receipt.reference) && !path.includes(receipt.secret));
});

test('unknown fields of a newer server are ignored', async () => {
  const { api } = await scriptedServer(json(201, { ...receipt, colour: 'blue' }));
  assert.deepEqual(await send(api), receipt);
});
