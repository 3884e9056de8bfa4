import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { chooseEncoding } from '../server/compression.ts';
import { createSite } from '../server/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'spplus-site-'));
const map = '{"integrity":{}}';
const server = createSite({
  pages: join(folder, 'pages'),
  versioned: { '/sdk/0.1.0/': join(folder, 'sdk/') },
  api: 'http://127.0.0.1:9',
  demo: { token: 'x' },
});
let origin = '';

before(async () => {
  for (const name of ['pages/avis', 'pages/404', 'sdk']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(
    join(folder, 'pages/index.html'),
    `<script type="importmap">${map}</script><p data-api="{{api}}">Accueil</p>`,
  );
  writeFileSync(join(folder, 'pages/avis/index.html'), '<p>Avis</p>');
  writeFileSync(join(folder, 'pages/404/index.html'), '<p>Page introuvable</p>');
  writeFileSync(join(folder, 'sdk/spplus.js'), 'export {};'.repeat(100));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

after(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** A request whose path is sent as written: `fetch` would tidy `..` up. */
function raw(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const sent = request(`${origin}/`, { path, headers, method }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

test('a page says where the API is, under a policy that allows its import map and nothing inline besides', async () => {
  const { status, headers, body } = await raw('/');
  assert.equal(status, 200);
  assert.match(body.toString(), /data-api="http:\/\/127\.0\.0\.1:9"/);
  const policy = String(headers['content-security-policy']);
  assert.match(policy, /script-src 'self' 'sha256-[A-Za-z0-9+/=]+';/);
  assert.match(policy, /require-trusted-types-for 'script'/);
  assert.doesNotMatch(policy, /unsafe/);
});

test('files of a version are kept for a year, pages are asked for again', async () => {
  assert.match(String((await raw('/sdk/0.1.0/spplus.js')).headers['cache-control']), /max-age=31536000, immutable/);
  assert.equal((await raw('/')).headers['cache-control'], 'no-cache');
});

test('answers in brotli, and 304 to a known tag', async () => {
  const { headers, body } = await raw('/sdk/0.1.0/spplus.js', { 'accept-encoding': 'gzip, br' });
  assert.equal(headers['content-encoding'], 'br');
  assert.equal(brotliDecompressSync(body).toString(), 'export {};'.repeat(100));
  const again = await raw('/sdk/0.1.0/spplus.js', { 'if-none-match': String(headers['etag']) });
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
});

test('HEAD tells the length and sends nothing', async () => {
  const { headers, body } = await raw('/', {}, 'HEAD');
  assert.ok(Number(headers['content-length']) > 0);
  assert.equal(body.length, 0);
});

test('adds the missing slash, and shows the page of unknown addresses with status 404', async () => {
  const { status, headers } = await raw('/avis');
  assert.equal(status, 308);
  assert.equal(headers['location'], '/avis/');
  const lost = await raw('/rien/');
  assert.equal(lost.status, 404);
  assert.match(lost.body.toString(), /introuvable/);
});

test('never leaves its folders', async () => {
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/sdk/0.1.0/../../../secret.txt',
    '/sdk/0.1.0/..%2fsecret.txt',
    '/%00',
  ]) {
    const { status, body } = await raw(path);
    assert.notEqual(status, 200, path);
    assert.doesNotMatch(body.toString(), /^secret/, path);
  }
});

test('refuses other methods', async () => {
  assert.equal((await raw('/', {}, 'POST')).status, 405);
});

test('takes the best encoding that the browser accepts', () => {
  assert.equal(chooseEncoding('gzip, deflate, br'), 'br');
  assert.equal(chooseEncoding('gzip;q=0.5, br;q=0'), 'gzip');
  assert.equal(chooseEncoding('*'), 'br');
  assert.equal(chooseEncoding(undefined), 'identity');
});
