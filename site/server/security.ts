/** The headers every page carries. The policy is the one a demanding town would set: no inline code, Trusted Types. */
import { createHash } from 'node:crypto';

/** `'sha256-…'` of each inline import map of a page, the only inline script that our pages contain. */
export function inlineHashes(html: string): string[] {
  return [...html.matchAll(/<script type="importmap">([\s\S]*?)<\/script>/g)].map(
    ([, content = '']) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`,
  );
}

/** `api` is the origin that elements call, another one than the site's. */
export function contentSecurityPolicy(html: string, api: string): string {
  return [
    "default-src 'none'",
    ['script-src', "'self'", ...inlineHashes(html)].join(' '),
    "style-src 'self'",
    "img-src 'self'",
    `connect-src 'self' ${api}`,
    "worker-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html spplus-json-ld 'allow-duplicates'",
  ].join('; ');
}

export const commonHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
};
