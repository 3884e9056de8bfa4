import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { choiceFrom, fragmentOf, givenValues, type Choice } from '../src/scripts/builder/choice.ts';
import {
  importMap,
  placeholder,
  policyLines,
  scripts,
  snippets,
  tag,
  type Release,
} from '../src/scripts/builder/snippets.ts';
import fc from 'fast-check';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { modules, moduleNamed } from '../src/scripts/builder/options.ts';
import { inlineHashes } from '../server/security.ts';

const defaults: Choice = {
  module: 'feedback-widget',
  values: {},
  service: 'mairie-exemple',
  api: 'https://avis.example.fr',
  sdk: 'https://cdn.example.fr/spplus/0.1.0/',
  contact: '/contact/',
};
const release: Release = {
  version: '0.1.0',
  integrity: { 'spplus.js': 'sha384-AAA', 'chunks/form.js': 'sha384-BBB', 'feedback-widget.js': 'sha384-CCC' },
};

test('what the fragment keeps comes back the same', () => {
  const module = moduleNamed('feedback-widget');
  const values = fc.record(
    Object.fromEntries(
      module.options.map(({ attribute, choices }) => [
        attribute,
        choices
          ? fc.constantFrom(...choices.map(([value]) => value))
          : fc.string({ minLength: 1 }).filter((text) => text.trim() === text),
      ]),
    ),
  );
  fc.assert(
    fc.property(values, fc.webUrl(), (chosen, api) => {
      const choice = { ...defaults, values: chosen, api };
      const back = choiceFrom(fragmentOf(choice, defaults), defaults);
      assert.deepEqual(givenValues(back), givenValues(choice));
      assert.equal(back.api, api);
    }),
  );
});

test('drops a value that is not on offer', () => {
  assert.deepEqual(choiceFrom('#module=feedback-widget&mode=<img>&scale=four', defaults).values, { scale: 'four' });
});

test('leaves defaults out of the code', () => {
  const choice = { ...defaults, values: { mode: 'inline', scale: 'three', questions: '' } };
  assert.equal(
    tag(choice),
    '<spplus-feedback-widget>\n  <a href="/contact/">Donner mon avis</a>\n</spplus-feedback-widget>',
  );
});

test('writes typed text as text, in the tag and in the link', () => {
  const choice = { ...defaults, values: { mode: 'button', procedure: '"><script>' } };
  assert.match(tag(choice), /procedure="&quot;&gt;&lt;script&gt;"/);
  assert.equal(
    placeholder(choice),
    '<a href="/contact/" data-spplus="feedback-widget" data-mode="button" data-procedure="&quot;&gt;&lt;script&gt;">Donner mon avis</a>',
  );
});

test('covers every module file with integrity, by absolute address', () => {
  assert.deepEqual(JSON.parse(importMap(defaults, release)), {
    integrity: {
      'https://cdn.example.fr/spplus/0.1.0/spplus.js': 'sha384-AAA',
      'https://cdn.example.fr/spplus/0.1.0/chunks/form.js': 'sha384-BBB',
    },
  });
});

test('the policy names the two origins and the hash that browsers compute for the import map', () => {
  const hash = `sha256-${createHash('sha256').update(importMap(defaults, release)).digest('base64')}`;
  assert.deepEqual(inlineHashes(scripts(defaults, release)), [`'${hash}'`]);
  const lines = policyLines(defaults, hash);
  assert.match(lines, /script-src https:\/\/cdn\.example\.fr 'sha256-/);
  assert.match(lines, /connect-src https:\/\/avis\.example\.fr;/);
});

test('quotes PHP strings, so that a procedure with an apostrophe does not break a site', () => {
  const choice = { ...defaults, values: { procedure: "Carte d'identité" } };
  const wordpress = snippets(choice, release, '').find(({ id }) => id === 'wordpress');
  assert.match(wordpress?.code ?? '', /procedure="Carte d\\'identité"/);
});

/** Of the file that defines the element, in whichever package it is. */
function sourceOf(name: string): string {
  const packages = fileURLToPath(new URL('../../packages/', import.meta.url));
  const [file] = globSync(`*/src/{,*/}${name}.ts`, { cwd: packages, exclude: (path) => path.startsWith('sdk/') });
  assert.ok(file, `no file defines <spplus-${name}>`);
  return readFileSync(`${packages}${file}`, 'utf8');
}

test('offers only attributes that the elements document, with values that they know', () => {
  for (const { name, options } of modules) {
    const source = sourceOf(name);
    for (const { attribute, choices } of options) {
      const documented = new RegExp(`@attr \\{([^}]*)\\} ${attribute} `).exec(source)?.[1];
      assert.ok(documented, `<spplus-${name}> documents no attribute ${attribute}`);
      if (!documented.includes("'")) continue;
      for (const [value] of choices ?? [])
        assert.ok(documented.includes(`'${value}'`), `${attribute}="${value}" is not documented`);
    }
  }
});
