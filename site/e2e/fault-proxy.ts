/**
 * A real line between the pages and the API that can be made bad: cut before or after the API was reached, slowed, answered
 * with an error, or truncated. The browser sees what it would see on a bad day, which mocked routes do not show.
 */
import { createServer, request as call, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export type Fault =
  /** The API never gets the request. */
  | { kind: 'cut-before' }
  /** The API treats the request, the answer is lost. */
  | { kind: 'cut-after' }
  | { kind: 'delay'; milliseconds: number }
  /** An error as the API words it, without reaching it. */
  | { kind: 'status'; status: 429 | 500 | 503; retryAfter?: number }
  /** Half of the answer's body. */
  | { kind: 'truncate' }
  /** An answer of another shape than agreed. */
  | { kind: 'nonsense' };

interface Rule {
  method: string;
  fault: Fault;
  times: number;
}

export interface FaultProxy {
  readonly origin: string;
  /** Makes the next `times` requests of a method go wrong; preflights never do. */
  next(method: string, fault: Fault, times?: number): void;
  /** Forgets what was asked. */
  heal(): void;
  /** Requests seen since the last `heal`, as « POST /v1/… ». */
  readonly seen: string[];
  connectTo(api: string): void;
  close(): Promise<void>;
}

const codes = { 429: 'too-many-requests', 500: 'internal', 503: 'unavailable' } as const;

function corsOf(request: IncomingMessage): Record<string, string> {
  return {
    'access-control-allow-origin': request.headers.origin ?? '*',
    'access-control-expose-headers': 'retry-after',
  };
}

function answerStatus(
  request: IncomingMessage,
  response: ServerResponse,
  fault: Extract<Fault, { kind: 'status' }>,
): void {
  const code = codes[fault.status];
  response.writeHead(fault.status, {
    ...corsOf(request),
    'content-type': 'application/problem+json',
    ...(fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }),
  });
  response.end(JSON.stringify({ type: `urn:spplus:problem:${code}`, title: code, status: fault.status }));
}

export async function startFaultProxy(): Promise<FaultProxy> {
  let target: URL | undefined;
  let rules: Rule[] = [];
  const seen: string[] = [];

  function ruleFor(request: IncomingMessage): Fault | undefined {
    const rule = rules.find(({ method, times }) => method === request.method && times > 0);
    if (rule) rule.times -= 1;
    return rule?.fault;
  }

  function forward(request: IncomingMessage, response: ServerResponse, body: Buffer, fault: Fault | undefined): void {
    const upstream = call(
      {
        hostname: target?.hostname,
        port: target?.port,
        method: request.method,
        path: request.url,
        headers: request.headers,
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          if (fault?.kind === 'cut-after') {
            response.destroy();
            return;
          }
          const whole = Buffer.concat(parts);
          const content =
            fault?.kind === 'truncate'
              ? whole.subarray(0, Math.floor(whole.length / 2))
              : fault?.kind === 'nonsense'
                ? Buffer.from('{"bonjour":"monde"}')
                : whole;
          const { 'content-encoding': encoding, 'transfer-encoding': _chunked, ...headers } = answer.headers;
          if (encoding && content === whole) headers['content-encoding' as 'etag'] = encoding;
          response.writeHead(answer.statusCode ?? 502, { ...headers, 'content-length': content.length });
          response.end(content);
        });
      },
    );
    upstream.on('error', () => response.destroy());
    upstream.end(body);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    if (request.method !== 'OPTIONS') seen.push(`${request.method} ${request.url}`);
    const fault = ruleFor(request);
    if (fault?.kind === 'cut-before' || !target) return void response.destroy();
    if (fault?.kind === 'status') return answerStatus(request, response, fault);
    if (fault?.kind === 'delay') await wait(fault.milliseconds);
    forward(request, response, Buffer.concat(parts), fault);
  }

  const server: Server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    seen,
    next: (method, fault, times = 1) => rules.push({ method, fault, times }),
    heal: () => {
      rules = [];
      seen.length = 0;
    },
    connectTo: (api) => (target = new URL(api)),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
