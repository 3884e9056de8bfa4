import { expect, waitUntil } from '@open-wc/testing';
import { newKey } from '@spplus/api-client/idempotency-key';
import { correctFeedback } from '@spplus/api-client/submission';
import { testApi } from '../../../scripts/browsers/commands.ts';
import { connection, down, held, network, open, recorded, reload, written } from './visit.ts';

describe('a bad day', () => {
  it('an answer lost after the server stored it is asked for again, and makes one opinion', async () => {
    let isLost = true;
    network.line = async (call, send) => {
      const answer = await send();
      if (call.method === 'PUT' && isLost) return down();
      return answer;
    };
    const widget = open();
    await widget.press('Satisfait');
    await widget.reads(recorded);
    await widget.type(/^Un mot pour le service/, 'Merci.');
    await widget.press('Vérifier mon avis');
    await widget.press('Envoyer mon avis');
    await widget.button('Réessayer');
    await waitUntil(() => widget.focusedWords.startsWith('Nous n’arrivons pas à joindre le service'));
    isLost = false;
    await widget.press('Réessayer');
    const { version, opinion } = await held(await widget.receipt());
    expect(opinion?.comment).to.equal('Merci.');
    expect(version, 'stored once').to.equal(2);
    expect(new Set(written('PUT').map(({ key }) => key)).size).to.equal(1);
  });

  it('a mark changed after a lost answer and a reload does not erase the words that the server holds', async () => {
    const widget = open();
    await widget.press('Satisfait');
    await widget.reads(recorded);
    await widget.type(/^Un mot pour le service/, 'Le guichet était fermé.');
    network.line = async (call, send) => {
      if (call.method !== 'PUT') return send();
      await send();
      return down();
    };
    await widget.press('Vérifier mon avis');
    await widget.press('Envoyer mon avis');
    await widget.reads('Ce que vous avez écrit est gardé ici.');
    network.line = (_call, send) => send();
    network.calls = [];
    const again = reload(widget);
    await again.press('Pas satisfait');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(written('PUT')).to.have.length(0);
    await again.press('Vérifier mon avis');
    await again.press('Envoyer mon avis');
    const { opinion } = await held(await again.receipt());
    expect([opinion?.comment, opinion?.ratings[0]?.value]).to.deep.equal(['Le guichet était fermé.', 1]);
    expect(written('PUT').every(({ body }) => body.includes('guichet'))).to.equal(true);
  });

  it('a first gesture that was lost with the words after it is an opinion again after a reload', async () => {
    network.line = down;
    const widget = open();
    await widget.press('Satisfait');
    await widget.type(/^Un mot pour le service/, 'Le guichet était fermé.');
    await widget.press('Vérifier mon avis');
    await widget.press('Envoyer mon avis');
    await widget.reads('Ce que vous avez écrit est gardé ici.');
    network.line = (_call, send) => send();
    network.calls = [];
    const again = reload(widget);
    await again.reads(recorded);
    expect(network.calls.map(({ body }) => body).join()).not.to.include('guichet');
  });

  it('an opinion that changed elsewhere in between takes what the person wrote last', async () => {
    const widget = open();
    await widget.press('Satisfait');
    await widget.reads(recorded);
    const draft = JSON.parse(sessionStorage.getItem(sessionStorage.key(0) ?? '') ?? '{}') as {
      outbox: { receipt: { reference: string; secret: string } };
    };
    const { receipt } = draft.outbox;
    const { version, opinion } = await held(receipt);
    if (!opinion) throw new Error('The gesture is stored');
    await correctFeedback(
      connection(),
      testApi().service,
      receipt,
      { version, opinion: { ...opinion, comment: 'Autre onglet.' } },
      { key: newKey() },
    );
    await widget.type(/^Un mot pour le service/, 'Dernier mot.');
    await widget.press('Vérifier mon avis');
    await widget.press('Envoyer mon avis');
    expect((await held(await widget.receipt())).opinion?.comment).to.equal('Dernier mot.');
  });

  it('a server that is overwhelmed says when to come back', async () => {
    const widget = open();
    await widget.press('Satisfait');
    await widget.reads(recorded);
    network.line = () => Promise.resolve(new Response('{}', { status: 429, headers: { 'retry-after': '30' } }));
    await widget.type(/^Un mot pour le service/, 'Merci.');
    await widget.press('Vérifier mon avis');
    await widget.press('Envoyer mon avis');
    await widget.reads('Le service reçoit trop de demandes. Réessayez dans une minute.');
    network.line = (_call, send) => send();
    await widget.press('Réessayer');
    await widget.receipt();
  });

  it('an answer that cannot be read says that trying again is safe', async () => {
    const widget = open();
    await widget.press('Satisfait');
    await widget.reads(recorded);
    network.line = async (_call, send) => {
      await send();
      return new Response('<!doctype html>', { status: 200 });
    };
    await widget.type(/^Un mot pour le service/, 'Merci.');
    await widget.press('Vérifier mon avis');
    await widget.press('Envoyer mon avis');
    await widget.reads('Réessayer n’envoie pas votre avis deux fois.');
    network.line = (_call, send) => send();
    await widget.press('Réessayer');
    expect((await held(await widget.receipt())).version).to.equal(2);
  });
});
