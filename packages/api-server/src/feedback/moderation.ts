/** An agent accepts or refuses an opinion. */
import type { QueueItem } from '@spplus/contract/agent';
import type { Moderation } from '@spplus/contract/moderation';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { ProblemError } from '../http/problem-error.ts';
import { recordEvent } from './feedback-event.ts';
import { queueItemOf, readAnswers, readFeedback, type FeedbackKey } from './feedback-row.ts';

export interface Decision extends FeedbackKey {
  /** Name of the agent's token. */
  agent: string;
  moderation: Moderation;
}

/**
 * Accepting an opinion whose author agreed publishes its story; refusing takes it down. A decision may be changed: the last
 * one holds. Runs in a transaction of the caller.
 */
export async function moderate(db: Kysely<Schema>, now: Date, { agent, moderation, ...key }: Decision): Promise<void> {
  const row = await readFeedback(db, key, true);
  if (row.status === 'withdrawn') throw new ProblemError('not-possible', { detail: 'This opinion was withdrawn.' });
  if (row.version !== moderation.version) {
    throw new ProblemError('stale-version', {
      detail: 'It was corrected in between: read it again before you decide.',
    });
  }
  const isAccepted = moderation.decision === 'accept';
  const publishes = isAccepted && row.opinion?.publish === true && row.opinion.story !== undefined;
  await db
    .updateTable('feedback')
    .set({
      status: isAccepted ? 'accepted' : 'refused',
      refusal_reason: isAccepted ? null : moderation.reason,
      refusal_message: isAccepted ? null : (moderation.message ?? null),
      updated_at: now,
      published_at: publishes ? (row.published_at ?? now) : null,
    })
    .where('service_id', '=', key.service)
    .where('reference', '=', key.reference)
    .execute();
  await recordEvent(db, now, key, isAccepted ? 'accepted' : 'refused', agent);
  if (publishes && !row.published_at) await recordEvent(db, now, key, 'published', agent);
}

/** One opinion as agents see it. */
export async function readQueueItem(db: Kysely<Schema>, key: FeedbackKey, showsEmail = false): Promise<QueueItem> {
  const [row, answers] = await Promise.all([readFeedback(db, key), readAnswers(db, key)]);
  return queueItemOf(row, answers, showsEmail);
}
