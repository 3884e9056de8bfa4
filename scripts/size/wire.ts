/** A server that counts what a page downloads of the SDK, in brotli 11. */
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { Measure } from './compare.ts';

export interface Wire {
  origin: string;
  /** Bytes of each SDK file sent since the last `clear`. */
  sent: Map<string, number>;
  close(): void;
}

export async function serve(folder: string, body: (path: string) => string): Promise<Wire> {
  const sent = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    if (!path.startsWith('/sdk/') || path.includes('..')) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(
        `<!doctype html><html lang="fr"><title>Mesure</title><link rel="icon" href="data:,"><body>${body(path)}`,
      );
      return;
    }
    const packed = brotliCompressSync(readFileSync(join(folder, path.slice(5))));
    sent.set(path, packed.length);
    response.writeHead(200, { 'content-type': 'text/javascript', 'content-encoding': 'br' }).end(packed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sent, close };
}

export const total = (sent: ReadonlyMap<string, number>): Measure => ({
  bytes: [...sent.values()].reduce((sum, bytes) => sum + bytes, 0),
  requests: sent.size,
});

/** Until nothing more of the SDK comes for half a second. */
export async function quiet(page: Page, wire: Wire): Promise<void> {
  for (let last = -1; last !== wire.sent.size; await page.waitForTimeout(500)) last = wire.sent.size;
}
