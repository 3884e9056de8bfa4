/** Types of the elements in the templates of React 19, Vue 3 and Svelte 5. */
import { valuesOf } from './editors.ts';
import type { AttributeDoc, DocumentedElement, EventDoc } from './element-docs.ts';

const pascal = (tag: string): string => tag.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

const note = (description: string | undefined, indent: string) =>
  description ? `${indent}/** ${description.replaceAll('*/', '*\\/').replaceAll(/\s+/g, ' ')} */\n` : '';

function attributeType(attribute: AttributeDoc): string {
  const values = valuesOf(attribute).map((value) => `'${value}'`);
  if (values.length > 0) return values.join(' | ');
  const text = attribute.type?.text ?? 'string';
  if (/^boolean/.test(text)) return 'boolean';
  return /^number/.test(text) ? 'number | string' : 'string';
}

const attributeLines = ({ attributes }: DocumentedElement) =>
  (attributes ?? [])
    .map((attribute) => `${note(attribute.description, '  ')}  '${attribute.name}'?: ${attributeType(attribute)};\n`)
    .join('');

/** By the map that each package adds its events to, so that a package need not export their classes. */
const eventType = ({ name }: EventDoc) => `HTMLElementEventMap['${name}']`;

const attributesName = (element: DocumentedElement) => `${pascal(element.tagName)}Attributes`;

const header = '// Generated from custom-elements.json by npm run manifest.\n';

const imports = (elements: readonly DocumentedElement[]) =>
  elements.map(({ name, package: from }) => `import type { ${name} } from '${from}';\n`).join('');

const attributeInterfaces = (elements: readonly DocumentedElement[]) =>
  elements.map((element) => `export interface ${attributesName(element)} {\n${attributeLines(element)}}\n`).join('\n');

/** `onspplus-sent` in React 19, `on:spplus-sent` in Svelte 4, `onspplus-sent` in Svelte 5. */
const handlerLines = ({ events }: DocumentedElement, prefix: string) =>
  (events ?? [])
    .map(
      (event) => `${note(event.description, '  ')}  '${prefix}${event.name}'?: (event: ${eventType(event)}) => void;\n`,
    )
    .join('');

const handlers = (elements: readonly DocumentedElement[], prefix: string) =>
  elements
    .map((element) => `export interface ${pascal(element.tagName)}Handlers {\n${handlerLines(element, prefix)}}\n`)
    .join('\n');

const both = (element: DocumentedElement) => `${attributesName(element)} & ${pascal(element.tagName)}Handlers`;

export const reactTypes = (
  elements: readonly DocumentedElement[],
): string => `${header}import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${imports(elements)}
${attributeInterfaces(elements)}
${handlers(elements, 'on')}
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${elements.map((element) => `      '${element.tagName}': DetailedHTMLProps<HTMLAttributes<${element.name}>, ${element.name}> & ${both(element)};`).join('\n')}
    }
  }
}
`;

export const vueTypes = (
  elements: readonly DocumentedElement[],
): string => `${header}import type { DefineComponent, HTMLAttributes } from 'vue';
${imports(elements)}
${attributeInterfaces(elements)}
${elements.map((element) => `export interface ${pascal(element.tagName)}Emits {\n${(element.events ?? []).map((event) => `${note(event.description, '  ')}  '${event.name}': (event: ${eventType(event)}) => void;\n`).join('')}}\n`).join('\n')}
declare module 'vue' {
  interface GlobalComponents {
${elements.map((element) => `    '${element.tagName}': DefineComponent<HTMLAttributes & ${attributesName(element)}, object, object, object, object, object, object, ${pascal(element.tagName)}Emits> & { readonly $el: ${element.name} };`).join('\n')}
  }
}
`;

export const svelteTypes = (
  elements: readonly DocumentedElement[],
): string => `${header}import type { HTMLAttributes } from 'svelte/elements';
${imports(elements)}
${attributeInterfaces(elements)}
${handlers(elements, 'on')}
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${elements.map((element) => `    '${element.tagName}': HTMLAttributes<${element.name}> & ${both(element)};`).join('\n')}
  }
}
`;
