/**
 * The site's static server. Files are read from site/dist and, under /sdk/<version>/, from the built SDK. Pages name the
 * API's address as `{{api}}`, which is only known at start. Listens on loopback unless told otherwise.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { chooseEncoding, compress, type Encoding } from './compression.ts';
import { commonHeaders, contentSecurityPolicy } from './security.ts';

export interface SiteOptions {
  /** Folder of the built pages. */
  pages: string;
  /** Folders served under a prefix that names their version, such as `/sdk/0.1.0/`: cached for a year. */
  versioned: Readonly<Record<string, string>>;
  /** Origin of the API. */
  api: string;
  /** What /demo.json answers: the demonstration's token, public on purpose. */
  demo: Readonly<Record<string, unknown>>;
}

interface Entity {
  body: Buffer;
  headers: Record<string, string>;
  encoded: Map<Encoding, Promise<Buffer>>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
};

const year = 'public, max-age=31536000, immutable';

/** The file inside `folder` for a path of the web, or nothing if it would leave the folder. */
function fileIn(folder: string, path: string): string | undefined {
  const root = resolve(folder);
  const file = join(root, path);
  return file.startsWith(root + sep) ? file : undefined;
}

export function createSite(options: SiteOptions): Server {
  const entities = new Map<string, Promise<Entity | undefined>>();

  async function read(path: string): Promise<Entity | undefined> {
    if (path === '/demo.json') return entity(Buffer.from(JSON.stringify(options.demo)), '.json', 'no-store');
    const prefix = Object.keys(options.versioned).find((candidate) => path.startsWith(candidate));
    const folder = prefix ? options.versioned[prefix] : options.pages;
    const rest = prefix ? path.slice(prefix.length) : path.endsWith('/') ? `${path}index.html` : path;
    const file = fileIn(folder ?? options.pages, rest);
    const body = file && (await readFile(file).catch(() => undefined));
    if (!body) return undefined;
    const kind = extname(file);
    const forever = prefix !== undefined || path.startsWith('/assets/hashed/');
    if (kind !== '.html') return entity(body, kind, forever ? year : 'public, max-age=3600');
    const html = body.toString().replaceAll('{{api}}', options.api);
    const made = entity(Buffer.from(html), kind, 'no-cache');
    made.headers['content-security-policy'] = contentSecurityPolicy(html, options.api);
    return made;
  }

  function entity(body: Buffer, kind: string, cache: string): Entity {
    const tag = createHash('sha256').update(body).digest('base64url').slice(0, 22);
    return {
      body,
      encoded: new Map(),
      headers: {
        ...commonHeaders,
        'content-type': types[kind] ?? 'application/octet-stream',
        'cache-control': cache,
        etag: `"${tag}"`,
        vary: 'accept-encoding',
        // Scripts of the SDK are embedded by pages of other origins, with integrity, which needs CORS.
        ...(kind === '.js' || kind === '.css' ? { 'access-control-allow-origin': '*' } : {}),
      },
    };
  }

  function remembered(path: string): Promise<Entity | undefined> {
    const known = entities.get(path) ?? read(path);
    entities.set(path, known);
    void known.then((found) => found ?? entities.delete(path));
    return known;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const path = decodeURIComponent(pathname);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    let found = path === '/404/' || path.includes('\0') ? undefined : await remembered(path);
    if (!found && !path.endsWith('/') && (await remembered(`${path}/`))) {
      response.writeHead(308, { location: `${pathname}/` }).end();
      return;
    }
    const status = found ? 200 : 404;
    found ??= extname(path) === '' || path.endsWith('/') ? await remembered('/404/') : undefined;
    if (!found) {
      response
        .writeHead(404, { ...commonHeaders, 'content-type': 'text/plain; charset=utf-8' })
        .end('Fichier introuvable\n');
      return;
    }
    if (status === 200 && request.headers['if-none-match'] === found.headers['etag']) {
      response.writeHead(304, found.headers).end();
      return;
    }
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    const { encoded, body } = found;
    const sent = encoded.get(encoding) ?? compress(body, encoding);
    encoded.set(encoding, sent);
    const content = await sent;
    response.writeHead(status, {
      ...found.headers,
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
      'content-length': content.length,
    });
    response.end(request.method === 'HEAD' ? undefined : content);
  }

  return createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(400, commonHeaders);
      response.end();
    });
  });
}
