/** What people asked for and what was done about it. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table improvement (
    service_id text not null references service (id) on delete cascade,
    id text not null,
    told jsonb not null,
    feedback text[] not null,
    corrections jsonb not null,
    published_at timestamptz not null,
    primary key (service_id, id)
  )`.execute(db);
  await sql`create index improvement_newest on improvement (service_id, published_at desc, id)`.execute(db);
}
