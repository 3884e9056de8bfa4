/** One question to another system over HTTP, bounded in time and in size, whose failures tell what to do about them. */
import { DemandSourceError, type SourceFault } from './source-error.ts';

export type SourceConnection = {
  readonly system: string;
  /** Milliseconds for the whole answer; 10 seconds unless said otherwise. */
  readonly timeout?: number | undefined;
};

/** More is no answer about a demand. */
const mostBytes = 8 * 1024 * 1024;

const faults: Readonly<Record<number, SourceFault>> = {
  401: 'unauthorised',
  403: 'unauthorised',
  404: 'not-found',
  408: 'timeout',
  410: 'not-found',
  429: 'throttled',
  504: 'timeout',
};

/**
 * JSON of an answer. Throws a DemandSourceError for every failure but the abortion of the signal, whose reason is thrown.
 * Redirections are not followed: they would take a token elsewhere.
 */
export async function askSource(
  { system, timeout = 10_000 }: SourceConnection,
  url: URL,
  { signal, ...request }: Omit<RequestInit, 'signal'> & { signal?: AbortSignal | undefined },
): Promise<unknown> {
  signal?.throwIfAborted();
  const limit = AbortSignal.timeout(timeout);
  const fail = (fault: SourceFault, says: string, more?: { status?: number; retryAfter?: number }) =>
    new DemandSourceError(system, fault, `${says} (${url.origin})`, more);
  try {
    const response = await fetch(url, {
      ...request,
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    const { status } = response;
    if (!response.ok) {
      await response.body?.cancel();
      const fault = faults[status] ?? (status >= 500 ? 'unavailable' : 'refused');
      throw fail(fault, `answered with status ${status}`, { status, ...retryAfter(response.headers) });
    }
    const body = parseJson(await readText(response));
    if (body === undefined) throw fail('malformed', 'answered something else than JSON', { status });
    return body;
  } catch (error) {
    if (error instanceof DemandSourceError) throw error;
    signal?.throwIfAborted();
    if (limit.aborted) throw fail('timeout', `no answer within ${timeout} ms`);
    if (error instanceof RangeError) throw fail('malformed', error.message);
    // The cause of a failed connection may hold an address: its code is enough.
    throw fail('unavailable', `could not be reached, ${codeOf(error)}`);
  }
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new RangeError(`answered more than ${mostBytes} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Seconds: written as such, as a date, or in the header of Démarches simplifiées. */
function retryAfter(headers: Headers): { retryAfter?: number } {
  const written = headers.get('retry-after') ?? headers.get('ratelimit-reset');
  if (written === null) return {};
  const number = Number(written);
  const instant = Number.isNaN(number) ? Date.parse(written) / 1000 : number;
  // A reset may be given as an instant since 1970.
  const seconds = instant > 1e9 ? instant - Date.now() / 1000 : instant;
  return Number.isNaN(seconds) ? {} : { retryAfter: Math.max(0, Math.ceil(seconds)) };
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : 'connection lost';
}
