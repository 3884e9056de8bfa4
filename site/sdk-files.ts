/** The built SDK as the site embeds it: version, folder, integrity, and the tags that a page carries. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importMap } from '../scripts/build/integrity.ts';
import { escapeHtml } from './layout.ts';

/** Where scripts/build.ts leaves the files that a page downloads. */
export const sdkFolder = join(dirname(fileURLToPath(import.meta.url)), '../packages/sdk/dist/cdn');

export interface SdkRelease {
  version: string;
  /** Where this site serves the files, with a trailing slash. */
  path: string;
  /** `sha384-…` by file name. */
  integrity: Readonly<Record<string, string>>;
}

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

export function sdkRelease(): SdkRelease {
  const file = join(sdkFolder, 'integrity.json');
  if (!existsSync(file)) throw new Error('The SDK is not built. Run "npm run build" first.');
  const { version } = json(join(sdkFolder, '../../package.json')) as { version: string };
  return { version, path: `/sdk/${version}/`, integrity: json(file) as Record<string, string> };
}

/** Import map with the integrity of every module, then the entry. The API's address is written when the page is served. */
export function sdkTags({ path, integrity }: SdkRelease): string {
  const entry = integrity['spplus.js'];
  return [
    `<link rel="stylesheet" href="${escapeHtml(path)}spplus.css" integrity="${integrity['spplus.css'] ?? ''}">`,
    `<script type="importmap">${importMap(integrity, path)}</script>`,
    `<script type="module" src="${escapeHtml(path)}spplus.js"${entry ? ` integrity="${entry}"` : ''} data-api="{{api}}" data-service="mairie-exemple"></script>`,
  ].join('\n');
}
