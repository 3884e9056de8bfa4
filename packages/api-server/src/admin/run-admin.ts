/** Reads a command line, opens the database, runs one command, and says how it went. */
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { ConfigError, readConfig, type Environment } from '../config.ts';
import { migrate } from '../database/migrate.ts';
import { openDatabase } from '../database/open-database.ts';
import { DatabaseStartError } from '../database/postgres-binaries.ts';
import { ProblemError } from '../http/problem-error.ts';
import { createLog } from '../log.ts';
import { AdminError, exitCodes, usageError, type Command, type Context, type Options } from './command.ts';
import { contactCommands } from './contact-commands.ts';
import { feedbackCommands } from './feedback-commands.ts';
import { commandHelp, generalHelp } from './help.ts';
import { maintenanceCommands } from './maintenance-commands.ts';
import { serviceCommands } from './service-commands.ts';
import { siteCommands } from './site-commands.ts';
import { tokenCommands } from './token-commands.ts';

export const commands: readonly Command[] = [
  ...serviceCommands,
  ...siteCommands,
  ...contactCommands,
  ...tokenCommands,
  ...feedbackCommands,
  ...maintenanceCommands,
];

export interface Terminal {
  input: NodeJS.ReadStream;
  output: NodeJS.WritableStream;
  errors: NodeJS.WritableStream;
}

/** Runs one command line and gives its exit code. */
export async function runAdmin(
  words: readonly string[],
  environment: Environment,
  terminal: Terminal,
): Promise<number> {
  const json = words.includes('--json');
  try {
    await run(words, environment, terminal);
    return exitCodes.done;
  } catch (error) {
    const { message, exitCode } = explain(error);
    terminal.errors.write(json ? `${JSON.stringify({ error: message, exitCode })}\n` : `${message}\n`);
    return exitCode;
  }
}

async function run(
  words: readonly string[],
  environment: Environment,
  { input, output, errors }: Terminal,
): Promise<void> {
  if (words.length === 0 || words[0] === 'help' || words[0] === '--help' || words[0] === '-h') {
    output.write(generalHelp(commands));
    return;
  }
  const command = findCommand(words);
  const { values, positionals } = parse(command, words.slice(command.name.split(' ').length));
  if (values['help'] === true) {
    output.write(commandHelp(command));
    return;
  }
  const isJson = values['json'] === true;
  const config = readConfig(environment);
  const database = await openDatabase(
    { ...config, poolSize: 2 },
    createLog('warn', (line) => void errors.write(`${line}\n`)),
  );
  try {
    await migrate(database.db);
    const context: Context = {
      database,
      db: database.db,
      args: positionals,
      options: values,
      now: new Date(),
      async write(part) {
        if (!output.write(part)) await once(output, 'drain');
      },
      answer(value, lines) {
        const said = isJson ? JSON.stringify(value, null, 2) : lines();
        output.write(`${typeof said === 'string' ? said : said.join('\n')}\n`);
      },
      warn: (line) => void errors.write(`${isJson ? JSON.stringify({ warning: line }) : line}\n`),
      confirm: (question) => (values['yes'] === true ? Promise.resolve() : ask(question, input, errors)),
      readInput: () => text(input),
    };
    await command.run(context);
  } finally {
    await database.close();
  }
}

function findCommand(words: readonly string[]): Command {
  const exact = commands.find(({ name }) => name.split(' ').every((word, index) => words[index] === word));
  if (exact) return exact;
  const group = commands.filter(({ name }) => name.startsWith(`${words[0]} `)).map(({ name }) => name);
  if (group.length > 0)
    throw usageError(
      `After "${words[0]}" comes one of ${group.map((name) => name.split(' ')[1]).join(', ')}. For example: spplus-admin ${group[0]}`,
    );
  throw usageError(`There is no command "${words[0]}". See: spplus-admin --help`);
}

function parse(command: Command, words: string[]): { values: Options; positionals: string[] } {
  const options: ParseArgsConfig['options'] = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } };
  for (const [name, { type, multiple }] of Object.entries(command.options ?? {})) {
    options[name] = { type, ...(multiple && { multiple }) };
  }
  const config = { args: words, options, allowPositionals: true, strict: true, tokens: true } as const;
  let result: ReturnType<typeof parseArgs<typeof config>>;
  try {
    result = parseArgs(config);
  } catch (error) {
    throw usageError(`${(error as Error).message.split('. ')[0]}. See: spplus-admin ${command.name} --help`);
  }
  // The last of two values would silently win.
  const seen = new Set<string>();
  for (const token of result.tokens ?? []) {
    if (token.kind !== 'option') continue;
    if (seen.has(token.name) && !options[token.name]?.multiple) throw usageError(`--${token.name} is given twice.`);
    seen.add(token.name);
  }
  return { values: result.values as Options, positionals: result.positionals };
}

async function ask(question: string, input: NodeJS.ReadStream, output: NodeJS.WritableStream): Promise<void> {
  if (!input.isTTY) throw usageError(`${question} Nothing was done: add --yes to do it without being asked.`);
  const prompt = createInterface({ input, output });
  try {
    const answer = await prompt.question(`${question} Type "yes": `);
    if (answer.trim().toLowerCase() !== 'yes') throw new AdminError('Nothing was done.', exitCodes.notPossible);
  } finally {
    prompt.close();
  }
}

function explain(error: unknown): { message: string; exitCode: number } {
  if (error instanceof AdminError) return { message: error.message, exitCode: error.exitCode };
  if (error instanceof ConfigError) return { message: error.message, exitCode: exitCodes.usage };
  if (error instanceof DatabaseStartError) return { message: error.message, exitCode: exitCodes.failed };
  if (error instanceof ProblemError) {
    const exitCode =
      error.code === 'not-found'
        ? exitCodes.notFound
        : error.code === 'invalid-request'
          ? exitCodes.usage
          : exitCodes.notPossible;
    return { message: error.message, exitCode };
  }
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return { message: `${error instanceof Error ? error.message : String(error)}${cause}`, exitCode: exitCodes.failed };
}
