/** A refusal that becomes application/problem+json (RFC 9457). Words are for developers: what is wrong, what to do. */
import { problemStatus } from '@spplus/contract/problem-status';
import { problemTypePrefix, type Problem, type ProblemCode } from '@spplus/contract/problem';

const titles: Record<ProblemCode, string> = {
  'invalid-request': 'The request does not follow the contract.',
  unauthorized: 'A valid token is needed.',
  forbidden: 'This token may not do this.',
  'site-not-allowed': 'This site is not among those of the service.',
  'not-found': 'There is nothing here, or what was shown does not open it.',
  'stale-version': 'It changed in between: read it again.',
  'not-possible': 'Its present state does not allow this.',
  'in-progress': 'The same request is being treated: try again shortly.',
  'too-large': 'The request is too large.',
  'unsupported-media': 'Send application/json.',
  'key-reused': 'This Idempotency-Key came with another content: use a new one.',
  'proof-required': 'A fresh proof of work is needed: ask for a challenge and solve it.',
  'too-many-requests': 'Too many requests: wait before the next.',
  internal: 'The server failed. Nothing was acknowledged: the same request may be sent again.',
  unavailable: 'The server cannot treat requests now: try again later.',
};

export type Fault = NonNullable<Problem['errors']>[number];

export interface ProblemDetails {
  detail?: string;
  errors?: Fault[];
  /** Instead of the usual one of its code. */
  status?: number;
  /** Seconds. */
  retryAfter?: number;
  headers?: Record<string, string>;
}

export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;
  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(details.detail ?? titles[code]);
    this.name = 'ProblemError';
    this.code = code;
    this.details = details;
  }
}

export function problemResponse(code: ProblemCode, requestId: string, details: ProblemDetails = {}): Response {
  const { status = problemStatus[code], detail, errors, retryAfter, headers } = details;
  const body: Problem = {
    type: problemTypePrefix + code,
    title: titles[code],
    status,
    ...(detail && { detail }),
    requestId,
    ...(errors && { errors }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(retryAfter !== undefined && { 'retry-after': String(Math.max(1, Math.ceil(retryAfter))) }),
      ...headers,
    },
  });
}
