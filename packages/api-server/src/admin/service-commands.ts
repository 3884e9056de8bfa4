/** `services` and `sites`: who collects opinions, from which sites, and with which settings. */
import { ServiceId } from '@spplus/contract/scalars';
import { sql } from 'kysely';
import { z } from 'zod';
import { ServiceSettings } from '../database/service-settings.ts';
import {
  AdminError,
  exitCodes,
  list,
  notFound,
  option,
  positions,
  usageError,
  wholeNumber,
  type Command,
  type Context,
  type Options,
} from './command.ts';
import { record, table } from './table.ts';

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

const settingOptions = {
  scale: { type: 'string', value: 'SCALE', says: 'two, three, four (default) or ten' },
  procedure: {
    type: 'string',
    multiple: true,
    value: 'TEXT',
    says: 'a procedure offered as a choice; repeat for each; replaces the former ones',
  },
  tag: {
    type: 'string',
    multiple: true,
    value: 'TEXT',
    says: 'a tag offered as a choice; repeat for each; replaces the former ones',
  },
  'answer-days': { type: 'string', value: 'DAYS', says: 'announced delay for an answer; "" announces none' },
  'keep-email-days': { type: 'string', value: 'DAYS', says: 'days before e-mails are erased (default 365)' },
  'keep-days': { type: 'string', value: 'DAYS', says: 'days before opinions are erased (default 1095)' },
  'proof-of-work': { type: 'string', value: 'yes|no', says: 'ask browsers for a small computation (default no)' },
  'contact-url': { type: 'string', value: 'URL', says: 'page to contact the service; "" removes it' },
  'privacy-url': { type: 'string', value: 'URL', says: 'page about personal data; "" removes it' },
  'minimum-time': {
    type: 'string',
    value: 'MS',
    says: 'milliseconds under which a form is flagged as too fast (default 800)',
  },
  'rate-per-address': {
    type: 'string',
    value: 'COUNT',
    says: 'writes a minute from one address; "" follows the server',
  },
  'rate-per-service': {
    type: 'string',
    value: 'COUNT',
    says: 'writes a minute for the service; "" follows the server',
  },
} as const;

/** The settings that the options change; `undefined` takes one away. */
function changes(options: Options): Record<string, unknown> {
  const changed: Record<string, unknown> = {};
  const texts = { scale: 'scale', 'contact-url': 'contactUrl', 'privacy-url': 'privacyUrl' };
  for (const [name, key] of Object.entries(texts)) {
    const value = option(options, name);
    if (value !== undefined) changed[key] = value === '' ? undefined : value;
  }
  const numbers = {
    'answer-days': 'answerDays',
    'keep-email-days': 'keepEmailDays',
    'keep-days': 'keepDays',
    'minimum-time': 'minimumTime',
    'rate-per-address': 'ratePerAddress',
    'rate-per-service': 'ratePerService',
  };
  for (const [name, key] of Object.entries(numbers)) {
    if (options[name] !== undefined) changed[key] = options[name] === '' ? undefined : wholeNumber(options, name);
  }
  const proof = option(options, 'proof-of-work');
  if (proof !== undefined && proof !== 'yes' && proof !== 'no')
    throw usageError(`--proof-of-work is yes or no, not "${proof}".`);
  if (proof !== undefined) changed['proofOfWork'] = proof === 'yes';
  const lists = { procedure: 'procedures', tag: 'tags' };
  for (const [name, key] of Object.entries(lists)) {
    const values = list(options, name);
    if (values) changed[key] = [...new Set(values)];
  }
  return changed;
}

function checked(settings: Record<string, unknown>): ServiceSettings {
  const result = ServiceSettings.safeParse(settings);
  if (result.success) return result.data;
  throw usageError(`These settings cannot be kept:\n${z.prettifyError(result.error)}`);
}

