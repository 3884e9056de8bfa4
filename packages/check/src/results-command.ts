/** The command `spplus-results`: turns rows of the Services Publics+ open data into results, and results into a badge. */
import { parseArgs } from 'node:util';
import { badgeSvg, badgeJson, badgeThemes, type BadgeTheme } from '@spplus/domain/badge-svg';
import { importResults, rowsOf, type UnreadRow } from '@spplus/domain/results-import';
import { readResults, type ReadResults } from '@spplus/domain/results-reader';
import { exitCodes, tellingUsage, UsageError, type Command, type CommandIo } from './command-io.ts';
import { onOneLine, readJson } from './json-file.ts';

const help = `spplus-results : prépare vos résultats de qualité de service.

  spplus-results import SOURCE [--indicateurs SOURCE] [--structure NOM]
  spplus-results badge FICHIER [--indicateur CODE] [--langue fr|en|ar] [--theme clair|sombre] [--json]

import  lit des lignes du jeu de données « export-resultats » (fichier, adresse web, ou - pour l’entrée standard) et écrit les
        résultats que le module affiche. Chaque ligne illisible est nommée, avec la raison. Plusieurs structures donnent une liste.
  --indicateurs SOURCE  lignes d’« export-indicateurs » : unités, noms et méthodes
  --structure NOM       nom ou code de la seule structure voulue

badge   écrit une image SVG de l’indicateur principal, ou sa description avec --json.

Codes de sortie : 0 tout est lu, 1 au moins une donnée est illisible, 2 commande ou fichier illisible.
`;

/** Why a row or a field was not taken, for whoever can mend it. */
const reasons: Readonly<Record<string, string>> = {
  'no-structure': 'la structure n’est pas nommée',
  'no-indicator': 'l’indicateur n’est pas nommé',
  'not-a-figure': 'la valeur n’est pas un nombre',
  'not-a-date': 'la date de mise à jour est illisible',
  future: 'la date est dans l’avenir',
  'unit-unknown': 'l’unité est inconnue : donnez --indicateurs',
  'unit-disagrees': 'l’unité n’est pas celle de l’indicateur',
  impossible: 'la valeur est impossible pour cette unité',
  repeated: 'la ligne répète une autre',
  'two-values-for-one-date': 'une autre ligne donne une autre valeur à la même date',
  malformed: 'le champ n’a pas la forme attendue',
  missing: 'le champ manque',
  'ends-before-it-starts': 'la période finit avant de commencer',
  'not-a-distribution': 'les effectifs ne correspondent pas à l’échelle',
  'too-long': 'la liste est trop longue, la fin est gardée',
};

/** Milliseconds of a day. */
const day = 864e5;

export const resultsCommand: Command = tellingUsage(run);

async function run(words: readonly string[], io: CommandIo): Promise<number> {
  const { command, source, options } = readWords(words);
  if (options.help) {
    await io.write(help);
    return exitCodes.sound;
  }
  return command === 'import' ? importCommand(source, options, io) : badgeCommand(source, options, io);
}

type Options = {
  indicateurs?: string | undefined;
  structure?: string | undefined;
  indicateur?: string | undefined;
  langue?: string | undefined;
  theme?: string | undefined;
  json?: boolean | undefined;
  help?: boolean | undefined;
};

function readWords(words: readonly string[]): { command: string; source: string; options: Options } {
  const text = { type: 'string' } as const;
  const parse = () =>
    parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        indicateurs: text,
        structure: text,
        indicateur: text,
        langue: text,
        theme: text,
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse();
  } catch {
    throw new UsageError('Cette commande ne connaît pas toutes ces options. Aide : spplus-results --help');
  }
  const [command = '', source = '', ...others] = parsed.positionals;
  const isKnown = ['import', 'badge'].includes(command) && source && !others.length;
  if (!parsed.values.help && !isKnown)
    throw new UsageError('Dites « import » ou « badge », puis un seul fichier. Aide : spplus-results --help');
  return { command, source, options: parsed.values };
}

async function rowsIn(source: string, io: CommandIo): Promise<readonly unknown[]> {
  const rows = rowsOf(await readJson(source, io));
  if (!rows) throw new UsageError(`${source} ne contient pas de lignes. Demandez l’export JSON du jeu de données.`);
  return rows;
}

async function importCommand(source: string, { indicateurs, structure }: Options, io: CommandIo): Promise<number> {
  const indicators = indicateurs === undefined ? [] : await rowsIn(indicateurs, io);
  const now = Math.floor(io.now / day);
  const { results, unread } = importResults(await rowsIn(source, io), {
    indicators,
    now,
    ...(structure !== undefined && { structure }),
  });
  for (const one of unread) io.complain(`${unreadLine(one)}\n`);
  if (!results.length) throw new UsageError('Aucune ligne n’a pu être lue : rien n’est écrit.');
  await io.write(`${JSON.stringify(results.length > 1 ? results : results[0], null, 2)}\n`);
  return unread.length ? exitCodes.errors : exitCodes.sound;
}

const unreadLine = ({ row, why, value }: UnreadRow): string =>
  onOneLine(`ligne ${row}  ${why}  ${reasons[why] ?? why} : ${value}`);

async function badgeCommand(source: string, options: Options, io: CommandIo): Promise<number> {
  const { indicateur, langue = 'fr', theme = 'clair', json } = options;
  const themes: Readonly<Record<string, BadgeTheme>> = { clair: badgeThemes.light, sombre: badgeThemes.dark };
  const chosen = themes[theme];
  if (!chosen) throw new UsageError('Le thème est « clair » ou « sombre ».');
  const now = Math.floor(io.now / day);
  const { results, faults } = readResults(await readJson(source, io), now);
  for (const { field, why, value } of faults)
    io.complain(`${onOneLine(`${field || '.'}  ${why}  ${reasons[why] ?? why} : ${value}`)}\n`);
  if (!results) throw new UsageError(`${source} ne contient pas de résultats. Préparez-le avec « import ».`);
  const badge = { results: only(results, indicateur), now, locale: langue };
  await io.write(`${json ? JSON.stringify(badgeJson(badge), null, 2) : badgeSvg(badge, chosen)}\n`);
  return faults.length ? exitCodes.errors : exitCodes.sound;
}

function only(results: ReadResults, code: string | undefined): ReadResults {
  if (code === undefined) return results;
  if (!results.indicators.some((one) => one.code === code))
    throw new UsageError(
      `Aucun indicateur « ${code} ». Il y a : ${results.indicators.map((one) => one.code).join(', ')}.`,
    );
  return { ...results, main: code };
}
