/** What a handler is given, and how a write is done once. */
import type { KeyObject } from 'node:crypto';
import type { Agent } from '../agent/authenticate.ts';
import type { Config } from '../config.ts';
import type { Database } from '../database/open-database.ts';
import type { Secrets } from '../demands/secret-hash.ts';
import type { Arrivals } from '../feedback/arrivals.ts';
import { idempotently } from '../feedback/idempotently.ts';
import type { ServiceAllowance } from '../guard/service-allowance.ts';
import type { ResultsReader } from '../results/service-results.ts';
import type { ServiceRecord } from '../services/service-directory.ts';
import type { Metrics } from './metrics.ts';
import { ProblemError } from './problem-error.ts';

/** What all calls share. */
export interface Server {
  database: Database;
  config: Config;
  arrivals: Arrivals;
  instanceKey: () => Promise<KeyObject>;
  metrics: Metrics;
  allowance: ServiceAllowance;
  results: ResultsReader;
  secrets: Secrets;
  /** Was it asked to stop? It still answers, and says that others should be asked. */
  isStopping: () => boolean;
}

/** One call, after its service, its receipt, its session or its agent was checked. */
export interface Call {
  server: Server;
  request: Request;
  now: Date;
  address: string;
  service: ServiceRecord;
  reference: string;
  /** Identifier of an answer. */
  answer: string;
  /** Name of an improvement. */
  improvement: string;
  query: (name: string) => string | undefined;
  /** Set for the operations of agents. */
  agent: Agent;
  /** Hash of the session’s token; set for the operations of a session, with the service and the reference that it opens. */
  session?: Buffer;
}

/** Idempotency-Key: 8 to 200 visible characters. */
export function idempotencyKey({ request }: Call): string {
  const key = request.headers.get('idempotency-key') ?? '';
  if (/^[\x21-\x7e]{8,200}$/.test(key)) return key;
  throw new ProblemError('invalid-request', {
    detail: 'Send an Idempotency-Key of 8 to 200 visible characters: the same for each repetition of one write.',
  });
}

/** What makes two writes the same: method, path and content. */
const contentOf = ({ request }: Call, body: unknown): string =>
  `${request.method} ${new URL(request.url).pathname}\n${JSON.stringify(body)}`;

/** Runs a write once for its key; the caller of a repetition gets what the first one got. */
export function once(call: Call, body: unknown, work: (db: Database['db']) => Promise<string | void>): Promise<string> {
  const { server, now, service, session, reference } = call;
  // The path of a session does not say which demand it opens: a key is its own there.
  const key = session ? `${reference} ${idempotencyKey(call)}` : idempotencyKey(call);
  const write = { service: service.id, key, content: contentOf(call, body) };
  return idempotently(server.database.db, now, write, async (transaction) => (await work(transaction)) ?? '');
}

export const keyOf = ({ service, reference }: Call) => ({ service: service.id, reference });
