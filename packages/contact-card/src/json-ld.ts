/** Describes the places for search engines, in the page's head, when the team asks for it. */
import { contactJsonLd, jsonLdText } from '@spplus/domain/contact-json-ld';
import { describeInHead } from '@spplus/ui/head-data';
import type { Place } from './place.ts';

export function describe(element: Element, places: readonly Place[], now: number): void {
  const isShown = places.length > 0 && element.isConnected;
  const text = () => jsonLdText(places.map(({ contact }) => contactJsonLd(contact, now)));
  describeInHead(element, isShown ? text() : undefined);
}
