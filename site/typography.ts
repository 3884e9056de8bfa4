/** French spaces: a narrow no-break one before ? ! ; : and inside « », so that no line starts with a lone sign. */
const narrow = '\u202F';

function inText(text: string): string {
  return text
    .replace(/[ \u00A0]([?!;:»])/g, `${narrow}$1`)
    .replace(/«[ \u00A0]/g, `«${narrow}`)
    .replace(/(\d) (?=h\b|€|\d{3}\b)/g, `$1${narrow}`);
}

/** Applies to the text of a piece of HTML, never to its tags, nor to what stands in `<code>` or `<pre>`. */
export function frenchSpaces(html: string): string {
  return html
    .split(/(<(?:code|pre|script)\b[\s\S]*?<\/(?:code|pre|script)>|<[^>]*>)/)
    .map((piece) => (piece.startsWith('<') ? piece : inText(piece)))
    .join('');
}
