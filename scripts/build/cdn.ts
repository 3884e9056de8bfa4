/** The files that a page downloads: split modules (loader, elements, what each gesture adds), and one file per element. */
import { copyFileSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { build, type Plugin, type Rolldown } from 'vite';
import { withoutNotes } from './bundler-notes.ts';
import { compiledSchemas } from './compiled-schemas.ts';
import { integrityOf } from './integrity.ts';
import { shortMessageIds } from './short-message-ids.ts';

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

/** What Lit keeps for browsers without constructible style sheets, which cannot run es2022 either, and for its polyfills. */
const litForModernBrowsers: Plugin = {
  name: 'spplus-lit-for-modern-browsers',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/node_modules\/(@lit\/reactive-element|lit-html|lit-element)\//.test(id)) return null;
    return code
      .replace(/=\w+\.ShadowRoot&&.*?CSSStyleSheet\.prototype/, '=!0')
      .replaceAll(/\w+\.\w+(Polyfill|Hydrate)Support\b/g, 'undefined');
  },
};

/**
 * What travels in one file. Left alone, the bundler cuts a chunk for each set of importers, and each is one more request
 * before anything shows. In order, each takes what it imports at once, less what the ones before have taken.
 */
const groups = [
  {
    name: 'base',
    starts: ['base-element', 'define-element', 'fault', 'heading', 'settings', 'styles/base-styles'].map(
      (name) => `/packages/ui/src/${name}.ts`,
    ),
  },
  {
    name: 'data',
    starts: [
      '/packages/ui/src/json-file.ts',
      '/packages/domain/src/field-readers.ts',
      '/packages/domain/src/civil-date.ts',
    ],
  },
  { name: 'feedback', starts: ['/packages/feedback-widget/src/define.ts'] },
  { name: 'feedback-form', starts: ['/packages/feedback-widget/src/opened-widget.ts'] },
  { name: 'contact', starts: ['/packages/contact-card/src/define.ts'] },
  { name: 'contact-full', starts: ['/packages/contact-card/src/full-card.ts'] },
  { name: 'results', starts: ['/packages/results-badge/src/define.ts'] },
  { name: 'improvements', starts: ['/packages/results-badge/src/define-improvements.ts'] },
  { name: 'results-panel', starts: ['/packages/results-badge/src/panel/results-panel.ts'] },
  { name: 'feedback-send', starts: ['/packages/feedback-widget/src/form/sending.ts'] },
];

/**
 * Last touches to the text of each file. The bundler's helper that makes an object of a module's exports is a file, so a
 * request, of its own: it is short, and each file that needs it carries it. Its notes to itself weigh too.
 */
const lastTouches: Plugin = {
  name: 'spplus-last-touches',
  generateBundle(_options, bundle) {
    const helper = 'e=>{for(let t in e)e.__defineGetter__(t,e[t]);return e}';
    for (const file of Object.keys(bundle)) if (file.includes('rolldown-runtime')) Reflect.deleteProperty(bundle, file);
    for (const output of Object.values(bundle)) {
      if (output.type !== 'chunk') continue;
      const plain = withoutNotes(output.code);
      const [statement, name] = /import\{\w+ as (\w+)\}from"[./\w-]*rolldown-runtime-[\w-]+\.js";/.exec(plain) ?? [];
      const used = plain.replaceAll(`=${name}({})`, '={}');
      output.code = statement
        ? used.replace(statement, used.includes(`=${name}(`) ? `const ${name}=${helper};` : '')
        : plain;
      if (output.isEntry) output.code = together(output, bundle);
    }
  },
};

/** The loader, which has no use for what they export, asks for a file and for all that it needs in one go. */
function together({ code, dynamicImports }: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle): string {
  const ask = (file: string) => `import(\`./${file}\`)`;
  return dynamicImports.reduce((text, file) => {
    const target = bundle[file];
    const needed = target?.type === 'chunk' ? target.imports : [];
    const files = [file, ...needed.filter((name) => bundle[name] && !dynamicImports.includes(name))];
    const [before = '', after = ''] = text.split(ask(file));
    return `${before}Promise.all([${files.map(ask).join()}])${after.replace(/^\.then\(\w+=>\w+\.\w+\)/, '')}`;
  }, code);
}

function grouped(groupOf: Map<string, string>): Plugin {
  return {
    name: 'spplus-groups',
    buildEnd() {
      for (const { name, starts } of groups) {
        const walk = (id: string): void => {
          if (groupOf.has(id)) return;
          groupOf.set(id, name);
          this.getModuleInfo(id)?.importedIds.forEach(walk);
        };
        for (const id of this.getModuleIds()) if (starts.some((start) => id.endsWith(start))) walk(id);
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
      shortMessageIds(),
      litForModernBrowsers,
      compiledSchemas,
      grouped(groupOf),
      lastTouches,
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
          chunkFileNames: 'chunks/[name]-[hash:6].js',
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
  copyFileSync('packages/sdk/src/spplus.css', join(into, 'spplus.css'));
  const integrity = Object.fromEntries(
    globSync('**/*.{js,css}', { cwd: into })
      .sort()
      .map((file) => [file, integrityOf(readFileSync(join(into, file)))]),
  );
  writeFileSync(join(into, 'integrity.json'), `${JSON.stringify(integrity, null, 2)}\n`);
}
