/** Data for search engines in the page's head, as long as the element that tells it stands in the page. */
import { reportFault } from './fault.ts';

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

/** One element, one description: told again, it takes the place of the one before; `undefined` takes it away. `text`: JSON. */
export function describeInHead(element: Element, text: string | undefined): void {
  written.get(element)?.remove();
  if (text === undefined) return;
  const { ownerDocument } = element;
  const script = ownerDocument.createElement('script');
  script.type = 'application/ld+json';
  try {
    script.text = trusted(text);
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
