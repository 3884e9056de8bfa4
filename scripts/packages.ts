/**
 * What npm would carry, as somebody would get it: each package is packed, checked (publint, are-the-types-wrong), installed
 * from its archive in an empty project, imported there by Node (no window, no document) and by the type checker.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { publishable } from './build/npm.ts';
import { nodeArguments } from './with-node.mjs';

interface Manifest {
  name: string;
  version: string;
  /** `null` closes a path that a pattern would open. */
  exports: Record<string, { types: string; default: string } | null>;
  dependencies?: Record<string, string>;
}

const root = process.cwd();
const work = mkdtempSync(join(tmpdir(), 'spplus-packages-'));
let passed = 0;
let failed = 0;

function check(title: string, work: () => string | undefined): void {
  const fault = work();
  if (fault === undefined) passed += 1;
  else failed += 1;
  console.log(
    `  ${fault === undefined ? '✔' : '✘'} ${title}${fault === undefined ? '' : `\n    ${fault.trim().replaceAll('\n', '\n    ')}`}`,
  );
}

/** Runs a program; what it said if it failed. */
function run(program: string, parameters: string[], cwd = root): string | undefined {
  const { status, stdout, stderr } = spawnSync(program, parameters, { cwd, encoding: 'utf8' });
  return status === 0 ? undefined : `${stdout}\n${stderr}`.trim().slice(-1500) || `exit ${String(status)}`;
}
const node = (parameters: string[], cwd?: string) => run(process.execPath, parameters, cwd);

/** Export paths as an importer writes them; a pattern gives one for each built file it covers. */
function entryPoints({ name, exports }: Manifest, folder: string): string[] {
  const closed = Object.entries(exports).filter(([, target]) => target === null);
  return Object.entries(exports).flatMap(([path, target]) => {
    if (target === null) return [];
    if (!path.includes('*')) return [path === '.' ? name : `${name}${path.slice(1)}`];
    const [before = '', after = ''] = target.default.slice(2).split('*');
    return globSync(`${before}**/*${after}`, { cwd: folder })
      .filter((file) => !file.includes('lit-localize'))
      .map((file) => `${name}/${file.slice(before.length, -after.length)}`)
      .filter((entry) => closed.every(([door]) => entry !== `${name}${door.slice(1)}`));
  });
}

/**
 * Dependencies from elsewhere, and theirs, are those of this repository, flat as npm installs them: nothing is downloaded.
 */
function link(dependency: string, modules: string): void {
  const place = join(modules, dependency);
  if (dependency.startsWith('@spplus/') || existsSync(place)) return;
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(resolve('node_modules', dependency), place);
  const { dependencies = {} } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as Partial<Manifest>;
  for (const next of Object.keys(dependencies)) if (existsSync(join('node_modules', next))) link(next, modules);
}

try {
  const project = join(work, 'consumer');
  const modules = join(project, 'node_modules');
  mkdirSync(join(modules, '@spplus'), { recursive: true });
  writeFileSync(join(project, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }');
  const imports: string[] = [];

  for (const name of publishable) {
    const folder = `packages/${name}`;
    const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Manifest;
    const archive = join(work, `spplus-${name}-${manifest.version}.tgz`);
    check(`${manifest.name} packs`, () => run('npm', ['pack', `./${folder}`, '--pack-destination', work, '--silent']));
    check(`${manifest.name} passes publint`, () =>
      node([resolve('node_modules/publint/src/cli.js'), 'run', archive, '--strict']),
    );
    check(`${manifest.name} has types that resolve`, () =>
      node([resolve('node_modules/@arethetypeswrong/cli/dist/index.js'), archive, '--profile', 'esm-only']),
    );
    const installed = join(modules, manifest.name);
    mkdirSync(installed, { recursive: true });
    check(`${manifest.name} unpacks`, () => run('tar', ['-xzf', archive, '-C', installed, '--strip-components=1']));
    check(`${manifest.name} carries no map or path of this machine`, () => {
      const telling = globSync('dist/**/*.{js,map,d.ts}', { cwd: installed }).filter(
        (file) => file.endsWith('.map') || readFileSync(join(installed, file), 'utf8').includes(root),
      );
      return telling.length > 0 ? telling.join(', ') : undefined;
    });
    for (const dependency of Object.keys(manifest.dependencies ?? {})) link(dependency, modules);
    if (name !== 'api-server') imports.push(...entryPoints(manifest, installed));
  }

  check('spplus-check runs where it is installed', () =>
    node([join(modules, '@spplus/check/bin/spplus-check.js'), '--help'], project),
  );
  for (const entry of imports) {
    check(`import '${entry}' on a server`, () =>
      node(['--input-type=module', '-e', `await import(${JSON.stringify(entry)})`], project),
    );
  }

  writeFileSync(
    join(project, 'consumer.ts'),
    imports.map((entry, index) => `import * as entry${index} from '${entry}';\nvoid entry${index};\n`).join(''),
  );
  const options = {
    module: 'NodeNext',
    target: 'ES2022',
    strict: true,
    noEmit: true,
    lib: ['ES2024', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
    types: [],
  };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['consumer.ts'] }));
  check('a strict TypeScript project compiles with all of it, declarations included', () =>
    node([resolve('node_modules/typescript/bin/tsc'), '-p', project], project),
  );
  check('custom-elements.json agrees with the code', () => node([...nodeArguments, 'scripts/manifest.ts', 'check']));
} finally {
  rmSync(work, { recursive: true, force: true });
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
