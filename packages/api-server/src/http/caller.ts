/** Where a request comes from. */
import type { HttpBindings } from '@hono/node-server';

/** Some proxies write the port too, which is another one for each connection: `203.0.113.9:50412`, `[2001:db8::9]:50412`. */
const withoutPort = (address: string): string =>
  /^\[(.+)\](:\d+)?$/.exec(address)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(address)?.[1] ?? address;

/**
 * The caller's address. Behind proxies of ours it is the one that the outermost of them saw: that many places from the right of
 * X-Forwarded-For. What stands further left was written by the caller and proves nothing.
 */
export function callerAddress(
  request: Request,
  bindings: Partial<HttpBindings> | undefined,
  trustProxy: number,
): string {
  const direct = bindings?.incoming?.socket.remoteAddress ?? 'unknown';
  if (trustProxy === 0) return direct;
  const forwarded = (request.headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean);
  return withoutPort(forwarded.at(-trustProxy) ?? forwarded[0] ?? direct);
}
