/** Improvements of a service in the database. Opinions that asked for one are counted when it is read: the count follows them. */
import type { Improvement, ImprovementDraft, ImprovementPage } from '@spplus/contract/improvement';
import { sql, type Kysely } from 'kysely';
import type { ImprovementTable, Schema } from '../database/schema.ts';
import { cursorInstant, readCursor, writeCursor } from '../http/cursor.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Selectable } from 'kysely';

export interface ImprovementQuery {
  service: string;
  cursor?: string | undefined;
  limit: number;
  commitment?: number | undefined;
  level?: string | undefined;
}

type Row = Selectable<ImprovementTable> & { linked: number };

export async function listImprovements(
  db: Kysely<Schema>,
  { service, cursor, limit, commitment, level }: ImprovementQuery,
): Promise<ImprovementPage> {
  const after = readCursor(cursor, 2);
  let query = db
    .selectFrom('improvement')
    .selectAll()
    .select(
      sql<number>`(select count(*)::int from feedback where feedback.service_id = improvement.service_id
        and feedback.reference = any(improvement.feedback) and feedback.status = 'accepted')`.as('linked'),
    )
    .where('service_id', '=', service)
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .limit(limit + 1);
  if (commitment !== undefined) query = query.where(sql<boolean>`told ->> 'commitment' = ${String(commitment)}`);
  if (level !== undefined) query = query.where(sql<boolean>`told ->> 'level' = ${level}`);
  if (after) {
    const [at, id = ''] = after;
    const instant = sql`${cursorInstant(at)}::timestamptz`;
    query = query.where(sql<boolean>`(published_at < ${instant} or (published_at = ${instant} and id > ${id}))`);
  }
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(improvementOf),
    ...(rows.length > limit && last && { next: writeCursor([last.published_at.toISOString(), last.id]) }),
  };
}

function improvementOf({ id, told, corrections, published_at, linked }: Row): Improvement {
  const people = told.people ?? (linked || undefined);
  return {
    ...told,
    id,
    ...(people !== undefined && { people }),
    publishedAt: published_at.toISOString(),
    ...(corrections.length > 0 && { corrections }),
  };
}

/** Publishes an entry, or corrects it: what changed is then told. Runs in a transaction of the caller. */
export async function publishImprovement(
  db: Kysely<Schema>,
  now: Date,
  { service, id, draft }: { service: string; id: string; draft: ImprovementDraft },
): Promise<void> {
  const { feedback = [], correction, ...told } = draft;
  const before = await db
    .selectFrom('improvement')
    .select('corrections')
    .where('service_id', '=', service)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!before) {
    await db
      .insertInto('improvement')
      .values({ service_id: service, id, told: JSON.stringify(told), feedback, corrections: '[]', published_at: now })
      .execute();
    return;
  }
  if (correction === undefined) {
    throw new ProblemError('invalid-request', {
      errors: [{ pointer: '/correction', detail: 'It is published already: say what this correction changes.' }],
    });
  }
  const corrections = JSON.stringify([...before.corrections, { at: now.toISOString(), text: correction }]);
  await db
    .updateTable('improvement')
    .set({ told: JSON.stringify(told), feedback, corrections })
    .where('service_id', '=', service)
    .where('id', '=', id)
    .execute();
}

/** Was it there? */
export async function withdrawImprovement(db: Kysely<Schema>, service: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('improvement')
    .where('service_id', '=', service)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
