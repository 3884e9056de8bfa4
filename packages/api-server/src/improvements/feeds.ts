/** The latest improvements for feed readers: RSS 2.0 and JSON Feed 1.1. Titles and texts are those of the page. */
import type { Improvement } from '@spplus/contract/improvement';

export interface Feed {
  /** Name of the service. */
  name: string;
  language: string;
  /** Address of the feed itself. */
  self: string;
  /** Page that shows the improvements, where there is one. */
  page?: string | undefined;
  items: readonly Improvement[];
}

const statuses: Readonly<Record<Improvement['status'], string>> = {
  done: 'Fait',
  started: 'En cours',
  planned: 'Prévu',
  'not-retained': 'Non retenu',
};

const titleOf = ({ asked, status }: Improvement): string => `${statuses[status]}\u202F: ${asked.slice(0, 200)}`;

const textOf = ({ answer, reason, people }: Improvement): string =>
  [
    answer,
    reason === undefined ? '' : `Raison\u202F: ${reason}`,
    people === undefined ? '' : `Demandé par ${people} personne${people > 1 ? 's' : ''}.`,
  ]
    .filter(Boolean)
    .join('\n');

const heading = (name: string): string => `Vous nous l’avez demandé, ${name}`;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text for XML 1.0, without the characters that it refuses. */
const xml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign).replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');

export function rssFeed({ name, language, self, page, items }: Feed): string {
  const entries = items.map(
    (item) =>
      `<item><guid isPermaLink="false">${xml(item.id)}</guid><title>${xml(titleOf(item))}</title>` +
      `<description>${xml(textOf(item))}</description><pubDate>${new Date(item.publishedAt).toUTCString()}</pubDate>` +
      `${item.link ? `<link>${xml(item.link.url)}</link>` : ''}</item>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>' +
    `<title>${xml(heading(name))}</title><link>${xml(page ?? self)}</link><description>${xml(heading(name))}</description>` +
    `<language>${xml(language)}</language><atom:link href="${xml(self)}" rel="self" type="application/rss+xml"/>` +
    `${entries.join('')}</channel></rss>`
  );
}

export const jsonFeed = ({ name, language, self, page, items }: Feed): object => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: heading(name),
  language,
  feed_url: self,
  ...(page && { home_page_url: page }),
  items: items.map((item) => ({
    id: item.id,
    title: titleOf(item),
    content_text: textOf(item),
    date_published: item.publishedAt,
    ...(item.corrections && { date_modified: item.corrections.at(-1)?.at }),
    ...(item.link && { external_url: item.link.url }),
    tags: [`engagement ${item.commitment}`],
  })),
});
