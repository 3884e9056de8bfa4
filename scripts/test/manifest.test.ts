import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import ts from 'typescript';
import { vscodeData } from '../manifest/editors.ts';
import { analyse, elementsOf, type DocumentedElement } from '../manifest/element-docs.ts';
import { findDisagreements } from '../manifest/findings.ts';
import { reactTypes, svelteTypes, vueTypes } from '../manifest/frameworks.ts';
import { usageIn } from '../manifest/usage.ts';

const folder = mkdtempSync(join(tmpdir(), 'spplus-manifest-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const source = `
/**
 * Collects an opinion.
 *
 * @slot - What is shown without JavaScript.
 * @attr {'inline' | 'button'} mode - How it shows.
 * @attr {string} service - Which service it is about.
 * @event {ExampleSentEvent} spplus-example-sent - An opinion arrived.
 * @csspart button - The button that opens.
 * @cssproperty [--spplus-accent] - Colour of actions.
 */
export class SpplusExample extends SpplusElement {
  static override properties = { mode: {} };
  declare mode: ExampleMode;
  static override styles = css\`button { color: var(--spplus-accent, navy) }\`;
  render() {
    return html\`<slot></slot><button part="button">\${setting(this, 'service')}</button>\`;
  }
}
class ExampleSentEvent extends Event {
  constructor() { super('spplus-example-sent', { bubbles: true, composed: true }); }
}
`;

function example(code = source): DocumentedElement {
  const file = join(folder, 'example.ts');
  writeFileSync(file, code);
  const element = elementsOf(analyse([file]))[0];
  assert.ok(element, 'the class was not found');
  return { ...element, package: '@spplus/example' };
}

const disagreements = (code: string) => findDisagreements(example(code), usageIn(code));

describe('the documentation of an element', () => {
  it('agrees with code that uses what it describes', () => assert.deepEqual(disagreements(source), []));

  for (const [what, line] of Object.entries({
    'attribute mode': /.*@attr .* mode .*\n/,
    'attribute service': /.*@attr .* service .*\n/,
    'event spplus-example-sent': /.*@event .*\n/,
    'the default slot': /.*@slot .*\n/,
    'part button': /.*@csspart .*\n/,
    'custom property --spplus-accent': /.*@cssproperty .*\n/,
  })) {
    it(`misses ${what} when its line is taken away`, () => {
      const found = disagreements(source.replace(line, ''));
      assert.equal(found.length, 1);
      assert.ok(found[0]?.includes(`uses ${what}, which no`), found[0]);
    });
  }

  it('names what is described and no longer there', () => {
    const found = disagreements(source.replace('<slot></slot><button part="button">', '<button>'));
    assert.deepEqual(
      found.map((sentence) => sentence.replace('<spplus-example> describes ', '')),
      ['the default slot (@slot), which its code does not use', 'part button (@csspart), which its code does not use'],
    );
  });

  it('gives editors the values of an attribute', () => {
    const [mode] = vscodeData([example()]).tags[0]?.attributes ?? [];
    assert.deepEqual(mode, {
      name: 'mode',
      description: 'How it shows.',
      values: [{ name: 'inline' }, { name: 'button' }],
    });
  });
});

/** As little of the frameworks' own types as the generated ones lean on. */
const stubs = `
declare module 'react' {
  export interface HTMLAttributes<T> { id?: string; onClick?: (event: { currentTarget: T }) => void }
  export type DetailedHTMLProps<A, E> = A & { ref?: (element: E | null) => void };
  export namespace JSX { interface Element { type: string } interface IntrinsicElements { p: object } }
}
declare module 'react/jsx-runtime' { export { JSX } from 'react'; export const jsx: unknown; export const jsxs: unknown; }
declare module 'vue' {
  export interface HTMLAttributes { id?: string }
  export interface GlobalComponents { RouterView: object }
  export type DefineComponent<P, A, B, C, D, E, F, Emits> = { props: P; emits: Emits; rest?: [A, B, C, D, E, F] };
}
declare module 'svelte/elements' {
  export interface HTMLAttributes<T> { id?: string; element?: T }
  export interface SvelteHTMLElements { p: object }
}
interface HTMLElementEventMap { 'spplus-example-sent': import('@spplus/example').ExampleSentEvent }
declare module '@spplus/example' {
  export class SpplusExample extends HTMLElement { mode: 'inline' | 'button' }
  export class ExampleSentEvent extends Event { readonly reference: string }
}
`;

/** Messages of the compiler for a template of a framework, with the generated types in the program. */
function compile(types: string, template: string): string[] {
  const files = { 'stubs.d.ts': stubs, 'types.d.ts': types, 'template.tsx': template };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const program = ts.createProgram(
    Object.keys(files).map((name) => join(folder, name)),
    {
      strict: true,
      skipLibCheck: true,
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
      noEmit: true,
      types: [],
      jsx: ts.JsxEmit.ReactJSX,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
    },
  );
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

const frameworks = {
  'React 19': {
    types: reactTypes,
    template: (mode: string, field: string) =>
      `export const page = <spplus-example mode="${mode}" service="mairie" onspplus-example-sent={(event) => event.${field}} />;`,
  },
  'Vue 3': {
    types: vueTypes,
    template: (mode: string, field: string) => `import type { GlobalComponents } from 'vue';
export const props: GlobalComponents['spplus-example']['props'] = { mode: '${mode}', service: 'mairie' };
export const emits: GlobalComponents['spplus-example']['emits'] = { 'spplus-example-sent': (event) => void event.${field} };`,
  },
  'Svelte 5': {
    types: svelteTypes,
    template: (mode: string, field: string) => `import type { SvelteHTMLElements } from 'svelte/elements';
export const props: SvelteHTMLElements['spplus-example'] = { mode: '${mode}', 'onspplus-example-sent': (event) => void event.${field} };`,
  },
};

for (const [name, { types, template }] of Object.entries(frameworks)) {
  describe(`a template of ${name}`, () => {
    const generated = types([example()]);
    it('accepts attributes and events of an element', () =>
      assert.deepEqual(compile(generated, template('button', 'reference')), []));
    it('refuses a value that the attribute does not have', () => {
      assert.match(compile(generated, template('floating', 'reference')).join(), /"floating"' is not assignable/);
    });
    it('refuses a field that the event does not have', () => {
      assert.match(compile(generated, template('button', 'opinion')).join(), /Property 'opinion' does not exist/);
    });
  });
}
