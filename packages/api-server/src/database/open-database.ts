/** The database of a process: any PostgreSQL 15 or later by its address, or the embedded one. */
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { isDatabaseAway } from './database-errors.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { DatabaseStartError } from './postgres-binaries.ts';
import type { Schema } from './schema.ts';

export interface Database {
  db: Kysely<Schema>;
  pool: pg.Pool;
  kind: 'embedded' | 'postgres';
  /** Ends the connections, then leaves the embedded server. */
  close(): Promise<void>;
}

export type DatabaseConfig = Pick<Config, 'databaseUrl' | 'dataDir' | 'poolSize'>;

const databaseName = 'spplus';

/**
 * Opens the database, without creating its tables (see `migrate`). Throws DatabaseStartError, worded for a person.
 * `patience`: milliseconds to wait for a database of DATABASE_URL that is away, as when both start together.
 */
export async function openDatabase(config: DatabaseConfig, log: Log, patience = 0): Promise<Database> {
  return config.databaseUrl === undefined
    ? openEmbedded(config, log)
    : openServer(config.databaseUrl, config, log, patience);
}

async function openServer(url: string, { poolSize }: DatabaseConfig, log: Log, patience: number): Promise<Database> {
  const pool = createPool({ connectionString: url, max: poolSize }, log);
  try {
    await whenBack(() => checkVersion(pool), log, patience);
  } catch (error) {
    await pool.end();
    if (error instanceof DatabaseStartError) throw error;
    // The address holds a password: only what the driver says is repeated.
    throw new DatabaseStartError(
      `The database of DATABASE_URL cannot be reached: ${reason(error)}. Check its address, user and password, and that it is started.`,
    );
  }
  return { ...withKysely(pool), kind: 'postgres', close: () => pool.end() };
}

async function openEmbedded({ dataDir, poolSize }: DatabaseConfig, log: Log): Promise<Database> {
  const server = await startEmbeddedPostgres({ dataDir, log });
  try {
    await createDatabase(server.connection(), databaseName);
  } catch (error) {
    await server.close();
    throw error;
  }
  const pool = createPool({ ...server.connection(), database: databaseName, max: poolSize }, log);
  // New connections read these options each time they are made.
  server.onRestart(() => void Object.assign(pool.options, server.connection()));
  return {
    ...withKysely(pool),
    kind: 'embedded',
    async close() {
      await pool.end();
      await server.close();
    },
  };
}

/** Creates a database if it is not there; several processes may ask at once. */
export async function createDatabase(connection: pg.ClientConfig, name: string): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== '42P04' && code !== '23505') throw error; // Another process has just created it.
  } finally {
    await client.end();
  }
}

function createPool(options: pg.PoolConfig, log: Log): pg.Pool {
  const pool = new pg.Pool({
    application_name: 'spplus',
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: 30_000,
    types: { getTypeParser },
    ...options,
  });
  // A connection lost while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', (error) => log.debug('An idle connection to the database was lost', { reason: reason(error) }));
  return pool;
}

const int8 = 20;

/** Counts are int8 in PostgreSQL and text in the driver; ours stay far below 2^53. Instants are Dates already. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  // eslint-disable-next-line @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-enum-assignment -- the driver's own table, in its own overloads
  oid === int8 ? Number : pg.types.getTypeParser(oid, format);

const withKysely = (pool: pg.Pool) => ({ pool, db: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }) });

async function whenBack(work: () => Promise<void>, log: Log, patience: number): Promise<void> {
  for (const end = Date.now() + patience; ; await wait(250)) {
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseAway(error) || Date.now() > end) throw error;
      log.warn('Waiting for the database', { reason: reason(error) });
    }
  }
}

async function checkVersion(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ number: string; name: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as name",
  );
  const [version] = rows;
  if (version && Number(version.number) < 150_000) {
    throw new DatabaseStartError(
      `The database of DATABASE_URL is PostgreSQL ${version.name}; version 15 or later is needed.`,
    );
  }
}

const reason = (error: unknown): string => {
  if (error instanceof AggregateError) return error.errors.map(reason).join(', ');
  return error instanceof Error ? error.message : String(error);
};
