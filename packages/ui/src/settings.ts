/**
 * Where an element finds its settings: its own property, which its attribute fills and which React and Vue set directly, then
 * the loader script's `data-*`, then the default.
 * The loader leaves what its script tag says under a registered symbol, so that it needs nothing of the elements' code.
 */
export const settingsKey = Symbol.for('spplus.settings');

/** The nearest value of a setting such as `api` or `service`; an empty one counts as not set. */
export function setting(element: Element, name: string): string | undefined {
  const shared = (globalThis as { [settingsKey]?: Record<string, string | undefined> })[settingsKey];
  const own = (element as Element & Record<string, string | null | undefined>)[name];
  return (own ?? element.getAttribute(name)) || shared?.[name] || undefined;
}
