import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvCell } from '../src/maintenance/export-feedback.ts';
import { normalReference } from '../src/admin/find-opinion.ts';
import { origin } from '../src/admin/site-commands.ts';
import { emptyDatabase } from './support/database.ts';
import { runCommand } from './support/server-process.ts';

const environment = { DATABASE_URL: await emptyDatabase() };
const admin = (...words: string[]) => runCommand(environment, ...words);

test('prepares a service, its site and a token, and shows the token once', { timeout: 60_000 }, async () => {
  assert.equal(
    (await admin('services', 'add', 'mairie', '--name', 'Mairie', '--procedure', 'Passeport, carte')).code,
    0,
  );
  assert.equal((await admin('services', 'add', 'mairie', '--name', 'Mairie')).code, 4);
  assert.equal((await admin('sites', 'add', 'mairie', 'https://www.mairie.fr/')).code, 0);
  const shown = JSON.parse((await admin('services', 'show', 'mairie', '--json')).output) as {
    sites: string[];
    settings: { procedures: string[] };
  };
  assert.deepEqual(shown.sites, ['https://www.mairie.fr']);
  assert.deepEqual(shown.settings.procedures, ['Passeport, carte']);
  const created = await admin(
    'tokens',
    'create',
    'Accueil',
    '--services',
    'mairie',
    '--rights',
    'read,moderate',
    '--json',
  );
  const { token } = JSON.parse(created.output) as { token: string };
  assert.match(token, /^spa_/);
  assert.ok(!(await admin('tokens', 'list', '--json')).output.includes(token));
  assert.equal((await admin('tokens', 'revoke', 'Accueil')).code, 0);
  assert.equal((await admin('tokens', 'revoke', 'Accueil')).code, 4);
});

test('refuses what it does not understand, and says what to do', { timeout: 60_000 }, async () => {
  const unknown = await admin('services');
  assert.equal(unknown.code, 2);
  assert.match(unknown.errors, /one of list, add, set, show/);
  const missing = await admin('accept', 'A7K3-M9QX');
  assert.equal(missing.code, 3);
  assert.match(missing.errors, /no opinion A7K3-M9QX/);
});

test('reads a reference as it is dictated', () => {
  assert.equal(normalReference('a7k3 m9qx'), 'A7K3-M9QX');
  assert.equal(normalReference('oiL0-0000'), '0110-0000');
  assert.throws(() => normalReference('A7K3'), /looks like/);
});

test('takes a site, never a page of it', () => {
  assert.equal(origin('HTTPS://www.Mairie.fr:443/'), 'https://www.mairie.fr');
  assert.throws(() => origin('https://www.mairie.fr/avis'), /Did you mean https:\/\/www.mairie.fr/);
  assert.throws(() => origin('javascript:alert(1)'), /https:\/\//);
});

test('a cell is text for a spreadsheet, never a formula', () => {
  assert.equal(csvCell('=1+1'), "'=1+1");
  assert.equal(csvCell(' @SUM(A1)'), `"' @SUM(A1)"`.replace(/"/g, ''));
  assert.equal(csvCell('a "b", c\nd'), '"a ""b"", c\nd"');
  assert.equal(csvCell(3), '3');
});
