import { axisStart, chartAxis } from '../../../src/core/meteo/chartScale';
import { chartDrawing } from '../../../src/core/meteo/chartDrawing';
import type { ChartContent, Orientation } from '../../../src/core/meteo/content';
import { composeMeteo } from '../../../src/core/meteo/compose';
import { valueOf } from '../grid';
import { exampleChart, exampleContent } from './exampleContent';
import { inboundDays, inboundKpis, syntheticInput } from './syntheticInput';
import { faultsOfLabels } from './chartFaults';
import { laidOut, only } from './laidOut';

/** The example's chart with other values: the same ones in every week, then the given last ones. */
const chartOf = (change: Partial<ChartContent>): ChartContent => ({ ...exampleChart(), ...change });
const flat = (value: number | null): (number | null)[] => Array<number | null>(30).fill(value);
const nothing = { previousYear: flat(null), projection: flat(null), low: flat(null), high: flat(null), objective: null };

describe('scale of the value axis', () => {
  test.each([
    ['portrait', 118],
    ['landscape', 181],
  ])('the example goes from 85 to 97 %% by 5 points in %s', (_name, height) => {
    expect(chartAxis(exampleChart(), height)).toEqual({ minimum: 0.85, maximum: 0.97, step: 0.05 });
  });

  test.each<[string, (number | null)[], number, number]>([
    ['small values begin at 0', [2, 6, 4], 0, 2],
    ['a count far from 0 is cut', [12_000, 12_480, 12_900], 11_500, 500],
    ['a count near 0 begins at 0', [3, 9, 14], 0, 5],
    ['negative values are below the axis start', [-12, 31], -20, 20],
    ['one value alone has some range', [90], 85, 5],
  ])('%s', (_name, values, minimum, step) => {
    expect(axisStart(chartOf({ ...nothing, percent: false, numberFormat: 'General', actual: values }))).toEqual({
      minimum,
      step,
    });
  });

  test('a value on a step has the step below it', () => {
    expect(axisStart(chartOf({ ...nothing, actual: [0.85, 0.93] })).minimum).toBeCloseTo(0.8);
  });

  test('an axis that lies below 0 ends on a step', () => {
    const below = chartOf({ ...nothing, percent: false, numberFormat: '#,##0', actual: [-68, -61] });
    const { minimum, maximum, step } = chartAxis(below, 118);
    expect([minimum, maximum, step]).toEqual([-70, -55, 5]);
  });

  test('a duration goes by steps of a clock', () => {
    const start = axisStart(
      chartOf({ ...nothing, percent: false, numberFormat: '[m]:ss', actual: [362, 402, 441].map((seconds) => seconds / 86_400) }),
    );
    expect(start.step * 86_400).toBeCloseTo(30);
    expect(start.minimum * 86_400).toBeCloseTo(360);
  });

  test('a step is never finer than the labels can say', () => {
    expect(axisStart(chartOf({ ...nothing, actual: [0.901, 0.904] })).step).toBeCloseTo(0.01);
    expect(axisStart(chartOf({ ...nothing, actual: [0.901, 0.904], numberFormat: '0.0"\u202f"%' })).step).toBeCloseTo(0.001);
    expect(axisStart(chartOf({ ...nothing, percent: false, numberFormat: '#,##0', actual: [4, 5] })).step).toBe(1);
  });

  test.each<[string, Partial<ChartContent>, number]>([
    ['amounts', { actual: [1_050_000, 1_950_000], numberFormat: '0.0,,"M€"' }, 200_000],
    ['amounts near each other', { actual: [848_000, 963_000], numberFormat: '#,##0' }, 50_000],
    ['a rate', { actual: [0.86, 0.944], percent: true }, 0.02],
    ['a duration', { actual: [362, 402].map((seconds) => seconds / 86_400), numberFormat: '[m]:ss' }, 15 / 86_400],
    ['values below 0', { actual: [-68, -61], numberFormat: '#,##0' }, 5],
  ])('%s: at least three gridlines', (_name, change, step) => {
    const axis = chartAxis(chartOf({ ...nothing, percent: false, ...change }), 118);
    expect(axis.step).toBeCloseTo(step, 12);
    expect(Math.floor((axis.maximum - axis.minimum) / axis.step + 1e-9) + 1).toBeGreaterThanOrEqual(3);
  });

  test('14 points stay free above everything drawn', () => {
    const { minimum, maximum } = chartAxis(exampleChart(), 118);
    expect(((maximum - 0.952) / (maximum - minimum)) * 118).toBeGreaterThanOrEqual(14);
  });

  test('a chart without values has a scale', () => {
    expect(chartAxis(chartOf({ ...nothing, actual: flat(null) }), 118)).toEqual({
      minimum: 0,
      maximum: expect.any(Number),
      step: 0.05,
    });
  });
});

