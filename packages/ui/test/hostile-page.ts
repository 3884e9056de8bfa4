/**
 * A page whose styles reach further than they should, made of what real ones do: a 62.5 % root (so that 1rem is 10px), rules on
 * `*` and on bare tags, capitals, a text direction of its own. Constructed sheets pass a strict content security policy.
 */
const rules = `
  :root { font-size: 62.5%; }
  body { font-size: 1.6rem; text-transform: uppercase; text-align: end; line-height: 3; letter-spacing: 0.3em; font-style: italic; }
  * { letter-spacing: 0.2em; word-spacing: 0.5em; line-height: 2.5; text-indent: 1em; text-transform: uppercase; text-shadow: 1px 1px red; }
  div, section, p, h2 { text-align: center; font-style: italic; white-space: nowrap; }
  button { all: unset; }
  input, textarea, select { appearance: none; border: 0; font-size: 5px; }
  [hidden] { visibility: visible; }
`;

/** Makes the page hostile; the function it gives back makes it peaceful again. */
export function makeHostile(page: Document): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
  page.body.dir = 'rtl';
  return () => {
    page.adoptedStyleSheets = page.adoptedStyleSheets.filter((each) => each !== sheet);
    page.body.removeAttribute('dir');
  };
}

/** What a page must not change in an element; family, size and colour are inherited on purpose. */
const guarded = [
  'direction',
  'fontSize',
  'fontStyle',
  'letterSpacing',
  'lineHeight',
  'textAlign',
  'textIndent',
  'textShadow',
  'textTransform',
  'whiteSpace',
  'wordSpacing',
] as const satisfies readonly (keyof CSSStyleDeclaration)[];

/** `button letterSpacing: normal`, one line per element of the shadow tree and property. */
export function textStyles(root: ShadowRoot): string[] {
  return [...root.querySelectorAll('*')].flatMap((element, index) => {
    const computed = getComputedStyle(element);
    return guarded.map((name) => `${index} ${element.localName} ${name}: ${computed[name]}`);
  });
}
