/**
 * Finds the elements of a page, now and later added, and brings the code of each tag when one of its elements is about to
 * be seen. Until then, and if it fails, what stands inside the tag is what visitors see.
 * The document only: what a page puts in its own shadow roots it imports itself.
 */
import { claim, isClaimed } from './claims.ts';
import type { ElementLoader } from './elements.ts';
import { shareSettings } from './own-script.ts';
import { upgradePlaceholder } from './placeholders.ts';
import { version } from './version.ts';

/** How far below or above the window an element may be when its code is fetched. */
const margin = '300px';
const candidates = ':not(:defined),[data-spplus]';
/** The address of a receipt: somebody comes back to their opinion, wherever the element stands. */
const receipt = '#spplus-receipt=';

export interface StartOptions {
  /** Address of the script that starts. */
  url: string;
  /** Says when a tag is unknown; not for a copy that brings one element only. */
  warnOfUnknown: boolean;
}

export function start(elements: Readonly<Record<string, ElementLoader>>, { url, warnOfUnknown }: StartOptions): void {
  shareSettings(url);
  const mine = claim(elements, { version, url });

  /** Tags that were asked for, or said to be unknown. */
  const seen = new Set<string>();

  async function load(element: Element): Promise<void> {
    const tag = element.localName;
    if (seen.has(tag)) return;
    seen.add(tag);
    try {
      await mine[tag]?.(element);
    } catch (error) {
      // Free to be tried again, the next time an element of this tag comes into view.
      seen.delete(tag);
      console.error(`[spplus] <${tag}> could not be loaded.`, error);
      document.dispatchEvent(new CustomEvent('spplus-load-error', { detail: { tag, error } }));
    }
  }

  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) void load(target);
    },
    { rootMargin: margin },
  );

  function unknown(tag: string): void {
    if (!warnOfUnknown || !tag.startsWith('spplus-') || isClaimed(tag) || seen.has(tag)) return;
    seen.add(tag);
    console.warn(`[spplus] <${tag}> is unknown. Known: ${Object.keys(elements).join(', ')}.`);
  }

  function consider(found: HTMLElement): void {
    const { spplus } = found.dataset;
    const tag = spplus ? `spplus-${spplus}` : found.localName;
    if (!(tag in mine)) {
      unknown(tag);
      return;
    }
    const element = spplus ? upgradePlaceholder(found, tag) : found;
    if (element.matches('[open],:focus-within') || location.hash.startsWith(receipt)) void load(element);
    else element.addEventListener('focusin', () => void load(element), { once: true });
    near.observe(element);
  }

  const search = (root: ParentNode) => root.querySelectorAll<HTMLElement>(candidates).forEach(consider);

  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (!(node instanceof HTMLElement) || !node.isConnected) continue;
        if (node.matches(candidates)) consider(node);
        search(node);
      }
    }
  }).observe(document, { childList: true, subtree: true });
  addEventListener('hashchange', () => search(document));
  search(document);
}
