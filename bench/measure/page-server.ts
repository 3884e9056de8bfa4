/** Serves pages and their files on loopback as a good host does (brotli 11, modules and styles with their types), and counts. */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

type Content = string | Uint8Array;

export interface PageServer {
  origin: string;
  /** Bytes sent of each file since the last `clear`; pages are not counted. */
  sent: Map<string, number>;
  close: () => void;
}

const types: Partial<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** Files of a folder by address: `/prefix/name`. */
export function folderFiles(prefix: string, folder: string): Map<string, Content> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => extname(name) !== '');
  return new Map(names.map((name) => [`/${prefix}/${name.replaceAll('\\', '/')}`, readFileSync(join(folder, name))]));
}

/** `pages` and `files` by path; what is in neither answers 404. */
export async function servePages(
  pages: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, Content>,
): Promise<PageServer> {
  const sent = new Map<string, number>();
  /** Compressed once: the work of compressing is not what is measured. */
  const packed = new Map<string, Buffer>();
  const pack = (path: string, content: Content): Buffer => {
    const bytes = packed.get(path) ?? brotliCompressSync(content);
    packed.set(path, bytes);
    return bytes;
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const page = pages.get(path);
    const file = files.get(path);
    if (page !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    } else if (file === undefined) {
      response.writeHead(404).end();
    } else {
      const isFont = /\.woff2?$/.test(path);
      const body = isFont ? file : pack(path, file);
      sent.set(path, body.length);
      response.writeHead(200, {
        'content-type': types[extname(path)] ?? 'application/json',
        'cache-control': 'no-store',
        ...(!isFont && { 'content-encoding': 'br' }),
      });
      response.end(body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, sent, close };
}
