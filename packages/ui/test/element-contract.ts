/**
 * What every element promises to the pages it is a guest of, as one battery: `runElementContractTests(tag, options)` in a
 * `*.browser.test.ts`. It knows nothing of any element: options say how to make one, its states, and how to drive it.
 */
import { expect, waitUntil } from '@open-wc/testing';
import { engine, media } from '../../../scripts/browsers/commands.ts';
import { axeFindings } from './axe.ts';
import { makeHostile, textStyles } from './hostile-page.ts';
import { watchLeftovers } from './leftovers.ts';

export interface ElementContract<E extends HTMLElement> {
  /** Attributes with which it works, its address of the API among them. */
  attributes: () => Readonly<Record<string, string>>;
  /** Attributes without which it cannot work. */
  required: readonly string[];
  /** Attributes in which it needs no data yet, added to the others. */
  quiet: Readonly<Record<string, string>>;
  /** Its states by name; each function brings a fresh element there. */
  states: Readonly<Record<string, (element: E) => Promise<void>>>;
  /** Types this text in it, where it takes any, and goes on as far as events are dispatched. */
  drive: (element: E, text: string) => Promise<void>;
  /** Events that driving dispatches. */
  events: readonly string[];
  /** What it shows of the text typed, to know that it was kept; absent where nothing can be typed. */
  typedText?: (element: E) => string;
  /** Languages it speaks besides French. */
  languages: readonly string[];
}

type Lively = HTMLElement & { updateComplete?: Promise<unknown> };

const fallbackText = 'Écrivez au service.';
const secretWords = 'Camomille Persiflage 0612345678';

const box = (element: Element) => element.shadowRoot?.firstElementChild as HTMLElement | null;
const shownText = (element: Element) => element.shadowRoot?.textContent.replace(/\s+/g, ' ').trim() ?? '';

async function settled(element: Lively): Promise<void> {
  await waitUntil(() => element.shadowRoot && shownText(element) !== '', 'the element draws itself');
  await element.updateComplete;
}

/** Is any of the element's light-DOM fallback on the screen? */
const showsFallback = (element: Element) => (element.querySelector('a')?.getClientRects().length ?? 0) > 0;

