/** Sensitive values of a recap, masked before they are stored: what is not kept cannot leak. */
import type { RecapSection } from '@spplus/contract/demand';

const sign = '•';

/** The last characters, enough for their owner to know it: a quarter of them, four at most. What is masked already stays. */
export function masked(value: string): string {
  if (value.includes(sign)) return value;
  const characters = Array.from(value.trim());
  const shown = Math.min(4, Math.floor(characters.length / 4));
  return sign.repeat(4) + characters.slice(characters.length - shown).join('');
}

export const maskedRecap = (sections: readonly RecapSection[]): RecapSection[] =>
  sections.map((section) => ({
    ...section,
    items: section.items.map((item) =>
      item.masked && item.value !== undefined ? { ...item, value: masked(item.value) } : item,
    ),
  }));
