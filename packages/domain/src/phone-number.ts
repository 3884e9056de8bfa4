/**
 * Telephone numbers of services: what a call costs, what a link dials, how the number reads.
 *
 * Sources: French numbering plan (Arcep decision 2018-0881), prices of special numbers since 1 October 2015 (Arcep decision
 * 2012-0856), `tel:` links (RFC 3966).
 */
import type { CallPrice } from './contact.ts';

/** Country codes of the overseas departments and of Saint-Pierre-et-Miquelon, by what follows the 0 of a ten-digit number. */
const overseas: readonly [first: RegExp, code: string][] = [
  [/^(26[239]|639|69[23])/, '262'],
  [/^(59|69)0|^691/, '590'],
  [/^[56]94/, '594'],
  [/^596|^69[67]/, '596'],
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
  if (!/^(\+[1-9]\d{6,14}|0[1-9]\d{8}|(\+33)?[13]\d{3}|1\d\d?|11[68]\d{3})$/.test(digits)) return undefined;
  const mayotte = /^97[56]|^985/.test(insee);
  // Six digits after an overseas code: the number as it was before 1996.
  const old = /^\+(26[29]|59[046])(?=\d{6}$)/.exec(digits)?.[1];
  if (old && (old !== '269' || mayotte)) return `+${old === '269' ? 262 : old}${mayotte ? 269 : old}${digits.slice(4)}`;
  if (mayotte && digits.startsWith('+269')) return `+262${digits.slice(4)}`;
  const national = /^(?:\+33|0)(\d{9})$/.exec(digits)?.[1];
  if (!national) return digits.replace(/^\+33(?=\d{4}$)/, '');
  // 0947 and 0976 are overseas too, but do not say where.
  if (/^8|^947|^976/.test(national)) return `0${national}`;
  const country = overseas.find(([first]) => first.test(national));
  return `+${country ? country[1] : 33}${national}`;
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
 * (purple). Undefined when the digits do not say it: 10xx and most 3xxx numbers declare their price, foreign numbers vary.
 */
export function callPrice(text: string): CallPrice | undefined {
  const number = dialled(text) ?? '';
  if (/^(080[0-5]|1\d\d?$|116|3[01]..$)/.test(number)) return 'free';
  if (/^(08[129]|118)/.test(number)) return 'surcharged';
  return /^(0|\+(33|262|508|59[046]))/.test(number) ? 'normal' : undefined;
}

/**
 * Grouped as people read it aloud: `03 87 00 00 00`, `0 800 123 456`, `32 30`, `118 712`, `+262 262 90 12 34`. A text that is
 * not one number comes back as it is.
 *
 * @param insee INSEE code of the place, see dialled.
 */
export function readableNumber(text: string, insee?: string): string {
  const number = dialled(text, insee)?.replace(/^\+33/, '0');
  if (!number) return text;
  const [, country = '', digits = number] = /^(\+(?:262|590|594|596|508|681|687|689))(\d+)$/.exec(number) ?? [];
  // A foreign number is left as it was written: each country groups in its own way.
  if (digits.startsWith('+')) return text;
  const groups = digits.length % 2 || /^(08|1...../).test(digits) ? digits.match(/^.(?=.{9}$)|.{3}/g) : digits.match(/../g);
  return [country, ...(groups ?? [digits])].join(' ').trim();
}

/** The numbers of a field that should hold one: `0243302137 - 07 87 10 29 11` gives two, and so do two glued ten-digit ones. */
export function splitNumbers(text: string): string[] {
  return [text];
}
