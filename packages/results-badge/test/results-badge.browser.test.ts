import { expect } from '@open-wc/testing';
import type { SpplusResultsBadge } from '../src/results-badge.ts';
import type { ResultsErrorEvent } from '../src/results-events.ts';
import '../src/define.ts';
import { badgeStates, everything, satisfaction, type BadgeStateName } from './builders.ts';
import { ResultsBadgeDriver } from './driver.ts';

let made: SpplusResultsBadge[] = [];
const { fetch } = globalThis;
const { warn, error } = console;

function badge(properties: Partial<SpplusResultsBadge> = {}): ResultsBadgeDriver {
  const element = document.createElement('spplus-results-badge');
  Object.assign(element, { today: '2026-11-24', ...properties });
  document.body.append(element);
  made.push(element);
  return new ResultsBadgeDriver(element);
}

const inState = (name: BadgeStateName, properties: Partial<SpplusResultsBadge> = {}) =>
  badge({ record: badgeStates[name](), ...properties }).drawn();

describe('<spplus-results-badge>', () => {
  let warned: string[] = [];

  beforeEach(() => {
    warned = [];
    console.warn = (...all: unknown[]) => warned.push(all.map(String).join(' '));
  });

  afterEach(() => {
    globalThis.fetch = fetch;
    Object.assign(console, { warn, error });
    made.forEach((element) => {
      element.remove();
    });
    made = [];
  });

  const figures: Record<BadgeStateName, string | RegExp> = {
    'everything published': '69 % (entre 67,5 et 70,4 %)',
    'better than before': /En hausse, mieux qu’avant : 60 % avant \(2024\)/,
    'worse than before': /En baisse, moins bien qu’avant : 75 % avant \(2024\)/,
    stable: /Stable : 69,5 % avant \(2024\)/,
    'published without its answers': '95,16 %',
    'a range only': /^entre 65 et 83 %$/,
    'too few answers': 'Trop peu de réponses',
    'next to no answers': 'Trop peu de réponses',
    'not measured': 'Pas encore mesuré',
    coming: 'À venir',
    'not applicable': 'Sans objet ici',
    'more than a year old': 'Ce résultat a plus d’un an.',
    unreadable: 'Donnée illisible',
    'lower is better': /En baisse, mieux qu’avant : 20 jours avant|20 jours avant \(2024\)/,
    'a net rate': /^\+50 points/,
  };
  for (const [name, figure] of Object.entries(figures) as [BadgeStateName, string | RegExp][]) {
    it(`${name}: says “${String(figure)}”`, async () => {
      const { badge: lines } = await inState(name);
      const matches = (line: string) => (typeof figure === 'string' ? line === figure : figure.test(line));
      expect(lines.some(matches), lines.join(' | ')).to.equal(true);
    });
  }

  it('never tells a figure that may not be shown, not even in its table', async () => {
    for (const name of ['too few answers', 'next to no answers', 'unreadable', 'coming'] as const) {
      const shown = await (await inState(name)).open();
      expect(shown.words, name).not.to.match(/\d+ %/);
    }
    expect((await (await inState('next to no answers')).open()).words).not.to.match(/\b4\b/);
  });

  it('opens a table with each result, its range, its answers and what it is held against', async () => {
    const shown = await (await inState('everything published')).open();
    const rows = shown.rows.map((cells) => cells.join(' | '));
    expect(rows).to.have.length(8);
    expect(rows[0]).to.include('Personnes satisfaites');
    expect(rows[0]).to.include('entre 67,5 et 70,4 %');
    expect(rows[0]).to.include('4 000 réponses');
    expect(rows[0]).to.include('2 760 positives, 800 neutres, 440 négatives');
    expect(rows[0]).to.include('Objectif : 65 %, atteint');
    expect(rows[0]).to.include('France : 69 %');
    expect(rows[0]).to.include('Globalement, êtes-vous satisfait');
    expect(rows[3]).to.include('trop proche pour dire s’il est atteint');
    expect(rows[4]).to.include('12 jours');
    expect(rows[5]).to.include('entre');
    expect(rows[6]).to.include('Trop peu de réponses');
    expect(rows[7]).to.include('À venir');
    expect(shown.words).to.include('ne sont pas un échantillon représentatif');
  });

  it('says the same in charts: gaps are gaps, a change of method is told', async () => {
    const shown = await (await inState('everything published', { view: 'chart' })).open();
    expect(shown.charts[0]).to.equal(
      '2022 : 58 % ; 2023 : pas de mesure ; 2024 : 64 % ; de novembre 2025 à octobre 2026 : 69 %',
    );
    expect(shown.words).to.include('Changement de méthode, 2024 : Comptés depuis le dépôt complet');
    const { shadowRoot } = shown.element;
    const [first] = shadowRoot?.querySelectorAll('svg') ?? [];
    // 2022 stands alone before the gap: no line leads over it.
    expect(first?.querySelectorAll('polyline')).to.have.length(1);
    expect(first?.querySelectorAll('circle')).to.have.length(3);
    await shown.press('Tableau');
    expect(shown.rows).to.have.length(8);
  });

  it('draws rates from 0 to 100, whatever the figures', async () => {
    const record = { structure: 'M', indicators: [{ code: 'calls-answered', unit: '%', value: 50, n: 8000 }] };
    const shown = await (await badge({ record, view: 'chart' }).drawn()).open();
    const bar = shown.element.shadowRoot?.querySelector('.bar');
    const track = shown.element.shadowRoot?.querySelector('.track');
    expect(bar?.getAttribute('x')).to.equal('0');
    expect(Number(bar?.getAttribute('width'))).to.equal(Number(track?.getAttribute('width')) / 2);
  });

  it('shows the figure that the page asks for', async () => {
    const shown = await inState('everything published', { indicator: 'calls-answered' });
    expect(shown.badge[1]).to.equal('Appels auxquels un agent a répondu');
  });

  it('chooses a structure in a file of several', async () => {
    const record = [everything(), { ...everything(), structure: 'Mairie de Valnoire' }];
    expect((await badge({ record }).drawn()).badge[0]).to.equal('Mairie de Valbrune');
    expect((await badge({ record, structure: 'Mairie de Valnoire' }).drawn()).badge[0]).to.equal('Mairie de Valnoire');
  });

  it('gives the figures as files, in which no text becomes a formula', async () => {
    const parts: Blob[] = [];
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    URL.createObjectURL = (blob: Blob) => {
      parts.push(blob);
      return 'blob:x';
    };
    HTMLAnchorElement.prototype.click = () => undefined;
    try {
      const record = { ...everything(), structure: '=HYPERLINK("x")' };
      const shown = await (await badge({ record }).drawn()).open();
      await shown.press('Télécharger en CSV');
      await shown.press('Télécharger en JSON');
      const [csv = '', json = ''] = await Promise.all(parts.map((part) => part.text()));
      expect(csv.split('\r\n')[1]).to.equal(
        `"'=HYPERLINK(""x"")";satisfaction;;shown;69;%;67.5;70.4;4000;2025-11-01;2026-10-31`,
      );
      expect(JSON.parse(json)).to.have.nested.property('indicators[0].code', 'satisfaction');
    } finally {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
  });

  for (const [name, body, status] of [
    ['not JSON', '<html>', 200],
    ['of another shape', '{"name":"Mairie"}', 200],
    ['far too long', JSON.stringify({ structure: 'x'.repeat(600_000), indicators: [] }), 200],
    ['not there', '', 404],
  ] as const) {
    it(`a file that is ${name}: keeps the fallback, says so to the visitor and to the team`, async () => {
      globalThis.fetch = () => Promise.resolve(new Response(body, { status }));
      let told = 0;
      const shown = badge({ src: '/results.json' });
      shown.element.addEventListener('spplus-results-error', ({ faults }: ResultsErrorEvent) => (told = faults.length));
      await shown.until(() => shown.words.includes('résultats ne'), 'the badge says so');
      expect(told).to.be.greaterThan(0);
      expect(warned).to.have.length(1);
      expect(shown.element.shadowRoot?.querySelector('slot')).not.to.equal(null);
    });
  }

  it('tries again at one gesture when the network failed', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('offline'));
    const shown = badge({ src: '/results.json' });
    await shown.until(() => shown.words.includes('Vérifiez votre connexion'), 'the badge says so');
    globalThis.fetch = () => Promise.resolve(new Response(JSON.stringify(everything())));
    await shown.press('Réessayer');
    await shown.until(() => shown.badge[0] === 'Mairie de Valbrune', 'the badge shows');
  });

  it('shows markup of its data as text, and a link only where it leads somewhere', async () => {
    const evil = '<img src=x onerror="window.hit=1">';
    const record = {
      structure: evil,
      licence: evil,
      indicators: [
        satisfaction({ label: evil, method: evil, source: { name: evil, url: 'javascript:window.hit=1' } as never }),
      ],
    };
    const shown = await (await badge({ record }).drawn()).open();
    expect(shown.badge[0]).to.equal(evil);
    expect(shown.element.shadowRoot?.querySelectorAll('img, a')).to.have.length(0);
    expect((globalThis as { hit?: number }).hit).to.equal(undefined);
  });

  it('describes the results for search engines only when asked, without stars, and takes it back', async () => {
    const described = () => document.head.querySelectorAll('script[type="application/ld+json"]');
    const shown = await inState('everything published', { jsonLd: true });
    await shown.until(() => described().length === 1, 'the description is in the head');
    const text = described()[0]?.textContent ?? '';
    expect(text).not.to.include('AggregateRating');
    const data = JSON.parse(text) as { '@type': string; hasPart: { value: number }[] };
    expect(data['@type']).to.equal('Dataset');
    expect(data.hasPart.map(({ value }) => value)).to.deep.equal([69, 50, 93, 81, 12]);
    shown.element.remove();
    await shown.until(() => described().length === 0, 'the description is gone');
  });
});
