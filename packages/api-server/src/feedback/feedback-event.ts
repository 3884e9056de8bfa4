/** The dated history of an opinion: what happened, when, and which agent did it. */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { FeedbackKey } from './feedback-row.ts';

export type FeedbackEvent = 'corrected' | 'accepted' | 'refused' | 'published' | 'answered' | 'withdrawn';

export async function recordEvent(
  db: Kysely<Schema>,
  at: Date,
  { service, reference }: FeedbackKey,
  event: FeedbackEvent,
  agent: string | null = null,
): Promise<void> {
  await db
    .insertInto('feedback_event')
    .values({ service_id: service, reference, id: randomUUID(), at, event, agent })
    .execute();
}
