/** The files that a page downloads: split modules (loader, elements, what each gesture adds), and one file per element. */
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { build, type Plugin } from 'vite';
import { integrityOf } from './integrity.ts';

export interface CdnOptions {
  /** Folder to fill; what it held goes. */
  into: string;
  /** Another version than that of the package, to try two on one page. */
  version?: string;
  /** Only the split modules. */
  splitOnly?: boolean;
}

const versionIs = (version: string): Plugin => ({
  name: 'spplus-version',
  enforce: 'pre',
  load: (id) => (id.endsWith('/packages/sdk/src/version.ts') ? `export const version = '${version}';` : null),
});

/** One Vite build. Library mode leaves whitespace in and adds no preload helper; the whitespace is asked out by hand. */
async function bundle(entry: Record<string, string>, into: string, version: string | undefined, split: boolean): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    resolve: { conditions: ['@spplus/source', 'module', 'browser', 'production'] },
    define: { 'process.env.NODE_ENV': '"production"' },
    // Messages have explicit ids, so that collapsing their whitespace changes nothing.
    plugins: [
      ...(version ? [versionIs(version)] : []),
      minifyTemplateLiterals({ exclude: ['**/node_modules/**'] }) as Plugin,
    ],
    build: {
      outDir: into,
      emptyOutDir: false,
      target: 'es2022',
      reportCompressedSize: false,
      lib: { entry, formats: ['es'] },
      rolldownOptions: {
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } },
          ...(split ? { codeSplitting: { groups: sharedGroups } } : { codeSplitting: false }),
        },
      },
    },
  });
}

/**
 * What every closed element needs travels in one file: left alone, the bundler cuts a chunk for each set of importers, and
 * each is one more request before anything shows.
 */
const sharedGroups = [{ name: 'element', test: /node_modules\/(@?lit|lit-|@lit)|packages\/ui\/src\/(base-element|localize|settings|fault)\.ts/ }];

export async function buildCdn({ into, version, splitOnly = false }: CdnOptions): Promise<void> {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  await bundle({ spplus: 'packages/sdk/src/spplus.ts' }, into, version, true);
  if (!splitOnly) {
    for (const file of globSync('packages/sdk/src/standalone/*.ts').sort()) {
      await bundle({ [basename(file, '.ts')]: file }, into, version, false);
    }
  }
  const integrity = Object.fromEntries(
    globSync('**/*.js', { cwd: into })
      .sort()
      .map((file) => [file, integrityOf(readFileSync(join(into, file)))]),
  );
  writeFileSync(join(into, 'integrity.json'), `${JSON.stringify(integrity, null, 2)}\n`);
}
