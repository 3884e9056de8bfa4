/**
 * References and secrets of demands as people read them aloud and type them: Crockford’s base 32 (no I, L, O, U) in groups of
 * four. The last character checks the others: one wrong, or any two swapped, and a page says so before anything is sent.
 */

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Groups of four: 55 random bits, and 135. */
const [referenceGroups, secretGroups] = [3, 7];

/** Times two in the field of 32 elements (x⁵ + x² + 1), where the first 31 powers of two all differ. */
const twice = (value: number) => (value << 1) ^ (value & 16 ? 37 : 0);

const sumOf = (characters: string): number =>
  [...characters].reduce((sum, character) => twice(sum) ^ alphabet.indexOf(character), 0);

/** With its check character, in groups. `characters`: of the alphabet, one less than a code has; dashes do not count. */
export function checkedCode(characters: string): string {
  const bare = characters.replaceAll('-', '');
  return grouped(bare + alphabet.charAt(twice(sumOf(bare))));
}

/** A reference as it was typed, as it is written; undefined where it cannot be one. */
export const readDemandReference = (typed: string): string | undefined => read(typed, referenceGroups);

/** A secret as it was typed, as it is written; undefined where it cannot be one. */
export const readDemandSecret = (typed: string): string | undefined => read(typed, secretGroups);

/** Whatever the case, the spaces and dashes; O is 0, I and L are 1. */
function read(typed: string, groups: number): string | undefined {
  const bare = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const isCode = bare.length === 4 * groups && [...bare].every((character) => alphabet.includes(character));
  return isCode && sumOf(bare) === 0 ? grouped(bare) : undefined;
}

const grouped = (bare: string): string => bare.replace(/.{4}(?=.)/g, '$&-');
