/** The contact of a service in the database. What is written was checked by the strict schema; what is read is given as it is. */
import type { Contact } from '@spplus/contract/contact';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';

export interface KeptContact {
  contact: Contact;
  updatedAt: Date;
}

/** Undefined where the service has none. */
export async function findContact(db: Kysely<Schema>, service: string): Promise<KeptContact | undefined> {
  const row = await db
    .selectFrom('service_contact')
    .select(['contact', 'updated_at'])
    .where('service_id', '=', service)
    .executeTakeFirst();
  return row && { contact: row.contact, updatedAt: row.updated_at };
}

/** Replaces the former one. */
export async function storeContact(db: Kysely<Schema>, now: Date, service: string, contact: Contact): Promise<void> {
  const values = { contact: JSON.stringify(contact), updated_at: now };
  await db
    .insertInto('service_contact')
    .values({ service_id: service, ...values })
    .onConflict((conflict) => conflict.column('service_id').doUpdateSet(values))
    .execute();
}

/** Was there one? */
export async function removeContact(db: Kysely<Schema>, service: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('service_contact')
    .where('service_id', '=', service)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
