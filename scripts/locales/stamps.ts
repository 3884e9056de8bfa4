/**
 * Which French sentence each translation was made from. A translation has an explicit id, so nothing in it changes when
 * the French does; a stamp, kept beside the XLIFF file, tells that it went stale (docs/decisions/0005-locales-gate.md).
 */
import { createHash } from 'node:crypto';
import { textOf, type SourceMessage, type Translation } from './message-text.ts';

/** By message id: a hash of the source at translation time, then a hash of the translation. */
export type Stamps = Record<string, string>;

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 10);

export const stamp = (source: SourceMessage, translation: Translation): string =>
  `${hash(textOf(source.contents))} ${hash(textOf(translation.contents))}`;

const targetHash = (stamped: string): string | undefined => stamped.split(' ')[1];

/**
 * Stamps after the translators' work: a translation that is new, that was written again or whose id is in `accepted` counts as
 * made from today's French; the others keep the stamp they had. Removed messages lose theirs.
 */
export function renewStamps(
  sources: readonly SourceMessage[],
  translations: readonly Translation[],
  old: Stamps,
  accepted: ReadonlySet<string> = new Set(),
): Stamps {
  const renewed: Stamps = {};
  for (const source of [...sources].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const translation = translations.find(({ name }) => name === source.name);
    if (!translation || textOf(translation.contents) === '') continue;
    const today = stamp(source, translation);
    const before = old[source.name];
    const unchanged = before !== undefined && targetHash(before) === targetHash(today);
    renewed[source.name] = unchanged && !accepted.has(source.name) ? before : today;
  }
  return renewed;
}

export const isStale = (source: SourceMessage, translation: Translation, stamps: Stamps): boolean =>
  stamps[source.name] !== undefined && stamps[source.name] !== stamp(source, translation);
