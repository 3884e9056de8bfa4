/** Erases what is due, records what it removed, and does so by itself from time to time in one process of all. */
import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { Log } from '../log.ts';
import { retentions, type Retention } from './retention.ts';

/** Number of rows by kind of data. */
export type PurgeReport = Record<Retention['name'], number>;

const batch = 500;

const emptyReport = (): PurgeReport => ({
  emails: 0,
  opinions: 0,
  demands: 0,
  demandSessions: 0,
  lostCodes: 0,
  idempotency: 0,
  rateLimits: 0,
  proofs: 0,
  purgeRuns: 0,
});

/** What a purge would remove at `now`. */
export async function previewPurge(db: Kysely<Schema>, now: Date): Promise<PurgeReport> {
  const report = emptyReport();
  for (const { name, due } of retentions) report[name] = await due(db, now);
  return report;
}

/**
 * Removes everything due at `now`, batch after batch so that no lock lasts, and records it in purge_run when there was
 * something. Two purges at once do no harm: each row is removed by one of them.
 */
export async function purge(db: Kysely<Schema>, now: Date): Promise<PurgeReport> {
  const report = emptyReport();
  try {
    for (const { name, remove } of retentions) {
      for (let removed = batch; removed === batch;) {
        removed = await remove(db, now, batch);
        report[name] += removed;
      }
    }
  } finally {
    // Recorded even when it was interrupted: what is gone is gone.
    if (Object.values(report).some((count) => count > 0)) {
      await db
        .insertInto('purge_run')
        .values({ id: randomUUID(), at: now, removed: JSON.stringify(report) })
        .execute();
    }
  }
  return report;
}

/** When the last automatic purge began, an ISO instant; the process that moves it forward does the next one. */
const lastPurge = 'last-purge';

/**
 * Is it this process's turn? True for one caller in each `interval` (milliseconds), however many processes ask: they
 * compete for one row, which works on any engine, unlike advisory locks.
 */
export async function takeTurn(db: Kysely<Schema>, now: Date, interval: number): Promise<boolean> {
  const stamp = (at: Date) => Buffer.from(at.toISOString());
  const { rows } = await sql`
    insert into instance_setting (name, value) values (${lastPurge}, ${stamp(now)})
    on conflict (name) do update set value = excluded.value
      where instance_setting.value <= ${stamp(new Date(now.getTime() - interval))}
    returning name`.execute(db);
  return rows.length > 0;
}

export interface PurgeTimer {
  stop(): Promise<void>;
}

/** Purges every `minutes`, give or take a tenth so that processes do not all ask at once. 0 never does. */
export function startPurgeTimer(db: Kysely<Schema>, minutes: number, log: Log, now: () => Date): PurgeTimer {
  if (minutes === 0) return { stop: () => Promise.resolve() };
  const interval = minutes * 60_000;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const run = async (): Promise<void> => {
    try {
      if (!(await takeTurn(db, now(), interval * 0.8))) return;
      const begun = performance.now();
      const removed = await purge(db, now());
      log.info('Purge done', { removed, milliseconds: Math.round(performance.now() - begun) });
    } catch (error) {
      log.error('The purge failed; it will be tried again', {
        reason: error instanceof Error ? error.message : String(error),
      });
    }
  };
  const plan = (delay: number): void => {
    timer = setTimeout(
      () => {
        running = run();
        plan(interval);
      },
      delay * (0.9 + Math.random() * 0.2),
    );
    timer.unref();
  };
  // Soon after the start: a server restarted every hour must purge too.
  plan(Math.min(10_000, interval));
  return {
    stop: () => {
      clearTimeout(timer);
      return running;
    },
  };
}
