import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Opinion } from '@spplus/contract/opinion';
import * as z from 'zod/mini';
import type { FeedbackHost } from '../src/feedback-part.ts';
import { gestureOf, noAnswers, opinionOf } from '../src/form/answers.ts';
import { settingOf } from '../src/form/form-setting.ts';

/** What the setting reads of its host: attributes, mode and language. */
const settingFrom = (attributes: Record<string, string>, mode: FeedbackHost['mode'] = 'inline') =>
  settingOf({ mode, setting: (name: string) => attributes[name], element: { locale: 'fr' } } as FeedbackHost);

const isAccepted = (opinion: unknown): boolean => z.safeParse(Opinion, opinion).success;

test('whatever a page says about an opinion, the server takes it', () => {
  const tags = Array.from({ length: 30 }, (_, index) => `${index} ${'t'.repeat(80)}`).join(' , ,');
  const setting = settingFrom({ tags, procedure: 'p'.repeat(500) });
  const answers = { ...noAnswers, ratings: { overall: 3 } };
  assert.equal(isAccepted(gestureOf(answers, setting)), true);
  assert.equal(setting.tags.length, 10);
});

test('somebody may choose every tag that a service offers, beside those of the page', () => {
  const offered = Array.from({ length: 50 }, (_, index) => `sujet ${index}`);
  const setting = settingFrom({ tags: 'a,b,c,d,e,f,g,h,i,j' });
  const opinion = opinionOf({ ...noAnswers, ratings: { overall: 1 }, tags: offered }, setting);
  assert.equal(opinion.tags?.length, 60);
  assert.equal(isAccepted(opinion), true);
});

test('a whole experience asks the official questions unless the page chooses; others ask what the page chooses', () => {
  assert.deepEqual(settingFrom({}, 'experience').questions, ['delay', 'access', 'effort', 'relation']);
  assert.deepEqual(settingFrom({ questions: 'relation  nonsense delay overall' }).questions, ['delay', 'relation']);
  assert.deepEqual(settingFrom({}).questions, []);
});
