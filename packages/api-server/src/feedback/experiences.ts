/** Published stories and their answers, newest first. Neither reference nor e-mail nor comment is among what is read. */
import type { ExperiencePage, PublishedExperience } from '@spplus/contract/experience';
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { cursorInstant, readCursor, writeCursor } from '../http/cursor.ts';
import { answerOf, answersOf, type FeedbackRow } from './feedback-row.ts';

export interface ExperienceQuery {
  service: string;
  cursor?: string | undefined;
  limit: number;
}

export async function listExperiences(
  db: Kysely<Schema>,
  { service, cursor, limit }: ExperienceQuery,
): Promise<ExperiencePage> {
  const after = readCursor(cursor, 2);
  let query = db
    .selectFrom('feedback')
    .selectAll()
    .where('service_id', '=', service)
    .where('published_at', 'is not', null)
    .orderBy('published_at', 'desc')
    .orderBy('experience_id')
    .limit(limit + 1);
  if (after) {
    const [at, id = ''] = after;
    const instant = sql`${cursorInstant(at)}::timestamptz`;
    query = query.where(
      sql<boolean>`(published_at < ${instant} or (published_at = ${instant} and experience_id::text > ${id}::text))`,
    );
  }
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  const answers = await answersOf(db, service, page);
  const last = page.at(-1);
  return {
    items: page.flatMap((row) => publishedOf(row, (answers.get(row.reference) ?? []).map(answerOf))),
    ...(rows.length > limit &&
      last?.published_at && { next: writeCursor([last.published_at.toISOString(), last.experience_id]) }),
  };
}

function publishedOf(row: FeedbackRow, answers: ReturnType<typeof answerOf>[]): PublishedExperience[] {
  const { opinion, published_at } = row;
  if (!opinion?.story || !published_at) return [];
  const { story, ratings, date, procedure, channels, tags, pseudonym, language } = opinion;
  return [
    {
      id: row.experience_id,
      story,
      ratings,
      ...(date && { date }),
      ...(procedure && { procedure }),
      ...(channels && { channels }),
      ...(tags && { tags }),
      ...(pseudonym && { pseudonym }),
      language,
      publishedAt: published_at.toISOString(),
      answers: answers.map(({ body, signature, outcome, answeredAt, useful }) => ({
        body,
        signature,
        outcome,
        answeredAt,
        ...(useful !== undefined && { useful }),
      })),
    },
  ];
}
