/**
 * Receives an opinion, once: the statement that stores it (arrivals.ts) also remembers its key. It is acknowledged after the
 * commit, so what a person is told is received is on disk.
 */
import { randomUUID, type KeyObject } from 'node:crypto';
import type { FeedbackReceipt, FeedbackSubmission } from '@spplus/contract/feedback';
import { hasWords, type Opinion } from '@spplus/contract/opinion';
import type pg from 'pg';
import { flagsOfGuard, flagsOfWords } from '../guard/flags.ts';
import { addressBucket, untilNextWindow, windowStart } from '../guard/rate-limit.ts';
import type { CheckedProof } from '../guard/proof-of-work.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { ServiceRecord } from '../services/service-directory.ts';
import type { Arrivals, Stored } from './arrivals.ts';
import { promisedDates } from './feedback-row.ts';
import { fingerprint, newReference, secretFor, sha256 } from './receipt-code.ts';

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

const isReferenceTaken = (error: unknown): boolean =>
  (error as { code?: string; constraint?: string }).code === '23505' &&
  (error as { constraint?: string }).constraint === 'feedback_pkey';

export function statusOnArrival(opinion: Opinion, guardFlags: readonly unknown[]): 'pending' | 'accepted' {
  return hasWords(opinion) || guardFlags.length > 0 ? 'pending' : 'accepted';
}

/** Stores an opinion and answers its receipt; the same key and content answer the same receipt again. */
export async function createFeedback(
  pool: pg.Pool,
  arrivals: Arrivals,
  instanceKey: KeyObject,
  arrival: Arrival,
): Promise<FeedbackReceipt> {
  const { service, submission, key, now, ratePerAddress, isWithinService, proof } = arrival;
  const { email, ...opinion } = submission.opinion;
  const guardFlags = flagsOfGuard(submission.guard, service.settings.minimumTime);
  const keyHash = sha256(key);
  const contentHash = fingerprint(key, JSON.stringify(submission.opinion));
  const address = addressBucket(instanceKey, service.id, arrival.address);

  if (!isWithinService) {
    const earlier = await findCreated(pool, instanceKey, service, keyHash, contentHash);
    if (earlier) return earlier;
    throw new ProblemError('too-many-requests', { retryAfter: untilNextWindow(now) });
  }

  for (;;) {
    const reference = newReference();
    const secret = secretFor(instanceKey, service.id, reference);
    let stored: Stored;
    try {
      stored = await arrivals.store({
        address,
        window_start: windowStart(now).toISOString(),
        address_limit: ratePerAddress,
        service_id: service.id,
        reference,
        creation_key: keyHash.toString('hex'),
        creation_hash: contentHash.toString('hex'),
        secret_hash: sha256(secret).toString('hex'),
        experience_id: randomUUID(),
        status: statusOnArrival(opinion, guardFlags),
        opinion,
        email: email ?? null,
        flags: [...guardFlags, ...flagsOfWords(opinion)],
        received_at: now.toISOString(),
        proof_hash: proof?.hash.toString('hex') ?? null,
        proof_expires_at: proof?.expiresAt.toISOString() ?? null,
      });
    } catch (error) {
      if (isReferenceTaken(error)) continue; // One chance in 10^12: another reference.
      throw error;
    }
    if (stored.inserted) {
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
    if (stored.within && !stored.proven) throw new ProblemError('proof-required');
    throw new ProblemError('too-many-requests', { retryAfter: untilNextWindow(now) });
  }
}

/** The receipt of an earlier request with this key, if there is one. */
export async function findCreated(
  pool: pg.Pool,
  instanceKey: KeyObject,
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
