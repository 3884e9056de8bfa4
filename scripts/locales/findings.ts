/** What is wrong with the translations of a package, as sentences that name the message and what to do. */
import { textOf, type Contents, type SourceMessage, type Translation } from './message-text.ts';
import { isStale, type Stamps } from './stamps.ts';

export interface Finding {
  /** Message id. */
  id: string;
  sentence: string;
}

/** Ids that lit-localize derives from the text when none is given. */
const derivedId = /^[sh][0-9a-f]{16}$/;

/** A plain space there lets a line start with a lone sign. */
const breakableSpace = / [?!;:»]|« /;
const straightApostrophe = /\p{L}'\p{L}/u;

function findInFrench({ name, contents }: SourceMessage): string[] {
  const text = textOf(contents);
  return [
    ...(derivedId.test(name) ? [`"${text}" has no id of its own; give one: msg(…, { id: 'area.what' })`] : []),
    ...(breakableSpace.test(text) ? [`"${text}" has a plain space beside a sign; write \\u202F there`] : []),
    ...(straightApostrophe.test(text) ? [`"${text}" has a straight apostrophe; write ’`] : []),
  ];
}

/** What is wrong with the French itself. */
export const findSourceFaults = (sources: readonly SourceMessage[]): Finding[] =>
  sources.flatMap((source) => findInFrench(source).map((sentence) => ({ id: source.name, sentence })));

const placeholders = (contents: Contents): string[] =>
  contents
    .flatMap((part) => (typeof part === 'string' ? [] : [part.untranslatable.replaceAll(/\$\{[^}]*\}/g, '${}')]))
    .sort();

/** lit-localize escapes these in every target, and a plain string would show the escape. */
const breaksPlainText = /[&<>]/;

function findInOne(source: SourceMessage, translation: Translation | undefined, stamps: Stamps): string | undefined {
  if (!translation || textOf(translation.contents) === '') {
    return `has no translation; the French is "${textOf(source.contents)}"`;
  }
  const [wanted, found] = [placeholders(source.contents), placeholders(translation.contents)];
  if (wanted.join('\n') !== found.join('\n')) {
    return `has other placeholders than the French: expected ${wanted.join(' ') || 'none'}, found ${found.join(' ') || 'none'}`;
  }
  if (
    source.tag !== 'html' &&
    translation.contents.some((part) => typeof part === 'string' && breaksPlainText.test(part))
  ) {
    return 'holds &, < or >, which would be shown escaped; word it otherwise';
  }
  if (isStale(source, translation, stamps)) {
    return `is stale: the French has changed to "${textOf(source.contents)}". Translate it again, or confirm it with: npm run locales -- accept`;
  }
  return undefined;
}

export function findFaults(
  sources: readonly SourceMessage[],
  translations: readonly Translation[],
  stamps: Stamps,
): Finding[] {
  const faults: Finding[] = [];
  for (const source of sources) {
    const translation = translations.find(({ name }) => name === source.name);
    const sentence = findInOne(source, translation, stamps);
    if (sentence) faults.push({ id: source.name, sentence });
  }
  for (const { name } of translations) {
    if (sources.some((source) => source.name === name)) continue;
    faults.push({ id: name, sentence: 'is translated but no longer in the sources; npm run locales removes it' });
  }
  return faults;
}
