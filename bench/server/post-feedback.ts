/**
 * How much does the care taken of an opinion cost? Opinions a second through the API against a bare Hono route that does one
 * INSERT of the same content, on the same database and pool, in turns; medians of the rounds, and their ratio. The database
 * is durable (fsync on). Exit 1 under the ratio of the issue.
 * Usage: node scripts/with-node.mjs bench/server/post-feedback.ts [--system] [--rounds=5] [--seconds=4]
 */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createApp } from '../../packages/api-server/src/app.ts';
import { readConfig } from '../../packages/api-server/src/config.ts';
import { startEmbeddedPostgres } from '../../packages/api-server/src/database/embedded-postgres.ts';
import { migrate } from '../../packages/api-server/src/database/migrate.ts';
import { createDatabase, openDatabase, type Database } from '../../packages/api-server/src/database/open-database.ts';
import { createLog, silentLog } from '../../packages/api-server/src/log.ts';

const least = 0.6;
const { values } = parseArgs({
  options: {
    system: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
  },
});

function systemBinDir(): string {
  const root = '/usr/lib/postgresql';
  const version = existsSync(root)
    ? readdirSync(root)
        .map(Number)
        .filter((each) => each >= 15)
        .sort((a, b) => a - b)[0]
    : undefined;
  if (version === undefined) throw new Error('--system needs PostgreSQL 15 or later in /usr/lib/postgresql.');
  return `${root}/${version}/bin`;
}

type Fetch = Parameters<typeof serve>[0]['fetch'];

async function listen(fetch: Fetch): Promise<{ url: string; close: () => void }> {
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

function bareRoute({ pool }: Database): Hono {
  const app = new Hono();
  app.post('/opinions', async (context) => {
    const { opinion } = await context.req.json<{ opinion: unknown }>();
    const id = randomUUID();
    await pool.query({
      name: 'bare-insert',
      text: 'insert into bare_opinion (id, opinion, received_at) values ($1, $2, $3)',
      values: [id, JSON.stringify(opinion), new Date()],
    });
    return context.json({ id }, 201);
  });
  return app;
}

const program = fileURLToPath(new URL('load.ts', import.meta.url));

/** Opinions acknowledged a second; a refusal fails the bench, since it would be cheaper than the work. */
async function measure(url: string, seconds: string): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, url, seconds]);
  const {
    acknowledged,
    refused,
    seconds: took,
  } = JSON.parse(stdout) as { acknowledged: number; refused: number; seconds: number };
  if (refused > 0) throw new Error(`${refused} requests were not acknowledged.`);
  return acknowledged / took;
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const dataDir = mkdtempSync(join(tmpdir(), 'spplus-bench-'));
const binDir = values.system ? systemBinDir() : undefined;
const cluster = await startEmbeddedPostgres({ dataDir, log: silentLog, ...(binDir && { binDir }) });
try {
  const { host, port, user, password } = cluster.connection();
  await createDatabase({ host, port, user, password }, 'bench');
  const databaseUrl = `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/bench`;
  const database = await openDatabase({ databaseUrl, dataDir: '', poolSize: 10 }, silentLog);
  await migrate(database.db);
  await database.pool.query(
    'create table bare_opinion (id uuid primary key, opinion jsonb not null, received_at timestamptz not null)',
  );
  await database.pool.query(`insert into service (id, name, settings) values ('bench', 'Bench', '{}')`);
  // Limits stay on, only high enough for a load that no town hall sees; the log is made, and thrown away like the terminal's would be.
  const config = { ...readConfig({}), trustProxy: 1, ratePerAddress: 60, ratePerService: 1_000_000 };
  const app = createApp({ database, config, log: createLog('info', () => undefined), now: () => new Date() });
  const [ours, bare] = [await listen(app.fetch), await listen(bareRoute(database).fetch)];
  const sides = { ours: `${ours.url}/v1/services/bench/feedback`, bare: `${bare.url}/opinions` };
  for (const url of Object.values(sides)) await measure(url, '2'); // Warm-up.
  const results = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const side of round % 2 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
      results[side].push(await measure(sides[side], values.seconds));
    }
    console.log(
      `round ${round + 1}: ours ${results.ours.at(-1)?.toFixed(0)}/s, bare ${results.bare.at(-1)?.toFixed(0)}/s`,
    );
  }
  const ratio = median(results.ours) / median(results.bare);
  const { rows } = await database.pool.query<{ version: string }>(
    "select current_setting('server_version') as version",
  );
  console.log(
    `PostgreSQL ${rows[0]?.version}, ${cpus().length} processors shared with the load, Node ${process.version}`,
  );
  console.log(
    `median: ours ${median(results.ours).toFixed(0)}/s, bare route ${median(results.bare).toFixed(0)}/s, ratio ${ratio.toFixed(2)} (at least ${least})`,
  );
  if (ratio < least) process.exitCode = 1;
  ours.close();
  bare.close();
  await database.close();
} finally {
  await cluster.close();
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
process.exit();
