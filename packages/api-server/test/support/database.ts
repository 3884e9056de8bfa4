/**
 * A real, fresh database for a test file: `const database = await testDatabase();` at its top. One PostgreSQL server per
 * process, under our own supervisor, stopped when the process's tests are over. SPPLUS_TEST_ENGINE chooses the programs:
 * `embedded` (shipped with the packages, the default) or `postgres` (the system's).
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { createDatabase, openDatabase, type Database } from '../../src/database/open-database.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/database/embedded-postgres.ts';
import { migrate } from '../../src/database/migrate.ts';
import { silentLog } from '../../src/log.ts';

export type TestEngine = 'embedded' | 'postgres';

/** The engine asked for; an unknown name is an error, not a silent default. */
export const testEngine: TestEngine = (() => {
  const name = process.env['SPPLUS_TEST_ENGINE'] || 'embedded';
  if (name !== 'embedded' && name !== 'postgres')
    throw new Error(`SPPLUS_TEST_ENGINE is "embedded" or "postgres", not "${name}".`);
  return name;
})();

/** Programs of the system's PostgreSQL, the oldest version found: the lowest supported one is what a test must hold to. */
export function systemBinDir(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root)
    ? readdirSync(root)
        .map(Number)
        .filter((version) => version >= 15)
        .sort((a, b) => a - b)
    : [];
  const found = versions.map((version) => `${root}/${version}/bin`).find((folder) => existsSync(`${folder}/postgres`));
  if (!found)
    throw new Error(
      'No PostgreSQL 15 or later in /usr/lib/postgresql: install it, for example with "apt-get install postgresql".',
    );
  return found;
}

export const testBinDir = (): string | undefined => (testEngine === 'postgres' ? systemBinDir() : undefined);

/** An empty folder that any account may go through, removed at the end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'spplus-test-'));
  after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return folder;
}

let cluster: Promise<EmbeddedPostgres> | undefined;
const opened: Database[] = [];

/** The server of this process's tests. It need not outlive a power cut: fsync is off. */
function testCluster(): Promise<EmbeddedPostgres> {
  if (cluster) return cluster;
  const dataDir = mkdtempSync(join(tmpdir(), 'spplus-test-'));
  cluster = startEmbeddedPostgres({ dataDir, binDir: testBinDir(), durable: false, log: silentLog });
  cleanWhenGone(dataDir);
  after(async () => {
    await Promise.all(opened.map((database) => database.close()));
    await (await cluster)?.close();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });
  return cluster;
}

/** A test process may be killed, or fail while it loads, and never come to its end hooks: a shell waits for its end. */
function cleanWhenGone(dataDir: string): void {
  const program =
    'cat >/dev/null; kill -QUIT $(head -n 1 "$1/postgres/data/postmaster.pid") 2>/dev/null; sleep 1; rm -rf "$1"';
  const shell = spawn('sh', ['-c', program, 'sh', dataDir], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  shell.unref();
  (shell.stdin as Socket).unref();
}

export interface TestDatabase extends Database {
  /** Address of this database, for a server or a command started as another process. */
  url: string;
}

/** Creates an empty database and gives its address. Call it first at the top of a file: inside a test, the server would end with it. */
export async function emptyDatabase(): Promise<string> {
  const { host, port, user, password } = (await testCluster()).connection();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await createDatabase({ host, port, user, password }, name);
  return `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${name}`;
}

/** A new database with its tables. Call it at the top of a test file or of a suite: it is closed with it. */
export async function testDatabase(): Promise<TestDatabase> {
  const url = await emptyDatabase();
  const database = await openDatabase({ databaseUrl: url, dataDir: '', poolSize: 10 }, silentLog);
  opened.push(database);
  await migrate(database.db);
  return { ...database, url };
}
