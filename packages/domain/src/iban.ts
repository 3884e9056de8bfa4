/** International bank account numbers (ISO 13616): the rest by 97 of the rearranged number is 1. */

/** Country, key, then 11 to 30 characters, in any grouping. */
export const ibanPattern = /(?<![\w])[A-Z]{2}\d{2}(?:[\s-]?[\dA-Z]){11,30}(?![\w])/gi;

/** Lengths of the accounts that are seen in France most (SWIFT IBAN registry); others are held to the key alone. */
const lengths: Readonly<Record<string, number>> = {
  BE: 16,
  CH: 21,
  DE: 22,
  ES: 24,
  FR: 27,
  GB: 22,
  IT: 27,
  LU: 20,
  MC: 27,
  NL: 18,
  PT: 25,
};

/** The length of the account at the start of `written` (spaces not counted), or 0 when there is none whose key holds. */
export function ibanLength(written: string): number {
  const characters = written.toUpperCase().replace(/[^\dA-Z]/g, '');
  const expected = lengths[characters.slice(0, 2)] ?? characters.length;
  if (characters.length < expected || expected < 15) return 0;
  const account = characters.slice(0, expected);
  let rest = 0;
  for (const character of account.slice(4) + account.slice(0, 4)) {
    for (const digit of String(Number.parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1 ? expected : 0;
}
