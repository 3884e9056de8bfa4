import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Opinion, scales, scaleSteps, type Scale } from '@spplus/contract/opinion';
import * as z from 'zod/mini';

const takes = (ratings: unknown, more = {}): boolean =>
  z.safeParse(Opinion, { ratings, publish: false, language: 'fr', ...more }).success;
const isAccepted = (scale: Scale, value: number): boolean => takes([{ question: 'overall', scale, value }]);

test('a mark goes from 1 to the number of steps of its scale, in whole steps', () => {
  for (const scale of scales) {
    const most = scaleSteps[scale];
    const accepted = [-1, 0, 1, 1.5, most, most + 1, 11].filter((value) => isAccepted(scale, value));
    assert.deepEqual(accepted, [1, most], scale);
  }
});

test('each question has one mark at most: nobody is counted twice', () => {
  const overall = { question: 'overall', scale: 'three', value: 3 };
  assert.equal(takes([overall, { question: 'delay', scale: 'three', value: 1 }]), true);
  assert.equal(takes([overall, { ...overall, value: 1 }]), false);
  assert.equal(takes([overall, overall]), false);
});
