import { expect, waitUntil } from '@open-wc/testing';
import { answerFeedback } from '@spplus/api-client/agent';
import { connect } from '@spplus/api-client/connection';
import { followFeedback } from '@spplus/api-client/feedback';
import { newKey } from '@spplus/api-client/idempotency-key';
import { sendFeedback } from '@spplus/api-client/submission';
import { baseStyles } from '@spplus/ui/styles/base-styles';
import { adoptStyles, nothing, render } from 'lit';
import { testApi } from '../../../scripts/browsers/commands.ts';
import { axeFindings } from '../../ui/test/axe.ts';
import '../src/define.ts';
import type { HeldReceipt } from '../src/feedback-part.ts';
import type { SpplusFeedbackWidget } from '../src/feedback-widget.ts';
import { viewOf } from '../src/follow/feedback-follow-view.ts';
import { formStyles } from '@spplus/ui/styles/form-styles';
import { surfaceStyles } from '@spplus/ui/styles/surface-styles';
import { followTemplate, type FollowGestures } from '../src/follow/templates.ts';
import { asOf, followStates } from './follow-builders.ts';

const story = { title: 'Attente', happened: 'J’ai attendu deux heures au guichet.' };

async function anOpinion(): Promise<HeldReceipt> {
  const { api, service } = testApi();
  const opinion = {
    ratings: [{ question: 'overall', scale: 'three', value: 1 } as const],
    story,
    publish: true,
    language: 'fr',
  };
  return sendFeedback(connect({ api }), service, { opinion, guard: { elapsed: 60_000 } }, { key: newKey() });
}

let element: SpplusFeedbackWidget;

/** Arrives by the link of a receipt, as a person does. */
function arrive({ reference, secret }: HeldReceipt): void {
  const { api, service } = testApi();
  history.replaceState(null, '', `#spplus-receipt=${service}.${reference}.${secret}`);
  element = document.createElement('spplus-feedback-widget');
  element.setAttribute('api', api);
  element.setAttribute('service', service);
  document.body.append(element);
}

const words = () => element.shadowRoot?.textContent.replace(/\s+/g, ' ') ?? '';
const reads = (sentence: string) =>
  waitUntil(() => words().includes(sentence), `“${sentence}” is shown; found: ${words()}`);
