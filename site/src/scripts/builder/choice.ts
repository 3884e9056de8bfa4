/** What the web team chose, and how the address of the page keeps it: in the fragment, which no server receives. */
import { moduleNamed } from './options.ts';

export interface Choice {
  module: string;
  /** Values by attribute; an absent one is the default. */
  values: Readonly<Record<string, string>>;
  service: string;
  api: string;
  /** Where the SDK's files are, with a trailing slash. */
  sdk: string;
  /** Page that the fallback link leads to. */
  contact: string;
}

const settings = ['service', 'api', 'sdk', 'contact'] as const;

/** Reads a fragment over defaults. Unknown names and values that are not on offer are dropped. */
export function choiceFrom(fragment: string, defaults: Choice): Choice {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  const module = moduleNamed(given.get('module') ?? defaults.module);
  const values: Record<string, string> = {};
  for (const { attribute, choices } of module.options) {
    const value = given.get(attribute) ?? '';
    if (value && (!choices || choices.some(([offered]) => offered === value))) values[attribute] = value;
  }
  const choice: Choice = { ...defaults, module: module.name, values };
  for (const name of settings) choice[name] = given.get(name) || defaults[name];
  return choice;
}

/** The shortest fragment that gives the choice back over the same defaults. */
export function fragmentOf(choice: Choice, defaults: Choice): string {
  const kept = new URLSearchParams({ module: choice.module });
  for (const [attribute, value] of Object.entries(givenValues(choice))) kept.set(attribute, value);
  for (const name of settings) if (choice[name] !== defaults[name]) kept.set(name, choice[name]);
  return `#${kept.toString()}`;
}

/** The attributes worth writing: what is set and is not the default. */
export function givenValues({ module, values }: Choice): Record<string, string> {
  const options = moduleNamed(module).options;
  return Object.fromEntries(
    options.flatMap(({ attribute, choices }) => {
      const value = values[attribute]?.trim();
      return value && value !== choices?.[0]?.[0] ? [[attribute, value]] : [];
    }),
  );
}
