/** Texts of other systems, often HTML, as the plain text that events hold. */

/** Of what is read, and of what is kept: events hold no more. */
const [longestRead, longest] = [40_000, 10_000];
const named = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: '’',
    nbsp: '\u00A0',
    laquo: '«',
    raquo: '»',
    eacute: 'é',
    egrave: 'è',
    ecirc: 'ê',
    agrave: 'à',
    acirc: 'â',
    ccedil: 'ç',
    ugrave: 'ù',
    ocirc: 'ô',
    icirc: 'î',
    rsquo: '’',
    lsquo: '‘',
    hellip: '…',
    euro: '€',
    ndash: '–',
    mdash: '—',
  }),
);

/**
 * Plain text of a text that may be HTML: no tag is left, nor what scripts and styles hold; paragraphs and items start a line.
 * A sign that belongs to no tag stays ("moins de 3 < 5"). Undefined where nothing is left.
 */
export function plainText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const cut = value.length > longestRead ? `${value.slice(0, longestRead)}…` : value;
  const text = cut
    .replace(/<!--[^]*?(-->|$)/g, '')
    .replace(/<(script|style|template|title)\b[^]*?(<\/\1\s*>|$)/gi, '')
    .replace(/<li\b[^<>]*>/gi, '\n– ')
    .replace(/<(br|\/?(p|div|h[1-6]|ul|ol|tr|table|blockquote))\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z!?][^<>]*>/gi, '')
    .replace(/&(#x[\da-f]{1,6}|#\d{1,7}|\w{2,8});/gi, character)
    .replace(/\r\n?/g, '\n')
    // Controls, and what turns the direction of a line around without being seen.
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
    .replace(/[ \t]+\n|\n[ \t]+/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return text === '' ? undefined : shortened(text, longest);
}

/** On one line and short, for names and labels. */
export function shortText(value: unknown, most = 200): string | undefined {
  const text = plainText(value)?.replace(/\s+/g, ' ');
  return text === undefined ? undefined : shortened(text, most);
}

const shortened = (text: string, most: number) =>
  (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text).toWellFormed();

function character(whole: string, name: string): string {
  if (!name.startsWith('#')) return named.get(name) ?? whole;
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
