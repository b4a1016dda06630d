import { composeMeteo } from '../../../src/core/meteo/compose';
import type { ChartContent } from '../../../src/core/meteo/content';
import type { KpiSeries, MeteoInput } from '../../../src/core/meteo/input';
import { layoutMeteo } from '../../../src/core/meteo/layout';
import { paintChart } from '../../../src/core/meteo/paintChart';
import type { PageChart } from '../../../src/core/meteo/page';
import type { Painter } from '../../../src/core/meteo/painter';
import { sheetChart } from '../../../src/core/meteo/sheetChart';
import { valueOf } from '../grid';
import { laidOut, only } from './laidOut';
import { inboundDays, inboundKpis, ISSUED, syntheticInput } from './syntheticInput';

const days = inboundDays();
/** Monday of the week that is so many weeks before the one of issue. */
const weeksAgo = (weeks: number): number => ISSUED - 7 * weeks;

/** The input whose answer rate counted calls lost until a day: its complement, by another rule. */
const changedOn = (day: number, more: Partial<MeteoInput> = {}): MeteoInput => {
  const kpis = inboundKpis(days).map((series): KpiSeries => {
    if (series.kpi.id !== 'in_qs') return series;
    const kpi = { ...series.kpi, earlier: [{ before: day, rule: { kind: 'sum', column: 3 } as const }] };
    const then = (span: { start: number; end: number }): number | null => {
      const value = series.valueOf(span);
      return span.start < day && value !== null ? 0.5 * value : value;
    };
    return { ...series, kpi, valueOf: then };
  });
  return syntheticInput(days, { kpis, ...more });
};

const chartOf = (input: MeteoInput): ChartContent => valueOf(composeMeteo(input)).content.green.chart;

const drawn = (input: MeteoInput): PageChart => {
  const [chart] = only(laidOut(valueOf(composeMeteo(input)).content), 'chart');
  if (!chart) throw new Error('no chart');
  return chart;
};

test('the curve breaks where the definition changes, and the note says from which week', () => {
  const chart = chartOf(changedOn(weeksAgo(10)));
  expect(chart.breaks?.map((index) => chart.weeks[index]?.start)).toEqual([weeksAgo(10)]);
  expect(chart.note).toMatch(/Nouvelle définition depuis S38.: la courbe est coupée\./);
  expect(chartOf(changedOn(weeksAgo(10), { language: 'en' })).note).toMatch(/New definition since W38: the curve is cut\./);
});

test('a change before the weeks shown, or after them, breaks nothing', () => {
  expect(chartOf(changedOn(weeksAgo(60))).breaks).toBeUndefined();
  expect(chartOf(changedOn(ISSUED + 30)).breaks).toBeUndefined();
});

test('last year by another definition is no curve to compare with', () => {
  expect(chartOf(changedOn(weeksAgo(30))).previousYear.every((value) => value === null)).toBe(true);
  expect(chartOf(syntheticInput(days)).previousYear.some((value) => value !== null)).toBe(true);
});

test('with too few weeks of the new definition nothing is projected, and it is said', () => {
  const { content, row } = valueOf(composeMeteo(changedOn(weeksAgo(10))));
  expect(row.projections.in_qs).toBeUndefined();
  expect(row.projections.in_abandon_rate).toBeDefined();
  expect(content.green.detail).toContain('historique insuffisant');
  const { problems } = composeMeteo(changedOn(weeksAgo(10))) as { problems: readonly object[] };
  expect(problems).toContainEqual({ code: 'little-history', params: { have: 10, need: 26, step: 'week' } });
});

test('with enough of them the projection learns from those alone', () => {
  const kept = valueOf(composeMeteo(syntheticInput(days))).row.projections.in_qs;
  const changed = valueOf(composeMeteo(changedOn(weeksAgo(40)))).row.projections.in_qs;
  expect(changed?.value).toBeGreaterThan(0.85);
  expect(Math.abs((changed?.value ?? 0) - (kept?.value ?? 0))).toBeLessThan(0.03);
});

