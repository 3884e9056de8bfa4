import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { claim, isClaimed } from '../src/claims.ts';

const load = () => Promise.resolve();
const elements = { 'spplus-one': load, 'spplus-two': load };

beforeEach(() => {
  Reflect.deleteProperty(globalThis, Symbol.for('spplus.claims'));
});

test('the first copy serves every tag', () => {
  assert.equal(isClaimed('spplus-one'), false);
  assert.deepEqual(claim(elements, { version: '1.0.0', url: 'a.js' }), elements);
  assert.equal(isClaimed('spplus-one'), true);
});

test('the same version again serves nothing and says nothing', (context) => {
  const warn = context.mock.method(console, 'warn', () => {});
  claim(elements, { version: '1.0.0', url: 'a.js' });
  assert.deepEqual(claim(elements, { version: '1.0.0', url: 'b.js' }), {});
  assert.equal(warn.mock.callCount(), 0);
});

test('another version leaves the page to the first and names both, once', (context) => {
  const warn = context.mock.method(console, 'warn', () => {});
  claim(elements, { version: '1.0.0', url: 'https://a.example/spplus.js' });
  assert.deepEqual(claim(elements, { version: '2.0.0', url: 'https://b.example/spplus.js' }), {});
  assert.equal(warn.mock.callCount(), 1);
  const sentence = String(warn.mock.calls[0]?.arguments[0]);
  for (const part of ['1.0.0', '2.0.0', 'https://a.example', 'https://b.example'])
    assert.ok(sentence.includes(part), sentence);
});

test('a copy that brings a new tag serves that one only', () => {
  claim({ 'spplus-one': load }, { version: '1.0.0', url: 'a.js' });
  assert.deepEqual(Object.keys(claim(elements, { version: '1.0.0', url: 'b.js' })), ['spplus-two']);
});
