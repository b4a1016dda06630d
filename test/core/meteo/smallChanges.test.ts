import { composeMeteo } from '../../../src/core/meteo/compose';
import type { MeteoContent } from '../../../src/core/meteo/content';
import type { KpiSeries, Span } from '../../../src/core/meteo/input';
import { valueOf } from '../grid';
import { inboundDays, inboundKpis, ISSUED, syntheticInput } from './syntheticInput';

const days = inboundDays();

/** The page whose answer rate was `before` in the two weeks before and `now` in its own. */
const pageOf = (before: number, now: number): MeteoContent => {
  const figures = new Map([
    [ISSUED - 28, before],
    [ISSUED - 14, now],
  ]);
  const told = (span: Span): number | undefined => (span.end - span.start === 14 ? figures.get(span.start) : undefined);
  const kpis = inboundKpis(days).map((series): KpiSeries => {
    return series.kpi.id === 'in_qs' ? { ...series, valueOf: (span) => told(span) ?? series.valueOf(span) } : series;
  });
  return valueOf(composeMeteo(syntheticInput(days, { kpis }))).content;
};

const detail = (before: number, now: number): string => pageOf(before, now).green.detail.replaceAll(/\s/g, ' ');

test.each([
  ['two figures printed alike are equal', 0.9161, 0.9163, '91,6 % en S44–S45 (=)'],
  [
    'with next to nothing between them, they have the decimal with which they print alike',
    0.91546,
    0.91554,
    '91,55 % en S44–S45 (=)',
  ],
  ['a change that can be printed is', 0.9154, 0.9164, '91,5 % en S44–S45 (+0,1 pt)'],
  ['one that would not follow from the two has one more decimal', 0.9154, 0.9166, '91,54 % en S44–S45 (+0,12 pt)'],
])('%s', (_name, before, now, text) => {
  expect(detail(before, now)).toContain(text);
});

test.each<[string, number, number, string]>([
  ['that round alike print with the decimals that tell them apart', 0.8953, 0.9009, '(89,5 % → 90,1 %)'],
  ['far apart have no more decimals than usual', 0.82, 0.93, '(82 % → 93 %)'],
])('the figures of a threshold crossed %s', (_name, before, now, text) => {
  const { highlights } = pageOf(before, now).yellow;
  const crossed = highlights.items.map((item) => item.text.replaceAll(/\s/g, ' ')).find((fact) => fact.includes('de Vigilance'));
  expect(crossed).toBe(`Taux de décroché : de Vigilance à Conforme ${text}.`);
});
