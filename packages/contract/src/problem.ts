/** Errors on the wire: application/problem+json (RFC 9457), one `type` per thing the caller can do about it. */
import * as z from 'zod/mini';

export const problemCodes = [
  'invalid-request', // 400 the message does not follow the contract; `errors` says where
  'unauthorized', // 401 no or unknown agent token
  'forbidden', // 403 the token lacks the right or the service
  'site-not-allowed', // 403 the page's origin is not among the service's sites
  'not-found', // 404 unknown service, or unknown reference, or wrong secret: never said which
  'stale-version', // 409 changed in between; read again
  'not-possible', // 409 the state does not allow it (e.g. answering a withdrawn opinion)
  'in-progress', // 409 the same request is being treated; retry after
  'too-large', // 413
  'unsupported-media', // 415
  'key-reused', // 422 this Idempotency-Key came with another content
  'proof-required', // 422 proof of work missing, wrong, too old or already used
  'too-many-requests', // 429 retry after
  'internal', // 500
  'unavailable', // 503 retry after
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** `type` of a problem is this followed by its code. */
export const problemTypePrefix = 'urn:spplus:problem:';

export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  /** Names the request in the server's log. */
  requestId: z.optional(z.string()),
  /** Where the message is wrong: a JSON pointer (RFC 6901) and a sentence. */
  errors: z.optional(z.array(z.object({ pointer: z.string(), detail: z.string() }))),
});
export type Problem = z.infer<typeof Problem>;
