/** The command `spplus-check`: reads its words, checks a file, and says one line for each finding. */
import { parseArgs } from 'node:util';
import { checkFile, type Finding } from './check-file.ts';
import { exitCodes, tellingUsage, UsageError, type Command, type CommandIo } from './command-io.ts';
import { itemsOf } from './file-items.ts';
import { onOneLine, readJson } from './json-file.ts';

const help = `spplus-check : vérifie vos coordonnées avant de les publier.

  spplus-check FICHIER [--annuaire FICHIER] [--json]

FICHIER est votre fichier de contact (un lieu, une liste, ou { "places": [...] }), une fiche de l’annuaire de
l’administration, ou tout un export de l’annuaire. « - » lit l’entrée standard.

  --annuaire FICHIER  fiche, ou export, de l’annuaire qui complète votre fichier : dit aussi où les deux diffèrent
  --json              répond en JSON, pour un programme
  --help              affiche cette aide

Une ligne par constat : le champ, error ou warning, la règle, et quoi faire.
Codes de sortie : 0 aucune erreur, 1 au moins une erreur, 2 commande ou fichier illisible.
`;

export const checkCommand: Command = tellingUsage(run);

async function run(words: readonly string[], io: CommandIo): Promise<number> {
  const { file, annuaire, json, help: asksHelp } = readWords(words);
  if (asksHelp) {
    await io.write(help);
    return exitCodes.sound;
  }
  const value = await readJson(file, io);
  const { items, ofDirectory } = itemsOf(value);
  if (annuaire !== undefined && ofDirectory)
    throw new UsageError(`${file} vient déjà de l’annuaire : retirez --annuaire, qui complète un fichier de contact.`);
  const record = annuaire === undefined ? {} : { annuaire: await readJson(annuaire, io) };
  const told: (Finding & { place: string })[] = [];
  const count = { error: 0, warning: 0 };
  for (const { name, findings } of checkFile(value, { ...record, now: io.now })) {
    for (const finding of findings) {
      count[finding.level] += 1;
      if (json) told.push({ place: name, ...finding });
      else await io.write(`${line(finding)}\n`);
    }
  }
  const { error: errors, warning: warnings } = count;
  const answer = { file, places: items.length, errors, warnings, findings: told };
  await io.write(`${json ? JSON.stringify(answer, null, 2) : summary(items.length, errors, warnings)}\n`);
  return errors ? exitCodes.errors : exitCodes.sound;
}

function readWords(words: readonly string[]): { file: string; annuaire?: string; json: boolean; help: boolean } {
  const options = {
    annuaire: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const { values, positionals } = parsed(() => parseArgs({ args: [...words], options, allowPositionals: true }));
  const { annuaire, json = false, help = false } = values;
  const [file = '', ...others] = positionals;
  if (!help && (!file || others.length))
    throw new UsageError(`Donnez un fichier${others.length ? ', un seul' : ''}. Aide : spplus-check --help`);
  if (file === '-' && annuaire === '-')
    throw new UsageError('L’entrée standard ne peut servir qu’une fois : donnez un nom de fichier à l’un des deux.');
  return { file, ...(annuaire !== undefined && { annuaire }), json, help };
}

function parsed<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw new UsageError('Cette commande n’a que les options --annuaire FICHIER, --json et --help.');
  }
}

const line = ({ field, level, rule, message }: Finding): string =>
  onOneLine([field || '.', level, rule, message].join('  '));

const counted = (count: number, word: string): string => `${count} ${word}${count > 1 ? 's' : ''}`;

function summary(places: number, errors: number, warnings: number): string {
  const found = [errors && counted(errors, 'erreur'), warnings && counted(warnings, 'avertissement')].filter(Boolean);
  return `${counted(places, 'fiche')} : ${found.join(', ') || 'rien à signaler'}.`;
}
