/** The arms of the fictional town, drawn for it: two hills, a salt crystal, the Seille. Decorative beside the name. */
export const arms = `<svg class="arms" viewBox="0 0 48 56" width="48" height="56" aria-hidden="true" focusable="false">
<path class="arms-field" d="M3 3h42v26c0 13-9 20-21 25C12 49 3 42 3 29z"/>
<path class="arms-hill" d="M4 34 16 19l8 9 9-12 11 16c-1 4-2 6-4 9H8c-2-2-3-4-4-7z"/>
<path class="arms-salt" d="m24 6 5 5-5 5-5-5z"/>
<path class="arms-river" d="M6 38c3-2 6-2 9 0s6 2 9 0 6-2 9 0 6 2 9 0l-2 4c-2 1-5 0-7-1-3-2-6-2-9 0s-6 2-9 0c-2-1-4-1-7 0zM11 45c2-1 3-1 5 0 3 2 6 2 8 0 3-2 6-2 8 0 2 1 3 1 4 0l-4 4c-2 0-3 0-4-1-2-1-5-1-7 0-2 0-4 0-6-1z"/>
<path class="arms-edge" d="M3 3h42v26c0 13-9 20-21 25C12 49 3 42 3 29z"/>
</svg>`;

/** The same drawing as a file, for the tab of the browser: a file has no page to take its colours from. */
export const armsFile = arms
  .replace('<svg class="arms"', '<svg xmlns="http://www.w3.org/2000/svg"')
  .replace('class="arms-field"', 'fill="#0e5750"')
  .replace('class="arms-hill"', 'fill="#c98b2b"')
  .replace('class="arms-salt"', 'fill="#fff"')
  .replace('class="arms-river"', 'fill="#fff"')
  .replace('class="arms-edge"', 'fill="none" stroke="#fff" stroke-width="2"');
