/** The page inside the builder's frame: one module, in the language and scheme that its fragment asks for. */
import { choiceFrom, givenValues, type Choice } from './builder/choice.ts';
import { element, place } from './dom.ts';
import { moduleNamed } from './builder/options.ts';

const stage = place('preview');
const defaults: Choice = {
  module: 'feedback-widget',
  values: {},
  service: 'mairie-exemple',
  api: '',
  sdk: '',
  contact: '/contact/',
};

function show(): void {
  const given = new URLSearchParams(location.hash.slice(1));
  const choice = choiceFrom(location.hash, defaults);
  const lang = given.get('lang') ?? 'fr';
  document.documentElement.lang = lang;
  document.documentElement.dir = lang === 'ar' || given.get('dir') === 'rtl' ? 'rtl' : 'ltr';
  document.documentElement.dataset['scheme'] = given.get('scheme') === 'dark' ? 'dark' : 'light';
  const { name, fallback } = moduleNamed(choice.module);
  const shown = element('div', {}, element('a', { href: defaults.contact }, fallback));
  const module = document.createElement(`spplus-${name}`);
  for (const [attribute, value] of Object.entries(givenValues(choice))) module.setAttribute(attribute, value);
  module.append(...shown.childNodes);
  stage.replaceChildren(module);
}

addEventListener('hashchange', show);
show();
