/**
 * Secrets of demands at rest: scrypt (RFC 7914) with a salt for each, whose cost is kept beside it so that it can be raised. A
 * secret has 135 random bits, which no cost could make harder to guess: it is there for a secret that a later form makes shorter.
 */
import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { createGate } from '../guard/gate.ts';

/** `N` doublings of work, blocks of `r` × 128 bytes, `p` times. */
export interface SecretCost {
  N: number;
  r: number;
  p: number;
}

export interface HashedSecret {
  salt: Buffer;
  hash: Buffer;
  cost: SecretCost;
}

export interface Secrets {
  make(secret: string): Promise<HashedSecret>;
  /** Does it open this one? With none, the same work is done for nothing. Throws `unavailable` when too many are being checked. */
  opens(secret: string, kept: HashedSecret | undefined): Promise<boolean>;
}

/** 16 MiB and some 40 ms of one processor. */
const usualCost: SecretCost = { N: 2 ** 14, r: 8, p: 1 };
const size = 32;

/** Those that may wait: about two seconds of work. */
const mostWaiting = 50;

const derive = (secret: string, salt: Buffer, { N, r, p }: SecretCost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
    scrypt(secret, salt, size, options, (error, key) => (error ? reject(error) : resolve(key)));
  });

/** Half of the processors at most check secrets, so that a flood of them leaves the rest of the server its own. */
export function createSecrets(cost = usualCost): Secrets {
  const atOnce = Math.max(1, Math.floor(availableParallelism() / 2));
  // Agents’ tools do not wait behind a flood of strangers.
  const [checking, making] = [createGate(atOnce, mostWaiting), createGate(1, mostWaiting)];
  const nobodys = { salt: randomBytes(16), hash: randomBytes(size), cost };
  return {
    make: (secret) =>
      making.pass(async () => {
        const salt = randomBytes(16);
        return { salt, hash: await derive(secret, salt, cost), cost };
      }),
    opens: (secret, kept) =>
      checking.pass(async () => {
        const { salt, hash, cost: its } = kept ?? nobodys;
        const isRight = timingSafeEqual(await derive(secret, salt, its), hash);
        return kept !== undefined && isRight;
      }),
  };
}
