import { composeMeteo } from '../../../src/core/meteo/compose';
import type { MeteoContent } from '../../../src/core/meteo/content';
import { weekdayOf } from '../../../src/core/period/serial';
import { valueOf } from '../grid';
import { coverageOfDays, inboundDays, ISSUED, syntheticInput } from './syntheticInput';

/** A service closed on Saturdays and Sundays, up to Friday 20/11/2026. */
const days = inboundDays().filter(({ serial }) => weekdayOf(serial) < 6);

const contentOf = (issued: number, until = issued): MeteoContent => {
  const known = days.filter(({ serial }) => serial < until);
  const { settings } = syntheticInput(known);
  const closing = { ...settings, cadence: 7 };
  return valueOf(composeMeteo(syntheticInput(known, { issued, settings: closing, coverage: coverageOfDays(known) }))).content;
};

/** All that the page says of its weeks, wherever it says it. */
const toldOf = ({ green, message, header, blue }: MeteoContent) => ({
  period: header.period.replace(/,[^,]*$/, ''),
  message,
  rule: blue.rule,
  detail: green.detail,
  head: green.tableHead,
  rows: green.rows,
  anticipation: green.readings.find(({ kind }) => kind === 'anticipation')?.text,
  weeks: green.chart.weeks.map(({ key }) => key),
  actual: green.chart.actual,
  projection: green.chart.projection,
  cut: green.chart.cut,
});

const monday = toldOf(contentOf(ISSUED));

test('on Monday the week that ended on Friday is the last one told, the next one is expected', () => {
  expect(monday.head.value).toBe('S47');
  expect(monday.head.projection.join(' ')).toMatch(/S48$/);
  expect(monday.anticipation).toContain('en S48');
  expect(monday.message).toContain('S48');
  expect([monday.weeks[monday.cut - 1], monday.weeks[monday.cut]]).toEqual(['2026-S47', '2026-S48']);
});

test.each([
  ['Saturday', ISSUED - 2],
  ['Sunday', ISSUED - 1],
  ['Sunday evening', ISSUED - 0.1],
])('on %s the page says the same as on Monday', (_, issued) => {
  expect(toldOf(contentOf(issued))).toEqual(monday);
});

test('on Friday the week is under way, and nothing is told of it as a fact', () => {
  const friday = toldOf(contentOf(ISSUED - 3, ISSUED - 2));
  expect(friday.head.value).toBe('S46');
  expect(friday.anticipation).toContain('en S47');
  expect(friday.message).toContain('S47');
  expect([friday.weeks[friday.cut - 1], friday.weeks[friday.cut]]).toEqual(['2026-S46', '2026-S47']);
});

test('on Saturday without the figures of Friday the week is projected, but nothing is expected of it any more', () => {
  const late = toldOf(contentOf(ISSUED - 2, ISSUED - 3));
  expect(late.head.value).toBe('S46');
  expect(late.head.projection.join(' ')).toMatch(/S47$/);
  expect(late.anticipation).toContain('en S48');
  expect(late.message).not.toContain('attendus');
});
