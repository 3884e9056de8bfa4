/**
 * References and secrets. A reference is random and names an opinion; its secret is derived from it with the instance key, so
 * that a repeated request gets the same receipt although only the secret's hash is stored.
 */
import { createHmac, hash, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, which are misread or misheard. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Characters of five bits each, in groups of four. */
export function spell(bytes: Uint8Array, characters: number): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  let code = '';
  for (let index = 0; index < characters; index += 1) {
    if (index > 0 && index % 4 === 0) code += '-';
    code += alphabet.charAt(Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2));
  }
  return code;
}

/** 40 random bits: enough for a name, since it unlocks nothing. */
export const newReference = (): string => spell(randomBytes(5), 8);

/** 100 bits of HMAC-SHA-256. */
export const secretFor = (instanceKey: KeyObject, service: string, reference: string): string =>
  spell(createHmac('sha256', instanceKey).update(`receipt\n${service}\n${reference}`).digest().subarray(0, 13), 20);

export const sha256 = (text: string): Buffer => hash('sha256', text, 'buffer');

/**
 * What tells a repeated request from another one under the same Idempotency-Key. Made with the key itself, which is kept
 * nowhere: whoever reads the tables cannot try guesses at an e-mail or words that were erased since.
 */
export const fingerprint = (key: string, content: string): Buffer => createHmac('sha256', key).update(content).digest();

/** Compares in constant time. */
export const opens = (secret: string, secretHash: Uint8Array): boolean => timingSafeEqual(sha256(secret), secretHash);
