/** « Installer les modules »: settings on one side, preview and code on the other; the choice lives in the fragment. */
import { choiceFrom, fragmentOf, type Choice } from './builder/choice.ts';
import { copyFrom } from './builder/copy.ts';
import { modules, moduleNamed, type Option } from './builder/options.ts';
import { importMap, snippets, type Release } from './builder/snippets.ts';
import { element, field, place, radios, select } from './dom.ts';

const builder = place('builder');

interface View {
  lang: string;
  scheme: string;
  width: string;
}

/** The hash of an inline script for a policy. Without a secure page the browser gives no hash: then a word says so. */
async function sha256(text: string): Promise<string> {
  // Absent on pages served over plain HTTP, whatever the types say.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) return 'sha256-À-CALCULER';
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

/** A control for one option; `onValue` gets the new value. */
function control(option: Option, value: string, onValue: (value: string) => void): HTMLElement {
  const id = `option-${option.attribute}`;
  if (option.choices && ['mode', 'layout'].includes(option.attribute)) {
    return radios(option.label, id, option.choices, value || (option.choices[0]?.[0] ?? ''), onValue);
  }
  const made = option.choices ? select(id, option.choices, value) : element('input', { id, value });
  made.addEventListener('input', () => onValue(made.value));
  return field(option.label, made, option.hint);
}

function start(release: Release, defaults: Choice): void {
  let choice = choiceFrom(location.hash, defaults);
  let view: View = { lang: 'fr', scheme: 'light', width: 'large' };
  const settings = element('form', { 'aria-label': 'Réglages' });
  const frame = element('iframe', { title: 'Aperçu du module' });
  const status = element('p', { role: 'status', class: 'status-line' });
  const code = element('div', { class: 'snippet' });
  let tab = 'html';

  const set = (next: Partial<Choice>) => {
    choice = { ...choice, ...next };
    history.replaceState(null, '', fragmentOf(choice, defaults));
    void refresh();
  };

  function drawSettings(): void {
    const module = moduleNamed(choice.module);
    const chooser = select(
      'module',
      modules.map(({ name, label }) => [name, label] as const),
      choice.module,
    );
    chooser.addEventListener('change', () => {
      set({ module: chooser.value, values: {} });
      drawSettings();
    });
    const address = (name: 'service' | 'api' | 'sdk' | 'contact', label: string, hint: string) => {
      const input = element('input', {
        id: name,
        value: choice[name],
        ...(name === 'service' ? {} : { inputmode: 'url' }),
      });
      input.addEventListener('input', () => {
        if (name === 'contact' || name === 'service' || URL.canParse(input.value))
          set({ [name]: input.value || defaults[name] });
      });
      return field(label, input, hint);
    };
    settings.replaceChildren(
      element('h2', {}, 'Réglages'),
      field('Module', chooser),
      ...module.options.map((option) =>
        control(option, choice.values[option.attribute] ?? '', (value) => {
          set({ values: { ...choice.values, [option.attribute]: value } });
        }),
      ),
      address('contact', 'Page de contact', 'Le lien affiché sans JavaScript.'),
      element(
        'details',
        {},
        element('summary', {}, 'Adresses techniques'),
        address('service', 'Identifiant du service', 'Celui que vous avez donné avec spplus-admin.'),
        address('api', 'Adresse de l’API', 'Le serveur qui reçoit les avis.'),
        address('sdk', 'Adresse des fichiers', 'Le dossier de cette version, terminé par une barre oblique.'),
      ),
    );
  }

  const viewControl = (legend: string, name: keyof View, choices: readonly (readonly [string, string])[]) =>
    radios(legend, `vue-${name}`, choices, view[name], (value) => {
      view = { ...view, [name]: value };
      showPreview();
    });

  function showPreview(): void {
    const { lang, scheme, width } = view;
    const wanted = `/installer/apercu/${fragmentOf(choice, defaults)}&${new URLSearchParams({ lang, scheme }).toString()}`;
    if (frame.getAttribute('src') !== wanted) frame.src = wanted;
    frame.dataset['width'] = width;
  }

  async function refresh(): Promise<void> {
    showPreview();
    const shown = snippets(choice, release, await sha256(importMap(choice, release)));
    const current = shown.find(({ id }) => id === tab) ?? shown[0];
    if (!current) return;
    const area = code.querySelector('textarea');
    const note = code.querySelector('.note');
    if (!area || !note) return;
    area.value = current.code;
    area.rows = Math.min(24, current.code.split('\n').length + 2);
    area.setAttribute('aria-label', `Code : ${current.label}`);
    note.textContent = current.note;
  }

  const area = element('textarea', {
    class: 'code',
    readonly: true,
    spellcheck: 'false',
    dir: 'ltr',
    'aria-label': 'Code',
  });
  const copy = element('button', { type: 'button', class: 'button' }, 'Copier le code');
  copy.addEventListener('click', () => void copyFrom(area).then((sentence) => (status.textContent = sentence)));
  const tabs = snippets(choice, release, '').map(({ id, label }) => [id, label] as const);
  code.append(
    radios('Pour', 'onglet', tabs, tab, (value) => {
      tab = value;
      status.textContent = '';
      void refresh();
    }),
    element('p', { class: 'note' }),
    area,
    element('div', { class: 'copy-row' }, copy, status),
  );
  drawSettings();
  builder.append(
    element(
      'div',
      { class: 'builder-columns' },
      element('section', { 'aria-label': 'Réglages du module' }, settings),
      element(
        'section',
        { 'aria-label': 'Aperçu et code' },
        element('h2', {}, 'Aperçu'),
        element(
          'div',
          { class: 'toolbar' },
          viewControl('Largeur', 'width', [
            ['large', 'Large'],
            ['320', '320 pixels'],
          ]),
          viewControl('Thème', 'scheme', [
            ['light', 'Clair'],
            ['dark', 'Sombre'],
          ]),
          viewControl('Langue', 'lang', [
            ['fr', 'Français'],
            ['en', 'English'],
            ['ar', 'العربية'],
          ]),
        ),
        element('div', { class: 'stage' }, frame),
        element('h2', {}, 'Code à copier'),
        code,
      ),
    ),
  );
  addEventListener('hashchange', () => {
    choice = choiceFrom(location.hash, defaults);
    drawSettings();
    void refresh();
  });
  void refresh();
}

async function open(): Promise<void> {
  const answer = await fetch('/sdk.json');
  const release = (await answer.json()) as Release & { path: string };
  const { api = '', service = '' } = builder.dataset;
  start(release, {
    module: 'feedback-widget',
    values: {},
    service,
    api,
    sdk: new URL(release.path, location.href).href,
    contact: '/contact/',
  });
}

open().catch(() => {
  builder.append(
    element(
      'p',
      { class: 'notice notice-alert', role: 'alert' },
      'Les fichiers des modules sont introuvables. Rechargez la page.',
    ),
  );
});
