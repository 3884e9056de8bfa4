import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readReceiptLink, readReference, readSecret, receiptLink } from '../src/follow/receipt-code.ts';

const code = (length: number) =>
  fc
    .array(fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split('')), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const grouped = (letters: string) => letters.replace(/.{4}(?!$)/g, '$&-');

test('reads a reference however it is typed', () => {
  for (const typed of ['A7K3-M9QX', 'a7k3m9qx', ' a7k3 m9qx ', 'A7K3–M9QX', 'a7k3_m9qx.', 'Ａ７Ｋ３Ｍ９ＱＸ']) {
    assert.equal(readReference(typed), 'A7K3-M9QX', typed);
  }
});

test('takes letters that no code has for the digits they look like', () => {
  assert.equal(readReference('OoIi-lLM9'), '0011-11M9');
});

test('reads no reference in a wrong length or with letters that look like nothing else', () => {
  for (const typed of ['', 'A7K3', 'A7K3-M9QX-0', 'A7K3-M9QU', 'A7K3-M9Q+', 'é7K3-M9QX']) {
    assert.equal(readReference(typed), undefined, typed);
  }
});

test('reads a secret in five groups', () => {
  assert.equal(readSecret('o123 4567 89ab cdef ghjk'), '0123-4567-89AB-CDEF-GHJK');
  assert.equal(readSecret('0123-4567-89AB-CDEF'), undefined);
});

test('any code survives being typed in lower case without dashes', () => {
  fc.assert(fc.property(code(20), (letters) => readSecret(letters.toLowerCase()) === grouped(letters)));
});

test('a link gives back the receipt it was made of, and replaces a fragment that was there', () => {
  fc.assert(
    fc.property(code(8), code(20), fc.constantFrom('', '#contenu'), (reference, secret, fragment) => {
      const receipt = { service: 'mairie-exemple', reference: grouped(reference), secret: grouped(secret) };
      const link = receiptLink(`https://ville.example/avis?rubrique=1${fragment}`, receipt);
      assert.ok(link.startsWith('https://ville.example/avis?rubrique=1#spplus-receipt='));
      assert.deepEqual(readReceiptLink(link), receipt);
      assert.deepEqual(readReceiptLink(new URL(link).hash), receipt);
    }),
  );
});

test('reads no receipt in other fragments', () => {
  for (const hash of [
    '',
    '#contenu',
    '#spplus-receipt=',
    '#spplus-receipt=mairie.A7K3-M9QX',
    '#spplus-receipt=.A7K3-M9QX.0123-4567-89AB-CDEF-GHJK',
  ]) {
    assert.equal(readReceiptLink(hash), undefined, hash);
  }
});
