/** What every page shares: head, header, navigation, breadcrumb, footer, in the page's language. */
import { arms } from './arms.ts';
import { pages, type Page } from './pages.ts';
import { wordsOf } from './words.ts';

export interface Assets {
  /** Address of the stylesheet. */
  style: string;
  /** Addresses of the pages' modules, by name. */
  scripts: Readonly<Record<string, string>>;
  /** Import map and script tag of the SDK, ready to insert. */
  sdk: string;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeHtml = (value: string): string => value.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

function link(path: string, text: string, current: string, extra = ''): string {
  return `<a href="${path}"${path === current ? ' aria-current="page"' : ''}${extra}>${escapeHtml(text)}</a>`;
}

function breadcrumb(page: Page): string {
  if (page.path === '/' || page.path === '/404/') return '';
  const words = wordsOf(page.lang);
  const parent = pages.find(({ path }) => path === page.parent);
  const steps = [
    link('/', words.home, page.path, page.lang === 'fr' ? '' : ' hreflang="fr"'),
    ...(parent ? [link(parent.path, parent.title, page.path)] : []),
    `<span aria-current="page">${escapeHtml(page.title)}</span>`,
  ];
  return `<nav class="breadcrumb" aria-label="${words.breadcrumb}"><ol>${steps.map((step) => `<li>${step}</li>`).join('')}</ol></nav>`;
}

function header(page: Page): string {
  const words = wordsOf(page.lang);
  const languages = [
    { path: '/avis/', lang: 'fr', name: 'Français' },
    { path: '/en/', lang: 'en', name: 'English' },
    { path: '/ar/', lang: 'ar', name: 'العربية' },
  ];
  return `
<header class="header">
  <div class="demo-band">
    <div class="wide">
      <p><strong>${words.demonstration}</strong> ${words.fictional}</p>
      <nav aria-label="${words.tools}"><ul>
        ${words.toolLinks.map(([path, text]) => `<li>${link(path, text, page.path)}</li>`).join('\n        ')}
      </ul></nav>
    </div>
  </div>
  <div class="wide masthead">
    <a class="brand" href="/"${page.lang === 'fr' ? '' : ' hreflang="fr"'}>${arms}<span><span class="brand-kind">${words.townOf}</span> <span class="brand-name"${page.lang === 'ar' ? ' lang="fr" dir="ltr"' : ''}>Valmont-sur-Seille</span></span></a>
    <nav class="languages" aria-label="${words.languages}"><ul>
      ${languages.map(({ path, lang, name }) => `<li>${link(path, name, page.path, ` lang="${lang}" hreflang="${lang}"`)}</li>`).join('\n      ')}
    </ul></nav>
  </div>
  <nav class="menu" aria-label="${words.menu}"><ul class="wide">
    ${words.menuLinks.map(([path, text]) => `<li>${link(path, text, page.path)}</li>`).join('\n    ')}
  </ul></nav>
</header>`;
}

function footer(page: Page): string {
  const words = wordsOf(page.lang);
  return `
<footer class="footer">
  <div class="wide">
    <address>
      <strong>${words.townHall}</strong><br>
      <bdi lang="fr">1, place de la Saline, 57999 Valmont-sur-Seille</bdi><br>
      <a href="tel:+33199005701"><bdi>01 99 00 57 01</bdi></a> · <a href="mailto:mairie@valmont.example">mairie@valmont.example</a>
    </address>
    <nav aria-label="${words.legal}"><ul>
      ${words.footerLinks.map(([path, text]) => `<li>${link(path, text, page.path)}</li>`).join('\n      ')}
    </ul></nav>
    <p class="footer-note">${words.footerNote}</p>
  </div>
</footer>`;
}

/** The whole document around the content of a page. */
export function layout(page: Page, content: string, assets: Assets): string {
  const words = wordsOf(page.lang);
  const script = page.script && assets.scripts[page.script];
  const title = page.path === '/' ? page.title : `${page.title} – Valmont-sur-Seille`;
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<meta name="description" content="${escapeHtml(page.description)}">`,
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="same-origin">',
    '<link rel="icon" href="/assets/blason.svg" type="image/svg+xml">',
    `<link rel="stylesheet" href="${assets.style}">`,
    page.sdk ? assets.sdk : '',
    script ? `<script type="module" src="${script}"></script>` : '',
  ];
  const body = page.bare
    ? `<main id="contenu">${content}</main>`
    : `<a class="skip" href="#contenu">${words.skip}</a>${header(page)}
${breadcrumb(page)}
<main id="contenu" tabindex="-1">
${content}
</main>${footer(page)}`;
  return `<!doctype html>
<html lang="${page.lang}"${page.lang === 'ar' ? ' dir="rtl"' : ''}>
<head>
${head.filter(Boolean).join('\n')}
</head>
<body${page.bare ? ' class="bare"' : ''}>
${body}
</body>
</html>
`;
}
