/** The first tables: services, agents, opinions, answers, and what keeps writes unique and measured. */
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    sql`create table service (
      id text primary key,
      name text not null,
      settings jsonb not null,
      created_at timestamptz not null default now()
    )`,
    sql`create table service_site (
      service_id text not null references service (id) on delete cascade,
      origin text not null,
      primary key (service_id, origin)
    )`,
    sql`create table agent_token (
      id uuid primary key,
      name text not null,
      token_hash bytea not null unique,
      rights text[] not null,
      services text[] not null,
      created_at timestamptz not null default now(),
      expires_at timestamptz,
      revoked_at timestamptz
    )`,
    sql`create table feedback (
      service_id text not null,
      reference text not null,
      creation_key bytea not null,
      creation_hash bytea not null,
      secret_hash bytea not null,
      experience_id uuid not null,
      version integer not null default 1,
      status text not null check (status in ('pending', 'accepted', 'refused', 'withdrawn')),
      opinion jsonb,
      email text,
      flags text[] not null,
      refusal_reason text,
      refusal_message text,
      received_at timestamptz not null,
      updated_at timestamptz not null,
      published_at timestamptz,
      primary key (service_id, reference),
      unique (service_id, creation_key)
    )`,
    sql`create index feedback_queue on feedback (service_id, status, received_at)`,
    sql`create index feedback_published on feedback (service_id, published_at desc, experience_id)
      where published_at is not null`,
    sql`create index feedback_age on feedback (service_id, received_at, reference)`,
    sql`create index feedback_email on feedback (service_id, received_at) where email is not null`,
    sql`create table feedback_event (
      service_id text not null,
      reference text not null,
      id uuid not null,
      at timestamptz not null,
      event text not null,
      agent text,
      primary key (service_id, reference, id),
      foreign key (service_id, reference) references feedback (service_id, reference) on delete cascade
    )`,
    sql`create table answer (
      service_id text not null,
      reference text not null,
      id uuid not null,
      body text not null,
      signature text not null,
      outcome text not null,
      agent text not null,
      answered_at timestamptz not null,
      useful boolean,
      primary key (service_id, reference, id),
      foreign key (service_id, reference) references feedback (service_id, reference) on delete cascade
    )`,
    sql`create table idempotency (
      service_id text not null,
      key_hash bytea not null,
      request_hash bytea not null,
      response jsonb,
      created_at timestamptz not null,
      primary key (service_id, key_hash)
    )`,
    sql`create table rate_limit (
      bucket text not null,
      window_start timestamptz not null,
      hits integer not null,
      primary key (bucket, window_start)
    )`,
    sql`create table instance_setting (name text primary key, value bytea not null)`,
    sql`create table used_proof (proof_hash bytea primary key, expires_at timestamptz not null)`,
    sql`create table purge_run (id uuid primary key, at timestamptz not null, removed jsonb not null)`,
  ];
  for (const statement of statements) await statement.execute(db);
}
