import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createChallenge, verifySolution, type Payload } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { ApiError } from '@spplus/api-client/api-error';
import { solveChallenge } from '@spplus/api-client/proof-of-work';

const hmacSignatureSecret = 'key of the server';
const aChallenge = async () =>
  (await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 10,
    keyPrefix: '0',
    deriveKey,
    hmacSignatureSecret,
  })) as unknown as Parameters<typeof solveChallenge>[0];

test('where no worker can run, the challenge is solved all the same', async () => {
  const proof = await solveChallenge(await aChallenge());
  const { challenge, solution } = JSON.parse(atob(proof)) as Payload;
  assert.equal((await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret })).verified, true);
});

test('one that is cancelled says so', async () => {
  await assert.rejects(
    solveChallenge(await aChallenge(), { signal: AbortSignal.abort() }),
    (error) => error instanceof ApiError && error.kind === 'aborted',
  );
});

test('on a page without https it is refused: it is no matter of connection, and trying again would not help', async () => {
  Object.defineProperty(globalThis, 'isSecureContext', { value: false, configurable: true });
  try {
    await assert.rejects(
      solveChallenge(await aChallenge()),
      (error) => error instanceof ApiError && error.kind === 'refused' && error.advice === 'contact',
    );
  } finally {
    Reflect.deleteProperty(globalThis, 'isSecureContext');
  }
});
