/** Proof of work with the ALTCHA protocol: signed challenges that expire and serve once. */
import { createHmac, type KeyObject } from 'node:crypto';
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Payload } from 'altcha-lib';
import { sha256 } from '../feedback/receipt-code.ts';
import { ProblemError } from '../http/problem-error.ts';

/** Seconds between a challenge and its use. */
const lifetime = 600;

/** About 256 tries of 5,000 iterations: around a second on an old phone, nothing on one opinion, much on a million. */
const difficulty = { algorithm: 'PBKDF2/SHA-256', cost: 5_000, keyPrefix: '00' };

const signingKey = (instanceKey: KeyObject): string =>
  createHmac('sha256', instanceKey).update('proof-of-work').digest('hex');

/** A challenge that is good for one service only. */
export const newChallenge = (instanceKey: KeyObject, service: string, now: Date) =>
  createChallenge({
    ...difficulty,
    deriveKey,
    data: { service },
    expiresAt: Math.floor(now.getTime() / 1000) + lifetime,
    hmacSignatureSecret: signingKey(instanceKey),
  });

export interface CheckedProof {
  /** Under which its use is remembered. */
  hash: Buffer;
  expiresAt: Date;
}

/** Throws `proof-required` unless the proof is ours, for this service, solved and not expired. */
export async function checkProof(
  instanceKey: KeyObject,
  service: string,
  proof: string | undefined,
  now: Date,
): Promise<CheckedProof> {
  const payload = readPayload(proof);
  const { parameters } = payload.challenge;
  const expiresAt = new Date((parameters.expiresAt ?? 0) * 1000);
  const isOurs = parameters.data?.['service'] === service && expiresAt > now;
  // The cost comes from the caller: what is not ours is not computed.
  const isUsual = parameters.algorithm === difficulty.algorithm && parameters.cost === difficulty.cost;
  if (!isOurs || !isUsual) throw new ProblemError('proof-required');
  const { challenge, solution } = payload;
  const hmacSignatureSecret = signingKey(instanceKey);
  // The library throws on what has not the shape of a proof.
  const checked = await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret }).catch(() => undefined);
  if (!checked?.verified) throw new ProblemError('proof-required');
  return { hash: sha256(parameters.nonce), expiresAt };
}

function readPayload(proof: string | undefined): Payload {
  try {
    const payload = JSON.parse(Buffer.from(proof ?? '', 'base64').toString('utf8')) as Payload;
    if (typeof payload.challenge.parameters.nonce === 'string' && typeof payload.solution.counter === 'number')
      return payload;
  } catch {
    // Said below.
  }
  throw new ProblemError('proof-required');
}
