/** One demand as stored. */
import type { DemandEvent } from '@spplus/contract/demand-event';
import type { Kysely, Selectable } from 'kysely';
import type { DemandTable, Schema } from '../database/schema.ts';
import type { ServiceSettings } from '../database/service-settings.ts';
import { ProblemError } from '../http/problem-error.ts';

export type DemandRow = Selectable<DemandTable>;

export interface DemandKey {
  service: string;
  reference: string;
}

/** Reads one demand; inside a transaction, `lock` keeps others from changing it meanwhile. Throws `not-found`. */
export async function readDemand(
  db: Kysely<Schema>,
  { service, reference }: DemandKey,
  lock = false,
): Promise<DemandRow> {
  const query = db
    .selectFrom('demand')
    .selectAll()
    .where('service_id', '=', service)
    .where('reference', '=', reference);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw new ProblemError('not-found');
  return row;
}

/** In the order of their coming. */
export async function readEvents(db: Kysely<Schema>, { service, reference }: DemandKey): Promise<DemandEvent[]> {
  const rows = await db
    .selectFrom('demand_event')
    .select('event')
    .where('service_id', '=', service)
    .where('reference', '=', reference)
    .orderBy('position')
    .execute();
  return rows.map(({ event }) => event);
}

const day = 86_400_000;

/** From when on a closed demand may be erased: never before the day that the service announced. */
export function erasureDate(
  { closed_at, keep_until }: Pick<DemandRow, 'closed_at' | 'keep_until'>,
  { keepDemandDays }: Pick<ServiceSettings, 'keepDemandDays'>,
): Date | undefined {
  if (!closed_at) return undefined;
  return new Date(Math.max(closed_at.getTime() + keepDemandDays * day, keep_until?.getTime() ?? 0));
}
