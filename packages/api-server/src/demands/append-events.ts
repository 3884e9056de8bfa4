/** Appends events to a demand: all of them or none, each once. */
import { isDeepStrictEqual } from 'node:util';
import type { AppendedEvents } from '@spplus/contract/demand-agent';
import type { DemandEvent } from '@spplus/contract/demand-event';
import { receiptShortfalls } from '@spplus/domain/receipt-completeness';
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { ProblemError } from '../http/problem-error.ts';
import { readDemand, type DemandKey } from './demand-row.ts';

/** Events of one demand at most. A page still shows that many. */
const mostEvents = 20_000;

export type Appended = Pick<AppendedEvents, 'appended' | 'known'>;

/** Runs in a transaction of the caller. `agent`: name of the agent's token, null for the person. */
export async function appendEvents(
  db: Kysely<Schema>,
  now: Date,
  key: DemandKey,
  events: readonly DemandEvent[],
  agent: string | null,
): Promise<Appended> {
  const row = await readDemand(db, key, true);
  const fresh = await withoutKnown(db, key, events);
  if (row.event_count + fresh.length > mostEvents)
    throw new ProblemError('not-possible', { detail: `A demand holds at most ${mostEvents} events.` });
  if (fresh.length > 0) {
    await db
      .insertInto('demand_event')
      .values(
        fresh.map((event, index) => ({
          service_id: key.service,
          reference: key.reference,
          position: row.event_count + index,
          event_id: event.id,
          event: JSON.stringify(event),
          appended_at: now,
          agent,
        })),
      )
      .execute();
    await db
      .updateTable('demand')
      .set({
        ...endOf(fresh, now),
        revision: sql<number>`revision + 1`,
        event_count: row.event_count + fresh.length,
        updated_at: now,
      })
      .where('service_id', '=', key.service)
      .where('reference', '=', key.reference)
      .execute();
  }
  return { appended: fresh.length, known: events.length - fresh.length };
}

/** What the receipts among these events lack of what the law wants in them. */
export const shortfallsOf = (events: readonly DemandEvent[]): AppendedEvents['receiptLacks'] =>
  events.flatMap((event) =>
    event.type === 'acknowledged' && 'receipt' in event && event.receipt ? receiptShortfalls(event.receipt) : [],
  );

/** Those that are not there yet. The same identifier with another content is a fault of the caller, never silently one of both. */
async function withoutKnown(
  db: Kysely<Schema>,
  { service, reference }: DemandKey,
  events: readonly DemandEvent[],
): Promise<DemandEvent[]> {
  if (events.length === 0) return [];
  const rows = await db
    .selectFrom('demand_event')
    .select(['event_id', 'event'])
    .where('service_id', '=', service)
    .where('reference', '=', reference)
    .where(
      'event_id',
      'in',
      events.map(({ id }) => id),
    )
    .execute();
  const known = new Map(rows.map(({ event_id, event }) => [event_id, event]));
  return events.filter((event) => {
    const earlier = known.get(event.id);
    if (!earlier) {
      known.set(event.id, event);
      return true;
    }
    if (!isDeepStrictEqual(earlier, event))
      throw new ProblemError('not-possible', {
        detail: `The event ${event.id} is there already with another content. Events are never rewritten: append another one.`,
      });
    return false;
  });
}

const ends: ReadonlySet<string> = new Set(['withdrawn', 'merged', 'closed', 'deleted']);

/** What these events say of the end of the demand, not of one service's part of it. */
function endOf(events: readonly DemandEvent[], now: Date): { closed_at?: Date | null; keep_until?: string } {
  const end: { closed_at?: Date | null; keep_until?: string } = {};
  for (const event of events) {
    if (event.caseId !== undefined) continue;
    if (ends.has(event.type)) end.closed_at = now;
    else if (event.type === 'reopened') end.closed_at = null;
    else if (event.type === 'retention-announced' && 'deleteOn' in event)
      end.keep_until = `${event.deleteOn}T00:00:00Z`;
  }
  return end;
}
