/** What the holder of a receipt may change: correct, withdraw, say whether an answer was useful. */
import type { FeedbackCorrection } from '@spplus/contract/feedback';
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { flagsOfWords } from '../guard/flags.ts';
import { ProblemError } from '../http/problem-error.ts';
import { statusOnArrival } from './create-feedback.ts';
import { recordEvent } from './feedback-event.ts';
import { readFeedback, type FeedbackKey } from './feedback-row.ts';

/** Words are read again by an agent: a published story is taken down until then. */
export async function correctFeedback(
  db: Kysely<Schema>,
  now: Date,
  key: FeedbackKey,
  { opinion: corrected, version }: FeedbackCorrection,
): Promise<void> {
  const row = await readFeedback(db, key, true);
  if (row.status === 'withdrawn') throw new ProblemError('not-possible', { detail: 'This opinion was withdrawn.' });
  if (row.version !== version)
    throw new ProblemError('stale-version', { detail: `The present version is ${row.version}.` });
  const { email, ...opinion } = corrected;
  const guardFlags = row.flags.filter((flag) => flag === 'trap' || flag === 'too-fast');
  await db
    .updateTable('feedback')
    .set({
      version: version + 1,
      status: statusOnArrival(opinion, guardFlags),
      opinion: JSON.stringify(opinion),
      email: email ?? null,
      flags: [...guardFlags, ...flagsOfWords(opinion)],
      refusal_reason: null,
      refusal_message: null,
      updated_at: now,
      published_at: null,
    })
    .where('service_id', '=', key.service)
    .where('reference', '=', key.reference)
    .execute();
  await recordEvent(db, now, key, 'corrected');
}

/** Erases what the opinion held, with its answers; that it existed and was withdrawn stays known. Twice is once. */
export async function withdrawFeedback(
  db: Kysely<Schema>,
  now: Date,
  key: FeedbackKey,
  agent: string | null = null,
): Promise<void> {
  const row = await readFeedback(db, key, true);
  if (row.status === 'withdrawn') return;
  await db.deleteFrom('answer').where('service_id', '=', key.service).where('reference', '=', key.reference).execute();
  await db
    .updateTable('feedback')
    .set({
      version: sql<number>`version + 1`,
      status: 'withdrawn',
      opinion: null,
      email: null,
      flags: [],
      refusal_reason: null,
      refusal_message: null,
      updated_at: now,
      published_at: null,
    })
    .where('service_id', '=', key.service)
    .where('reference', '=', key.reference)
    .execute();
  await recordEvent(db, now, key, 'withdrawn', agent);
}

const isUuid = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);

export async function rateAnswer(db: Kysely<Schema>, key: FeedbackKey, answer: string, useful: boolean): Promise<void> {
  if (!isUuid(answer)) throw new ProblemError('not-found');
  const { numUpdatedRows } = await db
    .updateTable('answer')
    .set({ useful })
    .where('service_id', '=', key.service)
    .where('reference', '=', key.reference)
    .where('id', '=', answer)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new ProblemError('not-found');
}
