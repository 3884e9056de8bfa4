/**
 * A demand that its reference and its secret opened: a random token, kept by the page in memory and here as a hash, that ends when
 * it is not used, or after half a day.
 */
import { randomBytes } from 'node:crypto';
import type { DemandKey as TypedKey, DemandSession } from '@spplus/contract/demand';
import { readDemandReference, readDemandSecret } from '@spplus/domain/demand-code';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { sha256 } from '../feedback/receipt-code.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { DemandKey } from './demand-row.ts';
import type { Secrets } from './secret-hash.ts';

const minute = 60_000;
const mostMinutes = 12 * 60;

/** 256 random bits after a prefix that tells it from an agent's token. */
const newSessionToken = (): string => `spd_${randomBytes(32).toString('base64url')}`;

/** An unknown reference and a wrong secret are the same answer after the same work. Throws `not-found`. */
export async function openSession(
  db: Kysely<Schema>,
  secrets: Secrets,
  now: Date,
  typed: TypedKey,
  idleMinutes: number,
): Promise<DemandSession> {
  const reference = readDemandReference(typed.reference) ?? '';
  const kept = await db.selectFrom('demand_access').selectAll().where('reference', '=', reference).executeTakeFirst();
  const isRight = await secrets.opens(readDemandSecret(typed.secret) ?? '', kept);
  if (!kept || !isRight) throw new ProblemError('not-found');
  const token = newSessionToken();
  const expires = new Date(now.getTime() + idleMinutes * minute);
  await db
    .insertInto('demand_session')
    .values({
      token_hash: sha256(token),
      reference,
      service_id: kept.service_id,
      opened_at: now,
      expires_at: expires,
    })
    .execute();
  return { token, expiresAt: expires.toISOString(), idleMinutes };
}

export interface OpenSession extends DemandKey {
  tokenHash: Buffer;
}

const ended = () =>
  new ProblemError('unauthorized', {
    detail: 'The demand is not open, or no more: open it with its reference and its secret.',
    headers: { 'www-authenticate': 'Bearer' },
  });

/** The demand that a token opens; its end is put off. Throws `unauthorized`. */
export async function useSession(
  db: Kysely<Schema>,
  now: Date,
  authorization: string | undefined,
  idleMinutes: number,
): Promise<OpenSession> {
  const token = /^Bearer (spd_[\w-]{43})$/.exec(authorization ?? '')?.[1];
  if (!token) throw ended();
  const tokenHash = sha256(token);
  const row = await db
    .selectFrom('demand_session')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (!row) throw ended();
  const end = Math.min(now.getTime() + idleMinutes * minute, row.opened_at.getTime() + mostMinutes * minute);
  // Within the minute it is not worth a write.
  if (end - row.expires_at.getTime() >= minute) {
    await db
      .updateTable('demand_session')
      .set({ expires_at: new Date(end) })
      .where('token_hash', '=', tokenHash)
      .execute();
  }
  return { service: row.service_id, reference: row.reference, tokenHash };
}

export async function endSession(db: Kysely<Schema>, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom('demand_session').where('token_hash', '=', tokenHash).execute();
}
