/** `tokens`: what agents' tools identify themselves with. A token is shown once; its hash is all that is kept. */
import { randomUUID } from 'node:crypto';
import { rights, type Right } from '@spplus/contract/agent';
import type { Selectable } from 'kysely';
import { newToken } from '../agent/authenticate.ts';
import type { AgentTokenTable } from '../database/schema.ts';
import { sha256 } from '../feedback/receipt-code.ts';
import {
  AdminError,
  exitCodes,
  instant,
  list,
  notFound,
  positions,
  usageError,
  wholeNumber,
  type Command,
  type Context,
} from './command.ts';
import { findService } from './find-service.ts';
import { table } from './table.ts';

const day = 86_400_000;

const create: Command = {
  name: 'tokens create',
  usage: 'NAME --services ID,… --rights RIGHT,…',
  summary: 'Create a token and show it, once',
  options: {
    services: { type: 'string', multiple: true, value: 'ID,…', says: 'services it opens' },
    rights: { type: 'string', multiple: true, value: 'RIGHT,…', says: `among ${rights.join(', ')}` },
    days: { type: 'string', value: 'DAYS', says: 'days it lasts (default 365)' },
    expires: { type: 'string', value: 'DATE', says: 'or the day it ends, e.g. 2027-06-30' },
  },
  examples: ['spplus-admin tokens create "Accueil" --services mairie-exemple --rights read,moderate,answer'],
  async run(context) {
    const { NAME: name } = positions(context, 'NAME');
    const { db, options, now } = context;
    if (!name.trim() || name.length > 120)
      throw usageError('NAME has 1 to 120 characters; it is written beside what the agent does.');
    const services = [...new Set(list(options, 'services', ',') ?? [])];
    if (services.length === 0)
      throw usageError('--services is needed: the services it opens, e.g. --services mairie-exemple.');
    for (const service of services) await findService(db, service);
    const granted = chosenRights(list(options, 'rights', ',') ?? []);
    const days = wholeNumber(options, 'days');
    const expires = instant(options, 'expires');
    if (days !== undefined && expires) throw usageError('Give --days or --expires, not both.');
    const expiresAt = expires ?? new Date(now.getTime() + (days ?? 365) * day);
    if (expiresAt <= now) throw usageError('It would have expired already: choose a later end.');
    const namesake = (await db.selectFrom('agent_token').selectAll().where('name', '=', name).execute()).find((one) =>
      isActive(one, now),
    );
    if (namesake)
      throw new AdminError(
        `A token named "${name}" is active. Revoke it first, or choose another name.`,
        exitCodes.notPossible,
      );
    const token = newToken();
    const id = randomUUID();
    await db
      .insertInto('agent_token')
      .values({
        id,
        name,
        token_hash: sha256(token),
        rights: granted,
        services,
        created_at: now,
        expires_at: expiresAt,
      })
      .execute();
    context.answer({ id, name, token, rights: granted, services, expiresAt }, () => [
      token,
      '',
      `This is the only time it is shown. It opens ${services.join(', ')} to ${granted.join(', ')} until ${expiresAt.toISOString().slice(0, 10)}.`,
    ]);
  },
};

function chosenRights(names: string[]): Right[] {
  if (names.length === 0) throw usageError(`--rights is needed: some of ${rights.join(', ')}.`);
  return [...new Set(names)].map((name) => {
    const right = rights.find((one) => one === name);
    if (!right) throw usageError(`"${name}" is not a right. Choose among ${rights.join(', ')}.`);
    return right;
  });
}

type TokenRow = Selectable<AgentTokenTable>;

const isActive = ({ revoked_at, expires_at }: TokenRow, now: Date): boolean =>
  !revoked_at && (!expires_at || expires_at > now);
const state = (row: TokenRow, now: Date): string =>
  row.revoked_at ? 'revoked' : isActive(row, now) ? 'active' : 'expired';

const listTokens: Command = {
  name: 'tokens list',
  usage: '',
  summary: 'All tokens, with what they open; never the tokens themselves',
  async run(context: Context) {
    positions(context);
    const { now } = context;
    const rows = await context.db.selectFrom('agent_token').selectAll().orderBy('created_at').execute();
    const shown = rows.map((row) => ({
      id: row.id,
      name: row.name,
      state: state(row, now),
      rights: row.rights,
      services: row.services,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
    }));
    context.answer(shown, () =>
      table(
        shown,
        {
          ID: (row) => row.id,
          NAME: (row) => row.name,
          STATE: (row) => row.state,
          RIGHTS: (row) => row.rights.join(','),
          SERVICES: (row) => row.services.join(','),
          EXPIRES: (row) => row.expiresAt?.toISOString().slice(0, 10),
        },
        'No token yet. Create one: spplus-admin tokens create NAME --services ID --rights read,moderate',
      ),
    );
  },
};

const revoke: Command = {
  name: 'tokens revoke',
  usage: 'NAME|ID',
  summary: 'Make a token useless at once',
  examples: ['spplus-admin tokens revoke "Accueil"'],
  async run(context) {
    const { 'NAME|ID': wanted } = positions(context, 'NAME|ID');
    const { db, now } = context;
    const rows = (await db.selectFrom('agent_token').selectAll().execute()).filter(
      ({ id, name }) => id === wanted || name === wanted,
    );
    const candidates = rows.filter((row) => !row.revoked_at);
    const active = candidates.filter((row) => isActive(row, now));
    const matching = active.length > 0 ? active : candidates;
    const [only] = matching;
    if (!only) {
      throw rows.length > 0
        ? new AdminError(`"${wanted}" is already revoked.`, exitCodes.notPossible)
        : notFound(`There is no token "${wanted}". See: spplus-admin tokens list`);
    }
    if (matching.length > 1)
      throw usageError(
        `Several tokens are named "${wanted}". Give the ID of one: ${matching.map(({ id }) => id).join(', ')}.`,
      );
    await db.updateTable('agent_token').set({ revoked_at: now }).where('id', '=', only.id).execute();
    context.answer({ id: only.id, name: only.name, revokedAt: now }, () => `Revoked "${only.name}".`);
  },
};

export const tokenCommands: readonly Command[] = [listTokens, create, revoke];