const add: Command = {
  name: 'services add',
  usage: 'ID --name NAME',
  summary: 'Add a service',
  options: { name: { type: 'string', value: 'NAME', says: 'name shown to people' }, ...settingOptions },
  examples: ['spplus-admin services add mairie-exemple --name "Mairie de Valmont-sur-Seille" --answer-days 15'],
  async run(context) {
    const { ID: id } = positions(context, 'ID');
    const name = option(context.options, 'name')?.trim();
    if (!ServiceId.safeParse(id).success)
      throw usageError(`"${id}" cannot be an ID: use small letters, digits and hyphens, 63 at most.`);
    if (!name || name.length > 200)
      throw usageError('--name is needed, 200 characters at most: it is shown to people.');
    const settings = checked(changes(context.options));
    const { rowCount } = await context.database.pool.query(
      'insert into service (id, name, settings) values ($1, $2, $3) on conflict do nothing',
      [id, name, JSON.stringify(settings)],
    );
    if (!rowCount)
      throw new AdminError(
        `The service "${id}" exists. Change it: spplus-admin services set ${id} …`,
        exitCodes.notPossible,
      );
    context.answer({ id, name, settings }, () => [
      `Added ${id}.`,
      `Next: spplus-admin sites add ${id} https://www.example.fr`,
    ]);
  },
};

const set: Command = {
  name: 'services set',
  usage: 'ID [--name NAME] [SETTINGS]',
  summary: 'Change a name or settings; what is not named stays',
  options: { name: { type: 'string', value: 'NAME', says: 'name shown to people' }, ...settingOptions },
  examples: [
    'spplus-admin services set mairie-exemple --keep-days 730 --procedure "Passeport" --procedure "État civil"',
  ],
  async run(context) {
    const { ID: id } = positions(context, 'ID');
    const service = await findService(context.db, id);
    const changed = changes(context.options);
    const name = option(context.options, 'name')?.trim() ?? service.name;
    if (!name || name.length > 200) throw usageError('--name has 1 to 200 characters.');
    if (Object.keys(changed).length === 0 && name === service.name)
      throw usageError('Nothing to change. Name an option.');
    const settings = checked({ ...service.settings, ...changed });
    await context.db
      .updateTable('service')
      .set({ name, settings: JSON.stringify(settings) })
      .where('id', '=', id)
      .execute();
    context.answer({ id, name, settings }, () => `Changed ${id}. Servers notice within seconds.`);
  },
};

const show: Command = {
  name: 'services show',
  usage: 'ID',
  summary: 'Settings and sites of a service',
  async run(context) {
    const { ID: id } = positions(context, 'ID');
    const { name, settings, created_at } = await findService(context.db, id);
    const sites = await sitesOf(context.db, id);
    const all = ServiceSettings.parse(settings);
    context.answer({ id, name, createdAt: created_at, settings: all, sites }, () =>
      record([
        ['id', id],
        ['name', name],
        ['created', created_at],
        ['sites', sites.join(', ')],
        ...Object.entries(all).map(([key, value]) => [key, Array.isArray(value) ? value.join('; ') : value] as const),
      ]),
    );
  },
};

const listServices: Command = {
  name: 'services list',
  usage: '',
  summary: 'All services, with what waits for an agent',
  async run(context) {
    positions(context);
    const { rows } = await sql<{ id: string; name: string; sites: number; opinions: number; pending: number }>`
      select id, name,
        (select count(*) from service_site where service_id = service.id) as sites,
        (select count(*) from feedback where service_id = service.id) as opinions,
        (select count(*) from feedback where service_id = service.id and status = 'pending') as pending
      from service order by id`.execute(context.db);
    context.answer(rows, () =>
      table(
        rows,
        {
          ID: (row) => row.id,
          NAME: (row) => row.name,
          SITES: (row) => row.sites,
          OPINIONS: (row) => row.opinions,
          PENDING: (row) => row.pending,
        },
        'No service yet. Add one: spplus-admin services add ID --name "…".',
      ),
    );
  },
};

const sitesOf = async (db: Context['db'], service: string): Promise<string[]> =>
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

export const serviceCommands: readonly Command[] = [listServices, add, set, show, listSites, addSite, removeSite];
