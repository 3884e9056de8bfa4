/** Figures in words: units, ranges, states, trends. The same words serve the badge, the table and what is read aloud. */
import { parseDay } from '@spplus/domain/civil-date';
import type { IndicatorUnit } from '@spplus/domain/indicator-catalogue';
import type { Period } from '@spplus/domain/results';
import type { ResultState, ResultView } from '@spplus/domain/result-view';
import { msg, str } from '@spplus/ui/localize';

const number = (value: number, locale: string, sign = false): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 2, ...(sign && { signDisplay: 'exceptZero' }) }).format(value);

/** `69 %`, `+58 points`, `12 jours`, `8,2 sur 10`. */
export function figureText(value: number, unit: IndicatorUnit, locale: string): string {
  const text = number(value, locale, unit === 'points');
  const units: Record<IndicatorUnit, () => string> = {
    '%': () => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(value / 100),
    points: () =>
      Math.abs(value) === 1 ? msg(str`${text} point`, { id: 'one-point' }) : msg(str`${text} points`, { id: 'points' }),
    days: () =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: 'day',
        unitDisplay: 'long',
        maximumFractionDigits: 2,
      }).format(value),
    '/10': () => msg(str`${text} sur 10`, { id: 'out-of-ten' }),
    '/5': () => msg(str`${text} sur 5`, { id: 'out-of-five' }),
    count: () => text,
  };
  return units[unit]();
}

const states: Record<Exclude<ResultState, 'shown' | 'range'>, () => string> = {
  'too-few': () => msg('Trop peu de réponses', { id: 'too-few' }),
  hidden: () => msg('Trop peu de réponses', { id: 'too-few' }),
  missing: () => msg('Pas encore mesuré', { id: 'not-measured' }),
  coming: () => msg('À venir', { id: 'coming' }),
  'not-applicable': () => msg('Sans objet ici', { id: 'not-applicable' }),
  unreadable: () => msg('Donnée illisible', { id: 'unreadable' }),
};

export function rangeText({ range, unit }: ResultView, locale: string): string | undefined {
  if (!range) return undefined;
  const [low, high] = [number(range[0], locale, unit === 'points'), figureText(range[1], unit, locale)];
  return msg(str`entre ${low} et ${high}`, { id: 'between' });
}

/** The figure, its range alone where that is all there is to say, or why there is none. */
export function resultText(view: ResultView, locale: string): string {
  const { state, value, unit } = view;
  if (state === 'shown' && value !== undefined) return figureText(value, unit, locale);
  if (state === 'range') return rangeText(view, locale) ?? '';
  return state === 'shown' ? '' : states[state]();
}

export const answersText = (n: number, locale: string): string => {
  const text = number(n, locale);
  return msg(str`${text} réponses`, { id: 'answers' });
};

export function dateText(text: string, locale: string): string {
  const day = parseDay(text);
  return day === undefined
    ? text
    : new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day * 864e5);
}

/** `de novembre 2025 à octobre 2026`, `14 février 2024` for one day, `2024` for a whole year. */
export function periodText({ from, to }: Period, locale: string): string {
  if (from === to) return dateText(from, locale);
  const [year, start] = [from.slice(0, 4), from.slice(5)];
  if (start === '01-01' && to === `${year}-12-31`) return year;
  const month = (text: string) =>
    new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      (parseDay(text) ?? 0) * 864e5,
    );
  const [first, last] = [month(from), month(to)];
  return first === last ? first : msg(str`de ${first} à ${last}`, { id: 'period' });
}

/** What changed since the figure before, in words; colour only repeats it. */
export function trendText({ trend, unit }: ResultView, locale: string): string | undefined {
  if (!trend) return undefined;
  const before = figureText(trend.before, unit, locale);
  const since = periodText(trend.since, locale);
  const { change, isBetter } = trend;
  if (change === 'stable') return msg(str`Stable\u202F: ${before} avant (${since})`, { id: 'stable' });
  if (change === 'unknown') return msg(str`${before} avant (${since})`, { id: 'before' });
  const better = isBetter ? msg('mieux qu’avant', { id: 'better' }) : msg('moins bien qu’avant', { id: 'worse' });
  return change === 'up'
    ? msg(str`En hausse, ${better}\u202F: ${before} avant (${since})`, { id: 'up' })
    : msg(str`En baisse, ${better}\u202F: ${before} avant (${since})`, { id: 'down' });
}
