/** The whole demonstration: API on its database, seeded once, and the site in front. Used by npm start and by the tests. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { siteFolder } from '../build.ts';
import { sdkRelease } from '../sdk-files.ts';
import { createSite } from '../server/server.ts';
import { startApi, type ApiProcess } from './api-process.ts';
import { buildWhatChanged } from './builds.ts';
import { takeLock } from './lock.ts';
import { freePort, loopback } from './ports.ts';
import { demoService, seedOnce } from './seed.ts';

export interface DemoOptions {
  /** Folder of the database and of the demonstration's token. */
  data: string;
  /** Wanted ports; taken ones are replaced by free ones, 0 is any free one. */
  sitePort: number;
  apiPort: number;
  /** Address that the pages call instead of the API's own: the tests put a faulty line in between. */
  apiSeenByPages?: string;
  databaseUrl?: string | undefined;
  /** Starts again from the first day. */
  fresh?: boolean;
  /** One progress line at a time. */
  say: (line: string) => void;
}

export interface Demo {
  site: string;
  api: string;
  token: string;
  /** Kills the API without warning and starts it again on the same port and data. */
  restartApi(): Promise<void>;
  killApi(): Promise<void>;
  stop(): Promise<void>;
}

export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url));

export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { data, say } = options;
  const lock = await takeLock(data);
  let api: ApiProcess | undefined;
  try {
    await buildWhatChanged(say);
    const apiPort = await freePort(options.apiPort);
    say('Starting the API and its database…');
    const start = () => startApi({ port: apiPort, data, databaseUrl: options.databaseUrl });
    api = await start();
    const sitePort = await freePort(options.sitePort);
    const site = `http://${loopback}:${sitePort}`;
    const token = await seedOnce({
      data,
      databaseUrl: options.databaseUrl,
      api: api.origin,
      origins: [site, `http://localhost:${sitePort}`],
      fresh: options.fresh ?? false,
      say,
    });
    const { path } = sdkRelease();
    const server = createSite({
      pages: siteFolder,
      versioned: { [path]: join(siteFolder, path) },
      api: options.apiSeenByPages ?? api.origin,
      demo: { service: demoService, token, instance: lock.instance },
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(sitePort, loopback, resolve);
    });
    lock.announce(site);
    return {
      site,
      api: api.origin,
      token,
      killApi: async () => api?.kill(),
      restartApi: async () => {
        await api?.kill();
        api = await start();
      },
      stop: async () => {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
        await api?.stop();
        lock.release();
      },
    };
  } catch (error) {
    await api?.stop();
    lock.release();
    throw error;
  }
}
