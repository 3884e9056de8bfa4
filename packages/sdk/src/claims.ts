/**
 * Which copy of the SDK serves which tag, when a page has several: the first to ask keeps it. Shared by all versions under a
 * registered symbol, so its shape must not change.
 */
import type { ElementLoader } from './elements.ts';

interface Claim {
  version: string;
  url: string;
}

const claimsKey = Symbol.for('spplus.claims');

/** Is a tag served by some copy of the SDK? */
export const isClaimed = (tag: string): boolean =>
  tag in ((globalThis as { [claimsKey]?: Record<string, Claim> })[claimsKey] ?? {});

/** The tags that this copy may serve. Says once when another version was first. */
export function claim(
  elements: Readonly<Record<string, ElementLoader>>,
  { version, url }: Claim,
): Readonly<Record<string, ElementLoader>> {
  const claims = ((globalThis as { [claimsKey]?: Record<string, Claim> })[claimsKey] ??= {});
  const mine: Record<string, ElementLoader> = {};
  let other: Claim | undefined;
  for (const [tag, load] of Object.entries(elements)) {
    const first = claims[tag];
    if (!first) {
      claims[tag] = { version, url };
      mine[tag] = load;
    } else if (first.version !== version) other = first;
  }
  if (other) {
    console.warn(`[spplus] ${version} (${url}) leaves the page to ${other.version} (${other.url}), which was first.`);
  }
  return mine;
}
