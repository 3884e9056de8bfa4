/** Answers: JSON, JSON that a browser may keep for a moment, files. */
import { sha256 } from '../feedback/receipt-code.ts';

const noStore = { 'cache-control': 'no-store' };

export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...noStore } });

/** Taken note of; whatever comes of it is not told here. */
export const accepted = (): Response => new Response(null, { status: 202, headers: noStore });

export const empty = (): Response => new Response(null, { status: 204, headers: noStore });

/** Public and the same for everyone: kept for `maxAge` seconds, then asked again by its ETag (RFC 9110, section 13). */
export const cacheable = (request: Request, body: unknown, maxAge: number): Response =>
  cacheableText(request, JSON.stringify(body), 'application/json', maxAge);

export function cacheableText(request: Request, text: string, type: string, maxAge: number): Response {
  const etag = `"${sha256(text).toString('base64url').slice(0, 22)}"`;
  const headers = { 'content-type': type, 'cache-control': `public, max-age=${maxAge}`, etag };
  return isKnownTag(request, etag) ? new Response(null, { status: 304, headers }) : new Response(text, { headers });
}

export const isKnownTag = (request: Request, etag: string): boolean =>
  request.headers
    .get('if-none-match')
    ?.split(',')
    .some((tag) => tag.trim().replace(/^W\//, '') === etag) ?? false;

/** One person's: no browser keeps it, the page that does asks again by its ETag. Without a body, it has not changed (304). */
export const privateJson = (body: object | undefined, etag: string): Response =>
  new Response(body ? JSON.stringify(body) : null, {
    status: body ? 200 : 304,
    headers: { 'content-type': 'application/json', ...noStore, etag },
  });

/** A file to save, sent as it is made. */
export function file(chunks: AsyncIterable<string>, name: string, type: string): Response {
  const encoder = new TextEncoder();
  const parts = chunks[Symbol.asyncIterator]();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const part = await parts.next();
      if (part.done) controller.close();
      else controller.enqueue(encoder.encode(part.value));
    },
    async cancel() {
      await parts.return?.();
    },
  });
  return new Response(stream, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"`, ...noStore },
  });
}
