/** Limits counted in the database, so that several processes are one. Addresses are kept as keyed hashes only. */
import { createHmac, type KeyObject } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { ProblemError } from '../http/problem-error.ts';

/** Length of a window, in seconds. */
export const windowSeconds = 60;

export const windowStart = (now: Date): Date => new Date(Math.floor(now.getTime() / 60_000) * 60_000);

/** Seconds until the next window. */
export const untilNextWindow = (now: Date): number =>
  windowSeconds - (Math.floor(now.getTime() / 1000) % windowSeconds);

/** An IPv6 household holds 2^64 addresses: its prefix counts (RFC 6177). */
const household = (address: string): string => {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  const [head = '', tail] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
};

/** What an address is counted under for one service. */
export const addressBucket = (key: KeyObject, service: string, address: string): string =>
  `address:${createHmac('sha256', key)
    .update(`${service}\n${household(address)}`)
    .digest('base64url')
    .slice(0, 22)}`;

/** Counts one hit and refuses above the limit; 0 sets none. */
export async function countHit(db: Kysely<Schema>, now: Date, bucket: string, limit: number): Promise<void> {
  if (limit === 0) return;
  const { hits } = await db
    .insertInto('rate_limit')
    .values({ bucket, window_start: windowStart(now), hits: 1 })
    .onConflict((conflict) =>
      conflict.columns(['bucket', 'window_start']).doUpdateSet((row) => ({ hits: row('rate_limit.hits', '+', 1) })),
    )
    .returning('hits')
    .executeTakeFirstOrThrow();
  if (hits > limit) throw new ProblemError('too-many-requests', { retryAfter: untilNextWindow(now) });
}
