/** Sends one call: with a limit of time, tries again where it is safe, and validates what comes back. */
import { check } from '@spplus/contract/check';
import { Problem } from '@spplus/contract/problem';
import type * as z from 'zod/mini';
import { ApiError } from './api-error.ts';
import type { Connection } from './connection.ts';
import { pauseBefore, retryAfterOf } from './retry.ts';

export interface CallOptions {
  /** Cancels the call, between tries too. */
  signal?: AbortSignal | undefined;
}

export interface WriteOptions extends CallOptions {
  /** Idempotency-Key: the same for every repetition of one intention, see newKey(). */
  key: string;
}

export interface Receipt {
  reference: string;
  secret: string;
}

export interface Call<T> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: unknown;
  receipt?: Receipt | undefined;
  key?: string | undefined;
  /** Of what the caller has: an answer of status 304 is then read like any other. */
  etag?: string | undefined;
  signal?: AbortSignal | undefined;
  /** Lets the request outlive the page: a first gesture counts even if the person leaves at once. */
  keepalive?: boolean;
  read: (response: Response) => Promise<T>;
}

/** Reads a JSON answer and holds it against its schema. */
export const json =
  <T extends z.ZodMiniType>(schema: T) =>
  async (response: Response): Promise<z.infer<T>> =>
    check(schema, await response.json());

export const nothing = async (): Promise<void> => {};

/** Servers have no `navigator`, or one that does not know. */
const isOffline = (): boolean => (globalThis.navigator as { onLine?: boolean } | undefined)?.onLine === false;

const headersOf = ({ token }: Connection, { body, receipt, key, etag }: Call<unknown>): Record<string, string> => ({
  accept: 'application/json',
  ...(body !== undefined && { 'content-type': 'application/json' }),
  ...(receipt && { 'receipt-secret': receipt.secret }),
  ...(key && { 'idempotency-key': key }),
  ...(etag && { 'if-none-match': etag }),
  ...(token && { authorization: `Bearer ${token}` }),
});

async function refusal(response: Response): Promise<ApiError> {
  const { status } = response;
  const problem = await json(Problem)(response).catch(() => undefined);
  const kind = status === 429 || status === 503 ? 'busy' : status >= 500 ? 'server' : 'refused';
  return new ApiError(kind, {
    status,
    problem,
    retryAfter: retryAfterOf(response.headers.get('retry-after'), Date.now()),
  });
}

async function tryOnce<T>(connection: Connection, call: Call<T>): Promise<T> {
  const { signal } = call;
  if (isOffline()) throw new ApiError('offline');
  const limit = AbortSignal.timeout(connection.timeout);
  const controller = new AbortController();
  const stop = () => controller.abort();
  limit.addEventListener('abort', stop);
  signal?.addEventListener('abort', stop);
  let answered = false;
  try {
    const response = await connection.fetch(connection.api + call.path, {
      method: call.method,
      headers: headersOf(connection, call),
      body: call.body === undefined ? null : JSON.stringify(call.body),
      signal: controller.signal,
      keepalive: call.keepalive ?? false,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-store',
    });
    if (!response.ok && response.status !== 304) throw await refusal(response);
    answered = true;
    return await call.read(response);
  } catch (cause) {
    if (cause instanceof ApiError) throw cause;
    if (signal?.aborted) throw new ApiError('aborted', { cause });
    if (limit.aborted) throw new ApiError('timeout', { cause });
    throw new ApiError(answered ? 'invalid-answer' : 'offline', { cause });
  } finally {
    limit.removeEventListener('abort', stop);
    signal?.removeEventListener('abort', stop);
  }
}

const pause = (time: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(done, time);
    function done() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
    signal?.addEventListener('abort', done);
  });

/** Sends a call until it succeeds, trying again would not help, or patience ends. Throws ApiError. */
export async function request<T>(connection: Connection, call: Call<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    if (call.signal?.aborted) throw new ApiError('aborted');
    try {
      return await tryOnce(connection, call);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const wait = attempt < connection.retries ? pauseBefore(error, attempt, Math.random()) : undefined;
      if (wait === undefined || isOffline()) throw error;
      await pause(wait, call.signal);
    }
  }
}
