/**
 * Fills the demonstration once: the service, its sites, its contact, a token that everybody may know, and a few months of
 * opinions. What people and agents did goes through the API as it would any day; only the dates are then moved back in the
 * database.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { newToken } from '../../packages/api-server/src/agent/authenticate.ts';
import { sha256 } from '../../packages/api-server/src/feedback/receipt-code.ts';
import { storeContact } from '../../packages/api-server/src/services/contact.ts';
import { connect, type Connection } from '@spplus/api-client/connection';
import { answerFeedback, moderate } from '@spplus/api-client/agent';
import { rateAnswer } from '@spplus/api-client/feedback';
import { sendFeedback } from '@spplus/api-client/submission';
import { newKey } from '@spplus/api-client/idempotency-key';
import { rights } from '@spplus/contract/agent';
import { Contact } from '@spplus/contract/contact';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from '../../packages/api-server/src/database/schema.ts';
import { openDatabase } from '../../packages/api-server/src/database/open-database.ts';
import { seededOpinions, type SeededOpinion } from './opinions.ts';

export const demoService = 'mairie-exemple';
const tokenName = 'Accueil (démonstration)';
const marker = 'demo-token';

export interface SeedOptions {
  data: string;
  databaseUrl?: string | undefined;
  api: string;
  /** Origins of the site, which the service lets call. */
  origins: readonly string[];
  fresh: boolean;
  say: (line: string) => void;
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** Gives the demonstration's token. An interrupted filling is begun again from nothing. */
export async function seedOnce({ data, databaseUrl, api, origins, fresh, say }: SeedOptions): Promise<string> {
  const { db, close } = await openDatabase({ dataDir: data, databaseUrl, poolSize: 2 }, silent);
  try {
    const known = await db.selectFrom('instance_setting').select('value').where('name', '=', marker).executeTakeFirst();
    if (known && !fresh) {
      await letCall(db, origins);
      await keepContact(db, origins);
      return known.value.toString();
    }
    say('Filling the demonstration with opinions and answers…');
    await forget(db);
    await addService(db, origins[0] ?? '');
    await letCall(db, origins);
    await keepContact(db, origins);
    const token = await addToken(db);
    for (const seeded of seededOpinions) await live(db, connect({ api, token }), seeded);
    await db
      .insertInto('instance_setting')
      .values({ name: marker, value: Buffer.from(token) })
      .execute();
    return token;
  } finally {
    await close();
  }
}

async function forget(db: Kysely<Schema>): Promise<void> {
  await db.deleteFrom('instance_setting').where('name', '=', marker).execute();
  for (const table of ['feedback', 'idempotency', 'service_site'] as const) {
    await db.deleteFrom(table).where('service_id', '=', demoService).execute();
  }
  await db.deleteFrom('agent_token').where('name', '=', tokenName).execute();
  await db.deleteFrom('service').where('id', '=', demoService).execute();
}

/** A second service, which lets nobody write without a proof of work. */
export async function askForProof(data: string, site: string): Promise<void> {
  const { db, close } = await openDatabase({ dataDir: data, databaseUrl: undefined, poolSize: 1 }, silent);
  try {
    const id = 'mairie-prudente';
    const settings = JSON.stringify({ proofOfWork: true });
    await db.insertInto('service').values({ id, name: 'Mairie prudente', settings }).execute();
    await db.insertInto('service_site').values({ service_id: id, origin: site }).execute();
  } finally {
    await close();
  }
}

async function addService(db: Kysely<Schema>, site: string): Promise<void> {
  const settings = {
    scale: 'four',
    procedures: [
      'Carte d’identité',
      'Passeport',
      'Acte de naissance',
      'Inscription à la cantine',
      'Déclaration de travaux',
    ],
    tags: ['Accueil', 'Délais', 'Orientation', 'Accessibilité'],
    answerDays: 15,
    contactUrl: `${site}/contact/`,
    privacyUrl: `${site}/donnees-personnelles/`,
  };
  await db
    .insertInto('service')
    .values({ id: demoService, name: 'Mairie de Valmont-sur-Seille', settings: JSON.stringify(settings) })
    .execute();
}

