import { expect } from '@open-wc/testing';
import { held, open, recorded, reload, tabStorage, written } from './visit.ts';

describe('a draft', () => {
  it('comes back after a reload, is told, and makes one opinion', async () => {
    const widget = open();
    await widget.press('Satisfait');
    await widget.reads(recorded);
    await widget.type(/^Un mot pour le service/, 'Accueil parfait.');
    const again = reload(widget);
    await again.reads('Nous avons gardé ce que vous aviez écrit.');
    expect((await again.field(/^Un mot/)).value).to.equal('Accueil parfait.');
    await again.press('Vérifier mon avis');
    await again.press('Envoyer mon avis');
    expect((await held(await again.receipt())).opinion?.comment).to.equal('Accueil parfait.');
    expect(written('POST')).to.have.length(1);
  });

  it('that the person erases is gone from the tab, and stays gone', async () => {
    const widget = open();
    await widget.press('Satisfait');
    await widget.reads(recorded);
    await widget.type(/^Un mot pour le service/, 'Camomille');
    const again = reload(widget);
    await again.press('Effacer');
    await again.reads('Votre réponse est envoyée dès que vous choisissez.');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(tabStorage()).not.to.include('Camomille');
    const later = reload(again);
    await later.button('Satisfait');
    expect(later.words).not.to.include('Nous avons gardé');
  });

  it('that cannot be kept does not stop anything', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('Storage is full', 'QuotaExceededError');
    };
    try {
      const widget = open();
      await widget.press('Satisfait');
      await widget.type(/^Un mot pour le service/, 'Merci.');
      await widget.press('Vérifier mon avis');
      await widget.press('Envoyer mon avis');
      expect((await held(await widget.receipt())).opinion?.comment).to.equal('Merci.');
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });
});
