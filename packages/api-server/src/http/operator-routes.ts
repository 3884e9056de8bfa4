/** What operators and their tools ask: is it alive, can it work, how does it fare. */
import { timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { sha256 } from '../feedback/receipt-code.ts';
import type { Server } from './call.ts';
import { ProblemError } from './problem-error.ts';

/** Milliseconds in which a healthy database answers. */
const patience = 2_000;

async function answersInTime({ db }: Server['database']): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), patience)));
  const asked = sql`select 1 from service limit 1`.execute(db).then(
    () => true,
    () => false,
  );
  const answered = await Promise.race([asked, late]);
  clearTimeout(timer);
  return answered;
}

const isToken = (given: string | undefined, token: string): boolean =>
  timingSafeEqual(sha256(given?.replace(/^Bearer /, '') ?? ''), sha256(token));

export function operatorRoutes({ database, config, metrics, isStopping }: Server): Hono {
  const routes = new Hono();
  routes.get('/livez', (context) => context.text('alive\n'));
  routes.get('/readyz', async (context) => {
    if (isStopping()) throw new ProblemError('unavailable', { detail: 'The server is stopping.', retryAfter: 5 });
    if (!(await answersInTime(database)))
      throw new ProblemError('unavailable', { detail: 'The database does not answer.', retryAfter: 5 });
    return context.text('ready\n');
  });
  routes.get('/metrics', (context) => {
    const { metricsToken } = config;
    if (!metricsToken) throw new ProblemError('not-found', { detail: 'Set METRICS_TOKEN to open /metrics.' });
    if (!isToken(context.req.header('authorization'), metricsToken)) {
      throw new ProblemError('unauthorized', { headers: { 'www-authenticate': 'Bearer' } });
    }
    const { totalCount, idleCount, waitingCount } = database.pool;
    const text = metrics.print({ total: totalCount, idle: idleCount, waiting: waitingCount });
    return context.text(text, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
  return routes;
}
