/**
 * The sentences of the elements in other languages.
 *
 *     npm run locales                          after changing sentences or translations: writes XLIFF, stamps and modules
 *     npm run locales -- check                 the gate: fails on what is missing, stale or not written again
 *     npm run locales -- accept ar form.send   the translation still says what the French now says
 */
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { findFaults, findSourceFaults } from './locales/findings.ts';
import { openPackage, type PackageLocales } from './locales/package-locales.ts';
import { renewStamps } from './locales/stamps.ts';

const [command = 'update', acceptedLocale, ...acceptedIds] = process.argv.slice(2);
if (!['update', 'check', 'accept'].includes(command)) {
  console.error(`There is no command "${command}". There are: check, accept LOCALE ID…, and none to write the files.`);
  process.exit(2);
}

/** Writes everything that follows from the sources and the translators' work; `false` when a placeholder forbids it. */
async function update(messages: PackageLocales): Promise<boolean> {
  await messages.extract();
  for (const locale of messages.locales) {
    const accepted = new Set(locale === acceptedLocale ? acceptedIds : []);
    const stamps = renewStamps(messages.sources, messages.translations(locale), messages.stamps(locale), accepted);
    writeFileSync(messages.stampsFile(locale), `${JSON.stringify(stamps, null, 2)}\n`);
  }
  try {
    await messages.build();
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

function report(messages: PackageLocales): number {
  const lines = findSourceFaults(messages.sources).map(({ id, sentence }) => `${messages.folder}: ${id} ${sentence}`);
  for (const locale of messages.locales) {
    const file = relative(process.cwd(), messages.xliffFile(locale));
    for (const { id, sentence } of findFaults(
      messages.sources,
      messages.translations(locale),
      messages.stamps(locale),
    )) {
      lines.push(`${file}: ${id} ${sentence}`);
    }
  }
  for (const line of lines) console.error(`  ${line}`);
  return lines.length;
}

const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** Does it all again in another folder and compares: whatever differs was not written after the last change. */
async function findOutdated(config: string, messages: PackageLocales): Promise<string[]> {
  const copy = mkdtempSync(join(tmpdir(), 'spplus-locales-'));
  try {
    if (existsSync(join(messages.folder, 'xliff')))
      cpSync(join(messages.folder, 'xliff'), join(copy, 'xliff'), { recursive: true });
    const again = openPackage(config, copy);
    await update(again);
    return messages.locales
      .flatMap((locale) =>
        (['xliffFile', 'stampsFile', 'moduleFile'] as const).map((file) => [
          messages[file](locale),
          again[file](locale),
        ]),
      )
      .filter(([here = '', there = '']) => read(here) !== read(there))
      .map(([here = '']) => relative(process.cwd(), here));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

let faults = 0;
for (const config of globSync('packages/*/lit-localize.json').sort()) {
  const messages = openPackage(config);
  if (command === 'check') {
    for (const file of await findOutdated(config, messages)) {
      console.error(`  ${file}: not up to date with the sources; run npm run locales`);
      faults += 1;
    }
  } else if (!(await update(messages))) {
    faults += 1;
  }
  const found = report(messages);
  if (command === 'check') faults += found;
  const languages = messages.locales.join(', ');
  console.log(
    `${messages.folder}: ${messages.sources.length} messages in French, translated to ${languages}${found > 0 ? `; ${found} to see to` : ''}`,
  );
}
process.exit(faults > 0 ? 1 : 0);
