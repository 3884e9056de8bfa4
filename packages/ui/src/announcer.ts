/**
 * One polite live region for the page, in the light DOM, shared by all elements and all versions of the SDK through its id.
 * It exists before its first sentence, or screen readers would not notice it.
 */
const id = 'spplus-announcer';

/** Milliseconds between the region's birth and its first sentence, and until a sentence is taken away again. */
const settling = 100;
const lifetime = 8_000;

/** Seen by nobody, read by screen readers. CSSOM writes pass a strict content security policy. */
function hide({ style }: HTMLElement): void {
  style.setProperty('position', 'absolute');
  style.setProperty('inline-size', '1px');
  style.setProperty('block-size', '1px');
  style.setProperty('overflow', 'hidden');
  style.setProperty('clip-path', 'inset(50%)');
  style.setProperty('white-space', 'nowrap');
}

function regionIn(place: Element): HTMLElement {
  const known = place.querySelector<HTMLElement>(`:scope > #${id}`);
  if (known) return known;
  const region = place.ownerDocument.createElement('div');
  region.id = id;
  region.setAttribute('aria-live', 'polite');
  hide(region);
  return place.appendChild(region);
}

/** Makes the region ready, so that the first sentence is heard. */
export const prepareAnnouncer = (place: Element): void => void regionIn(place);

/**
 * Says a sentence, in the language `lang`. `place` is the page's body, or the open modal dialog: the page around one is inert,
 * and a live region there would stay silent.
 */
export function announce(sentence: string, place: Element, lang: string): void {
  const region = regionIn(place);
  region.lang = lang;
  region.textContent = '';
  setTimeout(() => {
    region.textContent = sentence;
    setTimeout(() => {
      if (region.textContent === sentence) region.textContent = '';
    }, lifetime);
  }, settling);
}
