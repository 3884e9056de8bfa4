/** Finds the service that a command is about. */
import { notFound, option, usageError, type Context } from './command.ts';

export async function findService(db: Context['db'], id: string) {
  const service = await db.selectFrom('service').selectAll().where('id', '=', id).executeTakeFirst();
  if (service) return service;
  const known = (await db.selectFrom('service').select('id').orderBy('id').execute()).map((row) => row.id);
  throw notFound(
    `There is no service "${id}". ${known.length > 0 ? `Known: ${known.join(', ')}.` : 'Add it: spplus-admin services add ID --name "…".'}`,
  );
}

/** The service named by --service, or the only one there is. */
export async function theService({ db, options }: Pick<Context, 'db' | 'options'>): Promise<string> {
  const named = option(options, 'service');
  if (named !== undefined) return (await findService(db, named)).id;
  const all = await db.selectFrom('service').select('id').orderBy('id').execute();
  const [only] = all;
  if (!only) throw notFound('There is no service yet. Add one: spplus-admin services add ID --name "…".');
  if (all.length > 1)
    throw usageError(`Which service? Add --service with one of ${all.map(({ id }) => id).join(', ')}.`);
  return only.id;
}
