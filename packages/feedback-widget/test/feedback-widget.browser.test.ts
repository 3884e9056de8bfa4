import { expect, waitUntil } from '@open-wc/testing';
import { listQueue } from '@spplus/api-client/agent';
import { connect } from '@spplus/api-client/connection';
import { followFeedback } from '@spplus/api-client/feedback';
import { newKey } from '@spplus/api-client/idempotency-key';
import { correctFeedback, sendFeedback } from '@spplus/api-client/submission';
import type { Opinion } from '@spplus/contract/opinion';
import { baseStyles } from '@spplus/ui/styles/base-styles';
import { formStyles } from '@spplus/ui/styles/form-styles';
import { surfaceStyles } from '@spplus/ui/styles/surface-styles';
import { adoptStyles, nothing, render } from 'lit';
import { engine, press, testApi } from '../../../scripts/browsers/commands.ts';
import { axeFindings } from '../../ui/test/axe.ts';
import '../src/define.ts';
import type { FormGestures } from '../src/form/form-gestures.ts';
import { formStates } from './builders.ts';
import { drawForm } from './draw-form.ts';
import { FeedbackDriver } from './driver.ts';

interface Call {
  method: string;
  path: string;
  key: string | null;
  body: string;
}

const { fetch } = globalThis;
let calls: Call[] = [];
let opened: FeedbackDriver[] = [];

/** What the network does to a call before the server sees it, or to its answer after. Cleared after each test. */
let line: (call: Call, send: () => Promise<Response>) => Promise<Response> = (_call, send) => send();
const down = () => Promise.reject(new TypeError('Failed to fetch'));

function listen(): void {
  globalThis.fetch = (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : String(input));
    const call: Call = {
      method: init?.method ?? 'GET',
      path: pathname,
      key: new Headers(init?.headers).get('idempotency-key'),
      body: typeof init?.body === 'string' ? init.body : '',
    };
    calls.push(call);
    return line(call, () => fetch(input, init));
  };
}

function open(attributes: Record<string, string> = {}): FeedbackDriver {
  const { api, service } = testApi();
  const element = document.createElement('spplus-feedback-widget');
  for (const [name, value] of Object.entries({ api, service, ...attributes })) element.setAttribute(name, value);
  document.body.append(element);
  const driver = new FeedbackDriver(element);
  opened.push(driver);
  return driver;
}

/** Leaves the page as a reload does: what is in the tab's storage is all that is left. */
function reload(driver: FeedbackDriver, attributes: Record<string, string> = {}): FeedbackDriver {
  driver.element.remove();
  return open(attributes);
}

const written = (method: string) => calls.filter((call) => call.method === method);
const connection = () => connect({ api: testApi().api });
const held = async (receipt: { reference: string; secret: string }) =>
  followFeedback(connection(), testApi().service, receipt);
const tabStorage = () =>
  JSON.stringify(
    Array.from({ length: sessionStorage.length }, (_, index) =>
      sessionStorage.getItem(sessionStorage.key(index) ?? ''),
    ),
  );

const recorded = 'Votre avis est enregistré. Vous pouvez le compléter.';
const story = { title: 'Une attente trop longue', happened: 'J’ai attendu deux heures au guichet.' };

async function sendElsewhere(opinion: Opinion) {
  return sendFeedback(connection(), testApi().service, { opinion, guard: { elapsed: 60_000 } }, { key: newKey() });
}

/** Follows the link of a receipt in a widget of this page. */
function arrive(
  { reference, secret }: { reference: string; secret: string },
  attributes: Record<string, string> = {},
): FeedbackDriver {
  history.replaceState(null, '', `#spplus-receipt=${testApi().service}.${reference}.${secret}`);
  return open(attributes);
}

