/**
 * The results as charts, drawn from what the table says. Axes run from 0 to the end of the scale; where nothing was measured there
 * is a gap; a change of method is a mark. Each chart says its figures in words.
 */
import { middleOf, type PointView, type ResultView } from '@spplus/domain/result-view';
import type { IndicatorUnit } from '@spplus/domain/indicator-catalogue';
import { msg, str } from '@spplus/ui/localize';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { figureText, periodText, rangeText, resultText } from '../figure-words.ts';
import { labelOf } from '../indicator-labels.ts';
import type { PanelOptions, Row } from './results-panel.ts';

const [width, height] = [300, 100];

/** Ends of the axis; figures without an end of their own get one above the largest. */
function scaleOf(unit: IndicatorUnit, values: readonly number[]): readonly [number, number] {
  const ends: Partial<Record<IndicatorUnit, readonly [number, number]>> = {
    '%': [0, 100],
    points: [-100, 100],
    '/10': [0, 10],
    '/5': [0, 5],
  };
  return ends[unit] ?? [0, Math.max(1, ...values) * 1.1];
}

export function charts(rows: readonly Row[], { locale }: PanelOptions): TemplateResult {
  return html`<ul class="charts">
    ${rows.map(
      ({ view }) => html`<li>
        <p class="label" dir="auto">${labelOf(view)}</p>
        <p><strong class="result">${resultText(view, locale)}</strong></p>
        ${drawing(view, locale)}
      </li>`,
    )}
  </ul>`;
}

function drawing(view: ResultView, locale: string): TemplateResult | typeof nothing {
  const measured = view.points.filter(({ value }) => value !== undefined);
  if (view.state !== 'shown' && view.state !== 'range') return nothing;
  return measured.length > 1 ? lineChart(view, locale) : barChart(view, locale);
}

/** Instants on the axis are in proportion to time, so that a year counts as a year. */
function lineChart(view: ResultView, locale: string): TemplateResult {
  const { points, unit, target } = view;
  const values = points.flatMap(({ value }) => value ?? []);
  const [low, high] = scaleOf(unit, [...values, target?.value ?? 0]);
  const days = points.map(({ period }) => middleOf(period));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const x = (day: number) => 8 + ((day - first) / Math.max(1, last - first)) * (width - 16);
  const y = (value: number) => height - 4 - ((value - low) / (high - low)) * (height - 8);
  const place = ({ period, value }: PointView) => `${x(middleOf(period))},${y(value ?? 0)}`;
  const runs = segments(points);
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label=${pointsText(points, unit, locale)}>
      <line class="axis" x1="0" x2=${width} y1=${y(low)} y2=${y(low)}></line>
      ${low < 0 ? svg`<line class="axis" x1="0" x2=${width} y1=${y(0)} y2=${y(0)}></line>` : nothing}
      ${target ? svg`<line class="target" x1="0" x2=${width} y1=${y(target.value)} y2=${y(target.value)}></line>` : nothing}
      ${points.map((point) => (point.methodChange ? svg`<line class="change" x1=${x(middleOf(point.period))} x2=${x(middleOf(point.period))} y1="0" y2=${height}></line>` : nothing))}
      ${runs.map((run) => svg`<polyline points=${run.map(place).join(' ')}></polyline>`)}
      ${points.map((point) => (point.value === undefined ? nothing : svg`<circle cx=${x(middleOf(point.period))} cy=${y(point.value)} r="4"></circle>`))}
    </svg>
    <p class="ends detail" aria-hidden="true">
      ${[points[0], points.at(-1)].map((point) => html`<span>${point ? periodText(point.period, locale) : ''}</span>`)}
    </p>
    ${points.map((point) => (point.methodChange ? html`<p class="detail" dir="auto">${changeText(point, locale)}</p>` : nothing))}`;
}

/** Points that follow one another without a gap nor a change of method. */
function segments(points: readonly PointView[]): PointView[][] {
  const runs: PointView[][] = [[]];
  for (const point of points) {
    if (point.value === undefined || point.methodChange) runs.push([]);
    if (point.value !== undefined) runs.at(-1)?.push(point);
  }
  return runs.filter((run) => run.length > 1);
}

const changeText = ({ period, methodChange = '' }: PointView, locale: string): string => {
  const when = periodText(period, locale);
  return msg(str`Changement de méthode, ${when}\u202F: ${methodChange}`, { id: 'method-change' });
};

function pointsText(points: readonly PointView[], unit: IndicatorUnit, locale: string): string {
  const told = points.map(({ period, value }) => {
    const when = periodText(period, locale);
    const figure = value === undefined ? msg('pas de mesure', { id: 'gap' }) : figureText(value, unit, locale);
    return msg(str`${when}\u202F: ${figure}`, { id: 'point' });
  });
  return told.join(' ; ');
}

/** One figure as a bar from zero, with its range as a bracket. */
function barChart(view: ResultView, locale: string): TemplateResult {
  const { unit, value, range, target } = view;
  const [low, high] = scaleOf(unit, [value ?? 0, range?.[1] ?? 0, target?.value ?? 0]);
  const x = (figure: number) => ((figure - low) / (high - low)) * width;
  const zero = x(Math.max(0, low));
  const said = [resultText(view, locale), view.state === 'shown' ? rangeText(view, locale) : undefined].filter(Boolean);
  return html`<svg viewBox="0 0 ${width} 28" role="img" aria-label=${said.join(', ')}>
    <rect class="track" x="0" y="6" width=${width} height="16"></rect>
    ${value === undefined ? nothing : svg`<rect class="bar" x=${Math.min(zero, x(value))} y="6" width=${Math.abs(x(value) - zero)} height="16"></rect>`}
    ${range ? svg`<path class="bracket" d=${`M${x(range[0])} 2v24M${x(range[0])} 14H${x(range[1])}M${x(range[1])} 2v24`}></path>` : nothing}
    ${target ? svg`<line class="target" x1=${x(target.value)} x2=${x(target.value)} y1="0" y2="28"></line>` : nothing}
  </svg>`;
}
