/** `services`: who collects opinions, and with which settings. */
import { ServiceId } from '@spplus/contract/scalars';
import { sql } from 'kysely';
import { z } from 'zod';
import { ServiceSettings } from '../database/service-settings.ts';
import { findContact } from '../services/contact.ts';
import {
  AdminError,
  exitCodes,
  list,
  option,
  positions,
  usageError,
  wholeNumber,
  type Command,
  type Options,
} from './command.ts';
import { findService } from './find-service.ts';
import { sitesOf } from './site-commands.ts';
import { record, table } from './table.ts';

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
  'keep-demand-days': {
    type: 'string',
    value: 'DAYS',
    says: 'days before demands are erased, from their end (default 365)',
  },
  'proof-of-work': {
    type: 'string',
    value: 'yes|no',
    says: 'ask browsers for a small computation; pages need https (default no)',
  },
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
    'keep-demand-days': 'keepDemandDays',
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
  summary: 'Settings and sites of a service, and when its contact was last kept',
  async run(context) {
    const { ID: id } = positions(context, 'ID');
    const { name, settings, created_at } = await findService(context.db, id);
    const sites = await sitesOf(context.db, id);
    const all = ServiceSettings.parse(settings);
    const contactKeptAt = (await findContact(context.db, id))?.updatedAt ?? null;
    context.answer({ id, name, createdAt: created_at, settings: all, sites, contactKeptAt }, () =>
      record([
        ['id', id],
        ['name', name],
        ['created', created_at],
        ['sites', sites.join(', ')],
        ['contact', contactKeptAt],
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

export const serviceCommands: readonly Command[] = [listServices, add, set, show];
