import { previewSvg } from '../../../src/core/meteo/preview';
import type { ChartContent } from '../../../src/core/meteo/content';
import { exampleContent } from './exampleContent';
import { laidOut } from './laidOut';

/** Circles of the chart with a white face: those of the projected weeks. */
const ringsOf = (change: (chart: ChartContent) => Partial<ChartContent>): number => {
  const content = exampleContent();
  const { chart } = content.green;
  const svg = previewSvg(laidOut({ ...content, green: { ...content.green, chart: { ...chart, ...change(chart) } } }));
  return [...svg.matchAll(/<circle[^>]*fill="#FFFFFF"/g)].length;
};

test.each<[string, (chart: ChartContent) => Partial<ChartContent>]>([
  ['has a last actual', () => ({})],
  [
    'has no figure for the last week',
    ({ actual, projection, low, high, cut }) => {
      const without = (values: readonly (number | null)[]) => values.map((value, index) => (index === cut - 1 ? null : value));
      return { actual: without(actual), projection: without(projection), low: without(low), high: without(high) };
    },
  ],
])('each of the four projected weeks has its ring on a chart that %s', (_, change) => {
  expect(ringsOf(change)).toBe(4);
});
