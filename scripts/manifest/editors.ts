/** Completion in editors: VS Code's custom data, JetBrains' web-types. */
import type { AttributeDoc, DocumentedElement, Named } from './element-docs.ts';

/** Values of a union of strings: `'inline' | 'button'` gives both names; other types give none. */
export function valuesOf({ type }: AttributeDoc): string[] {
  const members = (type?.text ?? '').split('|').map((member) => member.trim());
  const strings = members.map((member) => /^'([^']*)'$/.exec(member)?.[1]);
  return strings.flatMap((value) => (value === undefined ? [] : [value]));
}

const summaryOf = (element: DocumentedElement) => element.summary ?? element.description ?? '';

const described = (entries: readonly Named[] | undefined) =>
  (entries ?? []).map(({ name, description }) => ({ name, ...(description && { description }) }));

/** Format: https://github.com/microsoft/vscode-html-languageservice/blob/main/docs/customData.md */
export const vscodeData = (elements: readonly DocumentedElement[]) => ({
  version: 1.1,
  tags: elements.map((element) => ({
    name: element.tagName,
    description: summaryOf(element),
    attributes: (element.attributes ?? []).map((attribute) => ({
      name: attribute.name,
      description: attribute.description ?? '',
      ...(valuesOf(attribute).length > 0 && { values: valuesOf(attribute).map((name) => ({ name })) }),
    })),
  })),
});

/** Format: https://github.com/JetBrains/web-types */
export const webTypes = (elements: readonly DocumentedElement[], version: string) => ({
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name: '@spplus/sdk',
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: elements.map((element) => ({
        name: element.tagName,
        description: summaryOf(element),
        attributes: (element.attributes ?? []).map((attribute) => ({
          name: attribute.name,
          ...(attribute.description && { description: attribute.description }),
          ...(attribute.default && { default: attribute.default.replaceAll("'", '') }),
          value: {
            type:
              valuesOf(attribute)
                .map((value) => `'${value}'`)
                .join(' | ') ||
              attribute.type?.text ||
              'string',
          },
        })),
        slots: described(element.slots),
        js: { events: described(element.events) },
        css: { parts: described(element.cssParts), properties: described(element.cssProperties) },
      })),
    },
  },
});
