import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frenchSpaces } from '../typography.ts';

test('puts a narrow no-break space before high signs and inside quotation marks', () => {
  assert.equal(
    frenchSpaces('<p>« Oui » : prêt ? Oui ; non !</p>'),
    '<p>«\u202FOui\u202F»\u202F: prêt\u202F? Oui\u202F; non\u202F!</p>',
  );
});

test('keeps numbers with their unit', () => {
  assert.equal(frenchSpaces('de 9 h à 17 h 30, 25 €'), 'de 9\u202Fh à 17\u202Fh 30, 25\u202F€');
});

test('leaves attributes and code as they are', () => {
  const html = '<a title="Qui ?" href="/a?b=1">x</a><code>a ? b : c</code><script>a ? b : c</script>';
  assert.equal(frenchSpaces(html), html);
});
