/** `contact`: how to reach a service, from a contact file of ours or a record of the Annuaire de l’administration. */
import { readFile } from 'node:fs/promises';
import { Contact } from '@spplus/contract/contact';
import { annuaireRecords, importAnnuaire, isAnnuaireRecord } from '@spplus/domain/annuaire';
import type { ContactFault } from '@spplus/domain/contact';
import { unstorable } from '../http/read-body.ts';
import { findContact, removeContact, storeContact } from '../services/contact.ts';
import { AdminError, notFound, positions, usageError, type Command, type Context } from './command.ts';
import { findService } from './find-service.ts';
import { excerpt, plain } from './table.ts';

/** The value at fault, as it stands in the file. */
const quoted = (value: unknown): string =>
  `“${excerpt(typeof value === 'string' ? value : JSON.stringify(value), 60)}”`;

/** `phones[0].number`, from the steps of a path. */
const pathText = (steps: readonly PropertyKey[]): string =>
  steps
    .map((step) => (/^\d+$/.test(String(step)) ? `[${String(step)}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');

const valueAt = (root: unknown, steps: readonly PropertyKey[]): unknown =>
  steps.reduce<unknown>((value, step) => (Object(value) as Record<PropertyKey, unknown>)[step], root);

async function readJson(file: string, { readInput }: Context): Promise<unknown> {
  const name = file === '-' ? 'The standard input' : file;
  let text: string;
  try {
    text = file === '-' ? await readInput() : await readFile(file, 'utf8');
  } catch (error) {
    throw usageError(`${name} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)}).`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new AdminError(`${name} is not JSON: ${plain((error as Error).message)}`);
  }
}

/** The contact that a file holds, whichever its kind, and what its import mended or left out. */
function contactOf(value: unknown): { found: unknown; faults: readonly ContactFault[] } {
  const isRecord = isAnnuaireRecord(value);
  const places = isRecord ? annuaireRecords(value) : ((Object(value) as { places?: unknown }).places ?? value);
  if (Array.isArray(places) && places.length !== 1)
    throw new AdminError(`The file holds ${places.length} places. A service has one contact: keep one.`);
  if (!isRecord) return { found: Array.isArray(places) ? places[0] : places, faults: [] };
  const { contact, faults } = importAnnuaire(value);
  return { found: contact, faults };
}

/** Held to the strict schema, so that pages find nothing to leave out. */
function checked(value: unknown): Contact {
  const result = Contact.safeParse(value);
  if (!result.success) {
    const lines = result.error.issues.map(({ path, message }) => {
      const given = valueAt(value, path);
      const shown = given === undefined || (typeof given === 'object' && given !== null) ? '' : `${quoted(given)}: `;
      return `  ${plain(`${pathText(path) || '.'}: ${shown}${message}`)}`;
    });
    throw new AdminError(
      ['This is no contact; nothing was changed.', ...lines, 'spplus-check FILE says how to mend each.'].join('\n'),
    );
  }
  const [broken] = unstorable(result.data);
  if (broken) throw new AdminError(`${pathText(broken.pointer.split('/').slice(1))}: ${broken.detail}`);
  return result.data;
}

const set: Command = {
  name: 'contact set',
  usage: 'SERVICE FILE',
  summary: 'Keep how to reach a service, from a contact file or a record of the Annuaire',
  examples: [
    'spplus-admin contact set mairie-exemple contact.json',
    'curl -s https://…/records?… | spplus-admin contact set mairie-exemple -',
  ],
  async run(context) {
    const { SERVICE: service, FILE: file } = positions(context, 'SERVICE', 'FILE');
    await findService(context.db, service);
    const { found, faults } = contactOf(await readJson(file, context));
    for (const { field, value, why } of faults) context.warn(plain(`${field || '.'}: ${why} ${quoted(value)}`));
    const contact = checked(found);
    await storeContact(context.db, context.now, service, contact);
    context.answer({ service, contact, faults }, () => [
      `Kept the contact of ${service}: ${plain(excerpt(contact.name, 80))}. Pages show it within a minute.`,
      ...(faults.length > 0 ? ['The import mended or left out what is said above. See: spplus-check FILE'] : []),
    ]);
  },
};

const show: Command = {
  name: 'contact show',
  usage: 'SERVICE',
  summary: 'How to reach a service, as the contact file that "contact set" takes',
  examples: ['spplus-admin contact show mairie-exemple > contact.json'],
  async run(context) {
    const { SERVICE: service } = positions(context, 'SERVICE');
    await findService(context.db, service);
    const kept = await findContact(context.db, service);
    if (!kept) throw noContact(service);
    // The database orders fields in its own way, the schema as a team writes them. One kept by a later version is shown as it is.
    const ordered = Contact.safeParse(kept.contact).data ?? kept.contact;
    context.answer(ordered, () => JSON.stringify(ordered, null, 2));
  },
};

const remove: Command = {
  name: 'contact remove',
  usage: 'SERVICE',
  summary: 'Say no more how to reach a service',
  async run(context) {
    const { SERVICE: service } = positions(context, 'SERVICE');
    await findService(context.db, service);
    if (!(await removeContact(context.db, service))) throw noContact(service);
    context.answer({ service, removed: true }, () => `Removed the contact of ${service}.`);
  },
};

const noContact = (service: string): AdminError =>
  notFound(`${service} has no contact. Give it one: spplus-admin contact set ${service} FILE`);

export const contactCommands: readonly Command[] = [set, show, remove];
