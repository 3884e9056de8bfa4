import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkedCode, readDemandReference, readDemandSecret } from '@spplus/domain/demand-code';
import fc from 'fast-check';

const alphabet = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
const characters = (length: number) =>
  fc.array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length }).map((all) => all.join(''));
const secrets = characters(27).map(checkedCode);

test('a code is read as it is written, in groups of four', () => {
  fc.assert(
    fc.property(characters(11), characters(27), (reference, secret) => {
      assert.match(checkedCode(reference), /^(\w{4}-){2}\w{4}$/);
      assert.equal(readDemandReference(checkedCode(reference)), checkedCode(reference));
      assert.equal(readDemandSecret(checkedCode(secret)), checkedCode(secret));
    }),
  );
});

test('one wrong character is always seen', () => {
  fc.assert(
    fc.property(secrets, fc.nat(27), fc.constantFrom(...alphabet), (secret, place, other) => {
      const bare = [...secret.replaceAll('-', '')];
      const changed = bare.with(place, other);
      assert.equal(readDemandSecret(changed.join('')) !== undefined, bare[place] === other);
    }),
  );
});

test('any two characters swapped are always seen', () => {
  fc.assert(
    fc.property(secrets, fc.nat(27), fc.nat(27), (secret, one, other) => {
      const bare = [...secret.replaceAll('-', '')];
      const [first = '', second = ''] = [bare[one], bare[other]];
      const swapped = bare.with(one, second).with(other, first).join('');
      assert.equal(readDemandSecret(swapped) !== undefined, first === second);
    }),
  );
});

test('case, spaces, dashes of any kind and look-alike letters do not matter', () => {
  const code = checkedCode('0110A7K3M9Q');
  const typed = ` ${code.replaceAll('0', 'o').replace('11', 'iL').replace('-', ' – ').toLowerCase()}\n`;
  assert.equal(readDemandReference(typed), code);
});

test('a secret is no reference, a reference no secret, and neither is anything else', () => {
  const [reference, secret] = [checkedCode('A'.repeat(11)), checkedCode('A'.repeat(27))];
  for (const typed of [secret, '', reference.slice(1), `${reference}0`, 'U'.repeat(12), '💶'.repeat(12)])
    assert.equal(readDemandReference(typed), undefined, typed);
  assert.equal(readDemandSecret(reference), undefined);
});
