import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Opinion, scales, scaleSteps, type Scale } from '@spplus/contract/opinion';
import * as z from 'zod/mini';

const isAccepted = (scale: Scale, value: number): boolean =>
  z.safeParse(Opinion, { ratings: [{ question: 'overall', scale, value }], publish: false, language: 'fr' }).success;

test('a mark goes from 1 to the number of steps of its scale, in whole steps', () => {
  for (const scale of scales) {
    const most = scaleSteps[scale];
    const accepted = [-1, 0, 1, 1.5, most, most + 1, 11].filter((value) => isAccepted(scale, value));
    assert.deepEqual(accepted, [1, most], scale);
  }
});
