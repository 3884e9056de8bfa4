/** Who calls with a bearer token, and whether they may. Read at each call: a revocation holds at once. */
import { randomBytes } from 'node:crypto';
import { rights, type Right } from '@spplus/contract/agent';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { sha256 } from '../feedback/receipt-code.ts';
import { ProblemError } from '../http/problem-error.ts';

export interface Agent {
  name: string;
  rights: Right[];
  services: string[];
}

/** A new token: 256 random bits after a prefix that secret scanners can look for. */
export const newToken = (): string => `spa_${randomBytes(32).toString('base64url')}`;

const unauthorized = () => new ProblemError('unauthorized', { headers: { 'www-authenticate': 'Bearer' } });

const isRight = (value: string): value is Right => rights.includes(value as Right);

export async function authenticate(db: Kysely<Schema>, now: Date, authorization: string | undefined): Promise<Agent> {
  const token = /^Bearer (spa_[\w-]{20,100})$/.exec(authorization ?? '')?.[1];
  if (!token) throw unauthorized();
  const row = await db
    .selectFrom('agent_token')
    .select(['name', 'rights', 'services', 'expires_at', 'revoked_at'])
    .where('token_hash', '=', sha256(token))
    .executeTakeFirst();
  if (!row || row.revoked_at || (row.expires_at && row.expires_at <= now)) throw unauthorized();
  return { name: row.name, rights: row.rights.filter(isRight), services: row.services };
}

export function requireRight(agent: Agent, service: string, right: Right): void {
  if (!agent.services.includes(service))
    throw new ProblemError('forbidden', { detail: `This token is not for ${service}.` });
  if (!agent.rights.includes(right))
    throw new ProblemError('forbidden', { detail: `This token lacks the right to ${right}.` });
}
