import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Opinion } from '@spplus/contract/opinion';
import fc from 'fast-check';
import * as z from 'zod/mini';
import {
  gestureOf,
  hasMore,
  hasStory,
  noAnswers,
  opinionOf,
  scaleOf,
  type Answers,
  type Setting,
} from '../src/form/answers.ts';
import { answersFrom } from '../src/follow/correction.ts';
import { aStory, someAnswers } from './builders.ts';

const setting = (changes: Partial<Setting> = {}): Setting => ({
  scale: 'three',
  questions: ['delay'],
  procedure: '',
  tags: [],
  page: undefined,
  language: 'fr',
  ...changes,
});

const accepts = (opinion: Opinion) => {
  const checked = z.safeParse(Opinion, opinion);
  assert.ok(checked.success, JSON.stringify(checked.error?.issues));
};

test('a first gesture carries the rating and nothing that was typed', () => {
  const answers = someAnswers({
    ...aStory,
    comment: 'Merci.',
    email: 'personne@example.fr',
    pseudonym: 'Camomille',
    publish: true,
  });
  assert.deepEqual(gestureOf(answers, setting({ tags: ['Guichet'] })), {
    ratings: [{ question: 'overall', scale: 'three', value: 1 }],
    tags: ['Guichet'],
    publish: false,
    language: 'fr',
  });
});

test('a page sends its path, on the scale of yes and no', () => {
  const opinion = gestureOf(
    { ...noAnswers, ratings: { page: 1 } },
    setting({ page: '/carte-identite/', scale: 'ten' }),
  );
  assert.deepEqual(opinion.ratings, [{ question: 'page', scale: 'two', value: 1 }]);
  assert.equal(opinion.page, '/carte-identite/');
  accepts(opinion);
});

test('an online procedure is always marked out of ten', () => {
  assert.equal(scaleOf('online', { scale: 'three' }), 'ten');
});

test('what is left empty is left out', () => {
  const opinion = opinionOf(someAnswers({ comment: '  ', procedure: ' ' }), setting());
  assert.deepEqual(Object.keys(opinion).sort(), ['language', 'publish', 'ratings']);
});

test('nothing is published without a story, whatever box was ticked before it was taken out', () => {
  assert.equal(opinionOf(someAnswers({ publish: true, comment: 'Merci.' }), setting()).publish, false);
  assert.equal(opinionOf(someAnswers({ ...aStory, publish: true }), setting()).publish, true);
});

test('the procedure that the page names wins over the one typed; tags of the page and of the person are joined once', () => {
  const answers = someAnswers({ procedure: 'Passeport', tags: ['Accueil', 'Guichet'] });
  const opinion = opinionOf(answers, setting({ procedure: 'Carte d’identité', tags: ['Guichet'] }));
  assert.equal(opinion.procedure, 'Carte d’identité');
  assert.deepEqual(opinion.tags, ['Guichet', 'Accueil']);
});

test('a rating alone says nothing more; one word does', () => {
  assert.equal(hasMore(someAnswers()), false);
  assert.equal(hasMore(someAnswers({ comment: ' ' })), false);
  assert.equal(hasMore(someAnswers({ pseudonym: 'Camomille' })), true);
  assert.equal(hasStory(someAnswers({ comment: 'Merci.' })), false);
  assert.equal(hasStory(someAnswers({ wentWell: 'L’accueil.' })), true);
});

const words = (max: number) =>
  fc.string({ minLength: 1, maxLength: max, unit: fc.constantFrom('a', 'é', ' ', '’', 'ب', '\n') });
const filled = (max: number) => words(max).filter((text) => text.trim() !== '');
const anyAnswers: fc.Arbitrary<Answers> = fc.record({
  ratings: fc.record({ overall: fc.integer({ min: 1, max: 3 }), delay: fc.integer({ min: 1, max: 3 }) }),
  comment: words(200),
  title: filled(120),
  happened: filled(500),
  wentWell: words(100),
  wentBadly: words(100),
  date: fc.constantFrom('', '2026-11', '2024-02'),
  procedure: words(50),
  channels: fc.subarray(['counter', 'phone', 'online'] as const),
  tags: fc.subarray(['Accueil', 'Délais']),
  speaker: fc.constantFrom('' as const, 'self' as const, 'relative' as const),
  pseudonym: words(40),
  email: fc.constantFrom('', 'personne@example.fr'),
  publish: fc.boolean(),
});

test('property: whatever a person says, the contract accepts the opinion, and correcting it starts from the same opinion', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const opinion = opinionOf(answers, setting());
      accepts(opinion);
      assert.deepEqual(opinionOf(answersFrom(opinion), setting()), opinion);
    }),
  );
});
