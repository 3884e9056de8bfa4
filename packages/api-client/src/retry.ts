/** When to try again, and after how long. Pure: chance and time are arguments. */
import type { ApiError } from './api-error.ts';

/** First and longest pause between two tries, in milliseconds. */
const shortest = 300;
const longest = 8_000;

/** A server that asks to wait longer than this is told to the person instead, in milliseconds. */
const longestAskedWait = 10_000;

/** Full jitter: anywhere between nothing and an exponentially growing ceiling. `random` is in [0, 1). */
export const backOff = (attempt: number, random: number): number =>
  Math.round(random * Math.min(longest, shortest * 2 ** attempt));

/** Milliseconds asked by a Retry-After header, in seconds or as an HTTP date (RFC 9110, section 10.2.3). */
export function retryAfterOf(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/**
 * Pause before the next try, or nothing when trying again would not help. Every call may be repeated: reads change nothing, and
 * each write carries a key under which the server does it once.
 */
export function pauseBefore(error: ApiError, attempt: number, random: number): number | undefined {
  switch (error.kind) {
    case 'offline':
    case 'timeout':
    case 'server':
      return backOff(attempt, random);
    case 'busy':
      if (error.retryAfter === undefined) return backOff(attempt, random);
      return error.retryAfter > longestAskedWait ? undefined : error.retryAfter + backOff(0, random);
    case 'refused':
      return error.code === 'in-progress' ? Math.max(error.retryAfter ?? 0, backOff(attempt + 1, random)) : undefined;
    default:
      return undefined;
  }
}
