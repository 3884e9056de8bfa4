/** Registers a demand, once for its Idempotency-Key, and gives what opens it. */
import type { KeyObject } from 'node:crypto';
import type { DemandCode, DemandRegistration } from '@spplus/contract/demand';
import type { RegisteredDemand } from '@spplus/contract/demand-agent';
import { receiptShortfalls } from '@spplus/domain/receipt-completeness';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { fingerprint, sha256 } from '../feedback/receipt-code.ts';
import { ProblemError } from '../http/problem-error.ts';
import { appendEvents } from './append-events.ts';
import { demandSecretFor, newDemandReference } from './demand-code.ts';
import type { DemandKey } from './demand-row.ts';
import { maskedRecap } from './masking.ts';
import type { HashedSecret, Secrets } from './secret-hash.ts';

export interface Registering {
  service: string;
  /** Name of the agent's token. */
  agent: string;
  registration: DemandRegistration;
  /** Idempotency-Key of the request. */
  key: string;
  now: Date;
}

/** What makes secrets and keeps them. */
export interface Locksmith {
  instanceKey: KeyObject;
  secrets: Secrets;
}

const isTaken = (error: unknown): boolean =>
  (error as { code?: string }).code === '23505' &&
  ['demand_pkey', 'demand_access_pkey'].includes((error as { constraint?: string }).constraint ?? '');

/** The same key and content answer the same reference and secret again. */
export async function registerDemand(
  db: Kysely<Schema>,
  locksmith: Locksmith,
  registering: Registering,
): Promise<RegisteredDemand> {
  for (;;) {
    const earlier = await findRegistered(db, locksmith.instanceKey, registering);
    if (earlier) return earlier;
    const key: DemandKey = { service: registering.service, reference: newDemandReference() };
    const secret = demandSecretFor(locksmith.instanceKey, key, registering.key);
    const hashed = await locksmith.secrets.make(secret);
    try {
      if (await insert(db, key, hashed, registering)) return answer({ reference: key.reference, secret }, registering);
    } catch (error) {
      if (!isTaken(error)) throw error; // One chance in 10^16: another reference.
    }
  }
}

/** False when the same request came first. */
const insert = (
  db: Kysely<Schema>,
  key: DemandKey,
  hashed: HashedSecret,
  { registration, key: requestKey, now, agent }: Registering,
): Promise<boolean> =>
  db.transaction().execute(async (transaction) => {
    const { events, ...record } = registration;
    const inserted = await transaction
      .insertInto('demand')
      .values({
        service_id: key.service,
        reference: key.reference,
        creation_key: sha256(requestKey),
        creation_hash: fingerprint(requestKey, JSON.stringify(registration)),
        record: JSON.stringify({ ...record, ...(record.recap && { recap: maskedRecap(record.recap) }) }),
        revision: 1,
        event_count: 0,
        registered_at: now,
        updated_at: now,
      })
      .onConflict((conflict) => conflict.columns(['service_id', 'creation_key']).doNothing())
      .returning('reference')
      .executeTakeFirst();
    if (!inserted) return false;
    await transaction
      .insertInto('demand_access')
      .values(accessOf(key, hashed, requestKey))
      .execute();
    await appendEvents(transaction, now, key, events, agent);
    return true;
  });

const accessOf = ({ service, reference }: DemandKey, { salt, hash, cost }: HashedSecret, requestKey: string) => ({
  reference,
  service_id: service,
  salt,
  hash,
  cost: JSON.stringify(cost),
  made_by: sha256(requestKey),
});

async function findRegistered(
  db: Kysely<Schema>,
  instanceKey: KeyObject,
  registering: Registering,
): Promise<RegisteredDemand | undefined> {
  const { service, registration, key } = registering;
  const row = await db
    .selectFrom('demand')
    .select(['reference', 'creation_hash', 'registered_at'])
    .where('service_id', '=', service)
    .where('creation_key', '=', sha256(key))
    .executeTakeFirst();
  if (!row) return undefined;
  if (!row.creation_hash.equals(fingerprint(key, JSON.stringify(registration)))) throw new ProblemError('key-reused');
  const code = await codeMadeBy(db, instanceKey, { service, reference: row.reference }, key);
  return answer(code, { ...registering, now: row.registered_at });
}

const answer = (code: DemandCode, { registration, now }: Registering): RegisteredDemand => ({
  ...code,
  registeredAt: now.toISOString(),
  receiptLacks: registration.receipt ? receiptShortfalls(registration.receipt) : [],
});

/** The secret that a request made, unless another one made another since. */
export async function codeMadeBy(
  db: Kysely<Schema>,
  instanceKey: KeyObject,
  key: DemandKey,
  requestKey: string,
): Promise<DemandCode> {
  const { reference } = key;
  const row = await db
    .selectFrom('demand_access')
    .select('made_by')
    .where('reference', '=', reference)
    .executeTakeFirst();
  const isPresent = row?.made_by.equals(sha256(requestKey)) ?? false;
  return { reference, ...(isPresent && { secret: demandSecretFor(instanceKey, key, requestKey) }) };
}

/** Puts another secret in the place of the former one, which opens nothing more; what it opened is closed. */
export async function replaceSecret(
  db: Kysely<Schema>,
  { service, reference }: DemandKey,
  { salt, hash, cost }: HashedSecret,
  requestKey: string,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('demand_access')
    .set({ salt, hash, cost: JSON.stringify(cost), made_by: sha256(requestKey) })
    .where('reference', '=', reference)
    .where('service_id', '=', service)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new ProblemError('not-found');
  await db.deleteFrom('demand_session').where('reference', '=', reference).execute();
  await db.deleteFrom('demand_lost_code').where('reference', '=', reference).execute();
}
