/** The code to copy, as pure functions of a choice: HTML, link for CMS, WordPress, SPIP, Drupal, and the policy line. */
import { givenValues, type Choice } from './choice.ts';
import { moduleNamed } from './options.ts';

export interface Release {
  version: string;
  /** `sha384-…` by file name. */
  integrity: Readonly<Record<string, string>>;
}

export interface Snippet {
  id: string;
  label: string;
  /** What to do with it, in one or two sentences. */
  note: string;
  code: string;
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
export const escaped = (value: string): string => value.replace(/[&"<>]/g, (sign) => signs[sign] ?? sign);

const attributes = (values: Readonly<Record<string, string>>, prefix = ''): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${prefix}${name}="${escaped(value)}"`)
    .join('');

/** The import map's content. One line, because the policy's hash is taken over every character of it. */
export function importMap({ sdk }: Choice, { integrity }: Release): string {
  // The self-contained files are another flavour, which needs no map.
  const files = Object.entries(integrity).filter(([file]) => file === 'spplus.js' || file.startsWith('chunks/'));
  return JSON.stringify({
    integrity: Object.fromEntries(files.map(([file, hash]) => [new URL(file, sdk).href, hash])),
  });
}

/** Keeps the modules' place while they arrive. */
const stylesheet = ({ sdk }: Choice, { integrity }: Release): string =>
  `<link rel="stylesheet" href="${escaped(sdk)}spplus.css"${integrity['spplus.css'] ? ` integrity="${integrity['spplus.css']}"` : ''} crossorigin="anonymous">`;

export function scripts(choice: Choice, release: Release): string {
  const entry = release.integrity['spplus.js'];
  return [
    stylesheet(choice, release),
    `<script type="importmap">${importMap(choice, release)}</script>`,
    `<script type="module" src="${escaped(choice.sdk)}spplus.js"${entry ? ` integrity="${entry}"` : ''} crossorigin="anonymous"`,
    `        data-api="${escaped(choice.api)}" data-service="${escaped(choice.service)}"></script>`,
  ].join('\n');
}

export function tag(choice: Choice): string {
  const { name, fallback } = moduleNamed(choice.module);
  return [
    `<spplus-${name}${attributes(givenValues(choice))}>`,
    `  <a href="${escaped(choice.contact)}">${escaped(fallback)}</a>`,
    `</spplus-${name}>`,
  ].join('\n');
}

/** An ordinary link, which editors that strip unknown tags keep. */
export function placeholder(choice: Choice): string {
  const { name, fallback } = moduleNamed(choice.module);
  return `<a href="${escaped(choice.contact)}" data-spplus="${name}"${attributes(givenValues(choice), 'data-')}>${escaped(fallback)}</a>`;
}

/** What to add to a site's Content-Security-Policy. `hash` is the import map's, `sha256-…` in base 64. */
export function policyLines({ sdk, api }: Choice, hash: string): string {
  return [
    `script-src ${new URL(sdk).origin} '${hash}';`,
    `style-src ${new URL(sdk).origin};`,
    `connect-src ${new URL(api).origin};`,
    "require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates';",
  ].join('\n');
}

const php = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");

function wordpress(choice: Choice, release: Release): string {
  return `<?php
// wp-content/mu-plugins/spplus.php
add_action('wp_head', function () {
    echo '${php(scripts(choice, release))}';
}, 1);
add_shortcode('spplus', function () {
    return '${php(tag(choice))}';
});`;
}

function spip(choice: Choice, release: Release): string {
  return `<?php
// config/mes_options.php
if (!isset($GLOBALS['spip_pipeline']['insert_head'])) $GLOBALS['spip_pipeline']['insert_head'] = '';
$GLOBALS['spip_pipeline']['insert_head'] .= '|spplus_insert_head';
function spplus_insert_head($flux) {
    return '${php(scripts(choice, release))}' . $flux;
}`;
}

function drupal(choice: Choice, release: Release): string {
  return `<?php
// mon_theme.theme
function mon_theme_page_attachments_alter(array &$attachments) {
  $attachments['#attached']['html_head'][] = [[
    '#type' => 'html_tag', '#tag' => 'script', '#attributes' => ['type' => 'importmap'], '#weight' => -100,
    '#value' => \\Drupal\\Core\\Render\\Markup::create('${php(importMap(choice, release))}'),
  ], 'spplus_importmap'];
  $attachments['#attached']['html_head'][] = [[
    '#type' => 'html_tag', '#tag' => 'link', '#attributes' => [
      'rel' => 'stylesheet', 'href' => '${php(choice.sdk)}spplus.css', 'crossorigin' => 'anonymous',
      'integrity' => '${php(release.integrity['spplus.css'] ?? '')}',
    ],
  ], 'spplus_style'];
  $attachments['#attached']['html_head'][] = [[
    '#type' => 'html_tag', '#tag' => 'script', '#weight' => -99,
    '#attributes' => [
      'type' => 'module', 'src' => '${php(choice.sdk)}spplus.js', 'crossorigin' => 'anonymous',
      'integrity' => '${php(release.integrity['spplus.js'] ?? '')}',
      'data-api' => '${php(choice.api)}', 'data-service' => '${php(choice.service)}',
    ],
  ], 'spplus_script'];
}`;
}

/** All of them, in the order of the tabs. `hash` is the import map's, see policyLines. */
export function snippets(choice: Choice, release: Release, hash: string): Snippet[] {
  const link = placeholder(choice);
  return [
    {
      id: 'html',
      label: 'HTML',
      note: 'Les trois premiers éléments vont dans l’en-tête (head), une fois par page. La balise va où le module doit paraître. Le lien qu’elle contient s’affiche sans JavaScript.',
      code: `${scripts(choice, release)}\n\n${tag(choice)}`,
    },
    {
      id: 'lien',
      label: 'Lien pour CMS',
      note: 'Pour un éditeur qui retire les balises inconnues : ce lien ordinaire devient le module. Les scripts de l’onglet HTML vont dans le gabarit du site.',
      code: link,
    },
    {
      id: 'wordpress',
      label: 'WordPress',
      note: 'Créez ce fichier, puis écrivez [spplus] dans un article ou une page.',
      code: wordpress(choice, release),
    },
    {
      id: 'spip',
      label: 'SPIP',
      note: `Ajoutez ceci à config/mes_options.php, videz le cache, puis écrivez dans l’article : ${link}`,
      code: spip(choice, release),
    },
    {
      id: 'drupal',
      label: 'Drupal',
      note: `Remplacez mon_theme par le nom de votre thème et videz le cache. Dans le texte, écrivez : ${link} Si le format de texte filtre le HTML, autorisez les attributs data-* de ce lien.`,
      code: drupal(choice, release),
    },
    {
      id: 'politique',
      label: 'Équipe technique',
      note: `Version ${release.version}, à ajouter à l’en-tête Content-Security-Policy du site. L’empreinte est celle de la carte d’import : elle change si un caractère change.`,
      code: policyLines(choice, hash),
    },
  ];
}
