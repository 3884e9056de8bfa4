/** Errors on the wire: application/problem+json (RFC 9457), one `type` per thing the caller can do about it. */
import * as z from 'zod/mini';

export const problemCodes = [
  'invalid-request', // the message does not follow the contract; `errors` says where
  'unauthorized', // no or unknown agent token
  'forbidden', // the token lacks the right or the service
  'site-not-allowed', // the page's origin is not among the service's sites
  'not-found', // unknown service, or unknown reference, or wrong secret: never said which
  'stale-version', // changed in between; read again
  'not-possible', // the state does not allow it (e.g. answering a withdrawn opinion)
  'in-progress', // the same request is being treated; retry after
  'too-large',
  'unsupported-media',
  'key-reused', // this Idempotency-Key came with another content
  'proof-required', // proof of work missing, wrong, too old or already used
  'too-many-requests', // retry after
  'internal',
  'unavailable', // retry after
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
