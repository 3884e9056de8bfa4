import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutNotes } from '../build/bundler-notes.ts';

test('notes of bundlers go', () => {
  assert.equal(withoutNotes('a=/* @__PURE__ */ f();/*#__NO_SIDE_EFFECTS__*/b()'), 'a=f();b()');
  assert.equal(withoutNotes('/* kept: a licence */a'), '/* kept: a licence */a');
});

test('words that a note kept apart stay apart', () => {
  assert.equal(withoutNotes('return/* @__PURE__ */f()'), 'return f()');
  assert.equal(withoutNotes('return/* @__PURE__ */ $f()'), 'return $f()');
  assert.equal(withoutNotes('return /* @__PURE__ */ f()'), 'return f()');
});