describe('what stands in the chart', () => {
  const drawing = (
    orientation: Orientation = 'portrait',
    change: Partial<ChartContent> = {},
  ): ReturnType<typeof chartDrawing> => {
    const content = exampleContent(orientation);
    const page = laidOut({ ...content, green: { ...content.green, chart: chartOf(change) } });
    const [chart] = only(page, 'chart');
    if (!chart) throw new Error('no chart');
    return chartDrawing(chart, 'fr');
  };
  const label = (made: ReturnType<typeof chartDrawing>, series: string): { index: number; y: number; x: number } => {
    const found = made.labels.find((candidate) => candidate.series === series);
    if (!found) throw new Error(`no label ${series}`);
    return found;
  };

  test('the scale is labelled in the language of the page', () => {
    expect(drawing().ticks.map(({ text }) => text)).toEqual(['85\u202f%', '90\u202f%', '95\u202f%']);
  });

  test('weeks are labelled every fifth week back from the last actual', () => {
    expect(drawing().categories.map(({ lines }) => lines.join(' '))).toEqual([
      'S22 25/05',
      'S27 29/06',
      'S32 03/08',
      'S37 07/09',
      'S42 12/10',
      'S47 16/11',
    ]);
  });

  test('curves are named at their highest, lowest and last points', () => {
    const made = drawing();
    expect(label(made, 'actual').index).toBe(10);
    expect(label(made, 'previousYear').index).toBe(15);
    expect(label(made, 'objective').index).toBe(29);
    expect(label(made, 'projection').index).toBe(29);
  });

  test('the cut stands between the last actual and the first projection', () => {
    const { cutX, x } = drawing();
    expect(cutX).toBeCloseTo((x(25) + x(26)) / 2);
  });

  test('projection and objective are told apart by 11 points at least', () => {
    const close = drawing('portrait', { projection: [...flat(null).slice(0, 25), 0.911, 0.91, 0.905, 0.902, 0.901] });
    expect(label(close, 'objective').y - label(close, 'projection').y).toBeCloseTo(11);
    const under = drawing('portrait', { projection: [...flat(null).slice(0, 25), 0.911, 0.91, 0.905, 0.902, 0.899] });
    expect(label(under, 'projection').y - label(under, 'objective').y).toBeCloseTo(11);
  });

  test('a highest actual next to the cut is named at the highest point before', () => {
    const actual = [...exampleChart().actual];
    actual[25] = 0.96;
    expect(label(drawing('portrait', { actual }), 'actual').index).toBe(10);
  });

  test('with too little history there is no projection, and the words on the cut stay inside the chart', () => {
    const weeks = exampleChart().weeks.slice(0, 26);
    const short = drawing('portrait', {
      weeks,
      actual: exampleChart().actual.slice(0, 26),
      previousYear: exampleChart().previousYear.slice(0, 26),
      ...{ projection: flat(null).slice(0, 26), low: flat(null).slice(0, 26), high: flat(null).slice(0, 26) },
    });
    expect(short.labels.map(({ series }) => series)).toEqual(['actual', 'previousYear', 'objective', 'today']);
    expect(short.cutX).toBeCloseTo(456);
    expect(label(short, 'objective').x).toBeGreaterThan(short.cutX);
    expect(short.labels.at(-1)).toMatchObject({ align: 'right', position: 'left', index: 25 });
  });
});

