/** What must never be in a file that a page downloads. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const forbidden: readonly [what: string, pattern: RegExp][] = [
  ['a decorator left as it was', /(^|[;{}\s])@[a-z]\w*\(/i],
  ['process.env', /\bprocess\.env\b/],
  ['the development mode of Lit', /Lit is in dev mode|litIssuedWarnings|emitLitDebugLogEvents/],
  ['console.log or console.debug', /\bconsole\.(log|debug|info)\b/],
  ['a path of the machine that built it', /\/(home|root|Users|work|tmp)\/[\w.-]+\//],
  ['a source map address', /sourceMappingURL/],
  ["the bundler's preload helper", /__vitePreload/],
  ['code made from text', /\beval\(|new Function\(/],
];

/** One sentence for each fault; empty when the folder may be published. */
export const faultsIn = (folder: string): string[] =>
  globSync('**/*.js', { cwd: folder }).flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return forbidden
      .filter(([, pattern]) => pattern.test(text))
      .map(([what, pattern]) => `${file} holds ${what}: ${near(text, pattern)}`);
  });

function near(text: string, pattern: RegExp): string {
  const at = text.search(pattern);
  return JSON.stringify(text.slice(Math.max(0, at - 30), at + 60));
}
