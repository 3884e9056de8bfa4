import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Contact } from '@spplus/contract/contact';
import type * as domain from '@spplus/domain/contact';
import { readContact } from '@spplus/domain/contact-reader';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { anyContact, leaves, replaced } from '../../domain/test/contact-arbitrary.ts';

/**
 * The type with every field present, all the way down: a field that only one side knows then does not compile. `incomplete` is no
 * field of a file: the reader says it of what it has read.
 */
type Whole<T> = T extends readonly (infer Item)[]
  ? Whole<Item>[]
  : T extends object
    ? { [K in Exclude<keyof T, 'incomplete'>]-?: Whole<NonNullable<T[K]>> }
    : T;
type Fits<A, B> = A extends B ? true : false;
const agree: [
  schemaFollowsType: Fits<Contact, domain.Contact>,
  typeFollowsSchema: Fits<domain.Contact, Contact>,
  withEveryField: Fits<Whole<Contact>, Whole<domain.Contact>>,
  andNoOther: Fits<Whole<domain.Contact>, Whole<Contact>>,
] = [true, true, true, true];

/** Without what only the reader says. */
const asFile = (contact: object): unknown =>
  JSON.parse(JSON.stringify(contact, (key, value: unknown) => (key === 'incomplete' ? undefined : value)));

const isSound = (value: unknown): boolean => z.safeParse(Contact, value).success;

test('the schema describes the contact of the domain, field by field', () => {
  assert.ok(agree.every(Boolean));
  fc.assert(fc.property(anyContact, (contact) => assert.deepEqual(z.parse(Contact, contact), contact)));
});

test('what the schema accepts, pages read whole and without a fault', () => {
  fc.assert(
    fc.property(anyContact, (contact) => {
      assert.deepEqual(readContact(contact), { contact, faults: [] });
    }),
  );
});

test('when one value is wrong, pages keep what is sound and report the rest', () => {
  const wrong = fc.oneof(
    fc.constantFrom<unknown>(
      'javascript:alert(1)',
      '25:00-26:00',
      999,
      -999,
      true,
      {},
      [],
      [[]],
      { name: 1 },
      'x'.repeat(5000),
    ),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(anyContact, wrong, fc.nat(), (contact, value, at) => {
      const paths = leaves(contact);
      const broken = replaced(contact, paths[at % paths.length] ?? [], value);
      const read = readContact(broken);
      assert.ok(read.contact);
      const named = asFile({ ...read.contact, name: read.contact.name || 'x' });
      assert.ok(isSound(named), JSON.stringify(z.safeParse(Contact, named).error?.issues));
      // The schema also refuses fields that do not exist, which pages do not look at.
      if (isSound(broken)) assert.deepEqual(read.faults, []);
    }),
    { numRuns: 300 },
  );
});

test('misspelt fields, days that do not exist and periods that end before they start are refused', () => {
  const refused: [contact: Record<string, unknown>, path: string][] = [
    [{ telefone: {} }, ''],
    [{ updated: '2026-02-30' }, 'updated'],
    [{ counter: { week: [], exceptions: [{ from: '2026-12-31', to: '2026-12-24' }] } }, 'counter.exceptions.0.to'],
    [{ visitAddress: { lines: ['1 place du Marché'], lat: 48.5 } }, 'visitAddress.lat'],
    [{ zone: 'Europe/Metz' }, 'zone'],
    [{ website: 'javascript:alert(1)' }, 'website'],
  ];
  for (const [fields, path] of refused) {
    const { error } = z.safeParse(Contact, { name: 'Mairie', ...fields });
    assert.deepEqual(
      error?.issues.map((issue) => issue.path.join('.')),
      [path],
    );
  }
});
