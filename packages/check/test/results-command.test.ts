import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { resultsCommand } from '../src/results-command.ts';

const row = (more: object = {}) => ({
  intitule_de_la_structure: 'Caf de la Somme',
  code_sp_structure: 'CAF-80',
  titre_original_de_l_indicateur: 'Taux de satisfaction des usagers',
  code_sp_de_l_indicateur: 'IND-27',
  valeur: '81',
  date_de_mise_a_jour: '2026-02-14',
  ...more,
});
const elsewhere = { intitule_de_la_structure: 'Caf de l’Oise', code_sp_structure: 'CAF-60' };

const files: Record<string, string> = {
  'rows.json': JSON.stringify([row()]),
  'two.json': JSON.stringify({ results: [row(), row(elsewhere)] }),
  'bad.json': JSON.stringify([row(), row({ valeur: 'n.c.', code_sp_de_l_indicateur: 'IND-28' })]),
  'none.json': JSON.stringify([row({ valeur: 'n.c.' })]),
  'other.json': '{"name":"Mairie"}',
  'results.json': JSON.stringify({
    structure: 'Mairie',
    indicators: [
      { code: 'satisfaction', unit: '%', value: 80, n: 400 },
      { code: 'delay', unit: '%', value: 140 },
    ],
  }),
};

async function run(...words: string[]): Promise<{ code: number; said: string; complained: string }> {
  let [said, complained] = ['', ''];
  const code = await resultsCommand(words, {
    now: Date.parse('2026-11-24'),
    write: async (part) => void (said += part),
    complain: (part) => void (complained += part),
    read(file) {
      const text = files[file];
      return text === undefined ? Promise.reject(new Error('ENOENT')) : Promise.resolve(text);
    },
  });
  return { code, said, complained };
}

describe('spplus-results import', () => {
  it('writes the results of one structure, or a list of several', async () => {
    const one = await run('import', 'rows.json');
    assert.equal(one.code, 0);
    assert.equal((JSON.parse(one.said) as { structure: string }).structure, 'Caf de la Somme');
    const two = JSON.parse((await run('import', 'two.json')).said) as { structure: string }[];
    assert.deepEqual(
      two.map(({ structure }) => structure),
      ['Caf de la Somme', 'Caf de l’Oise'],
    );
    const chosen = JSON.parse((await run('import', 'two.json', '--structure', 'CAF-60')).said) as object;
    assert.equal((chosen as { structure: string }).structure, 'Caf de l’Oise');
  });

  it('names each row that it could not read, and says so to whoever started it', async () => {
    const { code, said, complained } = await run('import', 'bad.json');
    assert.equal(code, 1);
    assert.equal((JSON.parse(said) as { indicators: object[] }).indicators.length, 1);
    assert.match(complained, /^ligne 2 {2}not-a-figure {2}la valeur n’est pas un nombre : n\.c\.\n$/);
  });

  it('writes nothing where nothing could be read', async () => {
    for (const [file, sentence] of [
      ['none.json', /Aucune ligne n’a pu être lue/],
      ['other.json', /ne contient pas de lignes/],
      ['absent.json', /ne peut pas être lu/],
    ] as const) {
      const { code, said, complained } = await run('import', file);
      assert.deepEqual([code, said], [2, '']);
      assert.match(complained, sentence);
    }
  });

  it('takes a web address', async () => {
    const server = createServer((_, response) => response.end(files['rows.json']));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/export.json`;
      const bin = fileURLToPath(new URL('../bin/spplus-results.js', import.meta.url));
      const { stdout } = await promisify(execFile)(process.execPath, [bin, 'import', address]);
      assert.equal((JSON.parse(stdout) as { indicators: { value: number }[] }).indicators[0]?.value, 81);
    } finally {
      server.close();
    }
  });
});

describe('spplus-results badge', () => {
  it('draws the main indicator, another one, or says it as data', async () => {
    const { code, said, complained } = await run('badge', 'results.json');
    assert.equal(code, 1, 'one figure of the file is impossible');
    assert.match(complained, /indicators\[1\]\.value {2}impossible/);
    assert.match(said, /^<svg .*>80\u202f%</s);
    assert.match((await run('badge', 'results.json', '--indicateur', 'delay')).said, />donnée illisible</);
    assert.equal((JSON.parse((await run('badge', 'results.json', '--json')).said) as { value: number }).value, 80);
  });

  it('says what it does not know', async () => {
    for (const words of [
      ['badge', 'results.json', '--indicateur', 'x'],
      ['badge', 'results.json', '--theme', 'rose'],
      ['badge', 'other.json'],
      ['badge'],
      ['draw', 'results.json'],
      ['import', 'rows.json', '--fast'],
    ]) {
      const { code, said, complained } = await run(...words);
      assert.deepEqual([code, said], [2, ''], words.join(' '));
      assert.match(complained, /(\.|--help)\n$/);
    }
  });

  it('is a program', () => {
    const bin = fileURLToPath(new URL('../bin/spplus-results.js', import.meta.url));
    const { status, stdout } = spawnSync(process.execPath, [bin, '--help'], { encoding: 'utf8' });
    assert.equal(status, 0);
    assert.match(stdout, /^spplus-results : /);
  });
});