describe('labels lie on nothing', () => {
  /** The same values every time: a linear congruence is enough to draw charts with. */
  const randomly = (seed: number): (() => number) => {
    let state = seed;
    return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
  };

  /** A chart as data may make it: any length, gaps, last year from anywhere on, a wide or a thin band, an objective or none. */
  const anyChart = (seed: number): ChartContent => {
    const next = randomly(seed * 7919 + 1);
    const cut = 1 + Math.floor(next() * 26);
    const ahead = next() < 0.7 ? 4 : 0;
    const [level, swing] = [0.5 + next() * 0.4, next() * 0.1];
    const value = (): number => level + swing * (next() - 0.5);
    const weeks = exampleChart().weeks.slice(0, cut + ahead);
    const actual = weeks.map((_, i) => (i < cut && (i === cut - 1 || next() > 0.1) ? value() : null));
    const from = Math.floor(next() * weeks.length * 1.3);
    const fan = (by: number): (number | null)[] =>
      weeks.map((_, i) => (ahead === 0 || i < cut - 1 ? null : (actual[cut - 1] ?? level) + by * (i - cut + 1)));
    const spread = next() * 0.05;
    return chartOf({
      ...{ weeks, cut, actual, previousYear: weeks.map((_, i) => (i >= from ? value() : null)) },
      ...{ projection: fan(0.001), low: fan(-spread), high: fan(spread) },
      objective: next() < 0.7 ? level + (next() - 0.5) * 0.2 : null,
    });
  };

  test.each(['portrait', 'landscape'] as const)('eighty charts in %s: no label on another, nor on the cut', (orientation) => {
    const content = exampleContent(orientation);
    const faults = Array.from({ length: 80 }, (_, seed) => {
      const [chart] = only(laidOut({ ...content, green: { ...content.green, chart: anyChart(seed) } }), 'chart');
      return chart ? faultsOfLabels(chart, 'fr').map((fault) => `chart ${String(seed)}: ${fault}`) : [];
    }).flat();
    expect(faults).toEqual([]);
  });

  test('last year that begins with the projection is named past its end, not on the cut', () => {
    const previousYear = [...flat(null).slice(0, 26), 0.91, 0.92, 0.915, 0.88];
    const content = exampleContent('portrait');
    const [chart] = only(laidOut({ ...content, green: { ...content.green, chart: chartOf({ previousYear }) } }), 'chart');
    if (!chart) throw new Error('no chart');
    const label = chartDrawing(chart, 'fr').labels.find(({ series }) => series === 'previousYear');
    expect(label).toMatchObject({ position: 'right', index: 29 });
  });
});

describe('the label of the day of issue', () => {
  /** The page's chart with other values, and its labels by what they name. */
  const labelled = (change: Partial<ChartContent>) => {
    const content = exampleContent('portrait');
    const page = laidOut({ ...content, green: { ...content.green, chart: chartOf(change) } });
    const [chart] = only(page, 'chart');
    if (!chart) throw new Error('no chart');
    const { labels, ticks, x, y } = chartDrawing(chart, 'fr');
    const today = labels.find(({ series }) => series === 'today');
    if (!today) throw new Error('no label');
    return { labels, ticks, x, y, today };
  };

  test('no gridline strikes it, even where one lies at its usual height', () => {
    const { ticks, today } = labelled({ ...nothing, actual: [...flat(0.9).slice(0, 25), 0.999, ...flat(null).slice(0, 4)] });
    expect(Math.min(...ticks.map(({ y }) => Math.abs(y - today.y)))).toBeGreaterThan(4.5);
  });

  test('with one week alone, at the end of the chart, it lies neither over its point nor over its name', () => {
    const first = { ...nothing, objective: 0.9, actual: [...flat(null).slice(0, 5), 0.919], cut: 6 };
    const weeks = exampleChart().weeks.slice(0, 6);
    const short = { ...first, weeks, previousYear: [], projection: [], low: [], high: [] };
    const { labels, today, y } = labelled(short);
    const others = labels.filter(({ series }) => series !== 'today').map((label) => label.y);
    expect(others.length).toBeGreaterThan(1);
    expect(Math.min(...others.map((at) => Math.abs(at - today.y)))).toBeGreaterThan(4);
    // Half the text and the point's marker.
    expect(Math.abs(y(0.919) - today.y)).toBeGreaterThan(6.5);
  });
});

test.each([
  ['a rate is held to its objective week by week', 'in_qs', true],
  ['what adds up over the page’s weeks is not', 'in_offered', false],
])('%s', (_name, id, drawn) => {
  const days = inboundDays();
  const held = { direction: 'higher', objective: 0.9, thresholds: { green: 0.9, amber: 0.8 }, key: true } as const;
  const kpis = inboundKpis(days).flatMap((series) =>
    series.kpi.id === id ? [{ ...series, kpi: { ...series.kpi, ...held } }] : [],
  );
  const { content } = valueOf(composeMeteo(syntheticInput(days, { kpis })));
  expect(content.green.chart.objective !== null).toBe(drawn);
});
