/** Integrity of the published files, as browsers check it (W3C Subresource Integrity, import maps with `integrity`). */
import { createHash } from 'node:crypto';

export const integrityOf = (content: Uint8Array | string): string =>
  `sha384-${createHash('sha384').update(content).digest('base64')}`;

/** Is this file one of the split modules, not a self-contained one? */
const isSplit = (file: string) => file === 'spplus.js' || file.startsWith('chunks/');

/** An import map that makes the browser check every module. `base` is where the files are served, with a trailing slash. */
export function importMap(integrity: Readonly<Record<string, string>>, base: string): string {
  const modules = Object.entries(integrity).filter(([file]) => isSplit(file));
  return JSON.stringify({ integrity: Object.fromEntries(modules.map(([file, hash]) => [base + file, hash])) });
}

/** What to paste in a page, and the hash that a strict policy needs for the inline import map. */
export function snippet(integrity: Readonly<Record<string, string>>, base: string): string {
  const map = importMap(integrity, base);
  const policy = `sha256-${createHash('sha256').update(map).digest('base64')}`;
  return `<!-- Content-Security-Policy: script-src ${new URL(base).origin} '${policy}'; style-src ${new URL(base).origin} -->
<link rel="stylesheet" href="${base}spplus.css" integrity="${integrity['spplus.css'] ?? ''}" crossorigin="anonymous">
<script type="importmap">${map}</script>
<script type="module" src="${base}spplus.js" integrity="${integrity['spplus.js'] ?? ''}" crossorigin="anonymous"
        data-api="https://api.example.fr" data-service="my-service"></script>
`;
}
