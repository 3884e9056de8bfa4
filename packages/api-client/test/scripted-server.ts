/** A real HTTP server on loopback that answers each call as the test says, in order; the last answer serves for the rest. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';

export interface Seen {
  method: string;
  path: string;
  key: string | undefined;
  body: string;
}

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

export const problem = (status: number, code: string, headers: Record<string, string> = {}): Answer =>
  json(status, { type: `urn:spplus:problem:${code}`, title: code, status }, headers);

/** Takes the request and cuts the line without a word. */
export const cut: Answer = (response) => response.destroy();

/** Begins a good answer and cuts the line in its middle. */
export const truncated: Answer = (response) => {
  response.writeHead(201, { 'content-type': 'application/json', 'content-length': '500' });
  response.write('{"reference":"A7K3');
  setTimeout(() => response.destroy(), 20);
};

/** Never answers. */
export const silent: Answer = () => undefined;

export async function scriptedServer(...answers: Answer[]): Promise<{ api: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      seen.push({
        method,
        path: url,
        key: headers['idempotency-key'] as string | undefined,
        body: Buffer.concat(chunks).toString(),
      });
      const answer = answers[Math.min(seen.length, answers.length) - 1];
      answer?.(response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}
