import { detect } from '../../../src/core/detect/detect';
import { composeMeteo, type ComposedMeteo } from '../../../src/core/meteo/compose';
import { meteoSources } from '../../../src/core/meteo/sources';
import type { Result } from '../../../src/core/problem';
import { serialOf, weekdayOf } from '../../../src/core/period/serial';
import { sheetOf, valueOf, workbookOf } from '../grid';
import { inboundDays, ISSUED, type Day } from './syntheticInput';

type Row = (number | string)[];

const HEADERS: Row = ['Date', 'Appels reçus', 'Appels décrochés', 'Abandons', 'Prévisions', 'Commentaire'];
const FIRST = serialOf({ year: 2026, month: 6, day: 1 });

const filled = ({ serial, offered, answered, abandoned }: Day): Row => [serial, offered, answered, abandoned, 1000, ''];
/** A day of a calendar prepared in advance, with its forecast. */
const blank = ({ serial }: Day): Row => [serial, '', '', '', 1000, 'à venir'];

const composed = (rows: Row[]): Result<ComposedMeteo> => {
  const workbook = workbookOf(sheetOf('Suivi', [HEADERS, ...rows], { formats: { 0: 'dd/mm/yyyy' } }));
  const [table] = detect(workbook).tables;
  if (!table) throw new Error('no table');
  const { input } = valueOf(meteoSources(workbook, table, { language: 'fr', issued: ISSUED, minutes: null }));
  return composeMeteo(input);
};

const calendar = (until: number): Row[] => inboundDays(FIRST).map((day) => (day.serial < until ? filled(day) : blank(day)));

test.each<[string, number, string]>([
  ['a calendar filled to its end has every day', ISSUED, '12 jours sur 12'],
  ['a calendar filled to the middle of the page has half of its days', ISSUED - 7, '6 jours sur 12'],
  ['a calendar whose page is not filled yet has none', ISSUED - 14, '0 jour sur 12'],
])('%s', (_, until, days) => {
  const made = composed(calendar(until));
  expect(valueOf(made).content.footer.source).toContain(days);
  const foggy = until < ISSUED;
  expect(valueOf(made).content.blue.weather === 'fog').toBe(foggy);
  expect(made.ok && made.problems.some(({ code }) => code === 'fog')).toBe(foggy);
});

test('Sundays that the calendar has and nobody fills are closed', () => {
  const sundays = Array.from({ length: ISSUED - FIRST }, (_, day) => FIRST + day).filter((serial) => weekdayOf(serial) === 7);
  const rows = [...calendar(ISSUED), ...sundays.map((serial): Row => [serial, '', '', '', 0, 'fermé'])];
  rows.sort(([one], [other]) => Number(one) - Number(other));
  expect(valueOf(composed(rows)).content.footer.source).toContain('12 jours sur 12');
});
