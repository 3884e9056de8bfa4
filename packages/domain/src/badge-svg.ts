/**
 * The main result as a picture for pages without a script, and as data (JSON) beside it. The picture says the same in words, in
 * its title and its text: nothing depends on its colours. Everything from outside is escaped.
 */
import { definitionOf } from './indicator-catalogue.ts';
import type { IndicatorUnit } from './indicator-catalogue.ts';
import type { ReadResults } from './results-reader.ts';
import { resultView, type ResultState, type ResultView } from './result-view.ts';

/** CSS colours. */
export type BadgeTheme = {
  readonly back: string;
  readonly text: string;
  readonly strong: string;
  readonly line: string;
};

export const badgeThemes = {
  light: { back: '#ffffff', text: '#3a3a3a', strong: '#161616', line: '#6a6a72' },
  dark: { back: '#1e1e24', text: '#d5d5dc', strong: '#ffffff', line: '#a2a2ac' },
} as const satisfies Record<string, BadgeTheme>;

/** `locale`: a language tag; French where it has no words of its own. `now`: day number of today. */
export type Badge = { readonly results: ReadResults; readonly now: number; readonly locale: string };

type Words = {
  readonly states: Readonly<Record<Exclude<ResultState, 'shown' | 'range'>, string>>;
  readonly units: Readonly<Record<IndicatorUnit, (figure: string) => string>>;
  readonly between: (low: string, high: string) => string;
  readonly answers: (n: string) => string;
  readonly updated: (date: string) => string;
  readonly stale: string;
};

const french: Words = {
  states: {
    'too-few': 'trop peu de réponses',
    hidden: 'trop peu de réponses',
    missing: 'pas encore mesuré',
    coming: 'à venir',
    'not-applicable': 'sans objet',
    unreadable: 'donnée illisible',
  },
  units: {
    '%': (figure) => `${figure}\u202F%`,
    points: (figure) => `${figure} points`,
    days: (figure) => `${figure} jours`,
    '/10': (figure) => `${figure} sur 10`,
    '/5': (figure) => `${figure} sur 5`,
    count: (figure) => figure,
  },
  between: (low, high) => `entre ${low} et ${high}`,
  answers: (n) => `${n} réponses`,
  updated: (date) => `au ${date}`,
  stale: 'plus d’un an',
};

const english: Words = {
  states: {
    'too-few': 'too few answers',
    hidden: 'too few answers',
    missing: 'not measured yet',
    coming: 'coming',
    'not-applicable': 'not applicable',
    unreadable: 'unreadable data',
  },
  units: {
    ...french.units,
    '%': (figure) => `${figure}%`,
    days: (figure) => `${figure} days`,
    '/10': (figure) => `${figure} out of 10`,
    '/5': (figure) => `${figure} out of 5`,
  },
  between: (low, high) => `between ${low} and ${high}`,
  answers: (n) => `${n} answers`,
  updated: (date) => `on ${date}`,
  stale: 'more than a year old',
};

const arabic: Words = {
  states: {
    'too-few': 'عدد الإجابات قليل جدًا',
    hidden: 'عدد الإجابات قليل جدًا',
    missing: 'لم يُقَس بعد',
    coming: 'قريبًا',
    'not-applicable': 'لا ينطبق',
    unreadable: 'بيانات غير مقروءة',
  },
  units: {
    '%': (figure) => `${figure}%`,
    points: (figure) => `${figure} نقطة`,
    days: (figure) => `${figure} يوم`,
    '/10': (figure) => `${figure} من 10`,
    '/5': (figure) => `${figure} من 5`,
    count: (figure) => figure,
  },
  between: (low, high) => `بين ${low} و${high}`,
  answers: (n) => `${n} إجابة`,
  updated: (date) => `في ${date}`,
  stale: 'منذ أكثر من سنة',
};

const languages: Readonly<Record<string, Words>> = { ar: arabic, en: english, fr: french };

const wordsFor = (locale: string): Words => languages[locale.slice(0, 2).toLowerCase()] ?? french;

/** The result that a badge shows: the one its file names, else the first. */
export const mainResult = ({ main, indicators }: ReadResults) =>
  indicators.find(({ code }) => code === main) ?? indicators[0];

type Said = { label: string; figure: string; detail: string; view: ResultView | undefined };

function said({ results, now, locale }: Badge): Said {
  const result = mainResult(results);
  const words = wordsFor(locale);
  if (!result) return { label: results.structure, figure: words.states.missing, detail: '', view: undefined };
  const view = resultView(result, now);
  const number = (value: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
  const unit = words.units[view.unit];
  const [low, high] = view.range ?? [];
  const figure =
    view.state === 'shown' && view.value !== undefined
      ? unit(number(view.value))
      : view.state === 'range' && low !== undefined && high !== undefined
        ? words.between(number(low), unit(number(high)))
        : words.states[view.state as keyof Words['states']];
  const dated = result.updated ?? result.period?.to;
  const date =
    dated &&
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${dated}T00:00:00Z`));
  const detail = [
    view.n === undefined ? '' : words.answers(number(view.n)),
    date ? words.updated(date) : '',
    view.isStale ? words.stale : '',
  ];
  const label = result.label ?? definitionOf(result.code)?.name ?? result.code;
  return { label, figure, detail: detail.filter(Boolean).join(', '), view };
}

/** Same facts as the picture, for programs: every field is text or a number, absent where it may not be shown. */
export function badgeJson(badge: Badge): Record<string, unknown> {
  const { label, figure, detail, view } = said(badge);
  const { state = 'missing', value, range, n, unit, isStale = false, code } = view ?? {};
  return {
    structure: badge.results.structure,
    code,
    label,
    text: figure,
    detail,
    state,
    unit,
    value,
    range,
    n,
    isStale,
  };
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign).replace(/[^\t\n\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, ' ');

const longest = 44;
const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);

/** Width of a text in the units of the picture, on the wide side: fonts differ. */
const widthOf = (text: string, size: number): number => text.length * size * 0.6;

/** A stand-alone SVG document; its size fits its words. */
export function badgeSvg(badge: Badge, theme: BadgeTheme): string {
  const { label, figure, detail } = said(badge);
  const { structure } = badge.results;
  const lines: [text: string, size: number, weight: number, colour: string][] = [
    [cut(structure), 13, 400, theme.text],
    [cut(label), 14, 600, theme.strong],
    [cut(figure), 24, 700, theme.strong],
    [cut(detail), 12, 400, theme.text],
  ];
  const shown = lines.filter(([text]) => text);
  const width = Math.ceil(Math.max(200, ...shown.map(([text, size]) => widthOf(text, size) + 32)));
  const start = /^(ar|fa|he|ur)\b/i.test(badge.locale) ? ` x="${width - 16}" direction="rtl"` : ' x="16"';
  let y = 12;
  const texts = shown.map(([text, size, weight, colour]) => {
    y += size * 1.3;
    return `<text${start} y="${Math.round(y)}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escaped(text)}</text>`;
  });
  const height = Math.ceil(y + 16);
  const title = [structure, label, figure, detail].filter(Boolean).join(', ');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t" font-family="system-ui, sans-serif"><title id="t">${escaped(title)}</title><rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6" fill="${theme.back}" stroke="${theme.line}"/>${texts.join('')}</svg>`;
}
