import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { badgeJson, badgeSvg, badgeThemes } from '../src/badge-svg.ts';
import { parseDay } from '../src/civil-date.ts';
import { readResults } from '../src/results-reader.ts';

const now = parseDay('2026-11-24') ?? 0;

function badge(indicators: object[], { structure = 'Mairie', locale = 'fr' } = {}) {
  const { results } = readResults({ structure, indicators }, now);
  assert.ok(results);
  return { results, now, locale };
}
const rate = { code: 'satisfaction', unit: '%', updated: '2026-10-31' };

test('says the figure, the number of answers and the day, in words', () => {
  const sound = { ...rate, distribution: { scale: 'three', counts: [44, 80, 276] } };
  const svg = badgeSvg(badge([sound]), badgeThemes.light);
  assert.match(
    svg,
    /<title id="t">Mairie, Taux de satisfaction globale, 69\u202f%, 400 réponses, au 31 octobre 2026<\/title>/,
  );
  assert.match(badgeSvg(badge([sound], { locale: 'en' }), badgeThemes.dark), />69%<.*400 answers/);
  assert.match(badgeSvg(badge([sound], { locale: 'ar' }), badgeThemes.dark), /direction="rtl".*>69%</);
});

test('what may not be shown is not in the picture, nor in its data', () => {
  for (const [indicator, text] of [
    [{ ...rate, distribution: { scale: 'three', counts: [0, 0, 9] } }, 'trop peu de réponses'],
    [{ ...rate, distribution: { scale: 'three', counts: [0, 0, 20] } }, 'trop peu de réponses'],
    [{ ...rate, value: 140 }, 'donnée illisible'],
    [{ ...rate, state: 'coming', value: 80 }, 'à venir'],
  ] as const) {
    const made = badge([indicator]);
    assert.ok(badgeSvg(made, badgeThemes.light).includes(`>${text}<`));
    const { text: said, value, range } = badgeJson(made);
    assert.deepEqual([said, value, range], [text, undefined, undefined]);
    assert.doesNotMatch(badgeSvg(made, badgeThemes.light), />(100|140|80)/);
  }
  assert.match(
    badgeSvg(badge([{ ...rate, distribution: { scale: 'three', counts: [10, 10, 60] } }]), badgeThemes.light),
    />entre 65 et 83\u202f%</,
  );
});

test('without any indicator, says that nothing is measured yet', () => {
  assert.match(badgeSvg(badge([]), badgeThemes.light), />pas encore mesuré</);
});

test('whatever the names: one well-formed element tree, and nothing in it but text', () => {
  const name = fc.oneof(
    fc.string({ minLength: 1, unit: 'grapheme' }),
    fc.constantFrom('</title><script>alert(1)</script>', '" onload="x', ']]>', '&#0;', '\u0000\u000b'),
  );
  fc.assert(
    fc.property(name, name, (structure, label) => {
      const { results } = readResults({ structure, indicators: [{ ...rate, label, value: 80 }] }, now);
      fc.pre(!!results);
      if (!results) return;
      const svg = badgeSvg({ results, now, locale: 'fr' }, badgeThemes.light);
      // Every tag is one of ours, and nothing is left outside of tags but text without markup.
      const tags = [...svg.matchAll(/<\/?([a-z]+)[^<>]*>/g)].map(([, tag]) => tag);
      assert.ok(
        tags.every((tag) => ['svg', 'title', 'rect', 'text'].includes(tag ?? '')),
        svg,
      );
      assert.doesNotMatch(svg.replace(/<\/?[a-z]+[^<>]*>/g, ''), /[<>]/);
      for (const [tag] of svg.matchAll(/<[^<>]*>/g)) assert.doesNotMatch(tag, /\son\w+=/);
      assert.doesNotMatch(svg, /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    }),
  );
});
