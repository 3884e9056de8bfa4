/** Reads and checks what a caller sent. */
import * as z from 'zod/mini';
import { ProblemError, type Fault } from './problem-error.ts';

const pointer = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** PostgreSQL stores neither U+0000 nor half a surrogate pair; where one stands is said rather than failing on it. */
export function unstorable(value: unknown, path: PropertyKey[] = []): Fault[] {
  if (typeof value === 'string') {
    if (value.includes('\0')) return [{ pointer: pointer(path), detail: 'Remove the character U+0000.' }];
    return value.isWellFormed() ? [] : [{ pointer: pointer(path), detail: 'Remove the broken character.' }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => unstorable(inner, [...path, key]));
}

/** Of a union, the branch that is about this kind of value; a branch told apart by a field says itself when it is not. */
function explained(issue: z.core.$ZodIssue, before: readonly PropertyKey[] = []): Fault[] {
  const path = [...before, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0)
    return [{ pointer: pointer(path), detail: issue.message }];
  const isOfAnotherKind = (inner: z.core.$ZodIssue) => inner.code === 'invalid_union' && inner.errors.length === 0;
  const branch = issue.errors.find((inners) => !inners.some(isOfAnotherKind)) ?? issue.errors[0] ?? [];
  return branch.flatMap((inner) => explained(inner, path));
}

/** The text of a request of at most `limit` bytes, counted as they arrive. */
async function readText(request: Request, limit: number): Promise<string> {
  const tooLarge = () => new ProblemError('too-large', { detail: `A request holds at most ${limit} bytes.` });
  const announced = request.headers.get('content-length');
  if (Number(announced ?? 0) > limit) throw tooLarge();
  // No more than what is announced ever comes: read whole, it costs half as much as by pieces.
  if (announced !== null) return await request.text();
  if (!request.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The body, checked by its schema; fields the schema does not know are dropped. */
export async function readBody<T extends z.ZodMiniType>(
  request: Request,
  schema: T,
  limit: number,
): Promise<z.infer<T>> {
  const media = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (media !== 'application/json') throw new ProblemError('unsupported-media');
  const text = await readText(request, limit);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ProblemError('invalid-request', { detail: 'The body is not JSON.' });
  }
  const result = z.safeParse(schema, value);
  if (!result.success) {
    const errors = result.error.issues.flatMap((issue) => explained(issue));
    throw new ProblemError('invalid-request', { detail: 'Some fields are wrong.', errors });
  }
  const errors = unstorable(result.data);
  if (errors.length > 0)
    throw new ProblemError('invalid-request', { detail: 'Some characters cannot be stored.', errors });
  return result.data;
}

/** Number of items a page of results holds, from `?limit=`. */
export function readLimit(given: string | undefined, { usual, most }: { usual: number; most: number }): number {
  if (given === undefined) return usual;
  const limit = Number(given);
  if (!Number.isInteger(limit) || limit < 1) {
    throw new ProblemError('invalid-request', { detail: 'limit is a whole number from 1.' });
  }
  return Math.min(limit, most);
}
