/**
 * Does a write once for each Idempotency-Key. The key, the work and its outcome are one transaction: a second request with the
 * same key waits for the first, then answers as it did; a first that failed left nothing.
 * Only a small note of the outcome is kept, never what a person wrote: what is answered is read again.
 */
import type { Kysely, Transaction } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { ProblemError } from '../http/problem-error.ts';
import { fingerprint, sha256 } from './receipt-code.ts';

export interface WriteRequest {
  service: string;
  key: string;
  /** Method, path and body: the same key with another of them is refused. */
  content: string;
}

export async function idempotently(
  db: Kysely<Schema>,
  now: Date,
  { service, key, content }: WriteRequest,
  work: (transaction: Transaction<Schema>) => Promise<string>,
): Promise<string> {
  const keyHash = sha256(key);
  const requestHash = fingerprint(key, content);
  return db.transaction().execute(async (transaction) => {
    const claimed = await transaction
      .insertInto('idempotency')
      .values({ service_id: service, key_hash: keyHash, request_hash: requestHash, response: null, created_at: now })
      .onConflict((conflict) => conflict.columns(['service_id', 'key_hash']).doNothing())
      .returning('service_id')
      .executeTakeFirst();
    const ofThisKey = transaction
      .selectFrom('idempotency')
      .select(['request_hash', 'response'])
      .where('service_id', '=', service)
      .where('key_hash', '=', keyHash);
    if (!claimed) {
      const earlier = await ofThisKey.executeTakeFirst();
      if (!earlier?.response) throw new ProblemError('in-progress', { retryAfter: 1 });
      if (!earlier.request_hash.equals(requestHash)) throw new ProblemError('key-reused');
      return String(earlier.response.body);
    }
    const note = await work(transaction);
    await transaction
      .updateTable('idempotency')
      .set({ response: JSON.stringify({ status: 200, body: note }) })
      .where('service_id', '=', service)
      .where('key_hash', '=', keyHash)
      .execute();
    return note;
  });
}
