/**
 * Settings of a server process, read once from the environment. `variables` is the one table of them: it validates, gives
 * defaults and is what docs/operations.md and `spplus-admin` describe.
 */
import { z } from 'zod';

interface Variable<T extends z.ZodType> {
  schema: T;
  /** One sentence for operators, with the unit. */
  says: string;
  /** What to write, shown when the value is wrong. */
  expects: string;
  secret?: true;
}

const variable = <T extends z.ZodType>(schema: T, says: string, expects: string): Variable<T> => ({
  schema,
  says,
  expects,
});

const whole = (min: number, max: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(min).max(max));
const wholeOr = (fallback: number, min: number, max: number) => whole(min, max).prefault(String(fallback));

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export const variables = {
  PORT: variable(wholeOr(8787, 0, 65535), 'Port to listen on; 0 takes a free one.', 'a number from 0 to 65535'),
  HOST: variable(
    z.string().prefault('127.0.0.1'),
    'Address to listen on; 0.0.0.0 for every network.',
    'an address or a host name',
  ),
  DATABASE_URL: {
    ...variable(
      z.url({ protocol: /^postgres(ql)?$/ }).optional(),
      'PostgreSQL 15 or later to keep data in. Without it, an embedded one keeps them in DATA_DIR.',
      'an address such as postgres://user:password@host:5432/database',
    ),
    secret: true,
  },
  DATA_DIR: variable(z.string().prefault('.data'), 'Folder of the embedded database, kept between starts.', 'a folder'),
  POOL_SIZE: variable(
    wholeOr(10, 1, 200),
    'Connections to the database at most, for one process.',
    'a number from 1 to 200',
  ),
  TRUST_PROXY: variable(
    wholeOr(0, 0, 10),
    'Proxies of yours in front of the server: the caller is this many places from the right in X-Forwarded-For.',
    'a number from 0 to 10',
  ),
  LOG_LEVEL: variable(z.enum(logLevels).prefault('info'), 'How much is logged.', `one of ${logLevels.join(', ')}`),
  RATE_PER_ADDRESS: variable(
    wholeOr(60, 0, 100_000),
    'Writes a minute from one address, for one service; 0 sets no limit. A service may set its own.',
    'a number from 0 to 100000',
  ),
  RATE_PER_SERVICE: variable(
    wholeOr(1200, 0, 1_000_000),
    'Writes a minute for one service, all addresses together; 0 sets no limit. A service may set its own.',
    'a number from 0 to 1000000',
  ),
  TRIES_PER_ADDRESS: variable(
    wholeOr(20, 0, 1_000_000),
    'Times a minute that one address may try to open a demand; 0 sets no limit.',
    'a number from 0 to 1000000',
  ),
  TRIES_PER_REFERENCE: variable(
    wholeOr(60, 0, 1_000_000),
    'Times a minute that one demand may be tried, from all addresses; 0 sets no limit.',
    'a number from 0 to 1000000',
  ),
  SESSION_MINUTES: variable(
    wholeOr(30, 1, 720),
    'Time without any use after which an opened demand is closed again.',
    'a number from 1 to 720',
  ),
  BODY_LIMIT: variable(
    wholeOr(65_536, 1024, 10_485_760),
    'Bytes of a request at most.',
    'a number from 1024 to 10485760',
  ),
  METRICS_TOKEN: {
    ...variable(
      z.string().min(16).optional(),
      'Bearer token that opens /metrics; without it, /metrics is closed.',
      'at least 16 characters',
    ),
    secret: true,
  },
  DRAIN_SECONDS: variable(
    wholeOr(0, 0, 120),
    'Time during which a server that is stopped still answers while /readyz says no, so that a balancer sends elsewhere.',
    'a number from 0 to 120',
  ),
  SHUTDOWN_SECONDS: variable(
    wholeOr(10, 1, 300),
    'Time left to requests under way when the server is stopped.',
    'a number from 1 to 300',
  ),
  PURGE_MINUTES: variable(
    wholeOr(60, 0, 1440),
    'Time between two purges of expired data; 0 leaves it to `spplus-admin purge`.',
    'a number from 0 to 1440',
  ),
} as const;

export type VariableName = keyof typeof variables;
export type Environment = Readonly<Record<string, string | undefined>>;

/** Times in the unit their variable states; `undefined` where nothing is set. */
export interface Config {
  port: number;
  host: string;
  databaseUrl: string | undefined;
  dataDir: string;
  poolSize: number;
  /** Number of trusted proxies in front. */
  trustProxy: number;
  logLevel: LogLevel;
  /** Writes a minute; 0 for none. A service's own settings win. */
  ratePerAddress: number;
  ratePerService: number;
  /** Tries a minute to open a demand; 0 for none. */
  triesPerAddress: number;
  triesPerReference: number;
  sessionMinutes: number;
  /** Bytes. */
  bodyLimit: number;
  metricsToken: string | undefined;
  drainSeconds: number;
  shutdownSeconds: number;
  /** 0 when this process never purges by itself. */
  purgeMinutes: number;
}

/** Every bad variable in one error, so that a start is corrected in one go. Values of secrets are not repeated. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly sentences: readonly string[];
  constructor(sentences: readonly string[]) {
    super(`The configuration cannot be used:\n${sentences.map((sentence) => `  - ${sentence}`).join('\n')}`);
    this.sentences = sentences;
  }
}

/** Reads the environment; an empty variable counts as absent, as most container tools write it. Throws ConfigError. */
export function readConfig(environment: Environment): Config {
  const faults: string[] = [];
  const read = <N extends VariableName>(name: N): z.output<(typeof variables)[N]['schema']> => {
    const entry: Variable<z.ZodType> = variables[name];
    const given = environment[name]?.trim() || undefined;
    const result = entry.schema.safeParse(given);
    if (!result.success) {
      const found = entry.secret ? 'its value is not shown' : `found "${given}"`;
      faults.push(`${name} must be ${entry.expects}; ${found}. ${entry.says}`);
    }
    // On failure the value is never seen: the faults are thrown below.
    return result.data as z.output<(typeof variables)[N]['schema']>;
  };
  const config: Config = {
    port: read('PORT'),
    host: read('HOST'),
    databaseUrl: read('DATABASE_URL'),
    dataDir: read('DATA_DIR'),
    poolSize: read('POOL_SIZE'),
    trustProxy: read('TRUST_PROXY'),
    logLevel: read('LOG_LEVEL'),
    ratePerAddress: read('RATE_PER_ADDRESS'),
    ratePerService: read('RATE_PER_SERVICE'),
    triesPerAddress: read('TRIES_PER_ADDRESS'),
    triesPerReference: read('TRIES_PER_REFERENCE'),
    sessionMinutes: read('SESSION_MINUTES'),
    bodyLimit: read('BODY_LIMIT'),
    metricsToken: read('METRICS_TOKEN'),
    drainSeconds: read('DRAIN_SECONDS'),
    shutdownSeconds: read('SHUTDOWN_SECONDS'),
    purgeMinutes: read('PURGE_MINUTES'),
  };
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}
