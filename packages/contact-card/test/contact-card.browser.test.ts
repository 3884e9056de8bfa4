import { expect } from '@open-wc/testing';
import { testApi } from '../../../scripts/browsers/commands.ts';
import type { SpplusContactCard } from '../src/contact-card.ts';
import type { ContactActionEvent, DataErrorEvent } from '../src/contact-events.ts';
import '../src/define.ts';
import { cardStates, conditionalRecord, fullContact, someContact, type CardStateName } from './builders.ts';
import { ContactCardDriver } from './driver.ts';

let made: SpplusContactCard[] = [];
const { fetch } = globalThis;
const { warn, error } = console;

function card(properties: Partial<SpplusContactCard> & { at?: string } = {}): ContactCardDriver {
  const { at = '2026-11-24T09:00:00Z', ...rest } = properties;
  const element = document.createElement('spplus-contact-card');
  Object.assign(element, { clock: () => Date.parse(at), ...rest });
  document.body.append(element);
  made.push(element);
  return new ContactCardDriver(element);
}

const inState = (name: CardStateName, properties: Partial<SpplusContactCard> = {}) =>
  card({ ...cardStates[name](), ...properties }).drawn();

/** What the network answers to any call. */
function answerWith(body: string, status = 200): void {
  globalThis.fetch = () => Promise.resolve(new Response(body, { status }));
}

