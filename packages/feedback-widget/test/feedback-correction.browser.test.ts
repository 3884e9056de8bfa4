import { expect } from '@open-wc/testing';
import { arrive, down, held, network, open, sendElsewhere, story } from './visit.ts';

describe('correcting an opinion', () => {
  it('never sends less than the whole: a failure, a way back and a new connection do not erase the words', async () => {
    const receipt = await sendElsewhere({
      ratings: [{ question: 'overall', scale: 'three', value: 1 }],
      comment: 'À garder.',
      publish: false,
      language: 'fr',
    });
    const widget = arrive(receipt);
    await widget.press('Corriger mon avis');
    await widget.press('Satisfait');
    await widget.press('Vérifier mon avis');
    network.line = down;
    await widget.press('Envoyer mon avis');
    await widget.button('Réessayer');
    await widget.press('Revenir');
    network.line = (_call, send) => send();
    dispatchEvent(new Event('online'));
    await widget.press('Pas satisfait');
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect((await held(receipt)).opinion?.comment).to.equal('À garder.');
  });

  it('leaves the opinion that was being written here where it was', async () => {
    const sent = await sendElsewhere({
      ratings: [{ question: 'overall', scale: 'three', value: 1 }],
      comment: 'Trop long.',
      publish: false,
      language: 'fr',
    });
    const widget = open();
    await widget.press('Satisfait');
    await widget.type(/^Un mot pour le service/, 'Une nouvelle visite.');
    widget.element.remove();
    const back = arrive(sent);
    await back.press(/^Corriger/);
    await back.type(/^Un mot pour le service/, 'Beaucoup trop long.');
    await back.press('Vérifier mon avis');
    await back.press('Envoyer mon avis');
    await back.receipt();
    await back.press('Terminer');
    expect((await back.field(/^Un mot/)).value).to.equal('Une nouvelle visite.');
  });

  it('given on another scale keeps that scale', async () => {
    const receipt = await sendElsewhere({
      ratings: [{ question: 'overall', scale: 'ten', value: 8 }],
      comment: 'Bien.',
      publish: false,
      language: 'fr',
    });
    const widget = arrive(receipt);
    await widget.press('Corriger mon avis');
    await widget.type(/^Un mot pour le service/, 'Très bien.');
    await widget.press('Vérifier mon avis');
    await widget.press('Envoyer mon avis');
    await widget.receipt();
    const { opinion } = await held(receipt);
    expect(opinion?.ratings).to.deep.equal([{ question: 'overall', scale: 'ten', value: 8 }]);
    expect(opinion?.comment).to.equal('Très bien.');
  });

  it('that tells a story lets the story be changed, whatever the widget usually asks', async () => {
    const receipt = await sendElsewhere({
      ratings: [{ question: 'overall', scale: 'three', value: 1 }],
      story,
      publish: true,
      language: 'fr',
    });
    const widget = arrive(receipt);
    await widget.press('Corriger mon avis');
    await widget.press('Continuer');
    await widget.type(/^Titre de votre récit/, 'Corrigé');
    await widget.press('Continuer');
    await widget.press('Vérifier mon avis');
    await widget.press('Envoyer mon avis');
    await widget.receipt();
    expect((await held(receipt)).opinion?.story).to.deep.equal({ ...story, title: 'Corrigé' });
  });

  it('about a page asks about that page again', async () => {
    const receipt = await sendElsewhere({
      ratings: [{ question: 'page', scale: 'two', value: 1 }],
      comment: 'Les horaires.',
      page: '/horaires/',
      publish: false,
      language: 'fr',
    });
    const widget = arrive(receipt);
    await widget.press('Corriger mon avis');
    await widget.type(/^Qu’est-ce qui vous a manqué/, 'Les tarifs.');
    await widget.press('Envoyer');
    await widget.receipt();
    const { opinion } = await held(receipt);
    expect(opinion?.comment).to.equal('Les tarifs.');
    expect(opinion?.page).to.equal('/horaires/');
  });
});
