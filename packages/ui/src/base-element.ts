/** What every element of the house is: a Lit element that speaks the language of the place it stands in. */
import { LitElement, type PropertyValues } from 'lit';
import type { LocaleModule } from '@lit/localize';
import {
  isRightToLeft,
  languageAround,
  matchLocale,
  sourceLocale,
  withTranslations,
  type LocaleLoaders,
} from './localize.ts';

/** How long the first drawing waits for its translations; past it the element shows in French rather than not at all. */
const patience = 1500;

const connected = new Set<SpplusElement>();

/** One observer for the page: a `lang` that changes anywhere re-resolves the language of the elements. */
let observer: MutationObserver | undefined;
function observeLanguages(): void {
  observer ??= new MutationObserver(() => connected.forEach((element) => element.requestUpdate()));
  observer.observe(document, { attributeFilter: ['lang'], subtree: true });
}

export abstract class SpplusElement extends LitElement {
  /** Translations of the element's sentences, loaded when a page needs them. */
  static readonly locales: LocaleLoaders = {};

  #locale = sourceLocale;
  #translations: LocaleModule | undefined;
  /** The language whose translations are on their way. */
  #awaited: string | undefined;

  /** The language the element shows itself in. */
  get locale(): string {
    return this.#locale;
  }

  /** One box inside the shadow root carries `lang` and `dir`, so that an Arabic element is right on a French page. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    return root.appendChild(document.createElement('div'));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    connected.add(this);
    observeLanguages();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    connected.delete(this);
    if (connected.size === 0) observer?.disconnect();
  }

  protected override async scheduleUpdate(): Promise<void> {
    const { locales } = this.constructor as typeof SpplusElement;
    const wanted = matchLocale(languageAround(this), locales);
    if (wanted !== this.#locale && wanted !== this.#awaited) {
      const loading = locales[wanted]?.().catch(() => undefined);
      this.#awaited = loading && wanted;
      let timer = 0;
      const limit = new Promise<undefined>((resolve) => (timer = window.setTimeout(resolve, patience)));
      this.#translations = await Promise.race([loading, limit]);
      clearTimeout(timer);
      this.#locale = this.#translations ? wanted : sourceLocale;
      // Nobody waits twice: until late translations are there, changes are drawn in French at once.
      void loading?.then((arrived) => {
        this.#awaited = undefined;
        if (arrived && this.#locale !== wanted) this.requestUpdate();
      });
    }
    await super.scheduleUpdate();
  }

  protected override update(changed: PropertyValues): void {
    const box = this.renderRoot as HTMLElement;
    box.lang = this.#locale;
    box.dir = isRightToLeft(this.#locale) ? 'rtl' : 'ltr';
    this.localized(() => super.update(changed));
  }

  /** Runs a function whose `msg()` calls answer in the element's language. */
  localized<T>(work: () => T): T {
    return withTranslations(this.#translations, work);
  }
}
