/** One opinion as stored, and the shapes callers see of it. */
import type { QueueItem } from '@spplus/contract/agent';
import type { Answer } from '@spplus/contract/answer';
import type { FeedbackFollowUp, FeedbackReceipt } from '@spplus/contract/feedback';
import { hasWords, type Opinion } from '@spplus/contract/opinion';
import type { Kysely, Selectable } from 'kysely';
import type { AnswerTable, FeedbackTable, Schema } from '../database/schema.ts';
import type { ServiceSettings } from '../database/service-settings.ts';
import { ProblemError } from '../http/problem-error.ts';

export type FeedbackRow = Selectable<FeedbackTable>;
type AnswerRow = Selectable<AnswerTable>;

export interface FeedbackKey {
  service: string;
  reference: string;
}

const day = 86_400_000;
const daysAfter = (date: Date, days: number): string => new Date(date.getTime() + days * day).toISOString();

/** Dates a person is told: when an answer is due, when the e-mail and everything is erased. */
export function promisedDates(
  { received_at, email }: Pick<FeedbackRow, 'received_at' | 'email'>,
  hasText: boolean,
  { answerDays, keepEmailDays, keepDays }: ServiceSettings,
): Pick<FeedbackReceipt, 'answerBy' | 'emailErasedAt' | 'erasedAt'> {
  return {
    ...(answerDays !== undefined && hasText && { answerBy: daysAfter(received_at, answerDays) }),
    ...(email && { emailErasedAt: daysAfter(received_at, Math.min(keepEmailDays, keepDays)) }),
    erasedAt: daysAfter(received_at, keepDays),
  };
}

export const answerOf = ({ id, body, signature, outcome, answered_at, useful }: AnswerRow): Answer => ({
  id,
  body,
  signature,
  outcome,
  answeredAt: answered_at.toISOString(),
  ...(useful !== null && { useful }),
});

export const refusalOf = ({ refusal_reason, refusal_message }: FeedbackRow) =>
  refusal_reason && { refusal: { reason: refusal_reason, ...(refusal_message && { message: refusal_message }) } };

export const publishedOf = ({ published_at }: FeedbackRow) =>
  published_at && { publishedAt: published_at.toISOString() };

export function followUpOf(
  row: FeedbackRow,
  answers: readonly AnswerRow[],
  settings: ServiceSettings,
): FeedbackFollowUp {
  const opinion: Opinion | null = row.opinion && { ...row.opinion, ...(row.email && { email: row.email }) };
  return {
    reference: row.reference,
    version: row.version,
    status: row.status,
    receivedAt: row.received_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    ...(opinion && { opinion }),
    ...refusalOf(row),
    ...publishedOf(row),
    answers: answers.map(answerOf),
    ...promisedDates(row, opinion !== null && hasWords(opinion), settings),
  };
}

/** `showsEmail`: may the reader answer in person? */
export function queueItemOf(row: FeedbackRow, answers: readonly AnswerRow[], showsEmail: boolean): QueueItem {
  return {
    reference: row.reference,
    version: row.version,
    status: row.status,
    flags: row.flags,
    ...(row.opinion && { opinion: row.opinion }),
    wishesAnswer: row.email !== null,
    ...(showsEmail && row.email !== null && { email: row.email }),
    receivedAt: row.received_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    ...refusalOf(row),
    ...publishedOf(row),
    answers: answers.map(answerOf),
  };
}

/** Reads one opinion; inside a transaction, `lock` keeps others from changing it meanwhile. */
export async function readFeedback(
  db: Kysely<Schema>,
  { service, reference }: FeedbackKey,
  lock = false,
): Promise<FeedbackRow> {
  const query = db
    .selectFrom('feedback')
    .selectAll()
    .where('service_id', '=', service)
    .where('reference', '=', reference);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw new ProblemError('not-found');
  return row;
}

export const readAnswers = (db: Kysely<Schema>, { service, reference }: FeedbackKey): Promise<AnswerRow[]> =>
  db
    .selectFrom('answer')
    .selectAll()
    .where('service_id', '=', service)
    .where('reference', '=', reference)
    .orderBy('answered_at')
    .orderBy('id')
    .execute();

/** Answers to several opinions of a service, by reference. */
export async function answersOf(
  db: Kysely<Schema>,
  service: string,
  opinions: readonly Pick<FeedbackRow, 'reference'>[],
): Promise<Map<string, AnswerRow[]>> {
  if (opinions.length === 0) return new Map();
  const rows = await db
    .selectFrom('answer')
    .selectAll()
    .where('service_id', '=', service)
    .where(
      'reference',
      'in',
      opinions.map(({ reference }) => reference),
    )
    .orderBy('answered_at')
    .orderBy('id')
    .execute();
  return Map.groupBy(rows, ({ reference }) => reference);
}
