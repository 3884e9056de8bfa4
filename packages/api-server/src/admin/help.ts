/** Help texts, made from the commands themselves. */
import type { Command } from './command.ts';

const general: readonly (readonly [string, string])[] = [
  ['--json', 'answer in JSON, for scripts'],
  ['--help', 'help, for one command when one is named'],
];

function aligned(rows: readonly (readonly [string, string])[]): string[] {
  const size = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(size)}  ${right}`);
}

export function generalHelp(commands: readonly Command[]): string {
  return [
    'spplus-admin: the services, agents and opinions of a Services Publics Plus server.',
    '',
    'It works on the database itself: DATABASE_URL, or the embedded one in DATA_DIR (default .data), whether a server runs or not.',
    '',
    'Commands',
    ...aligned(commands.map(({ name, summary }) => [name, summary])),
    '',
    'Everywhere',
    ...aligned(general),
    '',
    'Exit codes: 0 done, 1 failed, 2 wrong command, 3 not found, 4 not possible as things stand.',
    'One command in detail: spplus-admin COMMAND --help',
    '',
  ].join('\n');
}

export function commandHelp({ name, usage, summary, options = {}, examples = [] }: Command): string {
  const own = Object.entries(options).map(
    ([option, { value, says }]) => [`--${option}${value ? ` ${value}` : ''}`, says] as const,
  );
  return [
    `${summary}.`,
    '',
    `  spplus-admin ${name} ${usage}`.trimEnd(),
    '',
    'Options',
    ...aligned([...own, ...general]),
    ...(examples.length > 0 ? ['', 'Examples', ...examples.map((example) => `  ${example}`)] : []),
    '',
  ].join('\n');
}
