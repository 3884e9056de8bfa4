/** The main result of a service as a picture, and as the same facts for programs. */
import type { Results } from '@spplus/contract/results';
import { badgeJson, badgeSvg, badgeThemes } from '@spplus/domain/badge-svg';
import { readResults } from '@spplus/domain/results-reader';
import type { Call } from './call.ts';
import { ProblemError } from './problem-error.ts';
import { cacheableText } from './respond.ts';

/** Seconds during which a browser keeps it. */
const maxAge = 3600;

const invalid = (detail: string) => new ProblemError('invalid-request', { detail });

export function badgeAnswer({ request, query, now }: Call, given: Results, format: 'svg' | 'json'): Response {
  const today = Math.floor(now.getTime() / 86_400_000);
  const { results } = readResults(given, today);
  if (!results) throw new ProblemError('not-found');
  const indicator = query('indicator');
  if (indicator !== undefined && !results.indicators.some(({ code }) => code === indicator))
    throw invalid(`indicator is one of ${results.indicators.map(({ code }) => code).join(', ')}.`);
  const locale = query('lang') ?? 'fr';
  if (!/^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(locale)) throw invalid('lang is a language tag such as fr.');
  const theme = query('theme') ?? 'light';
  if (theme !== 'light' && theme !== 'dark') throw invalid('theme is light or dark.');
  const badge = { results: { ...results, ...(indicator && { main: indicator }) }, now: today, locale };
  return format === 'svg'
    ? cacheableText(request, badgeSvg(badge, badgeThemes[theme]), 'image/svg+xml', maxAge)
    : cacheableText(request, JSON.stringify(badgeJson(badge)), 'application/json', maxAge);
}
