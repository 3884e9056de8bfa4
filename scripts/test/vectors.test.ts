/** The command that judges files of expected values, as whoever keeps such a file runs it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'spplus-vectors-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function judge(content: unknown): { status: number | null; lines: string[]; complaint: string } {
  const file = join(folder, 'file.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/with-node.mjs', 'scripts/vectors.ts', file],
    { encoding: 'utf8' },
  );
  return { status, lines: stdout.trim().split('\n'), complaint: stderr };
}

/** Journal officiel, Code du travail, art. L3133-1, for 2026. */
const holidays = {
  '2026-01-01': '1er janvier',
  '2026-04-06': 'Lundi de Pâques',
  '2026-05-01': '1er mai',
  '2026-05-08': '8 mai',
  '2026-05-14': 'Ascension',
  '2026-05-25': 'Lundi de Pentecôte',
  '2026-07-14': '14 juillet',
  '2026-08-15': 'Assomption',
  '2026-11-01': 'Toussaint',
  '2026-11-11': '11 novembre',
  '2026-12-25': 'Jour de Noël',
};

const office = (open: boolean) => ({
  id: 'mairie',
  zone: 'Europe/Paris',
  code_insee: '75056',
  plage_ouverture: [
    {
      nom_jour_debut: 'Lundi',
      nom_jour_fin: 'Vendredi',
      valeur_heure_debut_1: '09:00:00',
      valeur_heure_fin_1: '12:00:00',
      commentaire: '',
    },
  ],
  checks: [
    {
      // 11 November 2026 is a Wednesday.
      at: '2026-11-11T09:00:00Z',
      open,
      next: '2026-11-11T11:00:00Z',
      open_ph_off: false,
      next_ph_off: '2026-11-12T08:00:00Z',
    },
  ],
});

test('says how many values agree, and ends well when all do', () => {
  const deadlines: unknown = JSON.parse(readFileSync('packages/domain/test/data/legal-deadlines.json', 'utf8'));
  const judged = judge(deadlines);
  assert.equal(judged.status, 0);
  assert.match(judged.lines.at(-1) ?? '', /^[1-9]\d* agree, 0 differ$/);
  assert.deepEqual(judge({ vectors: [office(true)] }), { status: 0, lines: ['4 agree, 0 differ'], complaint: '' });
  assert.deepEqual(judge({ zones: { metropole: holidays } }).lines, ['11 agree, 0 differ']);
});

test('prints each value that differs, and ends badly', () => {
  const { status, lines } = judge({ vectors: [office(false)] });
  assert.equal(status, 1);
  assert.deepEqual(lines, ['mairie 2026-11-11T09:00:00Z open: open, expected closed', '3 agree, 1 differ']);
  const { '2026-12-25': _, ...without } = holidays;
  assert.deepEqual(judge({ zones: { metropole: without } }).lines, [
    'metropole 2026-12-25: Jour de Noël, expected no holiday',
    '10 agree, 1 differ',
  ]);
});

test('says that there is nothing to judge in a file of another shape', () => {
  const { status, lines, complaint } = judge({ name: 'Mairie' });
  assert.deepEqual([status, lines], [2, ['0 agree, 0 differ']]);
  assert.match(complaint, /has nothing to judge/);
});
