import { expect, waitUntil } from '@open-wc/testing';
import { engine } from '../../../scripts/browsers/commands.ts';
import { held, open, story, tabStorage, written } from './visit.ts';

describe('a whole experience', () => {
  it('is checked, changed, sent once, and leaves nothing in the tab or in the address', async () => {
    const widget = open({ mode: 'experience', 'heading-level': '3' });
    expect((await widget.heading('Donnez votre avis')).localName).to.equal('h3');
    await widget.press('Pas satisfait');
    await widget.press('Continuer');
    await widget.heading(/^Étape 2 sur 3/);
    await waitUntil(() => widget.focusedWords.startsWith('Étape 2 sur 3'));
    await widget.type(/^Titre de votre récit/, story.title);
    await widget.type(/^Que s’est-il passé/, story.happened);
    await widget.press('Continuer');
    (await widget.field(/^Je suis d’accord/)).click();
    await widget.type(/^Votre adresse e-mail/, 'personne@example.fr');
    await widget.press('Vérifier mon avis');
    await widget.heading('Vérifiez votre avis');
    await waitUntil(() => widget.focusedWords === 'Vérifiez votre avis');
    await widget.press('Modifier : Titre');
    await waitUntil(() => widget.focusedWords.startsWith('Titre de votre récit'));
    await widget.type(/^Titre de votre récit/, 'Deux heures');
    await widget.press('Continuer');
    await widget.press('Vérifier mon avis');
    const send = await widget.button('Envoyer mon avis');
    send.click();
    send.click();
    const receipt = await widget.receipt();
    await waitUntil(() => widget.focusedWords === 'Merci, votre avis est reçu');
    const { opinion } = await held(receipt);
    expect(opinion?.story).to.deep.equal({ ...story, title: 'Deux heures' });
    expect(opinion?.publish).to.equal(true);
    expect(written('POST')).to.have.length(1);
    expect(written('PUT')).to.have.length(1);
    expect(tabStorage()).to.equal('[]');
    expect(location.href).not.to.include(receipt.secret);
  });

  it('names what is missing in a summary that has focus, leads to the field, and says it there', async () => {
    const widget = open({ mode: 'experience' });
    await widget.press('Satisfait');
    await widget.press('Continuer');
    await widget.type(/^Que s’est-il passé/, story.happened);
    await widget.press('Continuer');
    await waitUntil(() => widget.focusedWords.startsWith('Il y a quelque chose à corriger'));
    const address = location.href;
    (await widget.link('Donnez un titre à votre récit.')).click();
    const title = await widget.field(/^Titre de votre récit/);
    expect(widget.focused).to.equal(title);
    expect(title.getAttribute('aria-invalid')).to.equal('true');
    const [error] = (title.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => widget.element.shadowRoot?.getElementById(id)?.textContent.trim());
    expect(error).to.equal('Donnez un titre à votre récit.');
    expect(location.href).to.equal(address);
  });

  it('shows on the check the very words that were chosen', async () => {
    const widget = open({ questions: 'access online' });
    await widget.press('Satisfait');
    (await widget.choice(/^A-t-il été facile/, 'Moyennement')).click();
    (await widget.choice(/^Quelle note donnez-vous/, '7')).click();
    await widget.type(/^Un mot pour le service/, 'Merci.');
    await widget.press('Vérifier mon avis');
    await widget.reads(/Facilité à joindre le service Moyennement/);
    await widget.reads(/Démarche en ligne 7 sur 10/);
  });

  it('keeps when it happened, in every engine', async () => {
    const widget = open({ mode: 'experience' });
    await widget.press('Satisfait');
    const when = await widget.field(/^Quand cela s’est-il passé/);
    const month = new Date().toISOString().slice(0, 7);
    await widget.type(/^Quand cela s’est-il passé/, month);
    expect(when.value, `${engine} takes ${month}`).to.equal(month);
    await widget.press('Continuer');
    await widget.press('Continuer');
    await widget.press('Vérifier mon avis');
    await widget.reads(new Intl.DateTimeFormat('fr', { year: 'numeric', month: 'long' }).format(new Date()));
  });

  it('offers the service’s own procedures and subjects', async () => {
    const widget = open({ mode: 'experience' });
    await widget.press('Satisfait');
    await waitUntil(async () => (await widget.field(/^Quelle démarche/)) instanceof HTMLSelectElement, undefined, {
      timeout: 5_000,
    });
    await widget.press('Continuer');
    await widget.choice(/^De quoi parle votre récit/, 'Délais');
  });
});

describe('a field that fills up', () => {
  it('shows what is left near its end, and says it once the person pauses', async () => {
    const widget = open();
    await widget.press('Satisfait');
    await widget.type(/^Un mot pour le service/, 'a'.repeat(1_700));
    expect(widget.words).not.to.include('Caractères restants');
    await widget.type(/^Un mot pour le service/, 'a'.repeat(1_980));
    await widget.reads(/Caractères restants\s: 20/);
    await waitUntil(() => /restants\s: 20$/.test(document.querySelector('#spplus-announcer')?.textContent ?? ''));
  });
});

describe('personal data', () => {
  it('is shown where it was typed, masked at one gesture, and the mask can be taken back', async () => {
    const widget = open();
    await widget.press('Satisfait');
    const text = 'Rappelez-moi au 06 12 34 56 78.';
    await widget.type(/^Un mot pour le service/, text);
    await widget.reads('Ce texte contient des données personnelles.');
    await widget.press('Masquer 06 12 34 56 78');
    await waitUntil(async () => (await widget.field(/^Un mot/)).value === 'Rappelez-moi au [numéro de téléphone].');
    await widget.press('Annuler le masquage');
    expect((await widget.field(/^Un mot/)).value).to.equal(text);
  });

  it('is told before the check even to somebody who goes on at once; the person then decides', async () => {
    const widget = open();
    await widget.press('Satisfait');
    await widget.type(/^Un mot pour le service/, 'Écrivez à personne@example.fr');
    await widget.press('Vérifier mon avis');
    await widget.reads('Ce texte contient des données personnelles.');
    expect(widget.has('button', 'Envoyer mon avis')).to.equal(false);
    await widget.press('Vérifier mon avis');
    await widget.heading('Vérifiez votre avis');
  });

  it('masks the words that are shown, not what moved there since', async () => {
    const widget = open();
    await widget.press('Satisfait');
    await widget.type(/^Un mot pour le service/, 'Tél. 06 12 34 56 78');
    const mask = await widget.button('Masquer 06 12 34 56 78');
    await widget.type(/^Un mot pour le service/, 'Bonjour, mon tél. 06 12 34 56 78');
    mask.click();
    await waitUntil(async () => (await widget.field(/^Un mot/)).value === 'Bonjour, mon tél. [numéro de téléphone]');
  });
});