test('the period before, by the former definition, is not compared', () => {
  const { content, row } = valueOf(composeMeteo(changedOn(weeksAgo(2))));
  expect(content.green.detail).toMatch(/^pas de chiffre en S44–S45/);
  expect(row.rule).not.toMatch(/deux fois/);
});

test('on the sheet each definition is a series of its own, and only the present one ends with a marker', () => {
  const chart = drawn(changedOn(weeksAgo(10)));
  const { draft, data } = sheetChart(chart, 'fr', 0, 0);
  const actuals = draft.series.filter(({ name }) => name.includes('réel'));
  expect(actuals.map(({ name, markerPoint }) => [name, markerPoint !== undefined])).toEqual([
    ['2026, réel, ancienne définition', false],
    ['2026, réel', true],
  ]);
  const filled = actuals.map(({ values }) =>
    data.cells.slice(2).flatMap((cells, week) => {
      const cell = cells[values.column];
      return cell && 'number' in cell ? week : [];
    }),
  );
  const cut = chart.content.breaks?.[0] ?? 0;
  expect(filled[0]?.at(-1)).toBe(cut - 1);
  expect(filled[1]?.[0]).toBe(cut);
});

test('in the PDF and the preview the line of the actuals is drawn in two', () => {
  const strokes = (input: MeteoInput): number => {
    let count = 0;
    const nothing = (): void => undefined;
    const painter = {
      text: nothing,
      polygon: nothing,
      circle: nothing,
      line: (_: unknown, look: { weight: number }) => (count += look.weight === 2.25 ? 1 : 0),
    } as unknown as Painter;
    paintChart(painter, drawn(input), 'fr');
    return count;
  };
  expect(strokes(syntheticInput(days))).toBe(1);
  expect(strokes(changedOn(weeksAgo(10)))).toBe(2);
});

test.each(['portrait', 'landscape'] as const)('the page still fits in %s', (orientation) => {
  const input = changedOn(weeksAgo(10), { orientation });
  const page = layoutMeteo(valueOf(composeMeteo(input)).content);
  expect(page.ok && page.problems).toEqual([]);
});

describe('thresholds that nobody has confirmed', () => {
  const proposed = (more: Partial<MeteoInput> = {}): MeteoInput =>
    syntheticInput(days, {
      kpis: inboundKpis(days).map((series) => ({
        ...series,
        kpi: { ...series.kpi, thresholdsProposed: series.kpi.thresholds !== null },
      })),
      ...more,
    });

  test('are proposals wherever the page speaks of them, never promises', () => {
    const { content } = valueOf(composeMeteo(proposed()));
    expect(content.message).toMatch(/le seuil proposé est tenu \(.* pour.90.%.proposés\)/);
    expect(content.green.what).toMatch(/seuil proposé 90.%$/);
    expect(content.green.chart.labels.objective).toMatch(/^proposé 90.%$/);
    expect(content.green.chart.note).toContain('* Seuil proposé, à confirmer.');
    expect(content.green.rows.map(({ id, objective }) => [id, objective.endsWith('*')])).toEqual([
      ['in_offered', false],
      ['in_abandon_rate', true],
      ['in_aht', true],
    ]);
    expect(JSON.stringify(content)).not.toMatch(/promis|objectif (?:est|n|\d)/);
  });

  test('in English too', () => {
    const { content } = valueOf(composeMeteo(proposed({ language: 'en' })));
    expect(content.message).toMatch(/the proposed threshold is met \(.*, 90%.proposed\)/);
    expect(content.green.chart.note).toContain('* Proposed threshold, to be confirmed.');
    expect(JSON.stringify(content)).not.toContain('promised');
  });

  test('confirmed ones have no star', () => {
    const { content } = valueOf(composeMeteo(syntheticInput(days)));
    expect(JSON.stringify(content.green)).not.toContain('*');
  });
});
