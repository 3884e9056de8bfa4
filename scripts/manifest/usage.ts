/** What an element's code uses: read from its sources and from those of `ui` that they import. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Usage {
  attributes: Set<string>;
  events: Set<string>;
  slots: Set<string>;
  cssParts: Set<string>;
  cssProperties: Set<string>;
}

/** Files that a module reaches, itself first: relative imports and modules of `ui`, also those loaded on demand. */
export function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(
    /(?:\bfrom\s+|\bimport\s*\(?\s*)'(\.[^']+\.ts|@spplus\/ui\/[^']+)'/g,
  );
  for (const [, name = ''] of imports) {
    const found = name.startsWith('.')
      ? join(dirname(file), name)
      : name.replace('@spplus/ui/', 'packages/ui/src/') + '.ts';
    if (!found.includes('/locales/')) reach(found, seen);
  }
  return seen;
}

const withoutComments = (code: string): string =>
  code.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');

const names = (code: string, pattern: RegExp): string[] =>
  [...code.matchAll(pattern)].flatMap(([, name]) => (name ? [name] : []));

export function usageIn(code: string): Usage {
  const bare = withoutComments(code);
  return {
    // setting(element, 'api') and host.setting('questions')
    attributes: new Set(names(bare, /\bsetting\(\s*(?:[\w.#]+,\s*)?'([a-z][a-z-]*)'/g)),
    events: new Set(names(bare, /\bsuper\(\s*'(spplus-[a-z-]+)'/g)),
    // The slot without a name is called '' in manifests.
    slots: new Set([
      ...names(bare, /<slot[^>]*\sname="([^"]+)"/g),
      ...(/<slot(?![^>]*\sname=)[^>]*>/.test(bare) ? [''] : []),
    ]),
    cssParts: new Set(names(bare, /\spart="([^"$]+)"/g).flatMap((list) => list.split(/\s+/))),
    cssProperties: new Set(names(bare, /(--spplus-[a-z0-9-]+)/g)),
  };
}

export const usageOf = (file: string): Usage =>
  usageIn([...reach(file)].map((reached) => readFileSync(reached, 'utf8')).join('\n'));