export function runElementContractTests<E extends HTMLElement>(tag: string, contract: ElementContract<E>): void {
  const { quiet, states, drive, typedText } = contract;
  let made: E[] = [];

  function make(
    extra: Readonly<Record<string, string>> = {},
    without: readonly string[] = [],
    place: Element = document.body,
  ): E {
    const element = document.createElement(tag) as E;
    for (const [name, value] of Object.entries({ ...contract.attributes(), ...extra })) {
      if (!without.includes(name)) element.setAttribute(name, value);
    }
    const link = document.createElement('a');
    link.href = '/contact';
    link.textContent = fallbackText;
    element.append(link);
    place.append(element);
    made.push(element);
    return element;
  }

  describe(`<${tag}> keeps the contract of every element`, () => {
    afterEach(() => {
      made.forEach((element) => element.remove());
      made = [];
    });

    it('asks nothing of the network before it needs data', async () => {
      const { fetch } = globalThis;
      const { api = '' } = contract.attributes();
      const asked: string[] = [];
      globalThis.fetch = (input, init) => {
        const url = input instanceof Request ? input.url : String(input);
        if (!url.startsWith('data:')) asked.push(url);
        return fetch(input, init);
      };
      const observer = new PerformanceObserver((list) =>
        list.getEntries().forEach(({ name }) => api && name.startsWith(api) && asked.push(name)),
      );
      observer.observe({ type: 'resource', buffered: false });
      try {
        await settled(make(quiet));
        await new Promise((resolve) => setTimeout(resolve, 300));
      } finally {
        observer.disconnect();
        globalThis.fetch = fetch;
      }
      expect(asked).to.deep.equal([]);
    });

    for (const name of contract.required) {
      it(`without ${name}, shows what stands inside the tag and tells the page’s makers once`, async () => {
        const { error } = console;
        const told: string[] = [];
        console.error = (...all: unknown[]) => told.push(all.map(String).join(' '));
        try {
          const element: Lively = make({}, [name]);
          await waitUntil(() => element.hasAttribute('data-spplus-error'));
          for (let times = 0; times < 3; times += 1) {
            (element as Lively & { requestUpdate?: () => void }).requestUpdate?.();
            await element.updateComplete;
          }
          expect(showsFallback(element)).to.equal(true);
          expect(told.filter((line) => line.includes(name)).length, told.join('\n')).to.equal(1);
          expect(told[0]).to.include(`<${tag}>`);
        } finally {
          console.error = error;
        }
      });
    }

    it('hides the fallback once it works', async () => {
      const element = make(quiet);
      await settled(element);
      expect(showsFallback(element)).to.equal(false);
    });

    it('speaks several languages at once on one page, each in its direction', async () => {
      const all = ['fr', ...contract.languages].map((lang) => [lang, make({ ...quiet, lang })] as const);
      for (const [lang, element] of all) {
        await settled(element);
        expect(box(element)?.lang).to.equal(lang);
        expect(getComputedStyle(box(element) ?? element).direction).to.equal(lang === 'ar' ? 'rtl' : 'ltr');
      }
      const texts = all.map(([, element]) => shownText(element));
      expect(new Set(texts).size, texts.join(' / ')).to.equal(all.length);
    });

    it('follows a language that changes around it', async () => {
      const place = document.body.appendChild(document.createElement('div'));
      const element = make(quiet, [], place);
      await settled(element);
      const before = shownText(element);
      place.lang = contract.languages[0] ?? '';
      await waitUntil(() => shownText(element) !== before);
      expect(box(element)?.lang).to.equal(place.lang);
      place.lang = 'fr';
      await waitUntil(() => shownText(element) === before);
      place.remove();
    });

    it('leaves no listener, timer nor observer behind', async () => {
      let element: E | undefined;
      const watch = watchLeftovers(() => element);
      try {
        element = make();
        await drive(element, secretWords);
        expect(watch.leftovers(), 'the watch sees what the element holds while it lives').not.to.deep.equal([]);
        element.remove();
        // An element that is only moved comes back within the same task: it may tidy up just after.
        for (let turns = 0; turns < 5; turns += 1) await Promise.resolve();
        expect(watch.leftovers()).to.deep.equal([]);
      } finally {
        watch.end();
      }
    });

    if (typedText) {
      it('keeps what was typed when it is moved in the page', async () => {
        const element = make();
        await drive(element, secretWords);
        expect(typedText(element)).to.include(secretWords);
        const place = document.body.appendChild(document.createElement('section'));
        place.append(element);
        await (element as Lively).updateComplete;
        await new Promise((resolve) => setTimeout(resolve, 50));
        expect(typedText(element)).to.include(secretWords);
        place.remove();
      });

      it('lives beside another of its kind without mixing', async () => {
        const [first, second] = [make(), make()];
        await settled(second);
        const before = typedText(second);
        await drive(first, secretWords);
        expect(typedText(first)).to.include(secretWords);
        expect(typedText(second)).to.equal(before);
      });
    }

    it('obeys hidden', async () => {
      const element = make(quiet);
      await settled(element);
      expect(element.getClientRects().length).to.be.greaterThan(0);
      element.hidden = true;
      expect(getComputedStyle(element).display).to.equal('none');
    });

    it('tells the page what happens, through shadow roots, and never what was typed', async () => {
      const heard: Event[] = [];
      const listen = (event: Event) => heard.push(event);
      contract.events.forEach((name) => document.addEventListener(name, listen));
      const host = document.body.appendChild(document.createElement('div'));
      const inner = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
      try {
        await drive(make({}, [], inner), secretWords);
        await waitUntil(
          () => contract.events.every((name) => heard.some(({ type }) => type === name)),
          'every event reaches the page',
        );
      } finally {
        contract.events.forEach((name) => document.removeEventListener(name, listen));
        host.remove();
      }
      for (const event of heard) {
        expect(event.bubbles && event.composed, event.type).to.equal(true);
        const told = Object.getOwnPropertyNames(event).map(
          (name) => JSON.stringify((event as unknown as Record<string, unknown>)[name]) ?? '',
        );
        for (const word of secretWords.split(' ')) expect(told.join(' '), event.type).not.to.include(word);
      }
    });

    for (const [name, reach] of Object.entries(states)) {
      it(`${name}: passes axe, carries no style attribute, and stands a hostile page`, async () => {
        const main = document.body.appendChild(document.createElement('main'));
        const element = make({}, [], main);
        try {
          await reach(element);
          const root = element.shadowRoot;
          if (!root) throw new Error(`<${tag}> has no shadow root`);
          expect(await axeFindings(main)).to.deep.equal([]);
          // The announcer's region in a dialog is the page's, and hides itself by CSSOM writes, which a strict policy allows.
          expect(
            [...root.querySelectorAll('[style]:not(#spplus-announcer)')].map(({ localName }) => localName),
          ).to.deep.equal([]);
          main.style.setProperty('font-size', '16px');
          const before = textStyles(root);
          const makePeaceful = makeHostile(document);
          const after = textStyles(root);
          makePeaceful();
          expect(after.filter((line, index) => line !== before[index])).to.deep.equal([]);
        } finally {
          main.remove();
        }
      });
    }

    // Only Chromium can be put in forced colours while it runs.
    if (engine === 'chromium') {
      for (const [name, reach] of Object.entries(states)) {
        it(`${name}: keeps its text and its borders in forced colours`, async () => {
          const element = make();
          await reach(element);
          expect(await media({ 'forced-colors': 'active' })).to.equal(true);
          try {
            const unseen = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])].flatMap((each) => {
              if (each.getClientRects().length === 0) return [];
              const { color, borderTopColor, borderTopStyle, backgroundColor } = getComputedStyle(each);
              const isControl = each.matches('button, input:not([type=radio], [type=checkbox]), textarea, select');
              const faults = [
                color === backgroundColor && 'text of the colour of its background',
                isControl && (borderTopStyle === 'none' || borderTopColor === backgroundColor) && 'no border',
              ];
              return faults
                .filter(Boolean)
                .map((fault) => `${each.localName} “${each.textContent.trim()}”: ${String(fault)}`);
            });
            expect(unseen).to.deep.equal([]);
          } finally {
            await media({});
          }
        });
      }
    }
  });
}
