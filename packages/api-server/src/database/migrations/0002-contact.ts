/** How to reach a service: one contact for each, as its team keeps it. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table service_contact (
    service_id text primary key references service (id) on delete cascade,
    contact jsonb not null,
    updated_at timestamptz not null
  )`.execute(db);
}
