import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkCommand } from '../src/check-command.ts';
import { annuaireExport, bus, contact, now, without } from './files.ts';

const files: Record<string, string> = {
  'contact.json': JSON.stringify(contact),
  'dear.json': JSON.stringify({
    ...contact,
    runBy: 'state',
    phones: [{ number: '0 811 70 36 46', purpose: 'Accueil' }],
  }),
  'old.json': JSON.stringify({ ...contact, updated: '2024-01-01' }),
  'bus.json': JSON.stringify(bus),
  'export.json': JSON.stringify(annuaireExport),
  'marked.json': `\uFEFF${JSON.stringify(contact)}`,
  'broken.json': '{ "name": ',
  '-': JSON.stringify(without(contact, 'directoryUrl')),
};

/** What a command line answers, with plain spaces. */
async function run(...words: string[]): Promise<{ code: number; said: string; complained: string }> {
  let [said, complained] = ['', ''];
  const code = await checkCommand(words, {
    now,
    write: async (part) => void (said += part),
    complain: (part) => void (complained += part),
    read(file) {
      const text = files[file];
      return text === undefined ? Promise.reject(new Error('ENOENT')) : Promise.resolve(text);
    },
  });
  return { code, said: said.replace(/[\u00a0\u202f]/g, ' '), complained: complained.replace(/[\u00a0\u202f]/g, ' ') };
}

describe('spplus-check', () => {
  it('is content with a sound file', async () => {
    assert.deepEqual(await run('contact.json'), { code: 0, said: '1 fiche : rien à signaler.\n', complained: '' });
    assert.equal((await run('marked.json')).code, 0, 'a byte order mark is no fault');
  });

  it('prints one line per finding, a summary, and fails on errors', async () => {
    const { code, said } = await run('dear.json');
    const [line, summary, ...rest] = said.split('\n');
    assert.match(
      line ?? '',
      /^phones\[0\]\.number {2}error {2}surcharged-number {2}0 811 70 36 46 est surtaxé\. .+\.$/,
    );
    assert.equal(summary, '1 fiche : 1 erreur.');
    assert.deepEqual(rest, ['']);
    assert.equal(code, 1);
  });

  it('does not fail on warnings', async () => {
    const { code, said } = await run('old.json');
    assert.match(said, /^updated {2}warning {2}stale {2}.+\n1 fiche : 1 avertissement\.\n$/);
    assert.equal(code, 0);
  });

  it('checks a whole export, and counts', async () => {
    const { code, said } = await run('export.json');
    assert.equal(code, 1);
    assert.match(said, /\n3 fiches : 2 erreurs, \d+ avertissements\.\n$/);
  });

  it('compares with the directory when asked', async () => {
    assert.equal((await run('contact.json', '--annuaire', 'export.json')).said, '1 fiche : rien à signaler.\n');
    const { said } = await run('dear.json', '--annuaire', 'bus.json');
    assert.match(said, /phones {2}warning {2}drift {2}L’annuaire donne aussi 06 65 74 40 30\./);
  });

  it('reads standard input', async () => {
    assert.match((await run('-')).said, /^directoryUrl {2}warning {2}directory-link-missing/);
  });

  it('answers programs in JSON', async () => {
    const { code, said } = await run('dear.json', '--json');
    const { findings, ...counts } = JSON.parse(said);
    assert.deepEqual(counts, { file: 'dear.json', places: 1, errors: 1, warnings: 0 });
    assert.equal(findings.length, 1);
    assert.equal(findings[0].rule, 'surcharged-number');
    assert.equal(findings[0].place, 'France services Grenoble');
    assert.equal(code, 1);
  });

  it('keeps what a file says out of the terminal and on one line', async () => {
    files['hostile.json'] = JSON.stringify({ ...contact, runBy: '\u001b[2J\r\nphones  error\u202e' });
    const { said } = await run('hostile.json');
    assert.equal(said.split('\n').length, 3);
    assert.doesNotMatch(said, /[\u001b\r\u202e]/);
  });

  it('says what to do when it cannot work, and exits with 2', async () => {
    const cases: [words: string[], says: RegExp][] = [
      [[], /Donnez un fichier/],
      [['contact.json', 'old.json'], /un seul/],
      [['absent.json'], /absent\.json ne peut pas être lu \(ENOENT\)/],
      [['broken.json'], /broken\.json n’est pas du JSON/],
      [['contact.json', '--anuaire', 'bus.json'], /--annuaire FICHIER/],
      [['contact.json', '--annuaire', 'broken.json'], /broken\.json n’est pas du JSON/],
      [['export.json', '--annuaire', 'bus.json'], /export\.json vient déjà de l’annuaire/],
      [['-', '--annuaire', '-'], /qu’une fois/],
    ];
    for (const [words, says] of cases) {
      const { code, said, complained } = await run(...words);
      assert.equal(code, 2, words.join(' '));
      assert.match(complained, says);
      assert.equal(said, '');
    }
  });

  it('helps', async () => {
    const { code, said } = await run('--help');
    assert.equal(code, 0);
    assert.match(said, /spplus-check FICHIER \[--annuaire FICHIER\] \[--json\]/);
  });
});

describe('The program spplus-check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spplus-check-'));
  after(() => rmSync(folder, { recursive: true }));
  const program = fileURLToPath(new URL('../bin/spplus-check.js', import.meta.url));
  const start = (words: string[], input = '') =>
    spawnSync(process.execPath, [program, ...words], { input, encoding: 'utf8' });

  it('runs from its sources on a real file, and gives its exit code', () => {
    const file = join(folder, 'dear.json');
    writeFileSync(file, files['dear.json'] ?? '');
    const { status, stdout, stderr } = start([file]);
    assert.match(stdout, /^phones\[0\]\.number {2}error {2}surcharged-number/);
    assert.equal(stderr, '');
    assert.equal(status, 1);
  });

  it('reads a pipe, and says which file is missing', () => {
    assert.match(start(['-'], files['old.json']).stdout, /^updated {2}warning {2}stale/);
    const { status, stderr } = start([join(folder, 'absent.json')]);
    assert.equal(status, 2);
    assert.match(stderr, /absent\.json ne peut pas être lu/);
  });
});
