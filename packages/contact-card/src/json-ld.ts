/** Describes the places for search engines, in the page's head, when the team asks for it. */
import { contactJsonLd, jsonLdText } from '@spplus/domain/contact-json-ld';
import { reportFault } from '@spplus/ui/fault';
import type { Place } from './place.ts';

interface TextPolicy {
  createScript: (text: string) => string;
}
interface PolicyFactory {
  createPolicy: (name: string, rules: TextPolicy) => TextPolicy;
}

const written = new WeakMap<Element, HTMLScriptElement>();
let policy: TextPolicy | undefined;

/** Trusted Types guard the text of every script element, even one that holds data. Throws where the page's policy refuses. */
function trusted(text: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  policy ??= trustedTypes?.createPolicy('spplus-json-ld', { createScript: (data) => data });
  return policy?.createScript(text) ?? text;
}

/** One element, one description: drawn again, it takes the place of the one before. */
export function describe(element: Element, places: readonly Place[], now: number): void {
  written.get(element)?.remove();
  if (places.length === 0 || !element.isConnected) return;
  const { ownerDocument } = element;
  const script = ownerDocument.createElement('script');
  script.type = 'application/ld+json';
  try {
    script.text = trusted(jsonLdText(places.map(({ contact }) => contactJsonLd(contact, now))));
  } catch {
    reportFault(
      element,
      'json-ld',
      'cannot describe itself: add spplus-json-ld to trusted-types in the page’s policy.',
    );
    return;
  }
  ownerDocument.head.append(script);
  written.set(element, script);
}
