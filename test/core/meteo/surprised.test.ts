import { composeMeteo } from '../../../src/core/meteo/compose';
import type { Language, MeteoContent } from '../../../src/core/meteo/content';
import { valueOf } from '../grid';
import { laidOut } from './laidOut';
import { inboundDays, ISSUED, syntheticInput } from './syntheticInput';

const contentOf = (answered: number | null, language: Language = 'fr'): MeteoContent => {
  const days = inboundDays().map((day) =>
    answered !== null && day.serial >= ISSUED - 7 ? { ...day, answered: Math.round(answered * day.offered) } : day,
  );
  return valueOf(composeMeteo(syntheticInput(days, { language }))).content;
};
const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

test.each([0.5, 0.75, 0.86])('after a week at %d the band holds it and the usual level, and the note says so', (answered) => {
  const { chart } = contentOf(answered).green;
  const [low, high] = [chart.low[chart.cut] ?? NaN, chart.high[chart.cut] ?? NaN];
  expect(low).toBeLessThanOrEqual((chart.actual[chart.cut - 1] ?? NaN) + 0.005);
  expect(high).toBeGreaterThanOrEqual(0.915);
  expect(plain(chart.note)).toMatch(/ S47 hors de l’attendu \(9\d,\d à 9\d,\d %\) : la bande va d’un retour à une suite\. /);
});

test('the interval of the page’s weeks holds both too, in the words of the key figure', () => {
  const detail = plain(contentOf(0.6).green.detail);
  const [, low = '', high = ''] = /entre (\d+,\d) et (\d+,\d) %/.exec(detail) ?? [];
  expect(Number(low.replace(',', '.'))).toBeLessThanOrEqual(60.5);
  expect(Number(high.replace(',', '.'))).toBeGreaterThanOrEqual(91);
});

test('in English', () => {
  expect(plain(contentOf(0.6, 'en').green.chart.note)).toMatch(
    / W47 outside the expected \(9\d\.\d to 9\d\.\d%\): the band holds a return and a continuation\. /,
  );
});

test('a usual week surprises nobody', () => {
  expect(contentOf(null).green.chart.note).not.toContain('attendu');
});

test.each(['fr', 'en'] as const)('the note has room on the page, in %s', (language) => {
  expect(() => laidOut(contentOf(0.6, language))).not.toThrow();
});
