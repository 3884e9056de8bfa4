import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributesFrom } from '../src/placeholders.ts';

const from = (data: Record<string, string>) =>
  Object.fromEntries(attributesFrom(Object.entries(data).map(([name, value]) => ({ name, value }))));

test('a link hands its data attributes on under their own names', () => {
  assert.deepEqual(from({ href: '/avis', 'data-service': 'mairie', 'data-heading-level': '3' }), {
    service: 'mairie',
    'heading-level': '3',
  });
});

test('whoever may only write a link gains no script, no style and no say in where opinions go', () => {
  assert.deepEqual(
    from({
      'data-onclick': 'x()',
      'data-style': 'position:fixed',
      'data-api': 'https://elsewhere.example',
      'data-spplus': 'a',
    }),
    {},
  );
});
