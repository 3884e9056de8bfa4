/** The demands of a service, newest first. */
import type { DemandPage } from '@spplus/contract/demand-agent';
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { cursorInstant, readCursor, writeCursor } from '../http/cursor.ts';
import type { ServiceRecord } from '../services/service-directory.ts';
import { erasureDate } from './demand-row.ts';

export interface DemandQuery {
  service: Pick<ServiceRecord, 'id' | 'settings'>;
  /** Those whose secret was said to be lost, and no others. */
  onlyLost: boolean;
  cursor?: string | undefined;
  limit: number;
}

export async function listDemands(
  db: Kysely<Schema>,
  { service, onlyLost, cursor, limit }: DemandQuery,
): Promise<DemandPage> {
  const after = readCursor(cursor, 2);
  let query = db
    .selectFrom('demand')
    .leftJoin('demand_lost_code', 'demand_lost_code.reference', 'demand.reference')
    .selectAll('demand')
    .select('asked_at')
    .where('service_id', '=', service.id)
    .orderBy('registered_at', 'desc')
    .orderBy('demand.reference')
    .limit(limit + 1);
  if (onlyLost) query = query.where('asked_at', 'is not', null);
  if (after) {
    const [at, reference] = after;
    const instant = cursorInstant(at);
    query = query.where(
      sql<boolean>`(registered_at < ${instant} or (registered_at = ${instant} and demand.reference > ${reference}))`,
    );
  }
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => {
      const erasedAt = erasureDate(row, service.settings);
      return {
        reference: row.reference,
        procedure: row.record.procedure.name,
        events: row.event_count,
        registeredAt: row.registered_at.toISOString(),
        updatedAt: row.updated_at.toISOString(),
        ...(row.closed_at && { closedAt: row.closed_at.toISOString() }),
        ...(erasedAt && { erasedAt: erasedAt.toISOString() }),
        ...(row.asked_at && { codeLostAt: row.asked_at.toISOString() }),
      };
    }),
    ...(rows.length > limit && last && { next: writeCursor([last.registered_at.toISOString(), last.reference]) }),
  };
}
