/** Messages as the translation tools hold them, and their plain text. */

export interface Placeholder {
  /** Markup and `${…}` expressions that stay as they are in every language. */
  untranslatable: string;
  index: number;
}
export type Contents = readonly (string | Placeholder)[];

export interface SourceMessage {
  name: string;
  contents: Contents;
  /** `html`, `str`, or none for a plain string. */
  tag: string | undefined;
}

export interface Translation {
  name: string;
  contents: Contents;
}

/** Text that changes only when a translator has something to read: renamed variables leave it as it was. */
export const textOf = (contents: Contents): string =>
  contents
    .map((part) => (typeof part === 'string' ? part : `{${part.untranslatable.replaceAll(/\$\{[^}]*\}/g, '${}')}}`))
    .join('')
    .trim();
