/**
 * The one door to @lit/localize: elements import `msg` and `str` from here only.
 *
 * The usual mode of @lit/localize holds one language for the whole page. Its re-entrant mode asks for the templates before
 * each `msg()`, so each element can set its own around its rendering (docs/decisions/0002-language-per-element.md).
 */
import { configureReentrantLocalization } from '@lit/localize/init/reentrant.js';
import type { LocaleModule } from '@lit/localize';

export { msg } from '@lit/localize/init/install.js';
export { str } from '@lit/localize/internal/str-tag.js';

/** The language the sentences are written in. */
export const sourceLocale = 'fr';

/** Loads the translations of one package, by language tag. French needs none. */
export type LocaleLoaders = Readonly<Record<string, () => Promise<LocaleModule>>>;

let active: LocaleModule | undefined;

configureReentrantLocalization({
  sourceLocale,
  targetLocales: ['active'],
  getLocale: () => (active ? 'active' : sourceLocale),
  loadLocaleSync: () => active,
});

/** Runs `render` with `msg()` answering from these translations, or in French without any. */
export function withTranslations<T>(translations: LocaleModule | undefined, render: () => T): T {
  const outer = active;
  active = translations;
  try {
    return render();
  } finally {
    active = outer;
  }
}

/** The best language on offer for a tag: `pt-BR`, else `pt`, else French (BCP 47 lookup, RFC 4647 section 3.4). */
export function matchLocale(tag: string, offered: LocaleLoaders): string {
  for (let wanted = tag.toLowerCase(); wanted; wanted = wanted.slice(0, Math.max(0, wanted.lastIndexOf('-')))) {
    if (wanted in offered) return wanted;
  }
  return sourceLocale;
}

/** The language around an element: the nearest `lang`, through the shadow roots it sits in. */
export function languageAround(element: Element): string {
  for (let node: Element | null = element; node;) {
    const holder: Element | null = node.closest('[lang]');
    if (holder) return (holder as HTMLElement).lang;
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return sourceLocale;
}

/** Is this language written from right to left? */
export const isRightToLeft = (locale: string): boolean => /^(ar|ckb|dv|fa|he|ps|ur|yi)\b/.test(locale);
