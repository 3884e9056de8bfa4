/** What the tests of adapters share: folding what a system told, and small servers that speak its protocol. */
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after } from 'node:test';
import { foldDemand, type Demand } from '@spplus/domain/demand';
import type { DemandEvent } from '@spplus/domain/demand-event';
import type { SourceReading } from '../../src/adapters/demand-source.ts';
import { DemandSourceError, type SourceFault } from '../../src/adapters/source-error.ts';

/** The demand on a day, as a page would get it: without what only the service sees. */
export function demandOn(day: string, events: readonly DemandEvent[]): Demand {
  const shown = events.filter(({ visibility }) => visibility === 'user');
  return foldDemand(shown, { zone: 'Europe/Paris', territory: 'metropole', now: Date.parse(`${day}T11:00:00Z`) });
}

/** `in-review · granted · user`: how far it is, what was decided, who is awaited. */
export const summary = ({ stage, outcome, waitingOn }: Demand): string =>
  [stage, outcome, waitingOn].filter(Boolean).join(' · ');

/** `2026-03-02 submitted`, in order. */
export const story = ({ events }: SourceReading): string[] =>
  events.map(({ at, type }) => `${at.slice(0, 10)} ${type}`);

/** `unknown-status traitements[0].event`, in order. */
export const troubles = ({ warnings }: SourceReading): string[] =>
  warnings.map(({ kind, field }) => `${kind} ${field}`);

/** Polling the same answer again must append nothing: all identifiers are there already, and each once. */
export function assertStable(first: SourceReading, second: SourceReading): void {
  const ids = first.events.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, 'no identifier twice');
  assert.deepEqual(second.events, first.events);
}

export type Asked = {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};
type Answer = { status?: number; headers?: Record<string, string>; body?: unknown } | 'never' | 'cut' | 'endless';

/** A server on loopback that answers as told and remembers what it was asked; stopped after the tests of the file. */
export async function localServer(answer: (asked: Asked) => Answer | Promise<Answer>) {
  const asked: Asked[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const one = { method: request.method ?? '', url, headers: request.headers, body: await text(request) };
    asked.push(one);
    const given = await answer(one);
    if (given === 'never') return;
    if (given === 'cut') return void response.socket?.destroy();
    if (given === 'endless') {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = () => {
        while (!response.destroyed && response.write('['.repeat(65_536)));
        if (!response.destroyed) response.once('drain', more);
      };
      return more();
    }
    response.writeHead(given.status ?? 200, { 'content-type': 'application/json', ...given.headers });
    response.end(typeof given.body === 'string' ? given.body : JSON.stringify(given.body ?? null));
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked };
}

/** The failure of a promise, which must be of a source, of this kind, and must not repeat any of these secrets. */
export async function assertFault(promise: Promise<unknown>, fault: SourceFault, secrets: readonly string[] = []) {
  const error: unknown = await promise.then(
    () => assert.fail(`expected ${fault}, got an answer`),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof DemandSourceError, String(error));
  assert.equal(error.fault, fault, error.message);
  const told = `${error.message} ${error.stack ?? ''} ${JSON.stringify(error)} ${String(error.cause)}`;
  for (const secret of secrets) assert.ok(!told.includes(secret), `the error repeats ${secret}`);
  return error;
}

/** The address of a server that has stopped. */
async function closedServer(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

/** The failures that any client meets, whatever its protocol: `read` asks the server at this address. */
export async function assertTransportFaults(
  read: (url: string, options: { timeout: number; signal?: AbortSignal }) => Promise<unknown>,
  secrets: readonly string[],
): Promise<void> {
  const against = async (answer: Answer) => read((await localServer(() => answer)).url, { timeout: 2000 });
  const { url: silent } = await localServer(() => 'never');
  await assertFault(read(silent, { timeout: 50 }), 'timeout', secrets);
  const stop = new AbortController();
  const waiting = read(silent, { timeout: 5000, signal: stop.signal });
  stop.abort(new Error('the server is stopping'));
  await assert.rejects(waiting, /the server is stopping/);
  await assertFault(read(await closedServer(), { timeout: 2000 }), 'unavailable', secrets);
  await assertFault(against('cut'), 'unavailable', secrets);
  await assertFault(against('endless'), 'malformed', secrets);
  await assertFault(against({ body: '<html>Maintenance</html>' }), 'malformed', secrets);
  await assertFault(against({ body: '"text"' }), 'malformed', secrets);
  await assertFault(against({ status: 401, body: { token: secrets[0] } }), 'unauthorised', secrets);
  await assertFault(against({ status: 403 }), 'unauthorised', secrets);
  await assertFault(against({ status: 404 }), 'not-found', secrets);
  await assertFault(against({ status: 400, body: '{}' }), 'refused', secrets);
  const throttled = await assertFault(against({ status: 429, headers: { 'retry-after': '7' } }), 'throttled', secrets);
  assert.deepEqual([throttled.retryAfter, throttled.isPassing, throttled.status], [7, true, 429]);
  const failing = await assertFault(against({ status: 503 }), 'unavailable', secrets);
  assert.deepEqual([failing.isPassing, failing.status], [true, 503]);
  const elsewhere = await localServer(() => ({ body: {} }));
  await assertFault(against({ status: 302, headers: { location: elsewhere.url } }), 'refused', secrets);
  assert.equal(elsewhere.asked.length, 0, 'a redirection would take the token elsewhere');
}
