import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from '../size/compare.ts';

const recorded = { bytes: 8000, requests: 2 };

test('a size as recorded passes, within one percent', () => {
  assert.equal(compare({ bytes: 8080, requests: 2 }, { recorded }).ok, true);
});

test('growth past one percent fails until it is recorded', () => {
  assert.equal(compare({ bytes: 8081, requests: 2 }, { recorded }).ok, false);
});

test('small files may move by fifty bytes', () => {
  assert.equal(compare({ bytes: 1050, requests: 1 }, { recorded: { bytes: 1000, requests: 1 } }).ok, true);
  assert.equal(compare({ bytes: 1051, requests: 1 }, { recorded: { bytes: 1000, requests: 1 } }).ok, false);
});

test('a ceiling holds, whatever is recorded', () => {
  assert.equal(
    compare({ bytes: 9001, requests: 2 }, { ceiling: 9000, recorded: { bytes: 9001, requests: 2 } }).ok,
    false,
  );
});

test('one more request fails', () => {
  assert.equal(compare({ bytes: 8000, requests: 3 }, { recorded }).ok, false);
  assert.equal(
    compare({ bytes: 8000, requests: 4 }, { requests: 3, recorded: { bytes: 8000, requests: 4 } }).ok,
    false,
  );
});

test('shrinking passes and asks to be recorded', () => {
  const verdict = compare({ bytes: 7000, requests: 2 }, { recorded });
  assert.equal(verdict.ok, true);
  assert.match(verdict.sentence, /--update/);
});

test('what was not measured fails', () => {
  assert.equal(compare(undefined, { recorded }).ok, false);
});

test('a goal that is missed is said, and fails nothing', () => {
  const budget = { ceiling: 9000, goal: 7000, recorded };
  const missed = compare({ bytes: 8000, requests: 2 }, budget);
  assert.deepEqual([missed.ok, missed.sentence], [true, 'as recorded; goal 7000 missed by 1000']);
  assert.doesNotMatch(compare({ bytes: 6900, requests: 2 }, budget).sentence, /goal/);
});
