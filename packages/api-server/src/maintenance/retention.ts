/**
 * What is erased when, and the batches that erase it. Each kind of data has its own time: e-mails and opinions as their
 * service settled, technical records as soon as they serve no more.
 */
import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { defaultServiceSettings } from '../database/service-settings.ts';
import { eraseDemands } from '../demands/erase-demands.ts';

export interface Retention {
  /** Key of the count in purge_run and in logs. */
  name:
    | 'emails'
    | 'opinions'
    | 'demands'
    | 'demandSessions'
    | 'lostCodes'
    | 'idempotency'
    | 'rateLimits'
    | 'proofs'
    | 'purgeRuns';
  /** What it removes and when, for operators. */
  says: string;
  /** How many rows are due at `now`. */
  due(db: Kysely<Schema>, now: Date): Promise<number>;
  /** Removes `limit` of them at most and says how many. */
  remove(db: Kysely<Schema>, now: Date, limit: number): Promise<number>;
}

const hours = (count: number, now: Date): Date => new Date(now.getTime() - count * 3_600_000);

/** Before which instant each service's rows are due: its own number of days, or today's default. */
async function limits(
  db: Kysely<Schema>,
  setting: 'keepEmailDays' | 'keepDays' | 'keepDemandDays',
  now: Date,
): Promise<{ service: string; before: Date }[]> {
  const services = await db.selectFrom('service').select(['id', 'settings']).execute();
  return services.map(({ id, settings }) => {
    const own = settings[setting];
    return { service: id, before: hours(24 * (typeof own === 'number' ? own : defaultServiceSettings[setting]), now) };
  });
}

/** Rows of one service, so that a distributed engine asks the one node that holds them. */
const older = (db: Kysely<Schema>, service: string, before: Date) =>
  db.selectFrom('feedback').where('service_id', '=', service).where('received_at', '<', before);

async function countOlder(db: Kysely<Schema>, setting: 'keepEmailDays' | 'keepDays', now: Date): Promise<number> {
  let total = 0;
  for (const { service, before } of await limits(db, setting, now)) {
    const query = older(db, service, before).select(sql<number>`count(*)`.as('count'));
    const { count } = await (
      setting === 'keepEmailDays' ? query.where('email', 'is not', null) : query
    ).executeTakeFirstOrThrow();
    total += count;
  }
  return total;
}

const emails: Retention = {
  name: 'emails',
  says: "e-mails, keepEmailDays after the opinion arrived (the service's settings)",
  due: (db, now) => countOlder(db, 'keepEmailDays', now),
  async remove(db, now, limit) {
    let left = limit;
    for (const { service, before } of await limits(db, 'keepEmailDays', now)) {
      if (left > 0) left -= await eraseEmails(db, service, before, now, left);
    }
    return limit - left;
  },
};

const eraseEmails = (db: Kysely<Schema>, service: string, before: Date, now: Date, limit: number): Promise<number> =>
  db.transaction().execute(async (transaction) => {
    const rows = await older(transaction, service, before)
      .select('reference')
      .where('email', 'is not', null)
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute();
    const references = rows.map(({ reference }) => reference);
    if (references.length === 0) return 0;
    await transaction
      .updateTable('feedback')
      .set({ email: null })
      .where('service_id', '=', service)
      .where('reference', 'in', references)
      .execute();
    await transaction
      .insertInto('feedback_event')
      .values(
        references.map((reference) => ({
          service_id: service,
          reference,
          id: randomUUID(),
          at: now,
          event: 'email-erased',
          agent: null,
        })),
      )
      .execute();
    return references.length;
  });

const opinions: Retention = {
  name: 'opinions',
  says: "opinions with their answers and history, published ones too, keepDays after they arrived (the service's settings)",
  due: (db, now) => countOlder(db, 'keepDays', now),
  async remove(db, now, limit) {
    let left = limit;
    for (const { service, before } of await limits(db, 'keepDays', now)) {
      if (left > 0) left -= await eraseOpinions(db, service, before, left);
    }
    return limit - left;
  },
};

