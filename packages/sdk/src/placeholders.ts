/**
 * Placeholders: an ordinary link that becomes an element, for editors that strip tags they do not know
 * (docs/decisions/0007-placeholders.md). The link moves inside the element and stays its fallback.
 */

/**
 * Who may write a link in a CMS must gain nothing by it: no event handler, no style, and no word in where opinions are sent
 * (the script tag says that).
 */
const refused = /^(on|style$|api$|spplus)/;

/** Attributes of the element: `data-heading-level` of the link becomes `heading-level`. */
export const attributesFrom = (data: Iterable<{ name: string; value: string }>): [name: string, value: string][] =>
  [...data]
    .filter(({ name }) => name.startsWith('data-') && !refused.test(name.slice(5)))
    .map(({ name, value }) => [name.slice(5), value]);

export function upgradePlaceholder(link: HTMLElement, tag: string): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of attributesFrom(link.attributes)) element.setAttribute(name, value);
  if (link.lang) element.lang = link.lang;
  const hadFocus = link.matches(':focus');
  link.removeAttribute('data-spplus');
  link.replaceWith(element);
  element.append(link);
  if (hadFocus) link.focus();
  return element;
}
