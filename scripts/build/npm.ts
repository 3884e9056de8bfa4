/** What npm carries: each package's modules and types in its dist/, from one run of the compiler. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const publishable = [
  'domain',
  'contract',
  'check',
  'api-client',
  'ui',
  'contact-card',
  'results-badge',
  'feedback-widget',
  'sdk',
  'api-server',
] as const;

/** Kept in packages/sdk/dist when the modules are built again: other programs write them. */
const kept = /^(cdn.*|.*\.json|(react|vue|svelte)\.d\.ts)$/;

function compile(into: string): void {
  const project = join(into, 'tsconfig.json');
  const root = process.cwd();
  const sources = publishable.map((name) => `${root}/packages/${name}/src`);
  const drivers = globSync('packages/*/test/driver.ts').map((file) => join(root, file));
  writeFileSync(
    project,
    JSON.stringify({
      extends: `${root}/tsconfig.json`,
      compilerOptions: {
        noEmit: false,
        declaration: true,
        // What the code says is checked by `npm test -- types`; here it is only written out.
        noCheck: true,
        rootDir: `${root}/packages`,
        outDir: `${into}/out`,
        types: ['node'],
        typeRoots: [`${root}/node_modules/@types`],
      },
      include: sources,
      files: drivers,
      exclude: [],
    }),
  );
  const { status, stdout } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The compiler refused the packages.\n${stdout}`);
}

/**
 * `ui` carries its own copy of @lit/localize: two SDKs that shared one deduplicated copy would each configure it, and the
 * second would throw (docs/decisions/0002-language-per-element.md).
 */
function carryLocalize(dist: string): void {
  const from = 'node_modules/@lit/localize';
  const into = join(dist, 'lit-localize');
  const wanted = globSync(['*.{js,d.ts}', 'init/*.{js,d.ts}', 'internal/*.{js,d.ts}'], { cwd: from });
  for (const file of wanted) {
    mkdirSync(dirname(join(into, file)), { recursive: true });
    const text = readFileSync(join(from, file), 'utf8').replace(/^\/\/# sourceMappingURL=.*$/gm, '');
    writeFileSync(join(into, file), text);
  }
  cpSync(join(from, 'LICENSE'), join(into, 'LICENSE'));
  for (const file of globSync('*.{js,d.ts}', { cwd: dist })) {
    const text = readFileSync(join(dist, file), 'utf8');
    const own = text.replace(
      /(['"])@lit\/localize(?:\/([^'"]+))?\1/g,
      (_all, quote: string, path = 'lit-localize.js') => `${quote}./lit-localize/${String(path)}${quote}`,
    );
    if (own !== text) writeFileSync(join(dist, file), own);
  }
}

/** The compiler rewrites the endings of imports, not of the addresses that workers are made from. */
function nameBuiltWorkers(dist: string): void {
  for (const file of globSync('**/*.js', { cwd: dist })) {
    const text = readFileSync(join(dist, file), 'utf8');
    const named = text.replace(/(new URL\(['"]\.\/[\w-]+)\.ts(['"], import\.meta\.url)/g, '$1.js$2');
    if (named !== text) writeFileSync(join(dist, file), named);
  }
}

export function buildPackages(): void {
  const work = mkdtempSync(join(tmpdir(), 'spplus-build-'));
  try {
    compile(work);
    for (const name of publishable) {
      const dist = `packages/${name}/dist`;
      mkdirSync(dist, { recursive: true });
      for (const old of readdirSync(dist)) {
        if (name !== 'sdk' || !kept.test(old)) rmSync(join(dist, old), { recursive: true });
      }
      cpSync(join(work, 'out', name, 'src'), dist, { recursive: true });
      for (const ending of ['js', 'd.ts']) {
        const driver = join(work, 'out', name, 'test', `driver.${ending}`);
        if (!existsSync(driver)) continue;
        writeFileSync(join(dist, `testing.${ending}`), readFileSync(driver, 'utf8').replaceAll('../src/', './'));
      }
      nameBuiltWorkers(dist);
      if (name === 'ui') carryLocalize(dist);
    }
  } finally {
    rmSync(work, { recursive: true });
  }
}
