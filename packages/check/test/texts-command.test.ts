import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { textsCommand } from '../src/texts-command.ts';
import { annuaireExport, contact, now } from './files.ts';

const files: Record<string, string> = {
  'contact.json': JSON.stringify(contact),
  'places.json': JSON.stringify({ places: [contact, { ...contact, name: 'Annexe' }] }),
  'partly.json': JSON.stringify({ ...contact, phones: [{ number: 'au standard' }] }),
  'export.json': JSON.stringify(annuaireExport),
  'other.json': '[]',
  'nothing.json': '{"colour":"green"}',
};

async function run(...words: string[]): Promise<{ code: number; said: string; complained: string }> {
  let [said, complained] = ['', ''];
  const code = await textsCommand(words, {
    now,
    write: async (part) => void (said += part),
    complain: (part) => void (complained += part),
    read(file) {
      const text = files[file];
      return text === undefined ? Promise.reject(new Error('ENOENT')) : Promise.resolve(text);
    },
  });
  return { code, said, complained };
}

describe('spplus-texts', () => {
  for (const [as, start] of [
    ['voice', /^Bienvenue\. /],
    ['signature', /^-- \n/],
    ['door', /^<!doctype html>\n/],
    ['vcard', /^BEGIN:VCARD\r\n/],
    ['json-ld', /^\{"@context":"https:\/\/schema\.org"/],
  ] as const) {
    it(`writes the text for ${as}, of our file and of a record of the directory`, async () => {
      for (const file of ['contact.json', 'export.json']) {
        const { code, said, complained } = await run(file, '--as', as);
        assert.deepEqual([code, complained], [0, ''], file);
        assert.match(said, start);
      }
    });
  }

  it('takes the place asked for', async () => {
    assert.match((await run('places.json', '--as', 'signature', '--place', '2')).said, /Annexe/);
    assert.equal((await run('places.json', '--as', 'signature', '--place', '3')).code, 2);
  });

  it('says what it could not read, and writes the rest', async () => {
    const { code, said, complained } = await run('partly.json', '--as', 'vcard');
    assert.equal(code, 1);
    assert.match(complained, /^phones\[0\]\.number {2}malformed {2}au standard\n$/);
    assert.match(said, /END:VCARD\r\n$/);
  });

  it('says what it does not know', async () => {
    for (const words of [
      ['contact.json'],
      ['contact.json', '--as', 'poem'],
      ['contact.json', '--as', 'voice', '--place', '0'],
      ['contact.json', '--as', 'voice', '--loud'],
      ['other.json', '--as', 'voice'],
      ['nothing.json', '--as', 'voice'],
      ['absent.json', '--as', 'voice'],
      ['--as', 'voice'],
    ]) {
      const { code, said, complained } = await run(...words);
      assert.deepEqual([code, said], [2, ''], words.join(' '));
      assert.match(complained, /\n$/);
    }
  });

  it('is a program', () => {
    const bin = fileURLToPath(new URL('../bin/spplus-texts.js', import.meta.url));
    const { status, stdout } = spawnSync(process.execPath, [bin, '--help'], { encoding: 'utf8' });
    assert.equal(status, 0);
    assert.match(stdout, /^spplus-texts : /);
  });
});
