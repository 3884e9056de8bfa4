/**
 * Someone says that a secret is lost. The same statement runs and the same is answered whether the demand exists or not; its
 * service sees the request beside the demand, and checks who asks before it makes another secret.
 */
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';

export async function recordLostCode(db: Kysely<Schema>, now: Date, reference: string): Promise<void> {
  await db
    .insertInto('demand_lost_code')
    .values({ reference, asked_at: now })
    .onConflict((conflict) => conflict.column('reference').doUpdateSet({ asked_at: now }))
    .execute();
}

export async function findLostCode(db: Kysely<Schema>, reference: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom('demand_lost_code')
    .select('asked_at')
    .where('reference', '=', reference)
    .executeTakeFirst();
  return row?.asked_at;
}
