/** The services and their sites, kept in memory for a few seconds: processes that share a database agree soon enough. */
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { ServiceSettings } from '../database/service-settings.ts';

export interface ServiceRecord {
  id: string;
  name: string;
  settings: ServiceSettings;
  /** Origins that may call from a browser. */
  sites: ReadonlySet<string>;
}

/** Milliseconds for which a read service is trusted. */
const freshness = 5_000;

export interface ServiceDirectory {
  find(id: string): Promise<ServiceRecord | undefined>;
  /** Is this origin a site of any service? */
  isSite(origin: string): Promise<boolean>;
}

export function createServiceDirectory(db: Kysely<Schema>, now: () => Date): ServiceDirectory {
  let loading: Promise<ReadonlyMap<string, ServiceRecord>> | undefined;
  let loadedAt = 0;

  async function load(): Promise<ReadonlyMap<string, ServiceRecord>> {
    const [services, sites] = await Promise.all([
      db.selectFrom('service').selectAll().execute(),
      db.selectFrom('service_site').selectAll().execute(),
    ]);
    return new Map(
      services.map(({ id, name, settings }) => [
        id,
        {
          id,
          name,
          settings: ServiceSettings.parse(settings),
          sites: new Set(sites.filter(({ service_id }) => service_id === id).map(({ origin }) => origin)),
        },
      ]),
    );
  }

  function all(): Promise<ReadonlyMap<string, ServiceRecord>> {
    const time = now().getTime();
    if (!loading || time - loadedAt > freshness || time < loadedAt) {
      loadedAt = time;
      loading = load().catch((error: unknown) => {
        loading = undefined; // The next call tries again.
        throw error;
      });
    }
    return loading;
  }

  return {
    find: async (id) => (await all()).get(id),
    isSite: async (origin) => [...(await all()).values()].some(({ sites }) => sites.has(origin)),
  };
}
