/** Where an element's documentation and its code disagree. */
import type { ElementDoc, Named } from './element-docs.ts';
import type { Usage } from './usage.ts';

interface Kind {
  /** How it is called in a sentence. */
  title: string;
  tag: string;
  documented: (element: ElementDoc) => readonly Named[] | undefined;
  used: (usage: Usage, element: ElementDoc) => Iterable<string>;
}

const attributeFields = (element: ElementDoc) =>
  (element.attributes ?? []).filter(({ fieldName }) => fieldName).map(({ name }) => name);

const kinds: readonly Kind[] = [
  {
    title: 'attribute',
    tag: '@attr',
    documented: ({ attributes }) => attributes,
    used: (usage, element) => new Set([...usage.attributes, ...attributeFields(element)]),
  },
  { title: 'event', tag: '@event', documented: ({ events }) => events, used: ({ events }) => events },
  { title: 'slot', tag: '@slot', documented: ({ slots }) => slots, used: ({ slots }) => slots },
  { title: 'part', tag: '@csspart', documented: ({ cssParts }) => cssParts, used: ({ cssParts }) => cssParts },
  {
    title: 'custom property',
    tag: '@cssproperty',
    documented: ({ cssProperties }) => cssProperties,
    used: ({ cssProperties }) => cssProperties,
  },
];

/** One sentence per disagreement, in the order of the kinds. */
export function findDisagreements(element: ElementDoc, usage: Usage): string[] {
  const tag = element.tagName ?? element.name;
  const found: string[] =
    element.description || element.summary ? [] : [`<${tag}> has no sentence that says what it is for`];
  for (const kind of kinds) {
    const documented = new Map((kind.documented(element) ?? []).map((entry) => [entry.name, entry]));
    const used = new Set(kind.used(usage, element));
    const shown = (name: string) => (name === '' ? `the default ${kind.title}` : `${kind.title} ${name}`);
    for (const name of used) {
      if (!documented.get(name)?.description)
        found.push(`<${tag}> uses ${shown(name)}, which no ${kind.tag} describes`);
    }
    for (const name of documented.keys()) {
      if (!used.has(name)) found.push(`<${tag}> describes ${shown(name)} (${kind.tag}), which its code does not use`);
    }
  }
  return found;
}
