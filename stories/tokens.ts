/** The `--spplus-*` tokens and what they fall back to, read from the styles themselves. */

export interface Token {
  name: string;
  /** e.g. `--text-default-grey`, then the neutral default. */
  fallback: string;
}

/** From `var(--spplus-text, var(--text-default-grey, inherit))`; parentheses are followed, so any fallback comes out whole. */
export function tokensIn(styles: string): Token[] {
  const found = new Map<string, string>();
  for (const match of styles.matchAll(/var\(\s*(--spplus-[\w-]+)\s*,\s*/g)) {
    const [whole, name = ''] = match;
    let depth = 1;
    let end = match.index + whole.length;
    while (end < styles.length && depth > 0) {
      if (styles[end] === '(') depth += 1;
      if (styles[end] === ')') depth -= 1;
      end += 1;
    }
    found.set(name, styles.slice(match.index + whole.length, end - 1).replaceAll(/\s+/g, ' '));
  }
  return [...found].map(([name, fallback]) => ({ name, fallback })).sort((a, b) => (a.name < b.name ? -1 : 1));
}
