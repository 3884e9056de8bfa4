/**
 * How often a demand may be tried: from one address, and from all together. Both are counted before anything is looked up, on
 * what was given, so that a refusal does not tell whether the reference exists. One address is refused long before a reference
 * is: nobody can keep a person out of their demand alone.
 */
import { createHmac } from 'node:crypto';
import { addressBucket, countHit } from '../guard/rate-limit.ts';
import type { Call } from '../http/call.ts';

/** No service has this name. */
const ofDemands = 'demands of all services';

export async function countTry({ server, now, address }: Call, reference: string): Promise<void> {
  const { database, config } = server;
  const instanceKey = await server.instanceKey();
  const hashed = createHmac('sha256', instanceKey).update(`demand\n${reference}`).digest('base64url').slice(0, 22);
  await countHit(database.db, now, addressBucket(instanceKey, ofDemands, address), config.triesPerAddress);
  await countHit(database.db, now, `demand:${hashed}`, config.triesPerReference);
}
