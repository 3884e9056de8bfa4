/** `sites`: from which pages a service may be called. */
import { notFound, positions, usageError, type Command, type Context } from './command.ts';
import { findService } from './find-service.ts';

export const sitesOf = async (db: Context['db'], service: string): Promise<string[]> =>
  (
    await db.selectFrom('service_site').select('origin').where('service_id', '=', service).orderBy('origin').execute()
  ).map(({ origin }) => origin);

/** An origin as browsers send it; anything more than an origin is refused, for it would allow more than was written. */
export function origin(text: string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw usageError(
      `"${text}" is not the address of a site. Write it with https://, for example https://www.example.fr`,
    );
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw usageError(`"${text}": a site starts with https:// or http://.`);
  if (url.pathname !== '/' || url.search || url.hash || url.username || url.password) {
    throw usageError(`"${text}" is more than a site: all its pages are allowed or none. Did you mean ${url.origin} ?`);
  }
  return url.origin;
}

const addSite: Command = {
  name: 'sites add',
  usage: 'SERVICE ORIGIN',
  summary: 'Let the pages of a site call for a service',
  examples: ['spplus-admin sites add mairie-exemple https://www.mairie-exemple.fr'],
  async run(context) {
    const { SERVICE: service, ORIGIN: text } = positions(context, 'SERVICE', 'ORIGIN');
    const site = origin(text);
    await findService(context.db, service);
    await context.db
      .insertInto('service_site')
      .values({ service_id: service, origin: site })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    context.answer({ service, origin: site }, () => `${site} may call for ${service}.`);
  },
};

const removeSite: Command = {
  name: 'sites remove',
  usage: 'SERVICE ORIGIN',
  summary: 'Stop letting a site call for a service',
  async run(context) {
    const { SERVICE: service, ORIGIN: text } = positions(context, 'SERVICE', 'ORIGIN');
    const site = origin(text);
    await findService(context.db, service);
    const removed = await context.db
      .deleteFrom('service_site')
      .where('service_id', '=', service)
      .where('origin', '=', site)
      .executeTakeFirst();
    if (removed.numDeletedRows === 0n)
      throw notFound(`${site} is not a site of ${service}. See: spplus-admin sites list ${service}`);
    context.answer(
      { service, removed: site },
      () => `${site} may no longer call for ${service}. Servers notice within seconds.`,
    );
  },
};

const listSites: Command = {
  name: 'sites list',
  usage: 'SERVICE',
  summary: 'Sites that may call for a service',
  async run(context) {
    const { SERVICE: service } = positions(context, 'SERVICE');
    await findService(context.db, service);
    const sites = await sitesOf(context.db, service);
    context.answer(sites, () =>
      sites.length > 0
        ? sites
        : `No site yet: only tools outside browsers may call. Add one: spplus-admin sites add ${service} https://…`,
    );
  },
};

export const siteCommands: readonly Command[] = [listSites, addSite, removeSite];
