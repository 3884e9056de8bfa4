/** The HTTP API: every operation of the contract, and around each the same care. */
import { randomUUID, type KeyObject } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { openApiDocument } from '@spplus/contract/openapi';
import { operations, type Operation, type OperationId } from '@spplus/contract/operations';
import { DemandReference, Reference } from '@spplus/contract/scalars';
import { Hono, type Context } from 'hono';
import { routePath } from 'hono/route';
import { authenticate } from './agent/authenticate.ts';
import type { Config } from './config.ts';
import { isDatabaseAway } from './database/database-errors.ts';
import type { Database } from './database/open-database.ts';
import { createSecrets } from './demands/secret-hash.ts';
import { useSession } from './demands/session.ts';
import { createArrivals } from './feedback/arrivals.ts';
import { openReceipt } from './feedback/follow-feedback.ts';
import { addressBucket, countHit } from './guard/rate-limit.ts';
import { createServiceAllowance } from './guard/service-allowance.ts';
import { callerAddress } from './http/caller.ts';
import { corsHeaders, preflightHeaders, refuseUnlistedWrite } from './http/cors.ts';
import type { Call, Server } from './http/call.ts';
import { handlers } from './http/handlers.ts';
import { createMetrics } from './http/metrics.ts';
import { operatorRoutes } from './http/operator-routes.ts';
import { ProblemError, problemResponse } from './http/problem-error.ts';
import type { Log } from './log.ts';
import { createResultsReader } from './results/service-results.ts';
import { instanceKey } from './services/instance-key.ts';
import { createServiceDirectory, type ServiceRecord } from './services/service-directory.ts';

export interface AppOptions {
  database: Database;
  config: Config;
  log: Log;
  now: () => Date;
  isStopping?: () => boolean;
}

type AppEnvironment = { Bindings: Partial<HttpBindings>; Variables: { requestId: string } };
type AppContext = Context<AppEnvironment>;

/** Wrong receipts a minute from one address. A secret has 100 random bits: this is against noise, not against luck. */
const wrongReceiptsPerMinute = 30;

const securityHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  vary: 'Origin',
};

const routeOf = ({ path }: Operation): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

