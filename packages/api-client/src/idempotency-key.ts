/** A key under which the server does a write once, however often it is repeated: 128 random bits. */
export function newKey(): string {
  // crypto.randomUUID exists in secure contexts only; town halls still have pages in plain http.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
