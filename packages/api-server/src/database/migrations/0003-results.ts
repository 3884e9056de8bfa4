/** Results: what a team publishes, and what is computed from opinions, month by month. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table service_result (
    service_id text primary key references service (id) on delete cascade,
    published jsonb,
    computed jsonb,
    computed_at timestamptz
  )`.execute(db);
  // Kept when the opinions themselves are erased: counts tell nothing of anybody.
  await sql`create table result_month (
    service_id text not null references service (id) on delete cascade,
    month date not null,
    question text not null,
    scale text not null,
    counts integer[] not null,
    primary key (service_id, month, question, scale)
  )`.execute(db);
}
