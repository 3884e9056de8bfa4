/** The system's Chromium: Playwright's own build is not downloaded. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export function findChromium(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    const folder = folders.find((candidate) => existsSync(join(candidate, name)));
    if (folder) return join(folder, name);
  }
  throw new Error('No Chromium was found. On Debian: apt-get install chromium');
}
