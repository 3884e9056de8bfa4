/** What went wrong with a call, and what the person can do about it. Words for people belong to the elements. */
import { problemTypePrefix, type Problem, type ProblemCode } from '@spplus/contract/problem';

/**
 * `offline` the device has no network, or the server cannot be reached; `timeout` no answer in time; `refused` the server
 * understood and said no (4xx); `busy` too many requests, or a server that asks to wait (429, 503); `server` it failed (5xx);
 * `invalid-answer` it answered something else than the contract says; `aborted` the caller cancelled.
 */
export type ApiErrorKind = 'offline' | 'timeout' | 'refused' | 'busy' | 'server' | 'invalid-answer' | 'aborted';

/**
 * `retry` the same call again, at one gesture; `wait` first, `retryAfter` says how long; `correct` what was sent; `reload` the
 * page, it may be older than the server; `contact` the service otherwise.
 */
export type Advice = 'retry' | 'wait' | 'correct' | 'reload' | 'contact';

export interface ApiErrorDetails {
  status?: number | undefined;
  problem?: Problem | undefined;
  /** Milliseconds to wait, as the server asked. */
  retryAfter?: number | undefined;
  cause?: unknown;
}

export class ApiError extends Error {
  readonly kind: ApiErrorKind;
  readonly status: number | undefined;
  readonly problem: Problem | undefined;
  readonly retryAfter: number | undefined;

  constructor(kind: ApiErrorKind, { status, problem, retryAfter, cause }: ApiErrorDetails = {}) {
    super(problem?.title ?? kind, { cause });
    this.name = 'ApiError';
    this.kind = kind;
    this.status = status;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  /** The problem's code, e.g. `stale-version`. */
  get code(): ProblemCode | undefined {
    const { type } = this.problem ?? {};
    return type?.startsWith(problemTypePrefix) ? (type.slice(problemTypePrefix.length) as ProblemCode) : undefined;
  }

  get advice(): Advice {
    switch (this.kind) {
      case 'busy':
        return 'wait';
      case 'refused':
        return this.status === 400 || this.status === 413 || this.status === 422 ? 'correct' : 'contact';
      case 'invalid-answer':
        return 'reload';
      default:
        return 'retry';
    }
  }
}
