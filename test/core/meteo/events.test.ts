import { detect } from '../../../src/core/detect/detect';
import { composeMeteo, type ComposedMeteo } from '../../../src/core/meteo/compose';
import type { MeteoInput } from '../../../src/core/meteo/input';
import { meteoSources } from '../../../src/core/meteo/sources';
import { serialOf, weekdayOf } from '../../../src/core/period/serial';
import { sheetOf, valueOf, workbookOf } from '../grid';
import { ISSUED } from './syntheticInput';

type Row = (number | string)[];

const HEADERS: Row = ['Call Id', 'Agent', 'Date', 'Time', 'Topic', 'Answered (Y/N)', 'Resolved', 'Speed of answer in seconds'];
const FIRST = serialOf({ year: 2026, month: 3, day: 2 });

/** Calls of a day, in turn: a quarter of the days have none. */
const CALLS = [2, 0, 1, 3, 2, 1, 0, 3] as const;

/** A log of calls from Monday to Friday, up to a day. */
const calls = (until: number, callsOf = (day: number): number => CALLS[(day - FIRST) % CALLS.length] ?? 0): Row[] =>
  Array.from({ length: until - FIRST }, (_, index) => FIRST + index)
    .filter((day) => weekdayOf(day) <= 5)
    .flatMap((day) =>
      Array.from({ length: callsOf(day) }, (_, call): Row => {
        const id = `ID${String(day)}${String(call)}`;
        return [id, call % 2 ? 'Diane' : 'Joe', day, 0.4 + call / 20, 'Payment', call === 2 ? 'N' : 'Y', 'Y', 40 + call];
      }),
    );

const inputOf = (rows: Row[], issued = ISSUED): MeteoInput => {
  const sheet = sheetOf('Calls', [HEADERS, ...rows], { formats: { 2: 'dd/mm/yyyy', 3: 'hh:mm' } });
  const workbook = workbookOf(sheet);
  const [table] = detect(workbook).tables;
  if (!table) throw new Error('no table');
  expect(table.kind).toBe('events');
  return valueOf(meteoSources(workbook, table, { language: 'en', issued, minutes: null })).input;
};
const composed = (rows: Row[], issued?: number): ComposedMeteo => valueOf(composeMeteo(inputOf(rows, issued)));

test('a log in which most days have an event is still a log: a day without one is a day of none', () => {
  const { content } = composed(calls(ISSUED));
  expect(content.footer.source).toContain('10 days of 10');
  expect(content.blue.weather).not.toBe('fog');
  expect(content.yellow.highlights.items.filter(({ text }) => text.includes('without data'))).toEqual([]);
  expect(content.green.chart.actual.slice(0, content.green.chart.cut).every((value) => value !== null)).toBe(true);
});

test('a week without any event counts 0, and its rates say nothing', () => {
  const silent = { start: ISSUED - 21, end: ISSUED - 14 };
  const input = inputOf(calls(ISSUED).filter(([, , day]) => Number(day) < silent.start || Number(day) >= silent.end));
  const valuesOf = (id: string) => input.kpis.find(({ kpi }) => kpi.id === id)?.valueOf(silent);
  expect(valuesOf('in_offered')).toBe(0);
  expect(valuesOf('in_qs')).toBeNull();
  expect(input.kpis.find(({ kpi }) => kpi.id === 'in_offered')?.valueOf({ start: FIRST - 7, end: FIRST })).toBeNull();
  const page = valueOf(composeMeteo(input)).content;
  expect(page.green.rows.find(({ id }) => id === 'in_offered')?.change.text).not.toBe('–');
});

test('week-ends without any event are closed, as the log shows', () => {
  expect(inputOf(calls(ISSUED)).coverage.openWeekdays).toEqual([1, 2, 3, 4, 5]);
});

test.each([
  ['a last day of silence, as there often is, is a day of none; a second one is missing', ISSUED - 3, '9 days of 10', false],
  ['a log that ends a week early lacks days', ISSUED - 9, '6 days of 10', true],
])('%s', (_, until, days, fog) => {
  const { content } = composed(calls(until));
  expect(content.footer.source).toContain(days);
  expect(content.blue.weather === 'fog').toBe(fog);
});
