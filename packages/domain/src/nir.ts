/**
 * The French social security number (NIR): 13 characters and a key of two digits, 97 less the rest of the number by 97; in
 * Corsica, 2A counts as 19 and 2B as 18 (INSEE, « Numéro d’inscription au répertoire »).
 */

/** Sex or status, year, month, department, town, order, then the key that may be missing; spaces, dots, dashes between. */
export const nirPattern =
  /(?<![\d])[123478][\s.-]?\d{2}[\s.-]?(?:0[1-9]|1[0-2]|[2-3]\d|4[0-2]|[5-9]\d)[\s.-]?(?:\d{2}|2[AB])[\s.-]?\d{3}[\s.-]?\d{3}(?:[\s./-]{0,3}\d{2})?(?!\d)/gi;

/** `true` or `false` for a number with its key, `undefined` when the key is missing. */
export function nirKeyHolds(written: string): boolean | undefined {
  const characters = written.toUpperCase().replace(/[^\dAB]/g, '');
  if (characters.length !== 15) return undefined;
  const number = BigInt(characters.slice(0, 13).replace('2A', '19').replace('2B', '18'));
  return 97n - (number % 97n) === BigInt(characters.slice(13));
}
