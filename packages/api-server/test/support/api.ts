/** The API as it is used: a real server over HTTP on a real database. Every answer is held to the contract as it passes. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { serve } from '@hono/node-server';
import type { Right } from '@spplus/contract/agent';
import type { FeedbackReceipt, FeedbackSubmission } from '@spplus/contract/feedback';
import type { Opinion } from '@spplus/contract/opinion';
import { operations, problemsOf, type Operation } from '@spplus/contract/operations';
import { Problem, problemTypePrefix } from '@spplus/contract/problem';
import { newToken } from '../../src/agent/authenticate.ts';
import { createApp } from '../../src/app.ts';
import { readConfig, type Config } from '../../src/config.ts';
import type { Database } from '../../src/database/open-database.ts';
import { sha256 } from '../../src/feedback/receipt-code.ts';
import { createLog } from '../../src/log.ts';

export const site = 'https://www.mairie-exemple.fr';

export interface Answered {
  status: number;
  headers: Headers;
  text: string;
  /** Parsed when the answer is JSON; its shape was checked already. */
  body: Record<string, unknown>;
}

export interface Asked {
  body?: unknown;
  /** Sent as it is instead of `body`. */
  raw?: BodyInit;
  headers?: Record<string, string>;
  /** Idempotency-Key; a new one where the operation writes. `null` sends none. */
  key?: string | null;
  receipt?: Pick<FeedbackReceipt, 'secret'>;
  token?: string;
}

export interface Api {
  url: string;
  /** Lines of the log so far. */
  lines: string[];
  call(method: string, path: string, asked?: Asked): Promise<Answered>;
  close(): Promise<void>;
}

const operationOf = (method: string, path: string): Operation | undefined =>
  Object.values(operations as Record<string, Operation>).find(
    (operation) =>
      operation.method.toUpperCase() === method &&
      new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path.split('?')[0] ?? ''),
  );

/** Fails the test when an answer is not what the operation's row says. */
function holdToContract(operation: Operation | undefined, { status, headers, body, text }: Answered): void {
  assert.match(headers.get('request-id') ?? '', /^[\da-f-]{36}$/);
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  if (status >= 400) {
    assert.equal(headers.get('content-type'), 'application/problem+json', text);
    const problem = Problem.parse(body);
    assert.equal(problem.status, status);
    if (operation && status !== 405) {
      const known = problemsOf(operation).map((code) => problemTypePrefix + code);
      assert.ok(known.includes(problem.type), `${problem.type} is not among the problems of ${operation.path}`);
    }
    if ([429, 503].includes(status)) assert.match(headers.get('retry-after') ?? '', /^\d+$/);
    return;
  }
  if (!operation || status === 304) return;
  assert.equal(status, operation.success, text);
  if (operation.response === null) assert.equal(text, '');
  else if (operation.response !== 'file') operation.response.parse(body);
}

/** A server process's worth of the API; several may share a database. Closed with the test file. */
export async function startApi(
  database: Database,
  settings: Partial<Config> = {},
  now = () => new Date(),
): Promise<Api> {
  const lines: string[] = [];
  const config = { ...readConfig({}), ratePerAddress: 0, ratePerService: 0, ...settings };
  const app = createApp({ database, config, log: createLog('debug', (line) => lines.push(line)), now });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let closing: Promise<void> | undefined;
  const close = () =>
    (closing ??= new Promise((resolve) => {
      server.close(() => resolve());
      if ('closeAllConnections' in server) server.closeAllConnections();
    }));
  after(close);

  async function call(method: string, path: string, asked: Asked = {}): Promise<Answered> {
    const operation = operationOf(method, path);
    const { key = operation?.writes ? randomUUID() : null, body, raw, receipt, token } = asked;
    const response = await fetch(url + path, {
      method,
      headers: {
        ...((body !== undefined || raw !== undefined) && { 'content-type': 'application/json' }),
        ...(key !== null && { 'idempotency-key': key }),
        ...(receipt && { 'receipt-secret': receipt.secret }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...asked.headers,
      },
      ...(raw !== undefined ? { body: raw } : body !== undefined ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const parsed = (isJson && text ? JSON.parse(text) : {}) as Record<string, unknown>;
    const answered = { status: response.status, headers: response.headers, text, body: parsed };
    if (method !== 'OPTIONS') holdToContract(operation, answered);
    return answered;
  }
  return { url, lines, call, close };
}

export const addService = async ({ db }: Database, id: string, settings: object = {}): Promise<string> => {
  await db
    .insertInto('service')
    .values({ id, name: `Service ${id}`, settings: JSON.stringify(settings) })
    .execute();
  await db.insertInto('service_site').values({ service_id: id, origin: site }).execute();
  return id;
};

export async function addToken(
  { db }: Database,
  services: string[],
  rights: Right[] = ['read', 'moderate', 'answer', 'export'],
  expires_at: Date | null = null,
): Promise<string> {
  const token = newToken();
  const values = {
    id: randomUUID(),
    name: 'Accueil',
    token_hash: sha256(token),
    rights,
    services,
    expires_at,
    revoked_at: null,
  };
  await db.insertInto('agent_token').values(values).execute();
  return token;
}

export const gesture: Opinion = {
  ratings: [{ question: 'overall', scale: 'four', value: 4 }],
  publish: false,
  language: 'fr',
};
export const told: Opinion = {
  ...gesture,
  story: { title: 'Un accueil patient', happened: 'On m’a expliqué chaque étape.', wentWell: 'Le temps pris.' },
  pseudonym: 'Une habitante',
  email: 'camille.planted@example.org',
  publish: true,
};
export const submissionOf = (opinion: Opinion = gesture, elapsed = 9_000): FeedbackSubmission => ({
  opinion,
  guard: { elapsed },
});

/** Sends an opinion that must be accepted on the wire. */
export async function sent(
  api: Api,
  service: string,
  opinion: Opinion = gesture,
  key: string = randomUUID(),
): Promise<FeedbackReceipt> {
  const { status, body, text } = await api.call('POST', `/v1/services/${service}/feedback`, {
    body: submissionOf(opinion),
    key,
  });
  assert.equal(status, 201, text);
  return body as unknown as FeedbackReceipt;
}

export const problemOf = ({ body }: Answered): string => String(body['type']).replace(problemTypePrefix, '');
