/** An agent answers an opinion. */
import { randomUUID } from 'node:crypto';
import type { Answer, AnswerDraft } from '@spplus/contract/answer';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { ProblemError } from '../http/problem-error.ts';
import { recordEvent } from './feedback-event.ts';
import { answerOf, readFeedback, type FeedbackKey } from './feedback-row.ts';

export interface AnswerGiven extends FeedbackKey {
  /** Name of the agent's token. */
  agent: string;
  draft: AnswerDraft;
}

/** Several services may answer one opinion. Answers its identifier. Runs in a transaction of the caller. */
export async function answerFeedback(
  db: Kysely<Schema>,
  now: Date,
  { agent, draft, ...key }: AnswerGiven,
): Promise<string> {
  const { status } = await readFeedback(db, key, true);
  if (status === 'withdrawn') throw new ProblemError('not-possible', { detail: 'This opinion was withdrawn.' });
  if (status === 'refused') throw new ProblemError('not-possible', { detail: 'A refused opinion is not answered.' });
  const id = randomUUID();
  const { body, signature, outcome } = draft;
  await db
    .insertInto('answer')
    .values({
      service_id: key.service,
      reference: key.reference,
      id,
      body,
      signature,
      outcome,
      agent,
      answered_at: now,
      useful: null,
    })
    .execute();
  await db
    .updateTable('feedback')
    .set({ updated_at: now })
    .where('service_id', '=', key.service)
    .where('reference', '=', key.reference)
    .execute();
  await recordEvent(db, now, key, 'answered', agent);
  return id;
}

export async function readAnswer(db: Kysely<Schema>, { service, reference }: FeedbackKey, id: string): Promise<Answer> {
  const row = await db
    .selectFrom('answer')
    .selectAll()
    .where('service_id', '=', service)
    .where('reference', '=', reference)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new ProblemError('not-found');
  return answerOf(row);
}
