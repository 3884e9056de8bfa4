/**
 * What people type or paste as a receipt. References and secrets are Crockford's base 32, which has no I, L, O nor U; nothing
 * here keeps a secret.
 */
import type { HeldReceipt } from '../feedback-part.ts';

/** A receipt and the service it belongs to, as a link carries them. */
export interface LinkedReceipt extends HeldReceipt {
  service: string;
}

const marker = 'spplus-receipt=';
const lookAlike: Record<string, string> = { O: '0', I: '1', L: '1' };

/** Groups of four, or nothing when the typed code has another length or letters that no code has. */
function readCode(typed: string, length: number): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{P}]/gu, '')
    .replace(/[OIL]/g, (letter) => lookAlike[letter] ?? letter);
  if (code.length !== length || /[^0-9A-HJKMNP-TV-Z]/.test(code)) return undefined;
  return code.replace(/.{4}(?!$)/g, '$&-');
}

/** `A7K3-M9QX`, from whatever a person makes of it: `a7k3 m9qx`, `A7K3M9QX`. */
export const readReference = (typed: string): string | undefined => readCode(typed, 8);

/** Five groups of four. */
export const readSecret = (typed: string): string | undefined => readCode(typed, 20);

/** Reads `#spplus-receipt=service.reference.secret`, alone or at the end of an address. */
export function readReceiptLink(address: string): LinkedReceipt | undefined {
  const [, carried] = address.split(`#${marker}`);
  const [service, typedReference = '', typedSecret = ''] = carried?.trim().split('.') ?? [];
  const reference = readReference(typedReference);
  const secret = readSecret(typedSecret);
  return service && reference && secret ? { service, reference, secret } : undefined;
}

/** The page's address with the receipt in its fragment, the one part of an address that browsers send to nobody. */
export const receiptLink = (page: string, { service, reference, secret }: LinkedReceipt): string =>
  `${page.split('#')[0]}#${marker}${service}.${reference}.${secret}`;
