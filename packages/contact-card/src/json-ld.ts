/** Describes the places for search engines, in the page's head, when the team asks for it. */
import { contactJsonLd, jsonLdText } from '@spplus/domain/contact-json-ld';
import type { Place } from './place.ts';

const written = new WeakMap<Element, HTMLScriptElement>();

/** One element, one description: drawn again, it takes the place of the one before. */
export function describe(element: Element, places: readonly Place[], now: number): void {
  written.get(element)?.remove();
  if (places.length === 0 || !element.isConnected) return;
  const { ownerDocument } = element;
  const script = ownerDocument.createElement('script');
  script.type = 'application/ld+json';
  // A text node, not textContent: Trusted Types guard that one, even for data.
  script.append(jsonLdText(places.map(({ contact }) => contactJsonLd(contact, now))));
  ownerDocument.head.append(script);
  written.set(element, script);
}
