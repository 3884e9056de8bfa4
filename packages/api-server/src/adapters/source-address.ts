/** Addresses that an operator declares: tokens travel to them. */

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Is it https, or this machine? Tokens go nowhere in clear. */
export function isSafeAddress(address: string): boolean {
  const url = URL.parse(address);
  if (!url || url.username || url.password || url.hash) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback.test(url.hostname));
}

/** An address under a base. Each part of its path is encoded; none may be made of dots only, which would climb. */
export function addressUnder(
  base: string,
  parts: readonly string[],
  query: Readonly<Record<string, string>> = {},
): URL {
  const url = new URL(base);
  url.pathname = [url.pathname.replace(/\/+$/, ''), ...parts.map(encodeURIComponent)].join('/');
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}
