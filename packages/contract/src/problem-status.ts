/** The HTTP status of each problem. */
import type { ProblemCode } from './problem.ts';

export const problemStatus: Record<ProblemCode, number> = {
  'invalid-request': 400,
  unauthorized: 401,
  forbidden: 403,
  'site-not-allowed': 403,
  'not-found': 404,
  'stale-version': 409,
  'not-possible': 409,
  'in-progress': 409,
  'too-large': 413,
  'unsupported-media': 415,
  'key-reused': 422,
  'proof-required': 422,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
};
