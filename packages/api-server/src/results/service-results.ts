/** The results of a service in the database: one row to read; what is computed in it is made again from time to time. */
import type { Results } from '@spplus/contract/results';
import type { Result } from '@spplus/domain/results';
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { ServiceRecord } from '../services/service-directory.ts';
import { firstWholeMonth, readMonths, recountMonths } from './month-counts.ts';
import { perceivedResults } from './perceived.ts';

/** Milliseconds after which what was computed is made again. */
export const freshness = 10 * 60_000;

interface Kept {
  published: Results | null;
  computed: Result[] | null;
  computedAt: Date | null;
}

async function readKept(db: Kysely<Schema>, service: string): Promise<Kept | undefined> {
  const row = await db
    .selectFrom('service_result')
    .select(['published', 'computed', 'computed_at'])
    .where('service_id', '=', service)
    .executeTakeFirst();
  return row && { published: row.published, computed: row.computed, computedAt: row.computed_at };
}

/** Counts and computes again. Two at once do no harm: both write the same. */
export async function refreshResults(
  db: Kysely<Schema>,
  now: Date,
  { id, settings }: Pick<ServiceRecord, 'id' | 'settings'>,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await recountMonths(transaction, id, firstWholeMonth(now, settings.keepDays));
    const today = now.toISOString().slice(0, 10);
    const computed = JSON.stringify(perceivedResults(await readMonths(transaction, id), today));
    await transaction
      .insertInto('service_result')
      .values({ service_id: id, computed, computed_at: now })
      .onConflict((conflict) => conflict.column('service_id').doUpdateSet({ computed, computed_at: now }))
      .execute();
  });
}

/** What the team publishes wins over what is computed, indicator by indicator. Undefined where there is neither. */
function together({ name }: ServiceRecord, { published, computed }: Kept): Results | undefined {
  const own = published?.indicators ?? [];
  const rest = (computed ?? []).filter(({ code }) => !own.some((one) => one.code === code));
  if (own.length === 0 && rest.length === 0) return undefined;
  const updated = [published?.updated ?? '', ...rest.map((one) => one.updated ?? '')].sort().at(-1);
  return {
    structure: name,
    ...published,
    indicators: [...own, ...(rest as Results['indicators'])],
    ...(updated && { updated }),
  };
}

export interface ResultsReader {
  /** One query; what is stale is given as it is and made again behind. Undefined where the service has no results. */
  read(service: ServiceRecord, now: Date): Promise<Results | undefined>;
}

export function createResultsReader(db: Kysely<Schema>, onError: (error: unknown) => void): ResultsReader {
  const running = new Map<string, Promise<void>>();
  const refresh = (service: ServiceRecord, now: Date): Promise<void> => {
    const work =
      running.get(service.id) ??
      refreshResults(db, now, service).finally(() => {
        running.delete(service.id);
      });
    running.set(service.id, work);
    return work;
  };
  return {
    async read(service, now) {
      const kept = await readKept(db, service.id);
      if (!kept?.computedAt) {
        await refresh(service, now);
        const made = await readKept(db, service.id);
        return made && together(service, made);
      }
      if (now.getTime() - kept.computedAt.getTime() > freshness) refresh(service, now).catch(onError);
      return together(service, kept);
    },
  };
}

export async function publishResults(db: Kysely<Schema>, service: string, results: Results): Promise<void> {
  const published = JSON.stringify(results);
  await db
    .insertInto('service_result')
    .values({ service_id: service, published })
    .onConflict((conflict) => conflict.column('service_id').doUpdateSet({ published }))
    .execute();
}

/** Were there some? What is computed stays. */
export async function withdrawResults(db: Kysely<Schema>, service: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('service_result')
    .set({ published: sql`null` })
    .where('service_id', '=', service)
    .where('published', 'is not', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
