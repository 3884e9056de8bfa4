/** What the holder of a receipt may read. */
import type { FeedbackExport, FeedbackFollowUp } from '@spplus/contract/feedback';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { ServiceRecord } from '../services/service-directory.ts';
import { followUpOf, readAnswers, readFeedback, type FeedbackKey } from './feedback-row.ts';
import { opens, sha256 } from './receipt-code.ts';

const nobodysHash = sha256('');

/** Throws `not-found` unless the secret opens the reference; unknown and wrong are the same answer in the same time. */
export async function openReceipt(
  db: Kysely<Schema>,
  { service, reference }: FeedbackKey,
  secret: string,
): Promise<void> {
  const row = await db
    .selectFrom('feedback')
    .select('secret_hash')
    .where('service_id', '=', service)
    .where('reference', '=', reference)
    .executeTakeFirst();
  const isRight = opens(secret, row?.secret_hash ?? nobodysHash);
  if (!row || !isRight) throw new ProblemError('not-found');
}

export async function followFeedback(
  db: Kysely<Schema>,
  service: ServiceRecord,
  reference: string,
): Promise<FeedbackFollowUp> {
  const key = { service: service.id, reference };
  const [row, answers] = await Promise.all([readFeedback(db, key), readAnswers(db, key)]);
  return followUpOf(row, answers, service.settings);
}

/** Everything held about one opinion, for the person it belongs to (RGPD, article 15). Agents' names are left out. */
export async function exportPerson(
  db: Kysely<Schema>,
  now: Date,
  service: ServiceRecord,
  reference: string,
): Promise<FeedbackExport> {
  const feedback = await followFeedback(db, service, reference);
  const events = await db
    .selectFrom('feedback_event')
    .select(['at', 'event'])
    .where('service_id', '=', service.id)
    .where('reference', '=', reference)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return {
    exportedAt: now.toISOString(),
    service: { id: service.id, name: service.name },
    feedback,
    history: events.map(({ at, event }) => ({ at: at.toISOString(), event })),
  };
}
