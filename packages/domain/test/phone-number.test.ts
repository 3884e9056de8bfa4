import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { CallPrice } from '../src/contact.ts';
import { callPrice, dialled, readableNumber, splitNumbers, telHref } from '../src/phone-number.ts';

/** Number as written, what is dialled, how it reads, what it costs. Forms met in the directory; digits partly invented. */
const told: [written: string, dialled: string, reads: string, price: CallPrice | undefined][] = [
  ['03 87 00 00 00', '+33387000000', '03 87 00 00 00', 'normal'],
  ['0387000000', '+33387000000', '03 87 00 00 00', 'normal'],
  ['03.87.00.00.00', '+33387000000', '03 87 00 00 00', 'normal'],
  ['+33 3 87 00 00 00', '+33387000000', '03 87 00 00 00', 'normal'],
  ['+33 (0)3 87 00 00 00', '+33387000000', '03 87 00 00 00', 'normal'],
  ['0033 387 000 000', '+33387000000', '03 87 00 00 00', 'normal'],
  ['06 65 00 00 30', '+33665000030', '06 65 00 00 30', 'normal'],
  ['09 69 39 00 00', '+33969390000', '09 69 39 00 00', 'normal'],
  ['0800 123 456', '0800123456', '0 800 123 456', 'free'],
  ['0805 123 456', '0805123456', '0 805 123 456', 'free'],
  ['0806 123 456', '0806123456', '0 806 123 456', 'normal'],
  ['0809 40 15 03', '0809401503', '0 809 401 503', 'normal'],
  ['08 10 25 01 10', '0810250110', '0 810 250 110', 'surcharged'],
  ['+33 820 25 59 70', '0820255970', '0 820 255 970', 'surcharged'],
  ['0892 12 34 56', '0892123456', '0 892 123 456', 'surcharged'],
  ['118 712', '118712', '118 712', 'surcharged'],
  ['116 006', '116006', '116 006', 'free'],
  ['3018', '3018', '30 18', 'free'],
  ['3114', '3114', '31 14', 'free'],
  ['3230', '3230', '32 30', undefined],
  ['36 46', '3646', '36 46', undefined],
  ['+33 3957', '3957', '39 57', undefined],
  ['1077', '1077', '10 77', undefined],
  ['17', '17', '17', 'free'],
  ['112', '112', '112', 'free'],
  ['+262 262 52 30 77', '+262262523077', '+262 262 52 30 77', 'normal'],
  ['+262 2 62 90 74 74', '+262262907474', '+262 262 90 74 74', 'normal'],
  ['0262 90 74 74', '+262262907474', '+262 262 90 74 74', 'normal'],
  ['0692 90 74 74', '+262692907474', '+262 692 90 74 74', 'normal'],
  ['0269 61 00 00', '+262269610000', '+262 269 61 00 00', 'normal'],
  ['0639 61 00 00', '+262639610000', '+262 639 61 00 00', 'normal'],
  ['06 39 98 00 01', '+33639980001', '06 39 98 00 01', 'normal'],
  ['05 90 95 63 42', '+590590956342', '+590 590 95 63 42', 'normal'],
  ['0691 95 63 42', '+590691956342', '+590 691 95 63 42', 'normal'],
  ['0594 39 03 60', '+594594390360', '+594 594 39 03 60', 'normal'],
  ['0696 72 72 72', '+596696727272', '+596 696 72 72 72', 'normal'],
  ['+596 5 96 72 72 72', '+596596727272', '+596 596 72 72 72', 'normal'],
  ['0508 41 10 10', '+508411010', '+508 41 10 10', 'normal'],
  ['+508 41 10 10', '+508411010', '+508 41 10 10', 'normal'],
  ['0976 12 34 56', '0976123456', '09 76 12 34 56', 'normal'],
  ['+687 26 12 34', '+687261234', '+687 26 12 34', undefined],
  ['+689 40 54 73 05', '+68940547305', '+689 40 54 73 05', undefined],
  ['+681 72 11 22', '+681721122', '+681 72 11 22', undefined],
  ['+49 30 590 03 90 00', '+4930590039000', '+49 30 590 03 90 00', undefined],
  // As written before 1996: six digits after the code.
  ['+262 31 70 39', '+262262317039', '+262 262 31 70 39', 'normal'],
  ['+596 74 19 25', '+596596741925', '+596 596 74 19 25', 'normal'],
];

describe('phone numbers', () => {
  for (const [written, number, reads, price] of told) {
    test(`${written} dials ${number}, reads ${reads}, costs ${price ?? 'what is declared'}`, () => {
      assert.equal(dialled(written), number);
      assert.equal(telHref(written), `tel:${number}`);
      assert.equal(readableNumber(written), reads);
      assert.equal(callPrice(written), price);
    });
  }

  test('gives Mayotte its code of today', () => {
    for (const written of ['+269 61 00 00', '+269 269 61 00 00', '00 269 61 00 00', '+262 61 00 00', '0269 61 00 00']) {
      assert.equal(telHref(written, '97611'), 'tel:+262269610000', written);
    }
    assert.equal(telHref('+269 639 61 00 00', '97611'), 'tel:+262639610000');
    assert.equal(readableNumber('+269 61 00 00', '97611'), '+262 269 61 00 00');
  });

  test('leaves the Comoros theirs when the place is elsewhere', () => {
    assert.equal(telHref('+269 773 00 00'), 'tel:+2697730000');
    assert.equal(telHref('+269 773 00 00', '97411'), 'tel:+2697730000');
  });

  for (const written of [
    '',
    '04',
    '01 23',
    'accueil',
    '99 99 99 99 99',
    '01 23 45 67 8',
    '01 23 45 67 89 10',
    '+33 1 23 45 67',
    'tel:0123456789',
  ]) {
    test(`makes no link of « ${written} » and shows it as it is`, () => {
      assert.equal(telHref(written), undefined);
      assert.equal(callPrice(written), undefined);
      assert.equal(readableNumber(written), written);
    });
  }

  const fields: [field: string, ...numbers: string[]][] = [
    ['0243302137 - 07 87 10 29 11', '0243302137', '07 87 10 29 11'],
    ['01 23 45 67 89 / 01 23 45 67 88', '01 23 45 67 89', '01 23 45 67 88'],
    ['01 23 45 67 89 ou 3230', '01 23 45 67 89', '3230'],
    ['01234567890123456788', '0123456789', '0123456788'],
    ['01 23 45 67 89 01 23 45 67 88', '01 23 45 67 89', '01 23 45 67 88'],
    ['+33 1 23 45 67 89 +33 1 23 45 67 88', '+33 1 23 45 67 89', '+33 1 23 45 67 88'],
    ['01-23-45-67-89', '01-23-45-67-89'],
    ['04 50 41 35 86 (accueil)', '04 50 41 35 86'],
    ['sur place', 'sur place'],
    [''],
  ];
  for (const [field, ...numbers] of fields) {
    test(`finds ${numbers.length} in « ${field} »`, () => assert.deepEqual(splitNumbers(field), numbers));
  }

  test('makes of any text a link of digits, or none', () => {
    const written = fc.oneof(fc.string(), fc.stringMatching(/^[+\d\s().-]{0,20}$/));
    fc.assert(
      fc.property(written, fc.constantFrom(undefined, '97611', '75056'), (text, insee) => {
        assert.match(telHref(text, insee) ?? 'tel:0', /^tel:\+?\d+$/);
        // What reads is dialled alike.
        assert.equal(dialled(readableNumber(text, insee), insee), dialled(text, insee));
        splitNumbers(text);
      }),
      { numRuns: 2000 },
    );
  });
});
