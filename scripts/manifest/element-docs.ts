/** What each element says of itself, from the JSDoc of its class, through the custom-elements manifest. */
import { globSync, readFileSync } from 'node:fs';
import * as analyzer from '@custom-elements-manifest/analyzer';
// @ts-expect-error -- the analyzer publishes no types for its Lit plugin
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import type TypeScript from 'typescript';

/** The analyzer's program, which its own types leave out; it comes with a TypeScript of its own. */
const { create, ts } = analyzer as unknown as {
  create: (options: { modules: TypeScript.SourceFile[]; plugins: unknown; context: { dev: boolean } }) => Manifest;
  ts: typeof TypeScript;
};

/** The parts of the custom-elements manifest (schema 1.0) that are used here. */
export interface Named {
  name: string;
  description?: string;
}
export interface AttributeDoc extends Named {
  type?: { text: string };
  default?: string;
  fieldName?: string;
}
export interface EventDoc extends Named {
  type?: { text: string };
}
export interface PropertyDoc extends Named {
  kind: string;
  default?: string;
}
export interface ElementDoc {
  kind: string;
  name: string;
  tagName?: string;
  customElement?: boolean;
  description?: string;
  summary?: string;
  attributes?: AttributeDoc[];
  events?: EventDoc[];
  slots?: Named[];
  cssParts?: Named[];
  cssProperties?: (Named & { default?: string })[];
  cssStates?: Named[];
  members?: PropertyDoc[];
}
export interface Manifest {
  schemaVersion: string;
  modules: { path: string; declarations: ElementDoc[] }[];
}

export interface DocumentedElement extends ElementDoc {
  tagName: string;
  /** Its module, from the root of the repository. */
  path: string;
  /** e.g. `@spplus/feedback-widget`. */
  package: string;
}

const kebab = (name: string): string => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

/** Sources that may hold an element's class: those of element packages, generated files aside. */
export const elementSources = (): string[] =>
  globSync('packages/*/src/**/*.ts')
    .filter((file) => !/^packages\/(domain|contract|api-client|api-server|ui|sdk)\/|\/locales\//.test(file))
    .sort();

/** From lines such as `@attr {'inline' | 'button'} mode - How it shows.` */
const attributeTypes = (code: string): Map<string, string> =>
  new Map([...code.matchAll(/@attr \{([^}]+)\} ([\w-]+)/g)].map(([, type = '', name = '']) => [name, type]));

export function analyse(files: readonly string[]): Manifest {
  const modules = files.map((file) =>
    ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true),
  );
  const manifest = create({ modules, plugins: (litPlugin as () => unknown)(), context: { dev: false } });
  for (const { path, declarations } of manifest.modules) {
    const documentedTypes = attributeTypes(readFileSync(path, 'utf8'));
    for (const declaration of declarations) {
      // A field may be wider than its attribute, or typed by a name: what the class describes is what a page may write.
      for (const attribute of declaration.attributes ?? []) {
        const text = documentedTypes.get(attribute.name);
        if (text) attribute.type = { text };
      }
      // Registration is guarded and lives in define.ts, where the analyzer cannot follow it: the class name gives the tag.
      if (/^Spplus[A-Z]/.test(declaration.name) && declaration.kind === 'class') {
        declaration.tagName ??= kebab(declaration.name);
        declaration.customElement = true;
        // The analyzer also lists each dispatchEvent() it meets, named after an argument or not at all: what counts is what the
        // class describes.
        declaration.events = declaration.events?.filter(({ name }) => name?.startsWith('spplus-')) ?? [];
      }
    }
  }
  manifest.modules = manifest.modules.filter(({ declarations }) => declarations.some(({ tagName }) => tagName));
  return manifest;
}

export const elementsOf = (manifest: Manifest): DocumentedElement[] =>
  manifest.modules.flatMap(({ path, declarations }) =>
    declarations.flatMap((declaration) =>
      declaration.tagName
        ? [{ ...declaration, tagName: declaration.tagName, path, package: `@spplus/${path.split('/')[1] ?? ''}` }]
        : [],
    ),
  );
