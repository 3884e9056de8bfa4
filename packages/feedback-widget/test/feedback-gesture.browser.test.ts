import { expect, waitUntil } from '@open-wc/testing';
import { listQueue } from '@spplus/api-client/agent';
import { connect } from '@spplus/api-client/connection';
import { testApi } from '../../../scripts/browsers/commands.ts';
import { down, held, network, open, recorded, reload, written } from './visit.ts';

describe('one gesture', () => {
  it('is an opinion: the server holds it, the person is told, and focus stays where it was', async () => {
    const widget = open();
    const button = await widget.button('Satisfait');
    button.focus();
    button.click();
    await widget.reads(recorded);
    expect(written('POST')).to.have.length(1);
    expect(widget.focused).to.equal(await widget.button('Satisfait'));
    expect((await widget.button('Satisfait')).getAttribute('aria-pressed')).to.equal('true');
    await waitUntil(() => document.querySelector('#spplus-announcer')?.textContent === recorded);
  });

  it('that is followed by « Terminer » before the server answered still ends with the receipt', async () => {
    network.line = async (call, send) => {
      if (call.method === 'POST') await new Promise((resolve) => setTimeout(resolve, 600));
      return send();
    };
    const widget = open();
    await widget.press('Satisfait');
    await widget.press('Terminer');
    const { ratings } = (await held(await widget.receipt())).opinion ?? {};
    expect(ratings).to.deep.equal([{ question: 'overall', scale: 'three', value: 3 }]);
    expect(written('POST')).to.have.length(1);
  });

  it('changed is the same opinion, with the last rating', async () => {
    const widget = open();
    await widget.press('Pas satisfait');
    await widget.reads(recorded);
    await widget.press('Satisfait');
    await waitUntil(() => written('PUT').length === 1, 'the change is sent', { timeout: 5_000 });
    await widget.press('Terminer');
    expect((await held(await widget.receipt())).opinion?.ratings[0]?.value).to.equal(3);
    expect(written('POST')).to.have.length(1);
  });

  it('that the network loses is kept, told, and sent once when the connection is back', async () => {
    network.line = down;
    const widget = open();
    await widget.press('Satisfait');
    await widget.reads('Ce que vous avez écrit est gardé ici.');
    const keys = new Set(written('POST').map(({ key }) => key));
    network.line = (_call, send) => send();
    dispatchEvent(new Event('online'));
    await widget.reads(recorded);
    written('POST').forEach(({ key }) => keys.add(key));
    expect(keys.size).to.equal(1);
  });

  it('that the network loses survives a reload, under the same key', async () => {
    network.line = down;
    const widget = open();
    await widget.press('Satisfait');
    await widget.reads('Ce que vous avez écrit est gardé ici.');
    network.line = (_call, send) => send();
    const again = reload(widget);
    await again.press('Terminer');
    await again.receipt();
    expect(new Set(written('POST').map(({ key }) => key)).size).to.equal(1);
  });

  it('carries nothing that was typed, even after a change of mind', async () => {
    const widget = open();
    await widget.press('Satisfait');
    await widget.type(/^Un mot pour le service/, 'Camomille Persiflage');
    await widget.press('Pas satisfait');
    await waitUntil(() => written('PUT').length === 1, 'the change is sent', { timeout: 5_000 });
    expect(network.calls.map(({ body }) => body).join()).not.to.include('Camomille');
  });
});

describe('under a page', () => {
  it('yes or no counts at once: it is accepted, without a sign of a robot', async () => {
    const { api, service, token } = testApi();
    const widget = open({ mode: 'page' });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await widget.press('Non');
    await widget.reads('Merci, votre réponse est enregistrée.');
    await widget.press('Terminer');
    const { reference } = await widget.receipt();
    const { items } = await listQueue(connect({ api, token }), service, { status: 'accepted', limit: 100 });
    const found = items.find((item) => item.reference === reference);
    expect(found?.flags).to.deep.equal([]);
    expect(found?.opinion?.page).to.equal(location.pathname);
  });

  it('asks what was missing, and sends it with the same opinion', async () => {
    const widget = open({ mode: 'page' });
    await widget.press('Non');
    await widget.type(/^Qu’est-ce qui vous a manqué/, 'Les horaires du samedi.');
    await widget.press('Envoyer');
    const opinion = (await held(await widget.receipt())).opinion;
    expect(opinion?.comment).to.equal('Les horaires du samedi.');
    expect(opinion?.ratings).to.deep.equal([{ question: 'page', scale: 'two', value: 1 }]);
    expect(written('POST')).to.have.length(1);
  });
});