export function createApp({ database, config, log, now, isStopping = () => false }: AppOptions): Hono<AppEnvironment> {
  const app = new Hono<AppEnvironment>();
  const metrics = createMetrics();
  const directory = createServiceDirectory(database.db, now);
  let key: Promise<KeyObject> | undefined;
  const server: Server = {
    database,
    config,
    metrics,
    arrivals: createArrivals(database.pool),
    allowance: createServiceAllowance(database.db),
    results: createResultsReader(database.db, (error) => log.error('results', { error: (error as Error).name })),
    secrets: createSecrets(),
    isStopping,
    instanceKey: () =>
      (key ??= instanceKey(database.db).catch((error: unknown) => {
        key = undefined; // The next call tries again.
        throw error;
      })),
  };

  app.use(async (context, next) => {
    const started = performance.now();
    const requestId = randomUUID();
    context.set('requestId', requestId);
    await next();
    const { headers, status } = context.res;
    for (const [name, value] of Object.entries(securityHeaders)) headers.set(name, value);
    headers.set('request-id', requestId);
    if (config.trustProxy > 0 && context.req.header('x-forwarded-proto') === 'https') {
      headers.set('strict-transport-security', 'max-age=31536000');
    }
    // The pattern, never the address: addresses hold references.
    const pattern = routePath(context, -1);
    const route = pattern === '/*' ? 'unknown' : pattern;
    const milliseconds = performance.now() - started;
    metrics.answered(context.req.method, route, status, milliseconds / 1000);
    log.info('request', {
      requestId,
      method: context.req.method,
      route,
      status,
      ms: Math.round(milliseconds * 10) / 10,
    });
  });

  app.onError((error, context) => {
    const requestId = context.get('requestId');
    if (error instanceof ProblemError) return withCors(context, problemResponse(error.code, requestId, error.details));
    const { code } = error as { code?: string };
    // The message may quote what a person wrote (PostgreSQL quotes values): the log gets its kind and place only.
    const place = error.stack?.split('\n').find((line) => line.includes(' at ')) ?? '';
    log.error('failure', { requestId, error: error.name, code: code ?? null, place: place.trim() });
    return withCors(
      context,
      problemResponse(isDatabaseAway(error) ? 'unavailable' : 'internal', requestId, { retryAfter: 2 }),
    );
  });

  const isListed = async (origin: string, service: ServiceRecord | undefined): Promise<boolean> =>
    service ? service.sites.has(origin) : directory.isSite(origin);

  const serviceOf = async (context: AppContext): Promise<ServiceRecord | undefined> => {
    const id = context.req.param('service');
    if (id === undefined) return undefined;
    const service = await directory.find(id);
    if (!service) throw new ProblemError('not-found', { detail: 'No service has this name.' });
    return service;
  };

  for (const [id, operation] of Object.entries(operations) as [OperationId, Operation][]) {
    app.on(operation.method.toUpperCase(), routeOf(operation), async (context) => {
      const service = await serviceOf(context);
      const origin = context.req.header('origin');
      const listed = origin !== undefined && (await isListed(origin, service));
      if (listed) context.header('access-control-allow-origin', origin);
      refuseUnlistedWrite(context.req.method, origin, listed || isSameOrigin(context, origin));
      const response = await handlers[id](await readCall(context, operation, service));
      if (listed) for (const [name, value] of Object.entries(corsHeaders(origin))) response.headers.set(name, value);
      return response;
    });
  }

  /** Checks what the operation asks for: a receipt that opens, a session, an agent, and writes within the limits. */
  async function readCall(
    context: AppContext,
    operation: Operation,
    service: ServiceRecord | undefined,
  ): Promise<Call> {
    const instant = now();
    const address = callerAddress(context.req.raw, context.env, config.trustProxy);
    const reference = readReference(context.req.param('reference'));
    const call = {
      server,
      request: context.req.raw,
      now: instant,
      address,
      reference,
      answer: context.req.param('answer') ?? '',
      improvement: context.req.param('improvement') ?? '',
      query: (name: string) => context.req.query(name),
      // Operations without a service in their path do not read it.
      service: service as ServiceRecord,
      agent: { name: '', rights: [], services: [] },
    };
    if (operation.access === 'agent') {
      return { ...call, agent: await authenticate(database.db, instant, context.req.header('authorization')) };
    }
    if (operation.access === 'session') return openedBy(context, operation, call);
    if (operation.access === 'receipt' && service) {
      await openOrCount(call, service, reference, context.req.header('receipt-secret') ?? '');
      if (operation.writes) await countWrite(call, service);
    }
    return call;
  }

  async function openedBy(context: AppContext, operation: Operation, call: Call): Promise<Call> {
    const authorization = context.req.header('authorization');
    const session = await useSession(database.db, call.now, authorization, config.sessionMinutes);
    const service = await directory.find(session.service);
    if (!service) throw new ProblemError('not-found');
    if (operation.writes) await countWrite(call, service);
    return { ...call, service, reference: session.reference, session: session.tokenHash };
  }

  async function countWrite({ now: instant, address }: Call, { id, settings }: ServiceRecord): Promise<void> {
    const limit = settings.ratePerAddress ?? config.ratePerAddress;
    await countHit(database.db, instant, addressBucket(await server.instanceKey(), id, address), limit);
  }

  async function openOrCount(
    { now: instant, address }: Call,
    service: ServiceRecord,
    reference: string,
    secret: string,
  ): Promise<void> {
    try {
      await openReceipt(database.db, { service: service.id, reference }, secret);
    } catch (error) {
      const bucket = `wrong-${addressBucket(await server.instanceKey(), service.id, address)}`;
      if (error instanceof ProblemError) await countHit(database.db, instant, bucket, wrongReceiptsPerMinute);
      throw error;
    }
  }

  app.options('/v1/*', async (context) => {
    const origin = context.req.header('origin');
    // Identifiers have no character that an address would escape.
    const id = /^\/v1\/(?:agent\/)?services\/([^/]+)/.exec(context.req.path)?.[1];
    const service = id === undefined ? undefined : await directory.find(id);
    const known = origin !== undefined && (id === undefined || service) && (await isListed(origin, service));
    return new Response(null, { status: 204, headers: known ? preflightHeaders(origin) : {} });
  });

  app.route('/', operatorRoutes(server) as unknown as Hono<AppEnvironment>);
  app.get('/openapi.json', (context) => {
    context.header('access-control-allow-origin', '*');
    context.header('cache-control', 'public, max-age=300');
    return context.json(openApiDocument());
  });

  app.notFound((context) => {
    const path = context.req.path;
    const allowed = Object.values(operations)
      .filter((operation) => new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path))
      .map(({ method }) => method.toUpperCase());
    if (allowed.length === 0) return problemResponse('not-found', context.get('requestId'));
    const allow = [...new Set(allowed)].join(', ');
    return problemResponse('invalid-request', context.get('requestId'), {
      status: 405,
      detail: `Use ${allow} here.`,
      headers: { allow },
    });
  });

  return app;
}

/** An error keeps the permission that its route gave before it failed, so that a page can read why. */
function withCors(context: AppContext, response: Response): Response {
  const origin = context.req.header('origin');
  if (origin !== undefined && context.res.headers.get('access-control-allow-origin') === origin) {
    for (const [name, value] of Object.entries(corsHeaders(origin))) response.headers.set(name, value);
  }
  return response;
}

/** By host: behind a proxy that ends TLS, the scheme that we see is not the browser's. */
const isSameOrigin = (context: AppContext, origin: string | undefined): boolean =>
  origin !== undefined && URL.canParse(origin) && new URL(origin).host === new URL(context.req.url).host;

/** What cannot be a reference (PostgreSQL would refuse its characters) is one that nobody has: the same answer, in the same time. */
const readReference = (given: string | undefined): string =>
  [Reference, DemandReference].some((schema) => schema.safeParse(given).success) ? (given ?? '') : '';
