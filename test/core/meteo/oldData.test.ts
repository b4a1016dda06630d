import { composeMeteo } from '../../../src/core/meteo/compose';
import { valueOf } from '../grid';
import { inboundDays, ISSUED, syntheticInput } from './syntheticInput';

/** A year and a half of days that end so many weeks before the day of issue. */
const composed = (weeks: number) => {
  const days = inboundDays().filter(({ serial }) => serial < ISSUED - 7 * weeks);
  const result = composeMeteo(syntheticInput(days));
  return { ...valueOf(result), codes: result.ok ? result.problems.map(({ code }) => code) : [] };
};

test('nothing is projected from data that ended long before the page’s period, and the page says why', () => {
  const { content, row, codes } = composed(55);
  expect(codes).toContain('old-data');
  expect(row.projections).toEqual({});
  expect(content.green.chart.projection.every((value) => value === null)).toBe(true);
  expect(content.green.rows.map(({ historyNote }) => historyNote)).toEqual(
    content.green.rows.map(() => 'données trop anciennes'),
  );
  expect(content.green.readings.map(({ kind }) => kind)).not.toContain('seasonality');
  const said = [content.green.detail, ...content.green.readings.map(({ text }) => text)].join(' ');
  expect(said).toMatch(/[Aa]ucune prévision.*s’arrêtent au\s\d\d\/\d\d\/2025/);
});

test.each([0, 1, 3])('data that end %i weeks before the day of issue are projected', (weeks) => {
  const { content, codes } = composed(weeks);
  expect(codes).not.toContain('old-data');
  expect(content.green.chart.projection.some((value) => value !== null)).toBe(true);
});
