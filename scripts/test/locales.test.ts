import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findFaults, findSourceFaults } from '../locales/findings.ts';
import type { SourceMessage, Translation } from '../locales/message-text.ts';
import { renewStamps } from '../locales/stamps.ts';

const plain = (name: string, text: string): SourceMessage => ({ name, contents: [text], tag: undefined });
const translated = (name: string, text: string): Translation => ({ name, contents: [text] });
const step = (variable: string): SourceMessage => ({
  name: 'step',
  contents: ['Étape ', { untranslatable: `\${${variable}}`, index: 0 }],
  tag: 'str',
});
const sentences = (...[sources, translations, stamps]: Parameters<typeof findFaults>) =>
  findFaults(sources, translations, stamps).map(({ id, sentence }) => `${id} ${sentence}`);

describe('the gate of translations', () => {
  it('lets a complete and fresh translation through', () => {
    const sources = [plain('open', 'Donner mon avis')];
    const translations = [translated('open', 'Give my opinion')];
    assert.deepEqual(sentences(sources, translations, renewStamps(sources, translations, {})), []);
  });

  it('names a message without translation, and one whose translation is empty', () => {
    const sources = [plain('open', 'Donner mon avis'), plain('send', 'Envoyer')];
    const found = sentences(sources, [translated('send', ' ')], {});
    assert.match(found[0] ?? '', /^open has no translation; the French is "Donner mon avis"/);
    assert.match(found[1] ?? '', /^send has no translation/);
  });

  it('notices that the French changed after the translation, until it is translated again or confirmed', () => {
    const before = [plain('open', 'Donner mon avis')];
    const after = [plain('open', 'Dire ce que j’ai vécu')];
    const old = [translated('open', 'Give my opinion')];
    const stamps = renewStamps(before, old, {});
    const kept = renewStamps(after, old, stamps);
    assert.deepEqual(kept, stamps, 'writing the files again must not hide it');
    assert.match(sentences(after, old, kept)[0] ?? '', /^open is stale: the French has changed to "Dire/);

    const anew = [translated('open', 'Say what I lived')];
    assert.deepEqual(sentences(after, anew, renewStamps(after, anew, kept)), []);
    assert.deepEqual(sentences(after, old, renewStamps(after, old, kept, new Set(['open']))), []);
  });

  it('does not call a translation stale because a variable got another name', () => {
    const target: Translation = { name: 'step', contents: ['Step ', { untranslatable: '${n}', index: 0 }] };
    const stamps = renewStamps([step('n')], [target], {});
    assert.deepEqual(sentences([step('this.position')], [target], stamps), []);
  });

  it('refuses a translation that lost a placeholder', () => {
    const target = translated('step', 'Step');
    assert.match(
      sentences([step('n')], [target], renewStamps([step('n')], [target], {}))[0] ?? '',
      /expected \$\{\}, found none/,
    );
  });

  it('refuses characters that a plain sentence would show escaped', () => {
    const sources = [plain('terms', 'Règles et conditions')];
    const translations = [translated('terms', 'Terms & conditions')];
    assert.match(sentences(sources, translations, renewStamps(sources, translations, {}))[0] ?? '', /shown escaped/);
  });

  it('names translations of messages that are gone', () => {
    assert.match(
      sentences([], [translated('old', 'Old')], {})[0] ?? '',
      /^old is translated but no longer in the sources/,
    );
  });

  it('asks for an id where the tools had to derive one', () => {
    assert.match(findSourceFaults([plain('s0123456789abcdef', 'Bonjour')])[0]?.sentence ?? '', /"Bonjour" has no id/);
    assert.deepEqual(findSourceFaults([plain('open', 'Donner mon avis')]), []);
  });

  it('asks for the spaces and the apostrophe of printed French', () => {
    for (const text of ['Pourquoi ?', 'Reçu : le code', 'Écrivez « ici\u202F»', 'Écrivez «\u202Fici »', "L'agent"]) {
      assert.equal(findSourceFaults([plain('said', text)]).length, 1, text);
    }
    for (const text of ['Pourquoi\u202F?', 'Reçu\u00A0: le code', '«\u202Fici\u202F», l’agent', '16:50', 'a?b']) {
      assert.deepEqual(findSourceFaults([plain('said', text)]), [], text);
    }
  });
});
