/** Demands that are tracked: what is known of each, its events, what opens it, and who has opened it. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    sql`create table demand (
      service_id text not null,
      reference text not null,
      creation_key bytea not null,
      creation_hash bytea not null,
      record jsonb not null,
      revision integer not null,
      event_count integer not null,
      registered_at timestamptz not null,
      updated_at timestamptz not null,
      closed_at timestamptz,
      keep_until timestamptz,
      primary key (service_id, reference),
      unique (service_id, creation_key)
    )`,
    sql`create index demand_age on demand (service_id, registered_at desc, reference)`,
    sql`create index demand_closed on demand (service_id, closed_at) where closed_at is not null`,
    sql`create table demand_event (
      service_id text not null,
      reference text not null,
      position integer not null,
      event_id text not null,
      event jsonb not null,
      appended_at timestamptz not null,
      agent text,
      primary key (service_id, reference, position),
      unique (service_id, reference, event_id),
      foreign key (service_id, reference) references demand (service_id, reference) on delete cascade
    )`,
    // Their dates are proofs: they go with their demand, and are never rewritten.
    sql`create function refuse_rewriting() returns trigger language plpgsql as
      $$ begin raise exception 'Events are appended, never rewritten.'; end $$`,
    sql`create trigger demand_event_is_append_only before update on demand_event
      for each row execute function refuse_rewriting()`,
    // A person gives a reference and no service: what opens a demand is found by it alone.
    sql`create table demand_access (
      reference text primary key,
      service_id text not null,
      salt bytea not null,
      hash bytea not null,
      cost jsonb not null,
      made_by bytea not null
    )`,
    sql`create table demand_session (
      token_hash bytea primary key,
      reference text not null,
      service_id text not null,
      opened_at timestamptz not null,
      expires_at timestamptz not null
    )`,
    sql`create index demand_session_reference on demand_session (reference)`,
    sql`create table demand_lost_code (reference text primary key, asked_at timestamptz not null)`,
  ];
  for (const statement of statements) await statement.execute(db);
}
