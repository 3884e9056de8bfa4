/**
 * Stores an opinion, once, in one round trip to the database: the same statement counts it for its address, claims its proof
 * of work and inserts it. It is acknowledged after the commit, so what a person is told is received is on disk.
 */
import { randomUUID } from 'node:crypto';
import type { FeedbackReceipt, FeedbackSubmission } from '@spplus/contract/feedback';
import { hasWords, type Opinion } from '@spplus/contract/opinion';
import type pg from 'pg';
import { flagsOfGuard, flagsOfWords } from '../guard/flags.ts';
import { addressBucket, untilNextWindow, windowStart } from '../guard/rate-limit.ts';
import type { CheckedProof } from '../guard/proof-of-work.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { ServiceRecord } from '../services/service-directory.ts';
import { promisedDates } from './feedback-row.ts';
import { newReference, secretFor, sha256 } from './receipt-code.ts';

export interface Arrival {
  service: ServiceRecord;
  submission: FeedbackSubmission;
  /** Idempotency-Key of the request. */
  key: string;
  address: string;
  now: Date;
  /** Opinions a minute from one address; 0 sets no limit. */
  ratePerAddress: number;
  /** False when the service has received all it takes in this minute: only a repetition is answered. */
  isWithinService: boolean;
  /** Checked already; claimed here. Absent when the service asks for none. */
  proof?: CheckedProof | undefined;
}

/** What both ways of storing share: $1 to $3 are the address's limit, $4 to $14 the opinion. */
const counted = `counted as (
  insert into rate_limit (bucket, window_start, hits) values ($1, $2, 1)
  on conflict (bucket, window_start) do update set hits = rate_limit.hits + 1
  returning hits
), within as (
  select 1 from counted where $3 = 0 or hits <= $3
)`;
const inserted = (condition: string) => `inserted as (
  insert into feedback (service_id, reference, creation_key, creation_hash, secret_hash, experience_id, status, opinion, email,
    flags, received_at, updated_at)
  select $4, $5, $6, $7, $8, $9, $10, $11::jsonb, $12, $13::text[], $14, $14 from ${condition}
  on conflict (service_id, creation_key) do nothing
  returning 1
)
select exists (select 1 from within) as within, exists (select 1 from inserted) as inserted`;

const plainInsert = { name: 'create-feedback', text: `with ${counted}, ${inserted('within')}` };
const provenInsert = {
  name: 'create-proven-feedback',
  text: `with ${counted}, proven as (
    insert into used_proof (proof_hash, expires_at) select $15, $16 from within
    on conflict (proof_hash) do nothing
    returning 1
  ), ${inserted('proven')}, exists (select 1 from proven) as proven`,
};

interface Outcome {
  within: boolean;
  inserted: boolean;
  proven?: boolean;
}

const isReferenceTaken = (error: unknown): boolean =>
  (error as { code?: string; constraint?: string }).code === '23505' &&
  (error as { constraint?: string }).constraint === 'feedback_pkey';

export function statusOnArrival(opinion: Opinion, guardFlags: readonly unknown[]): 'pending' | 'accepted' {
  return hasWords(opinion) || guardFlags.length > 0 ? 'pending' : 'accepted';
}

/** Stores an opinion and answers its receipt; the same key and content answer the same receipt again. */
export async function createFeedback(pool: pg.Pool, instanceKey: Buffer, arrival: Arrival): Promise<FeedbackReceipt> {
  const { service, submission, key, now, ratePerAddress, isWithinService, proof } = arrival;
  const { email, ...opinion } = submission.opinion;
  const guardFlags = flagsOfGuard(submission.guard, service.settings.minimumTime);
  const keyHash = sha256(key);
  const contentHash = sha256(JSON.stringify(submission.opinion));
  const address = addressBucket(instanceKey, service.id, arrival.address);

  if (!isWithinService) {
    const earlier = await findCreated(pool, instanceKey, service, keyHash, contentHash);
    if (earlier) return earlier;
    throw new ProblemError('too-many-requests', { retryAfter: untilNextWindow(now) });
  }

  for (;;) {
    const reference = newReference();
    const secret = secretFor(instanceKey, service.id, reference);
    const values = [
      address,
      windowStart(now),
      ratePerAddress,
      service.id,
      reference,
      keyHash,
      contentHash,
      sha256(secret),
      randomUUID(),
      statusOnArrival(opinion, guardFlags),
      JSON.stringify(opinion),
      email ?? null,
      [...guardFlags, ...flagsOfWords(opinion)],
      now,
    ];
    let outcome: Outcome | undefined;
    try {
      const query = proof ? { ...provenInsert, values: [...values, proof.hash, proof.expiresAt] } : { ...plainInsert, values };
      outcome = (await pool.query<Outcome>(query)).rows[0];
    } catch (error) {
      if (isReferenceTaken(error)) continue; // One chance in 10^12: another reference.
      throw error;
    }
    if (outcome?.inserted) {
      return {
        reference,
        secret,
        version: 1,
        receivedAt: now.toISOString(),
        ...promisedDates({ received_at: now, email: email ?? null }, hasWords(opinion), service.settings),
      };
    }
    const earlier = await findCreated(pool, instanceKey, service, keyHash, contentHash);
    if (earlier) return earlier;
    if (outcome?.within && outcome.proven === false) throw new ProblemError('proof-required');
    throw new ProblemError('too-many-requests', { retryAfter: untilNextWindow(now) });
  }
}

/** The receipt of an earlier request with this key, if there is one. */
export async function findCreated(
  pool: pg.Pool,
  instanceKey: Buffer,
  service: ServiceRecord,
  keyHash: Buffer,
  contentHash: Buffer,
): Promise<FeedbackReceipt | undefined> {
  const { rows } = await pool.query<{
    reference: string;
    creation_hash: Buffer;
    received_at: Date;
    email: string | null;
    opinion: Opinion | null;
  }>({
    name: 'find-created-feedback',
    text: `select reference, creation_hash, received_at, email, opinion from feedback
      where service_id = $1 and creation_key = $2`,
    values: [service.id, keyHash],
  });
  const [row] = rows;
  if (!row) return undefined;
  if (!row.creation_hash.equals(contentHash)) throw new ProblemError('key-reused');
  return {
    reference: row.reference,
    secret: secretFor(instanceKey, service.id, row.reference),
    version: 1,
    receivedAt: row.received_at.toISOString(),
    ...promisedDates(row, row.opinion !== null && hasWords(row.opinion), service.settings),
  };
}
