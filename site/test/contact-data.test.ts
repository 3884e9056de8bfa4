import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Contact } from '@spplus/contract/contact';
import { checkContact } from '@spplus/domain/contact-check';
import { readContact } from '@spplus/domain/contact-reader';

const file = readFileSync(new URL('../public/contact/mairie.json', import.meta.url), 'utf8');
const contact = Contact.parse(JSON.parse(file));

test('the contact of the demonstration leaves nothing to mend, and pages read it whole', () => {
  assert.deepEqual(checkContact(contact, { now: Date.parse(contact.updated ?? '') }), []);
  assert.deepEqual(readContact(contact), { contact, faults: [] });
});

test('nobody answers at its numbers: they are among those that Arcep keeps for fiction', () => {
  // French numbering plan, Arcep decision 2018-0881.
  const fiction = /^(\+33 ?|0)(1 ?99 ?00|2 ?61 ?91|3 ?53 ?01|4 ?65 ?71|5 ?36 ?49|6 ?39 ?98)( ?\d\d){2}$/;
  const numbers = [...file.matchAll(/"(?:number|phone|abroad)": "([^"]*)"/g)].map(([, number]) => number ?? '');
  assert.ok(numbers.length > 5);
  for (const number of numbers) assert.match(number, fiction);
});

test('nobody reads its e-mail, and no page of others is taken for its own', () => {
  const addresses = [...file.matchAll(/"(?:address|email)": "[^"@]*@([^"]*)"/g)].map(([, domain]) => domain);
  assert.ok(addresses.length > 2);
  for (const domain of addresses) assert.equal(domain, 'valmont.example');
  const pages = [...file.matchAll(/"(?:url|website)": "([^"]*)"/g)].map(([, url]) => new URL(url ?? '').host);
  for (const host of pages) assert.equal(host, 'www.valmont.example');
});
