/** The script tag this file came from. `document.currentScript` is null in a module, so it is found by its address. */

const settingsKey = Symbol.for('spplus.settings');

/** Leaves what the script tag says (`data-api`, `data-service` …) where the elements look for it. The first script wins. */
export function shareSettings(url: string): void {
  const page = globalThis as { [settingsKey]?: Record<string, string | undefined> };
  const script = [...document.scripts].find(({ src }) => src === url);
  if (script) page[settingsKey] ??= { ...script.dataset };
}
