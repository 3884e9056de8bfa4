/** Which sites may call: each service lists its own, and a browser is answered for those only. */
import { ProblemError } from './problem-error.ts';

/** Seconds for which a browser may remember the answer to a preflight. */
const preflightAge = 600;

const exposed = 'ETag, Request-Id, Retry-After';
const allowedHeaders = 'Authorization, Content-Type, Idempotency-Key, If-None-Match, Receipt-Secret';
const allowedMethods = 'GET, POST, PUT, DELETE';

export const corsHeaders = (origin: string): Record<string, string> => ({
  'access-control-allow-origin': origin,
  'access-control-expose-headers': exposed,
});

export const preflightHeaders = (origin: string): Record<string, string> => ({
  ...corsHeaders(origin),
  'access-control-allow-headers': allowedHeaders,
  'access-control-allow-methods': allowedMethods,
  'access-control-max-age': String(preflightAge),
});

/** A write from a page of another site is refused even where the browser would only hide the answer. */
export function refuseUnlistedWrite(method: string, origin: string | undefined, isListed: boolean): void {
  if (origin === undefined || isListed || method === 'GET') return;
  throw new ProblemError('site-not-allowed', { detail: 'Add this site with: spplus-admin sites add SERVICE ORIGIN' });
}
