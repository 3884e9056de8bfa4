/** Erases demands with all that is kept about them. */
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';

/** Their events go with them (on delete cascade). Runs in a transaction of the caller; says how many there were. */
export async function eraseDemands(
  db: Kysely<Schema>,
  service: string,
  references: readonly string[],
): Promise<number> {
  if (references.length === 0) return 0;
  for (const table of ['demand_access', 'demand_session', 'demand_lost_code'] as const)
    await db.deleteFrom(table).where('reference', 'in', references).execute();
  const { numDeletedRows } = await db
    .deleteFrom('demand')
    .where('service_id', '=', service)
    .where('reference', 'in', references)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
