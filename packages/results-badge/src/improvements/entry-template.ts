/** One entry: what was asked, what was done about it or why not, and what it changed. */
import type { IndicatorUnit } from '@spplus/domain/indicator-catalogue';
import { heading } from '@spplus/ui/heading';
import { msg, str } from '@spplus/ui/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Entry } from './improvements-source.ts';

const statuses: Readonly<Record<string, () => string>> = {
  done: () => msg('Fait', { id: 'status-done' }),
  started: () => msg('En cours', { id: 'status-started' }),
  planned: () => msg('Prévu', { id: 'status-planned' }),
  'not-retained': () => msg('Non retenu', { id: 'status-not-retained' }),
};

const sources: Readonly<Record<string, () => string>> = {
  feedback: () => msg('vos avis', { id: 'source-feedback' }),
  'document-report': () => msg('vos signalements de documents', { id: 'source-document-report' }),
  survey: () => msg('une enquête', { id: 'source-survey' }),
  stakeholders: () => msg('une réunion avec les usagers', { id: 'source-stakeholders' }),
};

const units: Readonly<Partial<Record<IndicatorUnit, string>>> = { '%': '\u202F%', '/10': '/10', '/5': '/5' };

/** `2026-11` or `2026-11-23` in words; anything else as it is. */
function dateText(text: string, locale: string): string {
  const instant = /^\d{4}-\d\d(-\d\d)?$/.test(text) ? Date.parse(text.length > 7 ? text : `${text}-01`) : Number.NaN;
  if (Number.isNaN(instant)) return text;
  const day = text.length > 7 ? ({ day: 'numeric' } as const) : {};
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC', ...day }).format(instant);
}

const leadsAway = (url: string): boolean => /^https?:\/\//i.test(url);

export function entryTemplate(entry: Entry, locale: string, level: number): TemplateResult {
  const {
    asked,
    status,
    answer,
    reason,
    people,
    sources: from = [],
    date,
    place,
    figure,
    link,
    corrections = [],
  } = entry;
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  const named = from.flatMap((source) => sources[source]?.() ?? []);
  const who = people === undefined ? '' : number(people);
  const whence = new Intl.ListFormat(locale).format(named);
  const when = [date && dateText(date, locale), place].filter(Boolean).join(', ');
  const part = (value: number, n: number | undefined) => {
    const text = `${number(value)}${units[figure?.unit as IndicatorUnit] ?? ''}`;
    const count = n === undefined ? '' : number(n);
    return count ? msg(str`${text} (${count} réponses)`, { id: 'figure-part' }) : text;
  };
  const [before, after] = figure ? [part(figure.before, figure.beforeN), part(figure.after, figure.afterN)] : [];
  return html`<li part="entry">
    ${heading({ level, text: asked, className: 'asked' })}
    <p class="from">
      ${people === 1 ? msg('Demandé par une personne.', { id: 'one-person' }) : who ? msg(str`Demandé par ${who} personnes.`, { id: 'people' }) : nothing}
      ${whence ? msg(str`Nous l’avons su par ${whence}.`, { id: 'whence' }) : nothing}
    </p>
    <p><strong class="status ${status}">${statuses[status]?.() ?? status}</strong> <span dir="auto">${answer}</span></p>
    ${reason ? html`<p>${msg('Pourquoi\u202F:', { id: 'reason' })} <span dir="auto">${reason}</span></p>` : nothing}
    ${
      figure
        ? html`<p><span dir="auto">${figure.label}</span>, ${msg(str`avant\u202F: ${before ?? ''}, après\u202F: ${after ?? ''}`, { id: 'figure' })}</p>`
        : nothing
    }
    ${when ? html`<p class="from" dir="auto">${when}</p>` : nothing}
    ${corrections.map(({ at, text }) => {
      const day = dateText(at.slice(0, 10), locale);
      return html`<p class="from">${msg(str`Corrigé le ${day}\u202F:`, { id: 'corrected' })} <span dir="auto">${text}</span></p>`;
    })}
    ${link && leadsAway(link.url) ? html`<p><a href=${link.url} dir="auto">${link.label}</a></p>` : nothing}
  </li>`;
}
