/** What agents have to read: distress and threats first, then the oldest. */
import type { QueuePage } from '@spplus/contract/agent';
import type { FeedbackStatus } from '@spplus/contract/feedback';
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { cursorInstant, readCursor, writeCursor } from '../http/cursor.ts';
import { answersOf, queueItemOf } from './feedback-row.ts';

export interface QueueQuery {
  service: string;
  status?: FeedbackStatus | undefined;
  cursor?: string | undefined;
  limit: number;
  /** May the reader answer in person? */
  showsEmail?: boolean;
}

/** 0 for what comes first. */
const rank = sql<number>`case when flags && array['distress', 'threat'] then 0 else 1 end`;

export async function listQueue(
  db: Kysely<Schema>,
  { service, status, cursor, limit, showsEmail = false }: QueueQuery,
): Promise<QueuePage> {
  const after = readCursor(cursor, 3);
  let query = db
    .selectFrom('feedback')
    .selectAll()
    .select(rank.as('rank'))
    .where('service_id', '=', service)
    .orderBy(rank)
    .orderBy('received_at')
    .orderBy('reference')
    .limit(limit + 1);
  if (status) query = query.where('status', '=', status);
  if (after) {
    const [afterRank = '', at, reference] = after;
    query = query.where(
      sql<boolean>`(${rank}, received_at, reference) > (${afterRank === '0' ? 0 : 1}::int, ${cursorInstant(at)}::timestamptz, ${reference}::text)`,
    );
  }
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  const answers = await answersOf(db, service, page);
  const last = page.at(-1);
  return {
    items: page.map((row) => queueItemOf(row, answers.get(row.reference) ?? [], showsEmail)),
    ...(rows.length > limit &&
      last && { next: writeCursor([String(last.rank), last.received_at.toISOString(), last.reference]) }),
  };
}
