import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { judgeDeadlines } from '../../../scripts/vectors/legal-deadlines.ts';

const file = JSON.parse(readFileSync(new URL('data/legal-deadlines.json', import.meta.url), 'utf8')) as Record<
  string,
  unknown
>;

function judge(judged: Record<string, unknown>) {
  const seen: { subject: string; found: string; expected: string }[] = [];
  judgeDeadlines(judged, (subject, found, expected) => seen.push({ subject, found, expected }));
  return { seen, differing: seen.filter(({ found, expected }) => found !== expected) };
}

test('every expected deadline of the file agrees', () => {
  const { seen, differing } = judge(file);
  assert.deepEqual(differing, []);
  const rows = new Set(seen.map(({ subject }) => subject.split(' ')[0]));
  assert.equal(rows.size, [file.attested, file.computed].flat().length);
});

test('a wrong date, an unknown rule, a missing day and an expectation nobody computes all differ', () => {
  const { differing } = judge({
    rows: [
      { id: 'date', rule: 'franc', unit: 'month', n: 2, from: '2021-01-03', lastDay: '2021-03-05' },
      { id: 'rule', rule: 'lunar', from: '2021-01-03', lastDay: '2021-03-05' },
      { id: 'day', rule: 'franc', from: '2021-02-30', lastDay: '2021-03-05' },
      { id: 'unit', rule: 'franc', unit: 'fortnight', n: 2, from: '2021-02-03', lastDay: '2021-03-05' },
      { id: 'name', rule: 'franc', n: 2, from: '2021-01-03', lastNight: '2021-03-04' },
    ],
  });
  assert.deepEqual(
    differing.map(({ subject, found }) => `${subject}: ${found}`),
    [
      'date franc lastDay: 2021-03-04',
      'rule lunar: no such rule "lunar"',
      'day franc: "from" is no day: "2021-02-30"',
      'unit franc: no such unit "fortnight"',
      'name franc lastNight: not computed',
    ],
  );
});

test('a file of another shape has nothing to judge', () => {
  assert.deepEqual(judge({ vectors: [{ id: 'office', zone: 'Europe/Paris' }], zones: { metropole: {} } }).seen, []);
});
