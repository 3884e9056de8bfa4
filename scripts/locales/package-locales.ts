/** The messages of one package, through the lit-localize tools in runtime mode. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { readConfigFileAndWriteSchema } from '@lit/localize-tools/lib/config.js';
import { RuntimeLitLocalizer } from '@lit/localize-tools/lib/modes/runtime.js';
import { stringifyDiagnostics } from '@lit/localize-tools/lib/typescript.js';
import { sortProgramMessages } from '@lit/localize-tools/lib/messages.js';
import type { SourceMessage, Translation } from './message-text.ts';
import type { Stamps } from './stamps.ts';

export interface PackageLocales {
  /** Folder of the package, from the root of the repository. */
  folder: string;
  locales: readonly string[];
  sources: readonly SourceMessage[];
  /** Files, absolute. */
  xliffFile(locale: string): string;
  stampsFile(locale: string): string;
  moduleFile(locale: string): string;
  translations(locale: string): readonly Translation[];
  stamps(locale: string): Stamps;
  /** Writes the XLIFF files again, with the messages of today. */
  extract(): Promise<void>;
  /** Writes the locale modules from the XLIFF files. */
  build(): Promise<void>;
}

/** Opens a package by its lit-localize.json; `elsewhere` reads and writes translations in another folder, for comparisons. */
export function openPackage(configFile: string, elsewhere?: string): PackageLocales {
  const config = readConfigFileAndWriteSchema(configFile);
  const folder = dirname(configFile);
  if (config.interchange.format !== 'xliff' || config.output.mode !== 'runtime') {
    throw new Error(`${configFile} must use the xliff format and the runtime mode.`);
  }
  const base = elsewhere ?? resolve(folder);
  const xliff = join(base, config.interchange.xliffDir);
  const output = join(base, config.output.outputDir);
  const moved = {
    ...config,
    interchange: { ...config.interchange, xliffDir: xliff },
    output: { ...config.output, outputDir: output },
  };
  const localizer = () => new RuntimeLitLocalizer(moved);
  const analysed = localizer();
  const { messages, errors } = analysed.extractSourceMessages();
  if (errors.length > 0) throw new Error(stringifyDiagnostics(errors));
  const sources = sortProgramMessages([...messages]);
  const moduleFile = (locale: string) => join(output, `${locale}.ts`);
  const stampsFile = (locale: string) => join(xliff, `${locale}.stamps.json`);

  /** Reads the XLIFF files anew, but not the sources, which is the slow part. */
  const fresh = () => {
    const again = localizer();
    again.extractSourceMessages = () => ({ messages, errors });
    return again;
  };
  return {
    folder: relative(process.cwd(), resolve(folder)),
    locales: config.targetLocales,
    sources,
    xliffFile: (locale) => join(xliff, `${locale}.xlf`),
    stampsFile,
    moduleFile,
    translations: (locale) =>
      fresh()
        .readTranslationsSync()
        .translations.get(locale as never) ?? [],
    stamps: (locale) =>
      existsSync(stampsFile(locale)) ? (JSON.parse(readFileSync(stampsFile(locale), 'utf8')) as Stamps) : {},
    extract: () => fresh().writeInterchangeFiles(),
    build: async () => {
      mkdirSync(output, { recursive: true });
      // The tools warn of each missing message; findings.ts says it with what to do.
      const { warn } = console;
      console.warn = () => {};
      try {
        await fresh().build();
      } finally {
        console.warn = warn;
      }
      for (const locale of config.targetLocales)
        writeFileSync(moduleFile(locale), tidy(readFileSync(moduleFile(locale), 'utf8')));
    },
  };
}

/** Elements reach @lit/localize through one door only, and a generated file needs no linter's comments. */
function tidy(module: string): string {
  const lines = module
    .replace("from '@lit/localize'", "from '@spplus/ui/localize'")
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/eslint-disable|^\/\/ (Do not modify|Re-generate)/.test(line));
  return `// Written by npm run locales from xliff/: change it there.\n${lines.join('\n')}\n`;
}