describe('<spplus-contact-card>', () => {
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

  const statuses: Partial<Record<CardStateName, string>> = {
    open: 'Ouvert jusqu’à 12 h',
    'closes soon': 'Ferme bientôt, ouvert jusqu’à 17 h',
    'opens later today': 'Fermé, ouvre à 13 h 30',
    'opens tomorrow': 'Fermé, ouvre demain à 8 h 30',
    'opens on Monday': 'Fermé, ouvre lundi à 8 h 30',
    'closed by an exception': 'Fermé, ouvre mercredi 9 décembre à 8 h 30 Travaux',
    'closed on a public holiday': 'Fermé, ouvre lundi à 8 h 30 Jour de Noël',
    'closed until further notice': 'Fermé jusqu’à nouvel ordre',
    'by appointment': 'Sur rendez-vous uniquement',
    'opens by appointment': 'Fermé, reçoit sur rendez-vous demain à 9 h',
    conditional: 'Accueil sous conditions selon la présence de la secrétaire',
    'opens under conditions': 'Fermé, peut ouvrir demain à 9 h sous conditions',
    'hours unknown': 'Horaires non communiqués',
    'telephone only': 'Ouvert jusqu’à 12 h',
    'overseas office': 'Ouvert jusqu’à 12 h (heure de La Réunion)',
    'open past midnight': 'Ouvert jusqu’à 2 h',
  };

  for (const [name, status] of Object.entries(statuses)) {
    it(`${name}: says “${status}” in each layout`, async () => {
      for (const layout of ['full', 'compact', 'status-only']) {
        const { statuses: said } = await inState(name as CardStateName, { layout });
        expect(said, layout).to.deep.equal([status]);
      }
    });
  }

  it('shows all that is known, in the order people are promised', async () => {
    const shown = await inState('everything known', { emergencyText: true });
    expect(shown.headings).to.deep.equal([
      'Mairie de Valbrune',
      'Horaires d’accueil',
      'Horaires du téléphone',
      'Téléphoner',
      'Écrire',
      'Venir',
      'Prendre rendez-vous',
      'Sur place',
      'Urgence',
      'En cas de désaccord',
    ]);
    for (const words of [
      'Accueil, toutes demandes 03 53 01 00 10 prix d’un appel, une personne vous répond',
      'Depuis l’étranger : +33 3 53 01 00 10',
      'Collecte des déchets 0 800 999 999 appel gratuit',
      'Urbanisme 36 99 0,05 € la minute',
      'langue des signes, langue parlée complétée, texte en temps réel',
      'Réponse : sous 5 jours ouvrés',
      'Mairie de Valbrune BP 12 21998 Valbrune Cedex'.replaceAll(' BP', 'BP').replaceAll(' 21998', '21998'),
      'Bus 3 : Mairie (2 min à pied)',
      'Vélos : 12 places, stationnement sécurisé, dans la cour',
      'Places pour personnes handicapées : 1 place, devant l’entrée',
      'accessible en fauteuil roulant sur demande',
      'Rendez-vous possibles : sur place, par téléphone, en visio',
      'Langues parlées : français, anglais, allemand, langue des signes',
      'Nous collectons : piles, ampoules, petits appareils',
      'Médiateur : Médiatrice de la ville',
      'Informations vérifiées le 2 novembre 2026.',
    ])
      expect(shown.words).to.include(words);
    expect(shown.links.get('SMS au 114')).to.equal('sms:114');
    expect(shown.links.get('03 53 01 00 10')).to.equal('tel:+33353010010');
    expect(shown.links.get('accueil@valbrune.example')).to.equal('mailto:accueil@valbrune.example');
    expect(shown.links.get('Ouvrir dans une application de cartes')).to.equal('geo:47.3,5.04');
    expect(shown.links.get('Voir sur une carte (nouvel onglet)')).to.match(/^https:.*47\.3.*5\.04/);
  });

  it('shows the week with its busy and quiet hours, rules behind it, seasons and what is to come', async () => {
    const shown = await inState('everything known');
    expect(shown.week.slice(0, 7)).to.deep.equal([
      'lundi: de 8 h 30 à 12 h, de 13 h 30 à 17 h Affluence : de 8 h 30 à 10 h',
      'mardi aujourd’hui: de 8 h 30 à 12 h, de 13 h 30 à 17 h Plus calme : de 13 h 30 à 15 h 30',
      'mercredi: de 8 h 30 à 12 h, de 14 h à 18 h sur rendez-vous',
      'jeudi: de 8 h 30 à 12 h, de 13 h 30 à 19 h Plus calme : de 13 h 30 à 15 h 30',
      'vendredi: de 8 h 30 à 12 h, de 13 h 30 à 17 h Affluence : de 8 h 30 à 10 h',
      'samedi: fermé',
      'dimanche: fermé',
    ]);
    for (const words of [
      '1er et 3e samedi du mois : de 9 h à 12 h (état civil seulement)',
      'jeudi, semaines paires : de 17 h à 19 h',
      'Horaires d’été du 1er juillet au 31 août',
      'du lundi au vendredi : de 8 h 30 à 13 h',
      'vendredi 4 décembre : de 8 h 30 à 12 h Après-midi de formation',
      'Fermé les jours fériés.',
      'Passeports et cartes d’identité : prenez rendez-vous.',
    ])
      expect(shown.words).to.include(words);
  });

  it('shows the week of the season it is in', async () => {
    expect((await inState('in summer')).week[0]).to.equal('lundi: de 8 h 30 à 13 h Affluence : de 8 h 30 à 10 h');
  });

  it('leaves out what is not known', async () => {
    const shown = await inState('only a name');
    expect(shown.headings).to.deep.equal(['Service sans horaires']);
    expect(shown.words).not.to.match(/undefined|null|NaN|\[object/);
  });

  it('draws no link to a map without coordinates, and one by address where the team’s map takes it', async () => {
    const record = {
      ...someContact(),
      visitAddress: { lines: ['1 rue de l’Église'], city: 'Valbrune', lat: 95, lon: 5 },
    };
    const without = await card({ record }).drawn();
    expect([...without.links.keys()].some((name) => /carte/.test(name))).to.equal(false);
    const byAddress = await card({ record, mapUrl: 'https://cartes.example/?q={address}' }).drawn();
    expect(byAddress.links.get('Voir sur une carte (nouvel onglet)')).to.equal(
      'https://cartes.example/?q=1%20rue%20de%20l%E2%80%99%C3%89glise%2C%20Valbrune',
    );
    const unsafe = await card({ record, mapUrl: 'javascript:alert(1)//{address}' }).drawn();
    expect([...unsafe.links.values()].some((href) => /script/.test(href))).to.equal(false);
  });

  it('puts the open places first, or the nearest', async () => {
    const names = ({ headings }: ContactCardDriver) => headings.filter((name) => /Mairie|Annexe/.test(name));
    expect(names(await inState('several places'))).to.deep.equal(['Mairie', 'Annexe du Lac', 'Annexe des Prés']);
    const open = await inState('several places', { order: 'open' });
    expect(names(open)).to.deep.equal(['Annexe du Lac', 'Annexe des Prés', 'Mairie']);
    const near = await inState('several places', { order: 'near', near: '47.29,5.01', layout: 'compact' });
    expect(names(near)).to.deep.equal(['Annexe des Prés', 'Mairie', 'Annexe du Lac']);
  });

  describe('its data', () => {
    it('comes from a file', async () => {
      answerWith(JSON.stringify(someContact()));
      expect((await card({ src: 'contact.json' }).drawn()).headings[0]).to.equal('Mairie de Valbrune');
    });

    it('stands in the page, and costs no request', async () => {
      globalThis.fetch = () => Promise.reject(new Error('asked'));
      const driver = card();
      const script = document.createElement('script');
      script.type = 'application/json';
      script.append(JSON.stringify(someContact()));
      driver.element.append(script);
      await driver.element.reload();
      expect((await driver.drawn()).statuses).to.deep.equal(['Ouvert jusqu’à 12 h']);
    });

    it('comes from the directory, completed by ours field by field', async () => {
      globalThis.fetch = (input) =>
        Promise.resolve(
          Response.json(
            (input as string).includes('annuaire')
              ? { results: [conditionalRecord] }
              : { name: 'Mairie de Petitval', emails: [{ address: 'mairie@petitval.example' }] },
          ),
        );
      const shown = await card({ src: 'ours.json', annuaire: 'annuaire.json' }).drawn();
      expect(shown.headings[0]).to.equal('Mairie de Petitval');
      expect(shown.statuses[0]).to.include('sous conditions');
      expect([...shown.links.keys()]).to.include.members(['mairie@petitval.example', '03 53 01 00 20']);
    });

    it('comes from the API', async () => {
      const { api, service } = testApi();
      globalThis.fetch = (input, init) =>
        String(input instanceof Request ? input.url : input).endsWith('/contact')
          ? Promise.resolve(Response.json(someContact()))
          : fetch(input, init);
      expect((await card({ api, service }).drawn()).headings[0]).to.equal('Mairie de Valbrune');
    });

    const faulty: Record<string, [body: string, why: string]> = {
      'not JSON': ['<!doctype html><title>404</title>', 'not-json'],
      'of another shape': ['{"openingHours": []}', 'not-a-record'],
      empty: ['', 'not-json'],
      'a list of nothing': ['[1, null, "x"]', 'not-a-record'],
      'too large': [JSON.stringify({ ...someContact(), onSiteHelp: 'x'.repeat(5_000_000) }), 'too-large'],
    };
    for (const [name, [body, why]] of Object.entries(faulty)) {
      it(`${name}: keeps the fallback, says so to the visitor and to the team`, async () => {
        answerWith(body);
        const told: DataErrorEvent[] = [];
        document.body.addEventListener('spplus-data-error', (event) => told.push(event), { once: true });
        const shown = await card({ src: 'contact.json' }).drawn();
        expect(shown.words).to.include('ne peuvent pas être lues');
        expect(shown.element.shadowRoot?.querySelector('slot')).not.to.equal(null);
        expect(told[0]?.faults.map((fault) => fault.why)).to.include(why);
        expect(warned.join('\n')).to.include(why);
      });
    }

    it('did not arrive: says so, and tries again at one gesture', async () => {
      globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
      const shown = await card({ src: 'contact.json' }).drawn();
      expect(shown.words).to.include('Vérifiez votre connexion');
      answerWith(JSON.stringify(someContact()));
      await shown.press('Réessayer');
      await shown.until(() => shown.statuses.length === 1, 'the card is shown');
    });

    it('partly unreadable: shows what is sound, and says what is missing', async () => {
      const told: DataErrorEvent[] = [];
      document.body.addEventListener('spplus-data-error', (event) => told.push(event), { once: true });
      const shown = await inState('partly unreadable');
      await shown.until(() => shown.words.includes('n’a pas pu être lue :'), 'what is missing is said');
      expect(shown.words).to.include('les horaires d’accueil, les numéros de téléphone et les adresses où écrire');
      expect(shown.headings).to.include.members(['Mairie de Valbrune', 'Venir']);
      expect(shown.statuses[0]).not.to.match(/^(Ouvert|Fermé)/);
      expect(told[0]?.faults.map(({ field }) => field)).to.include.members(['phones', 'emails[0].address']);
    });

    it('holds markup and scripts in every text: all of it is shown as text, no link runs it', async () => {
      const attack = '<img src=x onerror="window.broken=1"><script>window.broken=1</scr' + 'ipt>';
      const poison = (value: unknown): unknown =>
        typeof value === 'string'
          ? /^(https|[a-z]{2}$|\d\d:)/.test(value)
            ? value.replace(/^https:.*/, 'javascript:window.broken=1')
            : `${value}${/^[\w-]+$|@|^[+\d]/.test(value) ? '' : attack}`
          : Array.isArray(value)
            ? value.map(poison)
            : typeof value === 'object' && value
              ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, poison(one)]))
              : value;
      const shown = await card({ record: poison(fullContact()), jsonLd: true }).drawn();
      expect(shown.words).to.include('onerror=');
      const root = shown.element.shadowRoot;
      expect(root?.querySelector('img, script')).to.equal(null);
      expect([...shown.links.values()].filter((href) => !/^(https:|tel:|mailto:|geo:|sms:)/.test(href))).to.deep.equal(
        [],
      );
      expect((globalThis as { broken?: unknown }).broken).to.equal(undefined);
    });
  });

  it('changes its status by itself, and says so once', async () => {
    let now = Date.parse('2026-11-24T10:59:59Z');
    const shown = await card({ record: someContact(), layout: 'status-only', clock: () => now, soon: 0 }).drawn();
    expect(shown.statuses).to.deep.equal(['Ouvert jusqu’à 12 h']);
    now += 1000;
    await shown.until(() => shown.statuses[0] === 'Fermé, ouvre à 13 h 30', 'the office is closed');
    const region = () => document.querySelector('#spplus-announcer')?.textContent ?? '';
    await shown.until(() => region().includes('Fermé'), 'the change is announced');
  });

  it('is right again when the page is looked at after a sleep', async () => {
    let now = Date.parse('2026-11-24T09:00:00Z');
    const shown = await card({ record: someContact(), clock: () => now }).drawn();
    now = Date.parse('2026-11-24T18:00:00Z');
    document.dispatchEvent(new Event('visibilitychange'));
    await shown.until(
      () => shown.statuses[0] === 'Fermé, ouvre demain à 8 h 30',
      'the status is the one of the evening',
    );
  });

  it('describes the service for search engines only when asked, and takes it back when it goes', async () => {
    const described = () => document.head.querySelectorAll('script[type="application/ld+json"]').length;
    await inState('everything known');
    expect(described()).to.equal(0);
    const shown = await inState('everything known', { jsonLd: true });
    await shown.until(() => described() === 1, 'the description is in the head');
    const text = document.head.querySelector('script[type="application/ld+json"]')?.textContent ?? '';
    expect(JSON.parse(text)).to.have.nested.property('[0].name', 'Mairie de Valbrune');
    shown.element.remove();
    await shown.until(() => described() === 0, 'the description is gone');
  });

  it('saves the contact, copies the address, and tells the page what was used', async () => {
    const told: string[] = [];
    const listen = ({ action }: ContactActionEvent) => told.push(action);
    document.body.addEventListener('spplus-contact-action', listen);
    const saved: string[] = [];
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved.push(this.download);
    };
    try {
      const shown = await inState('everything known');
      await shown.press('Enregistrer le contact');
      await shown.until(() => shown.words.includes('Contact enregistré.'), 'the card says that it is saved');
      expect(told).to.deep.equal(['save']);
      expect(saved).to.have.length(1);
      expect(saved[0]).to.match(/\.vcf$/);
    } finally {
      HTMLAnchorElement.prototype.click = click;
      document.body.removeEventListener('spplus-contact-action', listen);
    }
  });

  it('leads to the team’s page for errors, never to a script', async () => {
    const report = 'Signaler une erreur dans ces informations';
    const shown = await inState('open', { reportUrl: '/signaler' });
    expect(shown.links.get(report)).to.equal('/signaler');
    const unsafe = await inState('open', { reportUrl: ' java\nscript:alert(1)' });
    expect(unsafe.links.has(report)).to.equal(false);
  });

  it('without such a page, lets an error be told by e-mail, else says how; unless the page takes it from there', async () => {
    const report = 'Signaler une erreur dans ces informations';
    const mailed = await inState('everything known');
    expect(mailed.links.get(report)).to.match(/^mailto:accueil@valbrune\.example\?subject=Signaler/);
    const told: string[] = [];
    const bare = await inState('open');
    bare.element.addEventListener('spplus-contact-action', ({ action }) => told.push(action), { once: true });
    await bare.press(report);
    await bare.until(() => bare.words.includes('Dites-le au service'), 'the card says what to do');
    const taken = await inState('open');
    taken.element.addEventListener('spplus-contact-action', (event) => {
      event.preventDefault();
      told.push(event.action);
    });
    await taken.press(report);
    expect(told).to.deep.equal(['report', 'report']);
    expect(taken.words).not.to.include('Dites-le au service');
  });

  it('prints alone on its sheet, and the page is whole again afterwards', async () => {
    const { print } = globalThis;
    let marked = 0;
    globalThis.print = () => {
      marked = document.querySelectorAll('[data-spplus-print]').length;
    };
    try {
      const shown = await inState('open');
      const sheets = document.adoptedStyleSheets.length;
      await shown.press('Imprimer');
      await shown.until(() => marked === 1, 'the dialog is asked for');
      expect(document.adoptedStyleSheets).to.have.length(sheets + 1);
      globalThis.dispatchEvent(new Event('afterprint'));
      expect(document.adoptedStyleSheets).to.have.length(sheets);
      expect(document.querySelector('[data-spplus-print]')).to.equal(null);
    } finally {
      globalThis.print = print;
    }
  });
});
