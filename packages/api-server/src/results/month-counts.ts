/** Counts of answers by month, from accepted opinions. One opinion counts once for each question: its marks name each once. */
import { stepsOf, type AnswerScale } from '@spplus/domain/answer-counts';
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';

export interface MonthCount {
  /** First day of the month, `YYYY-MM-01`, in UTC as the opinions are. */
  month: string;
  question: string;
  scale: AnswerScale;
  /** By step, from the worst. */
  counts: readonly number[];
}

const monthOf = (date: Date, back = 0): string =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - back, 1)).toISOString().slice(0, 10);

/**
 * First month of which no opinion was erased yet, for a retention in days: what is older is not counted again, its counts are those
 * of the last time.
 */
export const firstWholeMonth = (now: Date, keepDays: number): string =>
  monthOf(new Date(now.getTime() - keepDays * 86_400_000), -1);

/** Counts the months again from the opinions themselves, from `since` on. Runs in a transaction of the caller. */
export async function recountMonths(db: Kysely<Schema>, service: string, since: string): Promise<void> {
  const { rows } = await sql<{ month: string; question: string; scale: AnswerScale; value: number; n: number }>`
    select to_char(date_trunc('month', received_at at time zone 'UTC'), 'YYYY-MM-DD') as month,
      mark ->> 'question' as question, mark ->> 'scale' as scale, (mark ->> 'value')::int as value, count(*)::int as n
    from feedback, jsonb_array_elements(opinion -> 'ratings') as mark
    where service_id = ${service} and status = 'accepted' and opinion is not null
      and received_at >= ${`${since}T00:00:00Z`}
    group by 1, 2, 3, 4`.execute(db);
  const found = new Map<string, MonthCount & { counts: number[] }>();
  for (const { month, question, scale, value, n } of rows) {
    const key = `${month} ${question} ${scale}`;
    const one = found.get(key) ?? { month, question, scale, counts: Array<number>(stepsOf(scale)).fill(0) };
    one.counts[value - 1] = n;
    found.set(key, one);
  }
  await sql`delete from result_month where service_id = ${service} and month >= ${since}::date`.execute(db);
  if (found.size === 0) return;
  await db
    .insertInto('result_month')
    .values([...found.values()].map((one) => ({ service_id: service, ...one })))
    .execute();
}

export async function readMonths(db: Kysely<Schema>, service: string): Promise<MonthCount[]> {
  const { rows } = await sql<MonthCount>`
    select to_char(month, 'YYYY-MM-DD') as month, question, scale, counts
    from result_month where service_id = ${service} order by month`.execute(db);
  return rows;
}
