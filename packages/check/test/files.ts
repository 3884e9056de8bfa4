/** Files as teams have them, and short ways to change and to check them. */
import { readFileSync } from 'node:fs';
import { checkFile, type CheckOptions, type Finding } from '../src/check-file.ts';

export const now = Date.parse('2026-11-23T10:00:00Z');

const data = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`data/${name}`, import.meta.url), 'utf8')) as Record<string, unknown>;

/** A contact file of which nothing is left to say, and which agrees with its record. */
export const contact = data('contact.json');
/** Three real records: a France services, a town hall that closes before it opens, a CAF with a surcharged number. */
export const annuaireExport = data('annuaire-export.json');
const [bus = {}, townHall = {}, caf = {}] = annuaireExport['results'] as Record<string, unknown>[];
export { bus, caf, townHall };

export const findingsOf = (file: unknown, options: Partial<CheckOptions> = {}): Finding[] =>
  [...checkFile(file, { now, ...options })].flatMap(({ findings }) => findings);

/** Level, rule and field of each finding. */
export const told = (file: unknown, options?: Partial<CheckOptions>): string[] =>
  findingsOf(file, options).map(({ level, rule, field }) => `${level} ${rule} ${field}`);

/** A copy without some fields. */
export const without = (file: Record<string, unknown>, ...fields: string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(file).filter(([key]) => !fields.includes(key)));
