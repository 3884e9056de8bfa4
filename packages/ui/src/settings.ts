/**
 * Where an element finds its settings: its own attribute, then the loader script's `data-*`, then the default.
 * The loader leaves what its script tag says under a registered symbol, so that it needs nothing of the elements' code.
 */
export const settingsKey = Symbol.for('spplus.settings');

/** The nearest value of a setting such as `api` or `service`; an empty attribute counts as not set. */
export function setting(element: Element, name: string): string | undefined {
  const shared = (globalThis as { [settingsKey]?: Record<string, string | undefined> })[settingsKey];
  return element.getAttribute(name) || shared?.[name] || undefined;
}
