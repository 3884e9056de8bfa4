/** The client of HubEE, against a server that speaks its protocol: a token for client credentials, then folders and cases. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hubeeSource } from '../../src/adapters/hubee/source.ts';
import { caseIds, folder, folderId, moves, oneCase } from './hubee-answers.ts';
import { assertFault, assertTransportFaults, demandOn, localServer, summary, type Asked } from './support.ts';

const clientSecret = 'secret-du-client';
const secrets = [clientSecret, 'jeton-1', folderId];
type Options = Parameters<typeof hubeeSource>[0];
const source = (url: string, more: Partial<Options> = {}) =>
  hubeeSource({
    url: `${url}/teledossiers/v1`,
    tokenUrl: `${url}/token`,
    clientId: 'client',
    clientSecret,
    role: 'OSL',
    timeout: 2000,
    ...more,
  });
const given = oneCase('REFUSED', [moves('05', 'REFUSED')]);

/** A hub that gives tokens one after the other and takes those that `takes` accepts. */
function hub({ takes = () => true, seconds = 3600 }: { takes?: (token: string) => boolean; seconds?: number } = {}) {
  let tokens = 0;
  return localServer(({ url, headers }: Asked) => {
    if (url.pathname === '/token') {
      tokens += 1;
      return { body: { access_token: `jeton-${tokens}`, token_type: 'Bearer', expires_in: seconds, scope: 'OSL' } };
    }
    if (!takes(headers.authorization?.replace('Bearer ', '') ?? '')) return { status: 401, body: {} };
    if (url.pathname === `/teledossiers/v1/folders/${folderId}`)
      return { body: folder([{ ...given, events: undefined }]) };
    if (url.pathname === `/teledossiers/v1/cases/${caseIds[0]}`) return { body: given };
    return { status: 404, body: { errors: [{ code: 404, message: 'Folder is not found' }] } };
  });
}
const paths = (asked: readonly Asked[]) =>
  asked.map(({ method, url }) => `${method} ${url.pathname.split('/').at(-2) || url.pathname.slice(1)}`);

describe('The client of HubEE', () => {
  it('gets a token, reads the folder, then the history of its cases', async () => {
    const { url, asked } = await hub();
    const software = { editor: 'Mairie', application: 'Suivi', version: '1.0' };
    const reading = await source(url, { software }).read(folderId);
    assert.equal(summary(demandOn('2026-03-31', reading.events)), 'decided · refused · nobody');
    assert.deepEqual(paths(asked), ['POST token', 'GET folders', 'GET cases']);
    const [token, first] = asked;
    assert.ok(token && first);
    const basic = `Basic ${Buffer.from(`client:${clientSecret}`).toString('base64')}`;
    assert.deepEqual([token.headers.authorization, token.body], [basic, 'grant_type=client_credentials&scope=OSL']);
    assert.match(token.headers['content-type'] ?? '', /x-www-form-urlencoded/);
    assert.deepEqual([first.headers.authorization, first.headers['editorname']], ['Bearer jeton-1', 'Mairie']);
    assert.doesNotMatch(JSON.stringify(reading), /jeton|secret/);
  });

  it('keeps its token while it lasts, and asks for another after', async () => {
    const long = await hub();
    const lasting = source(long.url);
    await lasting.read(folderId);
    await lasting.read(folderId);
    assert.equal(paths(long.asked).filter((path) => path === 'POST token').length, 1);
    const brief = await hub({ seconds: 1 });
    const passing = source(brief.url);
    await passing.read(folderId);
    assert.ok(paths(brief.asked).filter((path) => path === 'POST token').length > 1);
  });

  it('replaces once a token that the hub has withdrawn', async () => {
    const withdrawn = new Set<string>();
    const { url, asked } = await hub({ takes: (token) => !withdrawn.has(token) });
    const client = source(url);
    await client.read(folderId);
    withdrawn.add('jeton-1');
    assert.equal((await client.read(folderId)).events.length, 3);
    const closed = await hub({ takes: () => false });
    await assertFault(source(closed.url).read(folderId), 'unauthorised', secrets);
    assert.deepEqual([paths(asked).filter((path) => path === 'POST token').length, closed.asked.length], [2, 2]);
  });

  it('reads a case alone for the software of a recipient', async () => {
    const { url, asked } = await hub();
    const reading = await source(url, { role: 'SI' }).read(caseIds[0]);
    assert.equal(summary(demandOn('2026-03-31', reading.events)), 'decided · refused · nobody');
    assert.equal(asked[0]?.body, 'grant_type=client_credentials&scope=SI');
  });

  it('tells why there is no folder', async () => {
    const { url, asked } = await hub();
    await assertFault(source(url).read(caseIds[1]), 'not-found', secrets);
    const before = asked.length;
    for (const reference of ['', '../cases', 'x'.repeat(36)])
      await assertFault(source(url).read(reference), 'not-found');
    assert.equal(asked.length, before);
    const another = await localServer(({ url: { pathname } }) => ({
      body: pathname === '/token' ? { access_token: 'jeton-1', expires_in: '60' } : folder([], { id: caseIds[1] }),
    }));
    await assertFault(source(another.url).read(folderId), 'malformed', secrets);
    const empty = await localServer(() => ({ body: {} }));
    await assertFault(source(empty.url).read(folderId), 'malformed', secrets);
    const withoutFolder = await localServer(({ url: { pathname } }) => ({
      body: pathname === '/token' ? { access_token: 'jeton-1' } : [],
    }));
    await assertFault(source(withoutFolder.url).read(folderId), 'malformed', secrets);
  });

  it('meets what any server does, for its token', () =>
    assertTransportFaults(
      (url, { timeout, signal }) => source(url, { timeout }).read(folderId, signal ? { signal } : {}),
      secrets,
    ));

  it('meets what any server does, for its folders', async () => {
    const { url: tokens } = await hub();
    const tokenUrl = `${tokens}/token`;
    await assertTransportFaults(
      (url, { timeout, signal }) => source(url, { timeout, tokenUrl }).read(folderId, signal ? { signal } : {}),
      secrets,
    );
  });
});