/** Answers and history go with the opinion (on delete cascade). */
async function eraseOpinions(db: Kysely<Schema>, service: string, before: Date, limit: number): Promise<number> {
  const rows = await db
    .deleteFrom('feedback')
    .where('service_id', '=', service)
    .where('reference', 'in', older(db, service, before).select('reference').limit(limit).forUpdate().skipLocked())
    .returning('reference')
    .execute();
  return rows.length;
}

/** Closed for long enough, and not before the day that their service announced. */
const closed = (db: Kysely<Schema>, service: string, before: Date, now: Date) =>
  db
    .selectFrom('demand')
    .where('service_id', '=', service)
    .where('closed_at', '<', before)
    .where((where) => where.or([where('keep_until', 'is', null), where('keep_until', '<=', now)]));

const demands: Retention = {
  name: 'demands',
  says: "demands with their events, keepDemandDays after they were closed (the service's settings) or on the day announced, if later",
  async due(db, now) {
    let total = 0;
    for (const { service, before } of await limits(db, 'keepDemandDays', now)) {
      const { count } = await closed(db, service, before, now)
        .select(sql<number>`count(*)`.as('count'))
        .executeTakeFirstOrThrow();
      total += count;
    }
    return total;
  },
  async remove(db, now, limit) {
    let left = limit;
    for (const { service, before } of await limits(db, 'keepDemandDays', now)) {
      if (left > 0) left -= await eraseClosed(db, service, before, now, left);
    }
    return limit - left;
  },
};

const eraseClosed = (db: Kysely<Schema>, service: string, before: Date, now: Date, limit: number): Promise<number> =>
  db.transaction().execute(async (transaction) => {
    const rows = await closed(transaction, service, before, now)
      .select('reference')
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute();
    return eraseDemands(
      transaction,
      service,
      rows.map(({ reference }) => reference),
    );
  });

/** A technical table whose rows expire by one instant. */
function technical(
  name: Retention['name'],
  says: string,
  table: 'idempotency' | 'rate_limit' | 'used_proof' | 'purge_run' | 'demand_session' | 'demand_lost_code',
  key: readonly string[],
  column: string,
  before: (now: Date) => Date,
): Retention {
  const keys = sql.join(key.map((part) => sql.ref(part)));
  return {
    name,
    says,
    async due(db, now) {
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from ${sql.table(table)} where ${sql.ref(column)} < ${before(now)}`.execute(db);
      return rows[0]?.count ?? 0;
    },
    async remove(db, now, limit) {
      const { numAffectedRows } = await sql`
        delete from ${sql.table(table)} where (${keys}) in (
          select ${keys} from ${sql.table(table)} where ${sql.ref(column)} < ${before(now)} limit ${limit}
        )`.execute(db);
      return Number(numAffectedRows ?? 0);
    },
  };
}

export const retentions: readonly Retention[] = [
  emails,
  opinions,
  demands,
  technical(
    'demandSessions',
    'opened demands, once their time is over',
    'demand_session',
    ['token_hash'],
    'expires_at',
    (now) => now,
  ),
  technical(
    'lostCodes',
    'notes that a secret is lost, after 30 days',
    'demand_lost_code',
    ['reference'],
    'asked_at',
    (now) => hours(30 * 24, now),
  ),
  technical(
    'idempotency',
    'records of repeated requests, after 48 hours',
    'idempotency',
    ['service_id', 'key_hash'],
    'created_at',
    (now) => hours(48, now),
  ),
  technical(
    'rateLimits',
    'counts of requests, after 2 hours',
    'rate_limit',
    ['bucket', 'window_start'],
    'window_start',
    (now) => hours(2, now),
  ),
  technical('proofs', 'used proofs of work, once expired', 'used_proof', ['proof_hash'], 'expires_at', (now) => now),
  technical('purgeRuns', 'reports of purges, after 5 years', 'purge_run', ['id'], 'at', (now) =>
    hours(5 * 365 * 24, now),
  ),
];
