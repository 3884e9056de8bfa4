/** Cursors of paged lists: opaque to callers, a few values to us. */
import { ProblemError } from './problem-error.ts';

export const writeCursor = (values: readonly string[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** Ranks, references, identifiers and instants; nothing that PostgreSQL would refuse. */
const isPlain = (value: unknown): value is string => typeof value === 'string' && /^[\w:.-]{0,64}$/.test(value);

/** The values of a cursor, as many as expected. */
export function readCursor(cursor: string | undefined, count: number): string[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === count && values.every(isPlain)) return values;
  } catch {
    // Said below.
  }
  throw new ProblemError('invalid-request', { detail: 'cursor is not one that this server gave.' });
}

/** An instant inside a cursor. */
export function cursorInstant(value: string | undefined): Date {
  const date = new Date(value ?? '');
  if (!/^\d{4}-/.test(value ?? '') || Number.isNaN(date.getTime()))
    throw new ProblemError('invalid-request', { detail: 'cursor is not one that this server gave.' });
  return date;
}
