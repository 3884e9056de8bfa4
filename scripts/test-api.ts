/** A real server on its embedded database for the tests that run in browsers: one service, one agent, thrown away after. */
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rights } from '@spplus/contract/agent';
import { newToken } from '../packages/api-server/src/agent/authenticate.ts';
import { openDatabase } from '../packages/api-server/src/database/open-database.ts';
import { sha256 } from '../packages/api-server/src/feedback/receipt-code.ts';
import { startApi } from '../site/demo/api-process.ts';
import { freePort } from '../site/demo/ports.ts';
import type { TestApi } from './browsers/commands.ts';

export interface RunningTestApi {
  readonly address: TestApi;
  stop(): Promise<void>;
}

const service = 'mairie-exemple';
const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** The service, the one site that may call it, and an agent with every right; gives the agent's token. */
async function fill(dataDir: string, site: string): Promise<string> {
  const { db, close } = await openDatabase({ dataDir, databaseUrl: undefined, poolSize: 2 }, silent);
  try {
    const token = newToken();
    const settings = { procedures: ['Carte d’identité', 'Passeport'], tags: ['Accueil', 'Délais'], answerDays: 15 };
    await db
      .insertInto('service')
      .values({ id: service, name: 'Mairie de Valmont-sur-Seille', settings: JSON.stringify(settings) })
      .execute();
    await db.insertInto('service_site').values({ service_id: service, origin: site }).execute();
    await db
      .insertInto('agent_token')
      .values({
        id: randomUUID(),
        name: 'Agent des essais',
        token_hash: sha256(token),
        rights: [...rights],
        services: [service],
      })
      .execute();
    return token;
  } finally {
    await close();
  }
}

/** `site` is the origin of the pages that will call. */
export async function startTestApi({ site }: { site: string }): Promise<RunningTestApi> {
  const data = mkdtempSync(join(tmpdir(), 'spplus-test-api-'));
  // As root, PostgreSQL runs under its own account, which must be able to walk through this folder.
  chmodSync(data, 0o755);
  const api = await startApi({ port: await freePort(0), data });
  const stop = async () => {
    await api.stop();
    rmSync(data, { recursive: true, force: true });
  };
  try {
    return { address: { api: api.origin, service, token: await fill(data, site) }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
