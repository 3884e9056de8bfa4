/** What went wrong with a call, as far as a person is concerned. */
import type { ApiErrorKind } from '@spplus/api-client/api-error';

export interface Trouble {
  kind: Exclude<ApiErrorKind, 'aborted'>;
  /** When the server asked to come back, in milliseconds since 1970. */
  retryAt?: number;
}

/** What is read of an ApiError; its class stays in the chunk of the client. */
export interface CallFault {
  kind: ApiErrorKind;
  status?: number | undefined;
  retryAfter?: number | undefined;
}

const isCallFault = (fault: unknown): fault is CallFault =>
  typeof fault === 'object' && fault !== null && 'kind' in fault;

/** Unknown reference or wrong secret. */
export const isNotFound = (fault: unknown): boolean => isCallFault(fault) && fault.status === 404;

/**
 * `now` in milliseconds since 1970. A fault that is not the client's own is its chunk that did not load: no network, most
 * often. A call that was cancelled is no trouble.
 */
export function troubleOf(fault: unknown, now: number): Trouble | undefined {
  if (!isCallFault(fault)) return { kind: 'offline' };
  const { kind, retryAfter } = fault;
  if (kind === 'aborted') return undefined;
  return { kind, ...(retryAfter !== undefined && { retryAt: now + retryAfter }) };
}
