import { expect } from '@open-wc/testing';
import { runElementContractTests } from '../../ui/test/element-contract.ts';
import type { SpplusImprovements } from '../src/improvements/improvements.ts';
import '../src/define-improvements.ts';
import { entries, entry } from './improvement-builders.ts';

const tidy = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
const wordsOf = (element: Element) => tidy(element.shadowRoot?.textContent);
const itemsOf = (element: Element) =>
  [...(element.shadowRoot?.querySelectorAll('li') ?? [])].map((item) => tidy(item.textContent));

async function until(isTrue: () => boolean, what: string): Promise<void> {
  for (const end = Date.now() + 8000; !isTrue(); await new Promise((resolve) => setTimeout(resolve, 20)))
    if (Date.now() > end) throw new Error(`Not within 8 s: ${what}`);
}

let made: SpplusImprovements[] = [];
const { fetch } = globalThis;
const { warn } = console;

async function list(properties: Partial<SpplusImprovements> = {}): Promise<SpplusImprovements> {
  const element = document.createElement('spplus-improvements');
  Object.assign(element, { record: { items: entries() }, ...properties });
  document.body.append(element);
  made.push(element);
  await until(() => wordsOf(element) !== '', 'the list shows');
  return element;
}

const press = async (element: SpplusImprovements, name: RegExp) => {
  const button = [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find((one) =>
    name.test(tidy(one.textContent)),
  );
  button?.click();
  await element.updateComplete;
};

describe('<spplus-improvements>', () => {
  beforeEach(() => {
    console.warn = () => undefined;
  });
  afterEach(() => {
    globalThis.fetch = fetch;
    console.warn = warn;
    made.forEach((element) => {
      element.remove();
    });
    made = [];
  });

  it('tells what was asked, by how many, what was done and what it changed', async () => {
    const [first, second] = itemsOf(await list());
    expect(first).to.equal(
      'Impossible de venir avant 17 heures Demandé par 41 personnes. Nous l’avons su par vos avis. Fait L’accueil reste ouvert jusqu’à 19 heures le jeudi. Personnes satisfaites des horaires, avant : 58 % (410 réponses), après : 74 % (388 réponses) septembre 2026 Les horaires',
    );
    expect(second).to.include('Corrigé le 2 octobre 2026 : La date de mise en ligne était fausse.');
  });

  it('shows three first, then all at one gesture, and the focus goes on from there', async () => {
    const element = await list();
    expect(itemsOf(element)).to.have.length(3);
    await press(element, /^Tout voir \(5\)$/);
    await element.updateComplete;
    expect(itemsOf(element)).to.have.length(5);
    expect(tidy(element.shadowRoot?.activeElement?.textContent)).to.equal('Une application');
    expect(itemsOf(element)[3]).to.include('Demandé par une personne.');
  });

  it('tells what was not retained, with the reason', async () => {
    const [shown = ''] = itemsOf(await list({ record: entries().slice(4) }));
    expect(shown).to.include('Non retenu La mairie reste fermée le dimanche.');
    expect(shown).to.include('Pourquoi : Peu de personnes viendraient');
  });

  it('lets people choose a commitment', async () => {
    const element = await list({ filters: true });
    const select = element.shadowRoot?.querySelector('select');
    if (!select) throw new Error('no filter');
    expect([...select.options].map(({ text }) => text)).to.deep.equal([
      'Tous',
      'Engagement n° 2',
      'Engagement n° 3',
      'Engagement n° 5',
    ]);
    select.value = '5';
    select.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(itemsOf(element)).to.have.length(1);
  });

  it('has a heading of the level that the page asks for, and one for each entry', async () => {
    const element = await list({ headingLevel: 4 });
    expect(element.shadowRoot?.querySelectorAll('h4')).to.have.length(1);
    expect(element.shadowRoot?.querySelectorAll('h5')).to.have.length(3);
  });

  it('shows markup as text, and no link that would run', async () => {
    const evil = '<img src=x onerror="window.hit=1">';
    const element = await list({
      record: [
        entry({ asked: evil, answer: evil, reason: evil, link: { label: evil, url: 'javascript:window.hit=1' } }),
      ],
      opinionUrl: 'javascript:window.hit=1',
    });
    expect(element.shadowRoot?.querySelectorAll('img, a')).to.have.length(0);
    expect(itemsOf(element)[0]).to.include(evil);
  });

  it('leaves out entries that say nothing, shows the others, and tells the team', async () => {
    let told = 0;
    document.body.addEventListener('spplus-improvements-error', () => (told += 1), { once: true });
    expect(itemsOf(await list({ record: [{ asked: 3 }, entry(), null] }))).to.have.length(1);
    expect(told).to.equal(1);
  });

  it('says that there is nothing to show rather than nothing at all', async () => {
    expect(wordsOf(await list({ record: [] }))).to.include('Rien à montrer ici');
  });

  it('keeps the fallback when the list does not come, and tries again at one gesture', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('offline'));
    const element = await list({ record: undefined, src: '/improvements.json' });
    expect(wordsOf(element)).to.include('Vérifiez votre connexion');
    expect(element.shadowRoot?.querySelector('slot')).not.to.equal(null);
    globalThis.fetch = () => Promise.resolve(new Response(JSON.stringify({ items: entries() })));
    await press(element, /^Réessayer$/);
    await until(() => itemsOf(element).length === 3, 'the list shows');
  });
});

const src = `data:application/json,${encodeURIComponent(JSON.stringify({ items: entries() }))}`;
const show = (properties: Partial<SpplusImprovements>) => async (element: SpplusImprovements) => {
  Object.assign(element, properties);
  await element.updateComplete;
  await until(() => wordsOf(element) !== '', 'the list shows');
};

runElementContractTests<SpplusImprovements>('spplus-improvements', {
  attributes: () => ({ src }),
  required: ['src'],
  quiet: {},
  languages: ['en', 'ar'],
  events: ['spplus-improvements-error'],
  drive: async (element) => {
    element.record = [entry(), { asked: 3 }];
    await element.updateComplete;
    await until(() => itemsOf(element).length === 1, 'the sound entry shows');
  },
  states: {
    'first three': show({ record: entries() }),
    'with a filter': show({ record: entries(), filters: true, limit: 9 }),
    'nothing yet': show({ record: [] }),
    unreadable: show({ record: 'no' }),
  },
});
