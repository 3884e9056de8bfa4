import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { cardStates } from '../../packages/contact-card/test/builders.ts';
import { formStates } from '../../packages/feedback-widget/test/builders.ts';
import { followStates } from '../../packages/feedback-widget/test/follow-builders.ts';
import { badgeStates } from '../../packages/results-badge/test/builders.ts';
import { pseudoText } from '../../stories/pseudo-locale.ts';
import { tokensIn } from '../../stories/tokens.ts';

/** Names of states that a story file shows: the argument of its `state('…')` calls. */
function shownIn(file: string): string[] {
  assert.ok(existsSync(file), `${file} is missing`);
  return [...readFileSync(file, 'utf8').matchAll(/= state\('([^']+)'\)/g)].flatMap(([, name]) => name ?? []);
}

describe('the stories', () => {
  it('show every state of the follow-up, each once', () => {
    assert.deepEqual(shownIn('stories/feedback-follow.stories.ts').sort(), Object.keys(followStates).sort());
  });

  it('show every state of the contact card, each once', () => {
    assert.deepEqual(shownIn('stories/contact-card.stories.ts').sort(), Object.keys(cardStates).sort());
  });

  it('show every state of the results badge, each once', () => {
    assert.deepEqual(shownIn('stories/results-badge.stories.ts').sort(), Object.keys(badgeStates).sort());
  });

  it('show every state of the form, each once', () => {
    assert.deepEqual(shownIn('stories/feedback-form.stories.ts').sort(), Object.keys(formStates).sort());
  });
});

describe('the list of tokens', () => {
  it('gives each token with the whole of its fallback', () => {
    assert.deepEqual(tokensIn('a { color: var(--spplus-text, var(--text-default-grey, light-dark(#111, #eee))) }'), [
      { name: '--spplus-text', fallback: 'var(--text-default-grey, light-dark(#111, #eee))' },
    ]);
  });
});

describe('the pseudo-language', () => {
  it('leaves markup and character references as they are', () => {
    assert.equal(
      pseudoText('See <a href="x">all</a> &amp; more').replaceAll(' ~', ''),
      'Séé <a href="x">áll</a> &amp; möré',
    );
  });
  it('makes texts longer', () => assert.ok(pseudoText('Send my opinion').length > 'Send my opinion'.length * 1.3));
});
