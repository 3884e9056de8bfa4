/** A demand as the person who made it sees it, and as it is held. */
import type { Redaction, TrackedDemand } from '@spplus/contract/demand';
import type { DemandOnFile } from '@spplus/contract/demand-agent';
import type { DemandEvent } from '@spplus/contract/demand-event';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { ServiceRecord } from '../services/service-directory.ts';
import { sha256 } from '../feedback/receipt-code.ts';
import { erasureDate, readDemand, readEvents, type DemandRow } from './demand-row.ts';
import { findLostCode } from './lost-code.ts';
import { visibleEvents } from './visible-events.ts';

type Service = Pick<ServiceRecord, 'id' | 'name' | 'settings'>;

/** Everything but the events. */
function headOf(row: DemandRow, { id, name, settings }: Service): Omit<TrackedDemand, 'events'> {
  const { decisionOnReading: _, ...record } = row.record;
  const erasedAt = erasureDate(row, settings);
  return {
    reference: row.reference,
    service: { id, name },
    ...record,
    registeredAt: row.registered_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    ...(erasedAt && { erasedAt: erasedAt.toISOString() }),
  };
}

const hiddenDecision: Redaction = { block: 'decision', reason: 'not-yet-notified' };

export function trackedDemand(row: DemandRow, events: readonly DemandEvent[], service: Service): TrackedDemand {
  const head = headOf(row, service);
  const { events: visible, awaitsReading } = visibleEvents(events, row.record.decisionOnReading ?? false);
  return { ...head, redacted: [...head.redacted, ...(awaitsReading ? [hiddenDecision] : [])], events: visible };
}

/** What a page has seen, without reading the events: each of them moves the revision. */
export const tagOf = (row: DemandRow, service: Service): string =>
  `"${row.revision}-${sha256(JSON.stringify(headOf(row, service)))
    .toString('base64url')
    .slice(0, 16)}"`;

/** For agents: every event, with what is for the service only. */
export async function demandOnFile(db: Kysely<Schema>, service: Service, reference: string): Promise<DemandOnFile> {
  const key = { service: service.id, reference };
  const [row, events, codeLostAt] = await Promise.all([
    readDemand(db, key),
    readEvents(db, key),
    findLostCode(db, reference),
  ]);
  const { decisionOnReading } = row.record;
  return {
    ...headOf(row, service),
    events,
    ...(decisionOnReading !== undefined && { decisionOnReading }),
    ...(row.closed_at && { closedAt: row.closed_at.toISOString() }),
    ...(codeLostAt && { codeLostAt: codeLostAt.toISOString() }),
  };
}
