/** The key that receipts, proofs of work and hashes of addresses are made with: one for all processes on a database. */
import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';

const name = 'receipt-key';

/** Reads it, or creates it once, whichever process comes first. As a KeyObject: from bytes, each use would import it again. */
export async function instanceKey(db: Kysely<Schema>): Promise<KeyObject> {
  await db
    .insertInto('instance_setting')
    .values({ name, value: randomBytes(32) })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { value } = await db
    .selectFrom('instance_setting')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return createSecretKey(value);
}
