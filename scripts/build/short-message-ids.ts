/**
 * Sentences are known by their ids, which are words for people who translate. In the files that pages download each id is a
 * number, and the code that makes an id out of a sentence without any is left out: together more than a kilobyte.
 */
import { globSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Each id of each package, numbered. */
function numbers(): Map<string, number> {
  const ids = globSync('packages/*/xliff/*.xlf').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/<trans-unit id="([^"]+)"/g)].map(([, id = '']) => id),
  );
  return new Map([...new Set(ids)].sort().map((id, index) => [id, index]));
}

export function shortMessageIds(): Plugin {
  const numberOf = numbers();
  const numbered = (id: string): string => {
    const number = numberOf.get(id);
    if (number === undefined) throw new Error(`The message "${id}" is in no XLIFF file: npm run locales.`);
    return String(number);
  };
  return {
    name: 'spplus-short-message-ids',
    enforce: 'pre',
    transform(code, id) {
      if (/\/packages\/[\w-]+\/src\/locales\/\w+\.ts$/.test(id))
        return code.replaceAll(/^'([^']+)':/gm, (_key, name: string) => `${numbered(name)}:`);
      if (/\/packages\/[\w-]+\/src\//.test(id) && code.includes('msg('))
        return code.replaceAll(/\{ id: '([^']+)' \}/g, (_options, name: string) => numbered(name));
      if (!id.endsWith('/@lit/localize/internal/runtime-msg.js')) return null;
      const made = 'options?.id ?? generateId(template)';
      if (!code.includes(made)) throw new Error('@lit/localize has changed: see where it makes ids now.');
      return code
        .replace(made, 'options')
        .replace(/^import .*id-generation.*$/m, '')
        .replace(/^const hashCache.*$/m, '')
        .replace(/^function generateId[^]*?^\}/m, '');
    },
  };
}
