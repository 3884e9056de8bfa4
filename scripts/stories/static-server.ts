/** Serves a folder on a free loopback port, with headers of one's choice; `/outcomes` takes what a page has to report. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { freePort, loopback } from '../../site/demo/ports.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface StaticServer {
  readonly origin: string;
  /** The next report of a page, as text. Rejects after `patience` milliseconds. */
  nextReport(patience: number): Promise<string>;
  stop(): void;
}

export async function serveFolder(folder: string, headers: Record<string, string> = {}): Promise<StaticServer> {
  let deliver: (report: string) => void = () => {};
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'POST' && pathname === '/outcomes') {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        response.writeHead(204).end();
        deliver(Buffer.concat(chunks).toString());
      });
      return;
    }
    const file = join(folder, normalize(decodeURIComponent(pathname)));
    readFile(file).then(
      (body) =>
        response
          .writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', ...headers })
          .end(body),
      () => response.writeHead(404).end(),
    );
  });
  const port = await freePort(0);
  await new Promise<void>((resolve) => server.listen(port, loopback, resolve));
  return {
    origin: `http://${loopback}:${port}`,
    nextReport: (patience) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(
          () => reject(new Error(`The page reported nothing within ${patience / 1000} seconds.`)),
          patience,
        );
        deliver = (report) => {
          clearTimeout(late);
          resolve(report);
        };
      }),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
