/** Hours of the counter and of the telephone: this week as a table with its picture, the rules behind it, what is to come. */
import type { Band, Schedule, Weekday } from '@spplus/domain/contact';
import { weekdays } from '@spplus/domain/hours-rule';
import type { DayHours, OpeningHours, Upcoming } from '@spplus/domain/opening-hours';
import { msg, str } from '@spplus/ui/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { CardOptions } from './card-options.ts';
import { dayBar } from './day-bar.ts';
import { dayHoursText, periodText, ruleText, writtenRanges } from './hours-words.ts';
import type { Place } from './place.ts';
import { given, section, words, type Part } from './section.ts';
import { dateText, dayText, pair } from './time-words.ts';

export function hoursSections({ contact, counter, telephone }: Place, options: CardOptions): Part[] {
  const of = (title: string, schedule: Schedule | undefined, hours: OpeningHours | undefined): Part =>
    schedule && hours ? section(title, options, hoursOf(title, schedule, hours, options)) : nothing;
  return [
    of(msg('Horaires d’accueil', { id: 'hours-counter' }), contact.counter, counter),
    of(msg('Horaires du téléphone', { id: 'hours-phone' }), contact.telephone, telephone),
  ];
}

function hoursOf(title: string, schedule: Schedule, hours: OpeningHours, { now, locale }: CardOptions): Part[] {
  const today = hours.today(now);
  // Day 4 of 1970 was a Monday: weeks are counted from there.
  const monday = today - ((today + 3) % 7);
  const { week, seasons, holidays, condition, note } = schedule;
  // What one week does not show whole.
  const rules = week.filter((rule) => rule.nth ?? rule.weeks ?? rule.from);
  const list = (texts: readonly string[]) => html`<ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>`;
  return [
    week.length || seasons
      ? html`<table>
          <caption>${msg(str`${title}, cette semaine`, { id: 'hours-caption' })}</caption>
          <tbody>
            ${weekdays.map((name, index) => dayRow(hours.on(monday + index), name, schedule, today, locale))}
          </tbody>
        </table>`
      : nothing,
    given(condition, (text) => html`<p class="note">${words(text)}</p>`),
    given(note, (text) => html`<p>${words(text)}</p>`),
    given(rules, () => list(rules.map((rule) => ruleText(rule, locale)))),
    given(
      seasons,
      (all) =>
        html`${all.map(
          ({ name, from, to, week: rules }) =>
            html`<p><strong>${name ?? ''} ${periodText(from, to, locale)}</strong></p>
              ${list(rules.map((rule) => ruleText(rule, locale)))}`,
        )}`,
    ),
    given(hours.upcoming(now), (coming) => comingTemplate(coming, locale)),
    week.length && holidays !== 'as-usual'
      ? html`<p>${msg('Fermé les jours fériés.', { id: 'closed-holidays' })}</p>`
      : nothing,
  ];
}

const reason = ({ exception, holiday }: DayHours): string | undefined => (exception ? exception.reason : holiday);

function dayRow(day: DayHours, name: Weekday, { busy, quiet }: Schedule, today: number, locale: string) {
  const isToday = day.day === today;
  const of = (bands: readonly Band[] = []): string[] =>
    day.ranges.length ? bands.flatMap(({ days, hours }) => (days.includes(name) ? hours : [])) : [];
  const bands = { busy: of(busy), quiet: of(quiet) };
  const [rush, calm] = [writtenRanges(bands.busy, locale), writtenRanges(bands.quiet, locale)];
  const remarks = new Set([reason(day), ...day.ranges.flatMap(({ condition, note }) => [condition, note])]);
  return html`<tr class=${isToday ? 'today' : ''}>
    <th scope="row">
      ${dayText(day.day, locale)}
      ${isToday ? html`<em>${msg('aujourd’hui', { id: 'is-today' })}</em>` : nothing}
    </th>
    <td>
      ${dayHoursText(day, locale)}
      ${[...remarks].map((text) => (text ? html`<span class="remark" dir="auto">${text}</span>` : nothing))}
      ${rush && html`<span class="remark rush">${msg(str`Affluence\u202F: ${rush}`, { id: 'busy' })}</span>`}
      ${calm && html`<span class="remark calm">${msg(str`Plus calme\u202F: ${calm}`, { id: 'quiet' })}</span>`}
      ${day.unknown && !day.ranges.length ? nothing : dayBar(day, bands)}
    </td>
  </tr>`;
}

const comingTemplate = (coming: readonly Upcoming[], locale: string): TemplateResult =>
  html`<p><strong>${msg('Dans les 15 jours', { id: 'upcoming' })}</strong></p>
    <ul>
      ${coming.map(({ from, to, hours }) => {
        const why = reason(hours);
        const [start, end] = [dateText(from, locale), dateText(to, locale)];
        const when = from === to ? dayText(from, locale, true) : msg(str`du ${start} au ${end}`, { id: 'from-to' });
        return html`<li>${pair(when, dayHoursText(hours, locale))} ${why ? html`<span class="remark" dir="auto">${why}</span>` : nothing}</li>`;
      })}
    </ul>`;
