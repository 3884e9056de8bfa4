/** The command `spplus-texts`: writes what a team takes from its contact: voice server, signature, door notice, vCard, JSON-LD. */
import { parseArgs } from 'node:util';
import { importAnnuaire } from '@spplus/domain/annuaire';
import type { Contact, ContactFault } from '@spplus/domain/contact';
import { contactJsonLd } from '@spplus/domain/contact-json-ld';
import { readContact } from '@spplus/domain/contact-reader';
import { doorNoticeHtml, signatureText, voiceText } from '@spplus/domain/contact-texts';
import { vCard } from '@spplus/domain/contact-vcard';
import { scriptJson } from '@spplus/domain/script-json';
import { exitCodes, tellingUsage, UsageError, type Command, type CommandIo } from './command-io.ts';
import { itemsOf } from './file-items.ts';
import { onOneLine, readJson } from './json-file.ts';

const help = `spplus-texts : écrit les textes tirés de vos coordonnées.

  spplus-texts FICHIER --as voice|signature|door|vcard|json-ld [--place NUMÉRO]

FICHIER est votre fichier de contact, ou une fiche de l’annuaire de l’administration. « - » lit l’entrée standard.

  --as voice      ce que dit un serveur vocal
  --as signature  la signature d’un courriel
  --as door       une affiche pour la porte, en HTML, à imprimer au format A4
  --as vcard      une carte de visite électronique
  --as json-ld    une description pour les moteurs de recherche, à mettre dans <script type="application/ld+json">
  --place NUMÉRO  le lieu voulu, dans un fichier qui en contient plusieurs ; 1 par défaut
  --help          affiche cette aide

Codes de sortie : 0 tout est lu, 1 une partie du fichier est illisible, 2 commande ou fichier illisible.
`;

type Text = (contact: Contact, options: { now: number }) => string;

const texts: Readonly<Record<string, Text>> = {
  voice: voiceText,
  signature: signatureText,
  door: doorNoticeHtml,
  vcard: (contact) => vCard(contact),
  'json-ld': (contact, { now }) => `${scriptJson(contactJsonLd(contact, now))}\n`,
};

export const textsCommand: Command = tellingUsage(run);

async function run(words: readonly string[], io: CommandIo): Promise<number> {
  const { file, as, place, help: asksHelp } = readWords(words);
  if (asksHelp) {
    await io.write(help);
    return exitCodes.sound;
  }
  const text = texts[as];
  if (!text) throw new UsageError(`Dites --as suivi d’un de ces mots : ${Object.keys(texts).join(', ')}.`);
  const { contact, faults } = contactIn(await readJson(file, io), place);
  for (const { field, why, value } of faults) io.complain(`${onOneLine(`${field || '.'}  ${why}  ${value}`)}\n`);
  await io.write(text(contact, { now: io.now }));
  return faults.length ? exitCodes.errors : exitCodes.sound;
}

function readWords(words: readonly string[]): { file: string; as: string; place: number; help: boolean } {
  const text = { type: 'string' } as const;
  const parse = () =>
    parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { as: text, place: text, help: { type: 'boolean', short: 'h' } },
    });
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse();
  } catch {
    throw new UsageError('Cette commande n’a que les options --as, --place et --help.');
  }
  const { as = '', place = '1', help: asksHelp = false } = parsed.values;
  const [file = '', ...others] = parsed.positionals;
  if (!asksHelp && (!file || others.length))
    throw new UsageError('Donnez un fichier, un seul. Aide : spplus-texts --help');
  if (!/^[1-9]\d*$/.test(place)) throw new UsageError('--place est un nombre, à partir de 1.');
  return { file, as, place: Number(place), help: asksHelp };
}

function contactIn(file: unknown, place: number): { contact: Contact; faults: readonly ContactFault[] } {
  const { items, ofDirectory } = itemsOf(file);
  const item = items[place - 1];
  if (!item) throw new UsageError(`Le fichier ne contient que ${items.length} lieu(x).`);
  const { contact, faults } = ofDirectory ? importAnnuaire(item.value) : readContact(item.value);
  if (!contact?.name) throw new UsageError('Ce fichier ne contient pas de coordonnées. Vérifiez-le avec spplus-check.');
  // The directory's quirks are mended: nothing of them is missing from the text.
  return { contact, faults: ofDirectory ? [] : faults };
}