/** The ports may differ from one start to the next: only today's addresses may call, and links lead to them. */
async function letCall(db: Kysely<Schema>, origins: readonly string[]): Promise<void> {
  await db.deleteFrom('service_site').where('service_id', '=', demoService).execute();
  await db
    .insertInto('service_site')
    .values(origins.map((origin) => ({ service_id: demoService, origin })))
    .execute();
  const links = { contactUrl: `${origins[0]}/contact/`, privacyUrl: `${origins[0]}/donnees-personnelles/` };
  await db
    .updateTable('service')
    .set({ settings: sql`settings || ${JSON.stringify(links)}::jsonb` })
    .where('id', '=', demoService)
    .execute();
}

/** Kept again at each start: its links lead to today's address, and an older demonstration gets it too. */
async function keepContact(db: Kysely<Schema>, [site = '']: readonly string[]): Promise<void> {
  const text = readFileSync(new URL('../public/contact/mairie.json', import.meta.url), 'utf8');
  const contact = Contact.parse(JSON.parse(text.replaceAll('https://www.valmont.example', site)));
  await storeContact(db, new Date(), demoService, contact);
}

async function addToken(db: Kysely<Schema>): Promise<string> {
  const token = newToken();
  await db
    .insertInto('agent_token')
    .values({
      id: randomUUID(),
      name: tokenName,
      token_hash: sha256(token),
      rights: [...rights],
      services: [demoService],
    })
    .execute();
  return token;
}

const days = (count: number) => new Date(Date.now() - count * 86_400_000);

/** One opinion, from the person's gesture to the answer, then moved back to the days when it happened. */
async function live(db: Kysely<Schema>, connection: Connection, seeded: SeededOpinion): Promise<void> {
  const { opinion, daysAgo, decision, answer } = seeded;
  const receipt = await sendFeedback(
    connection,
    demoService,
    { opinion, guard: { elapsed: 60_000 } },
    { key: newKey() },
  );
  const { reference, version } = receipt;
  if (decision) {
    const words =
      'accept' in decision
        ? { decision: 'accept' as const }
        : { decision: 'refuse' as const, reason: decision.refuse, message: decision.message };
    await moderate(connection, demoService, reference, { ...words, version }, { key: newKey() });
  }
  if (answer) {
    const { after: _days, useful, ...draft } = answer;
    const { id } = await answerFeedback(connection, demoService, reference, draft, { key: newKey() });
    if (useful !== undefined) await rateAnswer(connection, demoService, receipt, id, { useful }, { key: newKey() });
  }
  await moveBack(
    db,
    reference,
    days(daysAgo),
    days(decision ? Math.max(0, daysAgo - 1) : daysAgo),
    days(daysAgo - (answer?.after ?? 0)),
  );
}

async function moveBack(
  db: Kysely<Schema>,
  reference: string,
  received: Date,
  decided: Date,
  answered: Date,
): Promise<void> {
  await db
    .updateTable('feedback')
    .set({
      received_at: received,
      updated_at: answered > decided ? answered : decided,
      published_at: sql`case when published_at is null then null else ${decided}::timestamptz end`,
    })
    .where('service_id', '=', demoService)
    .where('reference', '=', reference)
    .execute();
  await db
    .updateTable('answer')
    .set({ answered_at: answered })
    .where('service_id', '=', demoService)
    .where('reference', '=', reference)
    .execute();
  await db
    .updateTable('feedback_event')
    .set({
      at: sql`case when event = 'answered' then ${answered}::timestamptz when event = 'received' then ${received}::timestamptz else ${decided}::timestamptz end`,
    })
    .where('service_id', '=', demoService)
    .where('reference', '=', reference)
    .execute();
}
