/**
 * Brings the tables to the version of the program. Migrations are listed here, not looked for in a folder: what runs is
 * what was built. Several processes may call it at once: Kysely holds an advisory lock while it migrates.
 * A migration that may last longer than 30 s starts with `set local statement_timeout = 0`.
 */
import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import * as feedback from './migrations/0001-feedback.ts';
import * as contact from './migrations/0002-contact.ts';
import * as results from './migrations/0003-results.ts';
import * as demands from './migrations/0004-demands.ts';
import * as improvements from './migrations/0005-improvements.ts';
import type { Schema } from './schema.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-feedback': feedback,
  '0002-contact': contact,
  '0003-results': results,
  '0004-demands': demands,
  '0005-improvements': improvements,
};

/** Names of the migrations it has just applied. */
export async function migrate(
  db: Kysely<Schema>,
  list: Readonly<Record<string, Migration>> = migrations,
): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...list }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error) {
    const failed = results?.find(({ status }) => status === 'Error')?.migrationName;
    throw new Error(
      failed
        ? `The migration ${failed} failed; the database is as it was before.`
        : 'The tables do not match this program. Was the database migrated by a later version?',
      { cause: error },
    );
  }
  return results?.map(({ migrationName }) => migrationName) ?? [];
}
