import { expect, waitUntil } from '@open-wc/testing';
import type { LocaleModule } from '@lit/localize';
import { html } from 'lit';
import { SpplusElement } from '../src/base-element.ts';
import { msg, type LocaleLoaders } from '../src/localize.ts';

const english: LocaleModule = { templates: { hello: 'Hello' } };

/** How the next download of English ends. */
let download: () => Promise<LocaleModule> = () => Promise.resolve(english);

class Greeting extends SpplusElement {
  static override readonly locales: LocaleLoaders = { en: () => download() };
  static override readonly properties = { name: {} };
  declare name: string;

  protected override render() {
    return html`${msg('Bonjour', { id: 'hello' })} ${this.name}`;
  }
}
customElements.define('late-greeting', Greeting);

function greet(): Greeting {
  const element = document.createElement('late-greeting') as Greeting;
  element.lang = 'en';
  element.name = 'Ada';
  document.body.append(element);
  return element;
}
const words = (element: Greeting): string => (element.shadowRoot?.textContent ?? '').trim();

afterEach(() => document.querySelectorAll('late-greeting').forEach((element) => element.remove()));

describe('translations that come late', () => {
  it('are waited for, then French is shown; once there they are shown without being asked', async () => {
    let arrive: (found: LocaleModule) => void = () => undefined;
    download = () => new Promise((resolve) => (arrive = resolve));
    const element = greet();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(words(element), 'no flash of French').to.equal('');
    await waitUntil(() => words(element) === 'Bonjour Ada', 'French rather than nothing', { timeout: 4_000 });
    const changed = performance.now();
    element.name = 'Grace';
    await element.updateComplete;
    expect(words(element)).to.equal('Bonjour Grace');
    expect(performance.now() - changed, 'a change does not wait again').to.be.below(500);
    download = () => Promise.resolve(english);
    arrive(english);
    await waitUntil(() => words(element) === 'Hello Grace');
  });

  it('that fail are asked for again by the next change', async () => {
    download = () => Promise.reject(new TypeError('Failed to fetch'));
    const element = greet();
    await waitUntil(() => words(element) === 'Bonjour Ada');
    download = () => Promise.resolve(english);
    element.name = 'Grace';
    await waitUntil(() => words(element) === 'Hello Grace');
  });
});
