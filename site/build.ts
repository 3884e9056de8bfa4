/**
 * Builds the demonstration into site/dist: each page from its content and the common layout, the pages' modules and the
 * stylesheet through Vite, what is in site/public as it is. Run: `node scripts/with-node.mjs site/build.ts`, after the SDK is
 * built.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { armsFile } from './arms.ts';
import { layout, type Assets } from './layout.ts';
import { pages } from './pages.ts';
import { sdkFolder, sdkRelease, sdkTags } from './sdk-files.ts';
import { frenchSpaces } from './typography.ts';

const here = dirname(fileURLToPath(import.meta.url));
export const siteFolder = join(here, 'dist');

const entry = (file: string) => join(here, 'src', file);

/** Bundles modules and styles; gives their addresses by name. */
async function bundle(): Promise<Pick<Assets, 'style' | 'scripts'>> {
  const built = (await build({
    root: here,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    resolve: { conditions: ['@spplus/source', 'module', 'browser'] },
    build: {
      outDir: siteFolder,
      emptyOutDir: false,
      target: 'es2022',
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      modulePreload: false,
      assetsDir: 'assets/hashed',
      rolldownOptions: {
        input: {
          site: entry('styles/site.css'),
          feed: entry('scripts/feed.ts'),
          agents: entry('scripts/agents.ts'),
          builder: entry('scripts/builder.ts'),
          preview: entry('scripts/preview.ts'),
        },
      },
    },
  })) as Rolldown.RolldownOutput;
  const scripts: Record<string, string> = {};
  let style = '';
  for (const file of built.output) {
    if (file.type === 'chunk' && file.isEntry) scripts[file.name] = `/${file.fileName}`;
    if (file.type === 'asset' && file.fileName.endsWith('.css')) style = `/${file.fileName}`;
  }
  return { style, scripts };
}

function write(path: string, content: string): void {
  const file = join(siteFolder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

export async function buildSite(): Promise<void> {
  rmSync(siteFolder, { recursive: true, force: true });
  const release = sdkRelease();
  const assets = { ...(await bundle()), sdk: sdkTags(release) };
  for (const page of pages) {
    const content = readFileSync(join(here, 'pages', `${page.file}.html`), 'utf8').trim();
    const html = layout(page, content, assets);
    write(join(page.path, 'index.html'), page.lang === 'fr' ? frenchSpaces(html) : html);
  }
  // A copy: pages name the integrity of these very files, whatever is built beside them later.
  cpSync(sdkFolder, join(siteFolder, release.path), { recursive: true });
  cpSync(join(here, 'public'), siteFolder, { recursive: true });
  write('assets/blason.svg', armsFile);
  write('sdk.json', JSON.stringify(release));
  write('robots.txt', 'User-agent: *\nDisallow: /\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildSite();
  console.log(`Built ${pages.length} pages into site/dist.`);
}
