/** The files that a page downloads: split modules (loader, elements, what each gesture adds), and one file per element. */
import { globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
  /** More plugins, for trials. */
  plugins?: Plugin[];
}

const versionIs = (version: string): Plugin => ({
  name: 'spplus-version',
  enforce: 'pre',
  load: (id) => (id.endsWith('/packages/sdk/src/version.ts') ? `export const version = '${version}';` : null),
});

/**
 * Every message has an explicit id, so the code that hashes one out of its text (some 0.3 kB) never runs in the elements.
 * A message that came without would throw as soon as it is drawn.
 */
const idsAreExplicit: Plugin = {
  name: 'spplus-explicit-ids',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('/@lit/localize/internal/id-generation.js')
      ? "export const generateMsgId = () => { throw new Error('A message has no id.'); };"
      : null,
};

/**
 * What travels in one file. Left alone, the bundler cuts a chunk for each set of importers, and each is one more request
 * before anything shows. In order, each takes what it imports at once, less what the ones before have taken.
 */
const groups = [
  { name: 'element', start: '/src/define.ts' },
  { name: 'form', start: '/src/opened-widget.ts' },
  { name: 'send', start: '/src/form/sending.ts' },
];

/**
 * The bundler's helper that makes an object of a module's exports is a chunk, so a request, of its own. It is short: each file
 * that needs it carries it.
 */
const helperInPlace: Plugin = {
  name: 'spplus-helper-in-place',
  generateBundle(_options, bundle) {
    const helper = 'e=>{const r={};for(const i in e)Object.defineProperty(r,i,{get:e[i],enumerable:!0});return r}';
    for (const [file, output] of Object.entries(bundle)) {
      if (file.includes('rolldown-runtime')) Reflect.deleteProperty(bundle, file);
      else if (output.type === 'chunk') {
        output.code = output.code.replace(
          /import\{\w+ as (\w+)\}from"[./\w-]*rolldown-runtime-[\w-]+\.js";/,
          (_import, name: string) => `const ${name}=${helper};`,
        );
      }
    }
  },
};

function grouped(groupOf: Map<string, string>): Plugin {
  return {
    name: 'spplus-groups',
    buildEnd() {
      for (const { name, start } of groups) {
        const walk = (id: string): void => {
          if (groupOf.has(id)) return;
          groupOf.set(id, name);
          this.getModuleInfo(id)?.importedIds.forEach(walk);
        };
        for (const id of this.getModuleIds()) if (id.endsWith(start)) walk(id);
      }
    },
  };
}

/** One Vite build. Library mode leaves whitespace in and adds no preload helper; the whitespace is asked out by hand. */
async function bundle(
  entry: Record<string, string>,
  { into, version, plugins = [] }: CdnOptions,
  split: boolean,
): Promise<void> {
  const groupOf = new Map<string, string>();
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    resolve: { conditions: ['@spplus/source', 'module', 'browser', 'production'] },
    define: { 'process.env.NODE_ENV': '"production"' },
    // Messages have explicit ids, so that collapsing their whitespace changes nothing.
    plugins: [
      ...plugins,
      ...(version ? [versionIs(version)] : []),
      idsAreExplicit,
      grouped(groupOf),
      helperInPlace,
      minifyTemplateLiterals({ exclude: ['**/node_modules/**'] }),
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
          codeSplitting: split
            ? { groups: groups.map(({ name }) => ({ name, test: (id: string) => groupOf.get(id) === name })) }
            : false,
        },
      },
    },
  });
}

export async function buildCdn(options: CdnOptions): Promise<void> {
  // Built beside, then put in place at once: whoever serves the folder meanwhile, or a build that fails, loses nothing.
  const into = `${options.into}.${process.pid}`;
  try {
    await fill({ ...options, into });
    rmSync(options.into, { recursive: true, force: true });
    renameSync(into, options.into);
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
}

async function fill(options: CdnOptions): Promise<void> {
  const { into, splitOnly = false } = options;
  mkdirSync(into, { recursive: true });
  await bundle({ spplus: 'packages/sdk/src/spplus.ts' }, options, true);
  if (!splitOnly) {
    for (const file of globSync('packages/sdk/src/standalone/*.ts').sort()) {
      await bundle({ [basename(file, '.ts')]: file }, options, false);
    }
  }
  const integrity = Object.fromEntries(
    globSync('**/*.js', { cwd: into })
      .sort()
      .map((file) => [file, integrityOf(readFileSync(join(into, file)))]),
  );
  writeFileSync(join(into, 'integrity.json'), `${JSON.stringify(integrity, null, 2)}\n`);
}
