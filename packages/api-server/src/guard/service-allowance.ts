/**
 * A service's limit, counted in the database without a row that every opinion queues for: a process takes a block of the
 * minute's allowance at a time and spends it from memory. Together processes never pass the limit; what one took and did not
 * spend may stop the others a few opinions early (blocks are a fiftieth of the limit, so small limits are exact).
 */
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { windowStart } from './rate-limit.ts';

const blocksPerWindow = 50;

interface Lease {
  window: number;
  left: number;
  isOver: boolean;
  renewing: Promise<void> | undefined;
}

export interface ServiceAllowance {
  /** One opinion of the service's allowance; `limit` is by minute, 0 sets none. False when there is none left. */
  take(service: string, limit: number, now: Date): Promise<boolean>;
}

export function createServiceAllowance(db: Kysely<Schema>): ServiceAllowance {
  const leases = new Map<string, Lease>();

  async function renew(lease: Lease, service: string, limit: number, now: Date): Promise<void> {
    const block = Math.max(1, Math.floor(limit / blocksPerWindow));
    const { hits } = await db
      .insertInto('rate_limit')
      .values({ bucket: `service:${service}`, window_start: windowStart(now), hits: block })
      .onConflict((conflict) =>
        conflict
          .columns(['bucket', 'window_start'])
          .doUpdateSet((row) => ({ hits: row('rate_limit.hits', '+', block) })),
      )
      .returning('hits')
      .executeTakeFirstOrThrow();
    const granted = Math.min(block, limit - (hits - block));
    if (granted > 0) lease.left += granted;
    else lease.isOver = true;
  }

  return {
    async take(service, limit, now) {
      if (limit === 0) return true;
      const window = windowStart(now).getTime();
      let lease = leases.get(service);
      if (lease?.window !== window) {
        lease = { window, left: 0, isOver: false, renewing: undefined };
        leases.set(service, lease);
      }
      const current = lease;
      while (current.left === 0 && !current.isOver) {
        current.renewing ??= renew(current, service, limit, now).finally(() => (current.renewing = undefined));
        await current.renewing;
      }
      if (current.left === 0) return false;
      current.left -= 1;
      return true;
    },
  };
}
