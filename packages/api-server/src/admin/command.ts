/** What a command of `spplus-admin` is made of, and the errors it may end with. */
import type { ParseArgsConfig } from 'node:util';
import type { Database } from '../database/open-database.ts';

export type Options = Readonly<Record<string, string | boolean | string[] | undefined>>;

export interface Context {
  database: Database;
  db: Database['db'];
  /** Arguments after the command's own words. */
  args: readonly string[];
  options: Options;
  now: Date;
  /** Writes text as it is on the standard output; resolves when more may be written. */
  write(text: string): Promise<void>;
  /** Answers with `value` under --json, else with `lines`. */
  answer(value: unknown, lines: () => string | readonly string[]): void;
  /** Says on the error output what the person should know, though the command goes on. */
  warn(line: string): void;
  /** Asks for a yes; without a terminal, `--yes` is needed. */
  confirm(question: string): Promise<void>;
  readInput(): Promise<string>;
}

export interface Command {
  /** Its words, e.g. `services add`. */
  name: string;
  /** Arguments in capitals, those that may be left out in brackets, e.g. `SERVICE [ORIGIN...]`. */
  usage: string;
  summary: string;
  options?: Readonly<
    Record<string, NonNullable<ParseArgsConfig['options']>[string] & { says: string; value?: string }>
  >;
  examples?: readonly string[];
  run(context: Context): Promise<void>;
}

/** Exit codes, for scripts. */
export const exitCodes = { done: 0, failed: 1, usage: 2, notFound: 3, notPossible: 4 } as const;

/** An error worded for the person who typed the command. */
export class AdminError extends Error {
  override name = 'AdminError';
  readonly exitCode: number;
  constructor(message: string, exitCode: number = exitCodes.failed) {
    super(message);
    this.exitCode = exitCode;
  }
}

export const usageError = (message: string): AdminError => new AdminError(message, exitCodes.usage);
export const notFound = (message: string): AdminError => new AdminError(message, exitCodes.notFound);

/** A text option, absent when it was not given. */
export function option(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** An option given several times, or once with commas where no value holds one. */
export function list(options: Options, name: string, separator?: ','): string[] | undefined {
  const value = options[name];
  if (value === undefined || typeof value === 'boolean') return undefined;
  const values = typeof value === 'string' ? [value] : value;
  return (separator ? values.flatMap((one) => one.split(separator)) : values).map((one) => one.trim()).filter(Boolean);
}

/** A whole number, or a sentence about what was given. */
export function wholeNumber(options: Options, name: string): number | undefined {
  const value = option(options, name);
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value)) throw usageError(`--${name} is a whole number, not "${value}".`);
  return Number(value);
}

/** A calendar day in UTC, e.g. `2026-11-23`, or a full instant. */
export function instant(options: Options, name: string): Date | undefined {
  const value = option(options, name);
  if (value === undefined) return undefined;
  const date = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?Z)?$/.test(value) ? new Date(value) : new Date(Number.NaN);
  // JavaScript rolls 31 June over to 1 July: a date that does not come back as it was is refused.
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(value.slice(0, 10))) {
    throw usageError(
      `--${name} is a date such as 2026-11-23, or an instant such as 2026-11-23T09:00:00Z, not "${value}".`,
    );
  }
  return date;
}

/** Arguments by position: exactly those named, nothing left over. */
export function positions<N extends string>(context: Pick<Context, 'args'>, ...names: N[]): Record<N, string> {
  const { args } = context;
  const missing = names.slice(args.length);
  if (missing.length > 0) throw usageError(`${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing.`);
  if (args.length > names.length)
    throw usageError(`"${args[names.length]}" is one argument too many. Put a text with spaces between quotes.`);
  return Object.fromEntries(names.map((name, index) => [name, args[index]])) as Record<N, string>;
}