beforeEach(() => {
  calls = [];
  line = (_call, send) => send();
  sessionStorage.clear();
  listen();
});
afterEach(async () => {
  for (const { element } of opened) element.remove();
  opened = [];
  globalThis.fetch = fetch;
  await new Promise((resolve) => setTimeout(resolve, 50));
  sessionStorage.clear();
});

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
    line = async (call, send) => {
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
    line = down;
    const widget = open();
    await widget.press('Satisfait');
    await widget.reads('Ce que vous avez écrit est gardé ici.');
    const keys = new Set(written('POST').map(({ key }) => key));
    line = (_call, send) => send();
    dispatchEvent(new Event('online'));
    await widget.reads(recorded);
    written('POST').forEach(({ key }) => keys.add(key));
    expect(keys.size).to.equal(1);
  });

  it('that the network loses survives a reload, under the same key', async () => {
    line = down;
    const widget = open();
    await widget.press('Satisfait');
    await widget.reads('Ce que vous avez écrit est gardé ici.');
    line = (_call, send) => send();
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
    expect(calls.map(({ body }) => body).join()).not.to.include('Camomille');
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

describe('a bad day', () => {
  it('an answer lost after the server stored it is asked for again, and makes one opinion', async () => {
    let isLost = true;
    line = async (call, send) => {
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
    line = () => Promise.resolve(new Response('{}', { status: 429, headers: { 'retry-after': '30' } }));
    await widget.type(/^Un mot pour le service/, 'Merci.');
    await widget.press('Vérifier mon avis');
    await widget.press('Envoyer mon avis');
    await widget.reads('Le service reçoit trop de demandes. Réessayez dans une minute.');
    line = (_call, send) => send();
    await widget.press('Réessayer');
    await widget.receipt();
  });

  it('an answer that cannot be read says that trying again is safe', async () => {
    const widget = open();
    await widget.press('Satisfait');
    await widget.reads(recorded);
    line = async (_call, send) => {
      await send();
      return new Response('<!doctype html>', { status: 200 });
    };
    await widget.type(/^Un mot pour le service/, 'Merci.');
    await widget.press('Vérifier mon avis');
    await widget.press('Envoyer mon avis');
    await widget.reads('Réessayer n’envoie pas votre avis deux fois.');
    line = (_call, send) => send();
    await widget.press('Réessayer');
    expect((await held(await widget.receipt())).version).to.equal(2);
  });
});

describe('the dialog', () => {
  it('opens on a gesture, closes with Escape, gives focus back, and opens again as it was', async () => {
    const widget = open({ mode: 'button' });
    const events: string[] = [];
    for (const name of ['open', 'close'])
      document.body.addEventListener(`spplus-feedback-${name}`, () => events.push(name), { once: true });
    const opener = await widget.button('Donner mon avis');
    opener.focus();
    opener.click();
    await widget.press('Satisfait');
    await widget.type(/^Un mot pour le service/, 'Presque fini.');
    await press('Escape');
    await waitUntil(() => !widget.element.open);
    await waitUntil(() => widget.focusedWords === 'Donner mon avis');
    await widget.press('Donner mon avis');
    expect((await widget.field(/^Un mot/)).value).to.equal('Presque fini.');
    expect(events).to.deep.equal(['open', 'close']);
  });

  it('says what happens from inside, since the page around it is inert', async () => {
    const widget = open({ mode: 'button' });
    await widget.press('Donner mon avis');
    await widget.press('Satisfait');
    const region = () => widget.element.shadowRoot?.querySelector('dialog [aria-live]')?.textContent;
    await waitUntil(() => region() === recorded, 'the sentence is said in the dialog', { timeout: 5_000 });
  });

  it('can be opened and closed by the page', async () => {
    const widget = open({ mode: 'button' });
    await widget.button('Donner mon avis');
    widget.element.open = true;
    await widget.heading('Donnez votre avis');
    widget.element.removeAttribute('open');
    await waitUntil(() => !widget.has('heading', 'Donnez votre avis'));
  });
});

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
    line = down;
    await widget.press('Envoyer mon avis');
    await widget.button('Réessayer');
    await widget.press('Revenir');
    line = (_call, send) => send();
    dispatchEvent(new Event('online'));
    await widget.press('Pas satisfait');
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect((await held(receipt)).opinion?.comment).to.equal('À garder.');
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

describe('each state of the form', () => {
  const gestures = new Proxy({} as FormGestures, { get: () => () => undefined });

  for (const [name, build] of Object.entries(formStates)) {
    it(`${name}: passes axe`, async () => {
      const main = document.createElement('main');
      const root = main.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
      document.body.append(main);
      adoptStyles(root, [baseStyles, surfaceStyles, formStyles]);
      render(drawForm(build(), 'fr', gestures), root);
      const findings = await axeFindings(main);
      render(nothing, root);
      main.remove();
      expect(findings).to.deep.equal([]);
    });
  }
});