const button = (name: string) => {
  const found = [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find(
    ({ textContent }) => textContent.trim() === name,
  );
  if (!found) throw new Error(`No button “${name}” in: ${words()}`);
  return found;
};
const focused = () => element.shadowRoot?.activeElement?.textContent.replace(/\s+/g, ' ').trim() ?? '';

describe('following an opinion', () => {
  const { fetch } = globalThis;
  afterEach(() => {
    globalThis.fetch = fetch;
    element?.remove();
  });

  it('opens by the receipt’s link, which leaves the address at once', async () => {
    const receipt = await anOpinion();
    arrive(receipt);
    expect(location.hash).to.equal('');
    await reads('Un agent lit votre avis avant de le publier.');
    expect(words()).to.include(story.happened);
    expect(words()).to.include(receipt.reference);
    expect(words()).not.to.include(receipt.secret);
    expect(JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])).not.to.include(
      receipt.secret,
    );
    await waitUntil(() => focused() === 'Suivre mon avis');
  });

  it('closed, forgets the receipt: whoever comes next is asked for one', async () => {
    const receipt = await anOpinion();
    arrive(receipt);
    await reads(story.happened);
    button('Fermer et effacer').click();
    await waitUntil(() => !words().includes(receipt.reference));
    await reads('Suivre un avis déjà donné');
    button('Suivre un avis déjà donné').click();
    await reads('Prenez votre reçu.');
    const typed = [...(element.shadowRoot?.querySelectorAll('input') ?? [])].map(({ value }) => value);
    expect(typed).to.deep.equal(['', '']);
  });

  it('does not say whether the reference or the secret is wrong, keeps both, and lets them be corrected', async () => {
    const { reference, secret } = await anOpinion();
    arrive({ reference, secret: '0000-0000-0000-0000-0000' });
    await reads('Nous ne trouvons pas d’avis avec cette référence et ce code secret.');
    const [first, second] = element.shadowRoot?.querySelectorAll('input') ?? [];
    if (!first || !second) throw new Error('Both fields are shown');
    expect(first.value).to.equal(reference);
    expect(second.value).to.equal('0000-0000-0000-0000-0000');
    second.value = '';
    second.dispatchEvent(new InputEvent('input'));
    button('Voir mon avis').click();
    await waitUntil(() => focused().includes('Écrivez le code secret de votre reçu.'));
    second.value = secret.toLowerCase().replaceAll('-', ' ');
    second.dispatchEvent(new InputEvent('input'));
    button('Voir mon avis').click();
    await reads('Un agent lit votre avis avant de le publier.');
  });

  it('withdraws once confirmed, tells the page, and the server has nothing left', async () => {
    const { api, service } = testApi();
    const receipt = await anOpinion();
    arrive(receipt);
    await reads('Retirer mon avis');
    let told = 0;
    element.addEventListener('spplus-feedback-withdrawn', () => (told += 1));
    button('Retirer mon avis').click();
    await waitUntil(() => focused().startsWith('Voulez-vous vraiment retirer votre avis'));
    button('Non, garder mon avis').click();
    await waitUntil(() => focused() === 'Retirer mon avis');
    button('Retirer mon avis').click();
    await reads('Vous ne pourrez pas revenir en arrière.');
    button('Oui, effacer mon avis').click();
    await reads('C’est fait. Votre avis est retiré.');
    expect(told).to.equal(1);
    expect(words()).not.to.include(story.happened);
    const left = await followFeedback(connect({ api }), service, receipt);
    expect(left.status).to.equal('withdrawn');
    expect(left.opinion).to.equal(undefined);
  });

  it('rates an answer, and after a lost connection sends the same request again under the same key', async () => {
    const { api, service, token } = testApi();
    const receipt = await anOpinion();
    const draft = { body: 'Un deuxième agent est là le samedi.', signature: 'L’état civil', outcome: 'fixed' } as const;
    await answerFeedback(connect({ api, token }), service, receipt.reference, draft, { key: newKey() });
    arrive(receipt);
    await reads(draft.body);
    const keys: (string | null)[] = [];
    let isDown = true;
    globalThis.fetch = (input, init) => {
      keys.push(new Headers(init?.headers).get('idempotency-key'));
      return isDown ? Promise.reject(new TypeError('Failed to fetch')) : fetch(input, init);
    };
    button('Oui').click();
    await waitUntil(() => focused().startsWith('Nous n’arrivons pas à joindre le service.'), undefined, {
      timeout: 5_000,
    });
    isDown = false;
    button('Réessayer').click();
    await waitUntil(() => focused() === 'Oui' && button('Oui').getAttribute('aria-disabled') === 'false');
    expect(button('Oui').getAttribute('aria-pressed')).to.equal('true');
    expect(new Set(keys).size).to.equal(1);
    expect(keys[0]).to.match(/^[0-9a-f]{32}$/);
    expect((await followFeedback(connect({ api }), service, receipt)).answers[0]?.useful).to.equal(true);
  });

  it('downloads all that is held, as a file and from no address', async () => {
    const receipt = await anOpinion();
    arrive(receipt);
    await reads('Télécharger tout ce que le service garde');
    const saved: { name: string; content: string }[] = [];
    const catchFile = (event: MouseEvent) => {
      const link = event.composedPath()[0];
      if (!(link instanceof HTMLAnchorElement) || !link.download) return;
      event.preventDefault();
      void fetch(link.href).then(async (file) => saved.push({ name: link.download, content: await file.text() }));
    };
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      this.addEventListener('click', catchFile);
      click.call(this);
    };
    try {
      button('Télécharger tout ce que le service garde').click();
      await waitUntil(() => saved.length === 1, undefined, { timeout: 5_000 });
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect(saved[0]?.name).to.equal(`${receipt.reference}.json`);
    expect(saved[0]?.content).to.include(story.happened);
    expect(saved[0]?.content).not.to.include(receipt.secret);
  });
});

describe('each state of the follow-up', () => {
  const gestures = new Proxy({} as FollowGestures, { get: () => () => undefined });

  for (const [name, build] of Object.entries(followStates)) {
    it(`${name}: passes axe`, async () => {
      const main = document.createElement('main');
      const root = main.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
      document.body.append(main);
      adoptStyles(root, [baseStyles, surfaceStyles, formStyles]);
      render(followTemplate(viewOf(build()), { locale: 'fr', level: 1, now: asOf }, gestures), root);
      const findings = await axeFindings(main);
      render(nothing, root);
      main.remove();
      expect(findings).to.deep.equal([]);
    });
  }
});
