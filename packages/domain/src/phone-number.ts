/**
 * Telephone numbers of services: what a call costs, what a link dials, how the number reads.
 *
 * Sources: French numbering plan (Arcep decision 2018-0881), prices of special numbers since 1 October 2015 (Arcep decision
 * 2012-0856), `tel:` links (RFC 3966).
 */
import type { CallPrice } from './contact.ts';

/** Country codes of the overseas departments and of Saint-Pierre-et-Miquelon, by what follows the 0 of a ten-digit number. */
const overseas: readonly [first: RegExp, code: string][] = [
  // 06 39 98 is kept for fiction, in metropolitan France.
  [/^(26[239]|639(?!98)|69[23])/, '262'],
  [/^(590|69[01])/, '590'],
  [/^[56]94/, '594'],
  [/^(596|69[67])/, '596'],
  [/^508/, ''],
];

/**
 * What is dialled: `+33387000000`, `+262262901234`, `0811703646`, `3230`, `17`; undefined when the text is not one number.
 * Short and 08 numbers keep their national form, since most do not answer from another country.
 *
 * @param insee INSEE code of the place: +269, today the Comoros’ code, was Mayotte’s.
 */
export function dialled(text: string, insee = ''): string | undefined {
  const digits = text.replace(/\(0\)|[\s().-]/g, '').replace(/^00/, '+');
  if (!/^(\+(?!33)[1-9]\d{6,14}|(\+33|0)[1-9]\d{8}|(\+33)?[13]\d{3}|1\d\d?|11[68]\d{3})$/.test(digits))
    return undefined;
  const mayotte = /^(976|985)/.test(insee);
  // Six digits after an overseas code: a number as it was written before 1996.
  const old = /^\+(26[29]|59[046])\d{6}$/.exec(digits)?.[1];
  if (old && mayotte) return `+262269${digits.slice(4)}`;
  if (old && old !== '269') return `+${old}${digits.slice(1)}`;
  if (mayotte && digits.startsWith('+269')) return `+262${digits.slice(4)}`;
  const national = /^(?:\+33|0)(\d{9})$/.exec(digits)?.[1];
  if (!national) return digits.replace(/^\+33(?=\d{4}$)/, '');
  // 0947 and 0976 are overseas too, but do not say where.
  if (/^(8|947|976)/.test(national)) return `0${national}`;
  return `+${overseas.find(([first]) => first.test(national))?.[1] ?? 33}${national}`;
}

/**
 * `tel:` link of a number, undefined when the text is not one number.
 *
 * @param insee INSEE code of the place, see dialled.
 */
export function telHref(text: string, insee?: string): string | undefined {
  const number = dialled(text, insee);
  return number && `tel:${number}`;
}

/**
 * What a call costs from France, by the first digits: free (green), price of a normal call (grey or not special), surcharged
 * (purple). Undefined when the digits do not say it: 10xx and most 3xxx numbers declare their price, foreign ones vary.
 */
export function callPrice(text: string): CallPrice | undefined {
  const number = dialled(text) ?? '';
  if (/^(080[0-5]|1\d\d?$|116|3[01]..$)/.test(number)) return 'free';
  if (/^(08[129]|118)/.test(number)) return 'surcharged';
  return /^(0|\+(33|262|508|59[046]))/.test(number) ? 'normal' : undefined;
}

/**
 * Grouped as people read it aloud: `03 87 00 00 00`, `0 800 123 456`, `32 30`, `118 712`, `+262 262 90 12 34`. A foreign number,
 * or a text that is not one number, comes back as it is.
 *
 * @param insee INSEE code of the place, see dialled.
 */
export function readableNumber(text: string, insee?: string): string {
  const number = dialled(text, insee)?.replace(/^\+33/, '0') ?? '';
  const [, country, digits] = /^(\+(?:262|508|59[046]|68[179]))?(\d+)$/.exec(number) ?? [];
  if (!digits) return text;
  const threes = /^08|^1\d{5}$/.test(digits);
  const grouped = digits.replace(
    threes ? /\B(?=(\d{3})+$)/g : digits.length % 2 ? /(?<=\d{3})(?=(\d\d)+$)/g : /\B(?=(\d\d)+$)/g,
    ' ',
  );
  return country ? `${country} ${grouped}` : grouped;
}

/**
 * The numbers of a field that should hold one: `0243302137 - 07 87 10 29 11` gives two, and so do two glued ten-digit ones. What
 * is no number comes back as it is, for the caller to judge.
 */
export function splitNumbers(text: string): string[] {
  const gap = '[\\s.-]*';
  const tenDigits = new RegExp(`(?:\\+33${gap}(?:\\(0\\))?|0)${gap}[1-9](?:${gap}\\d\\d){4}`, 'g');
  if (dialled(text)) return [text.trim()];
  return text
    .split(/\s+(?:-|ou|et|puis)\s+|[/;,|]/)
    .flatMap((piece) => (dialled(piece) ? [piece] : (piece.match(tenDigits) ?? [piece])))
    .map((piece) => piece.trim())
    .filter(Boolean);
}
