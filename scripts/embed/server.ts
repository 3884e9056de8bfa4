/** Serves pages made up by the cases, and the built files under /sdk/ (this version) and /other/ (another one). */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

export interface EmbedPage {
  head?: string;
  body: string;
  /** Added to script-src, e.g. the hash of an import map. */
  scriptHash?: string;
  trustedTypes?: string;
}

export interface EmbedServer {
  readonly origin: string;
  /** Puts a page at a fresh address. */
  page(content: EmbedPage): string;
  /** Paths asked for since the last page was put, pages excluded; origin included when it is another one. */
  readonly asked: readonly string[];
  /** From now on (until the next page), answers 503 to paths that contain this. */
  break(part: string | undefined): void;
  close(): void;
}

const strict = (content: EmbedPage, origin: string) =>
  [
    "default-src 'none'",
    `script-src 'self'${content.scriptHash ? ` '${content.scriptHash}'` : ''}`,
    "style-src 'self'",
    "img-src 'self'",
    `connect-src ${origin}`,
    "require-trusted-types-for 'script'",
    `trusted-types ${content.trustedTypes ?? "lit-html 'allow-duplicates'"}`,
  ].join('; ');

/** Remembers what the console and the policy said, before anything else runs. */
const recorder = `
globalThis.said = [];
for (const kind of ['warn', 'error']) {
  const real = console[kind];
  console[kind] = (...parts) => { said.push(kind + ': ' + parts.map(String).join(' ')); real.apply(console, parts); };
}
document.addEventListener('spplus-load-error', (event) => said.push('event: ' + event.detail.tag));
document.addEventListener('securitypolicyviolation', (event) => said.push('violation: ' + event.effectiveDirective));
`;

/** A page whose own rules reach for everything. */
const hostile = `
html { font-size: 62.5%; } * { letter-spacing: .2em; text-transform: uppercase; box-sizing: content-box; float: none; }
button { display: none !important; } a { color: red !important; }
`;

export async function serveEmbeds(folders: { cdn: string; other: string }): Promise<EmbedServer> {
  const pages = new Map<string, EmbedPage>();
  let asked: string[] = [];
  let broken: string | undefined;
  let origin = '';

  function answer(path: string, response: ServerResponse): void {
    const send = (type: string, text: string | Buffer) => response.writeHead(200, { 'content-type': type }).end(text);
    const page = pages.get(path);
    if (page) {
      response.setHeader('content-security-policy', strict(page, origin));
      send(
        'text/html; charset=utf-8',
        `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Essai</title><script src="/recorder.js"></script>${page.head ?? ''}<body>${page.body}`,
      );
      return;
    }
    if (path === '/favicon.ico') return void response.writeHead(204).end();
    if (path === '/recorder.js') return void send('text/javascript', recorder);
    if (path === '/hostile.css') return void send('text/css', hostile);
    asked.push(path);
    if (broken !== undefined && path.includes(broken)) return void response.writeHead(503).end();
    const [, folder, ...rest] = path.split('/');
    const base = folder === 'sdk' ? folders.cdn : folder === 'other' ? folders.other : undefined;
    if (!base || rest.includes('..')) return void response.writeHead(404).end();
    try {
      response.setHeader('access-control-allow-origin', '*');
      send('text/javascript', readFileSync(join(base, ...rest)));
    } catch {
      response.writeHead(404).end();
    }
  }

  const server = createServer((request: IncomingMessage, response) => {
    response.setHeader('cache-control', 'no-store');
    answer(new URL(request.url ?? '/', 'http://x').pathname, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let count = 0;
  return {
    origin,
    page(content) {
      const path = `/page-${(count += 1)}`;
      pages.set(path, content);
      asked = [];
      broken = undefined;
      return origin + path;
    },
    get asked() {
      return asked;
    },
    break: (part) => (broken = part),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
