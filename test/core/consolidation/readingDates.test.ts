import { dateReading } from '../../../src/core/consolidation/reading-dates';
import { readDate } from '../../../src/core/detect/dates';
import type { DateAnswer, DateWriting, DetectedTable } from '../../../src/core/detect/detected';
import { swapDayAndMonth } from '../../../src/core/period/swap';
import type { CellValue } from '../../../src/core/sheet/snapshot';
import { openEmbedded, type Embedded } from '../../excel/embedded';
import { sheetOf } from '../grid';

let book: Embedded;
let sheets = 0;
beforeAll(async () => {
  book = await openEmbedded();
});
afterAll(() => book.close());

const tableOf = (rows: number, dateWriting: DateWriting, dateAnswer?: DateAnswer): DetectedTable => ({
  sheet: 'Suivi',
  visibility: 'visible',
  kind: 'daily',
  headerRow: 0,
  firstRow: 1,
  lastRow: rows,
  firstColumn: 0,
  lastColumn: 0,
  dateColumn: 0,
  dateWriting,
  ...(dateAnswer && { dateAnswer }),
  columns: [],
  confidence: 1,
  reason: 'one-row-a-date',
});

/** What the formula of a date column shows for each of its cells, in the host. */
const shown = async (cells: readonly CellValue[], writing: DateWriting, answer?: DateAnswer): Promise<CellValue[] | null> => {
  const grid = [['Date'], ...cells.map((cell) => [cell])];
  const formula = dateReading(sheetOf('Suivi', grid), tableOf(cells.length, writing, answer), false);
  if (!formula) return null;
  const name = `Suivi ${String(++sheets)}`;
  const written = await book.port.write({
    sheets: [
      {
        name,
        owner: 'own',
        blocks: [
          {
            row: 1,
            column: 0,
            cells: cells.map((cell, index) => [
              typeof cell === 'number' ? { number: cell } : { text: String(cell) },
              { formula: formula(`$A${String(index + 2)}`) },
            ]),
          },
        ],
      },
    ],
    names: [],
  });
  expect(written).toMatchObject({ ok: true });
  const read = await book.port.read({ sheets: [name] });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value.sheets[0]?.values.map((line) => line.at(-1) ?? '') ?? [];
};

test.each<[string, DateWriting, readonly CellValue[]]>([
  ['ISO dates, hours and all', 'iso', ['2026-01-05', '2026-02-28T14:30:00', '2026-12-31 08:05']],
  ['ISO dates without leading zeros', 'iso', ['2026-1-5', '2026-11-30', '2026-10-1']],
  ['ISO dates without leading zeros, with hours', 'iso', ['2026-1-5T08:30', '2026-11-30T08:30:00Z', '2026-10-1, 14:30']],
  ['dates between spaces that do not break', 'dmy', ['\u00a005/01/2026\u00a0', '28/02/2026', '31/12/2026\u202f']],
  ['dates with a line break', 'dmy', ['05/01/2026\n', '28/02/2026\n08:30']],
  ['French dates', 'dmy', ['05/01/2026', '28/02/2026 14h30', '31/12/2026']],
  ['dates with points, two spaces and a colon at the end', 'dmy', ['02.01.2018  10:58:', '31.12.2018  00:10:']],
  ['dates whose separators differ', 'dmy', ['5/1/2026', '28-2-2026', '31.12.2026']],
  ['years of two digits', 'dmy', ['5/1/26', '28/2/99', '31/12/29']],
  ['American dates', 'mdy', ['1/5/2026', '12/31/2026 11:59 PM']],
  ['real dates among the texts', 'dmy', ['13/01/2026', 46_030, '28/01/2026']],
  ['ISO weeks, the year first or last', 'iso-week', ['2026-S05', '2026 W53', 'S1 2026', 'S05/2026']],
  ['weeks in words', 'iso-week', ['Semaine 5 2026', 'Sem. 05/2026', 'S 7 2026', 'Week 12 - 2026', 'semaine 1 2026']],
  ['codes as text', 'compact', ['20260105', '20261231']],
  ['codes as numbers', 'compact', [20_260_105, 20_261_231]],
  ['months by number', 'year-month', ['2013-01', '2026/1', '01/2026', '1-2026']],
  ['quarters', 'quarter', ['2016Q1', 'T4 2016', 'Q3-2024', '2024-T2']],
  ['years', 'year', [2016, 2017]],
  ['years behind a word', 'year', ['FY2016', 'Exercice 2017', 'Année 2018']],
  ['English months in short', 'month-name', ['Apr-15', 'May-15', 'Jun-15', 'Jul-15', 'Aug-15', 'Dec-15', 'Mar-16']],
  ['French months with accents', 'month-name', ['janvier 2026', 'février 2026', 'août 2026', 'décembre 2026', 'juillet 2026']],
  ['French months in short', 'month-name', ['janv. 26', 'févr. 26', 'juin 26', 'juil. 26', 'sept. 26']],
  ['a day before the month', 'month-name', ['5 janvier 2026', '12 mars 2026', '1er mai 2026']],
  ['a weekday, a day, a month', 'month-name', ['lundi 5 janvier 2026', 'mardi 14 avril 2026', 'mercredi 4 mars 2026']],
  ['a day after the month', 'month-name', ['January 5, 2026', 'March 14, 2026']],
])('%s are read as detection reads them', async (_, writing, cells) => {
  const expected = cells.map((cell) => Math.floor(readDate(cell, writing, false) ?? 0));
  expect(expected).not.toContain(0);
  expect(await shown(cells, writing)).toEqual(expected);
});

test('what is no date shows 0', async () => {
  expect(await shown(['05/01/2026', 'à venir', '06/01/2026'], 'dmy')).toEqual([46_027, 0, 46_028]);
});

test.each<[string, DateWriting, readonly CellValue[]]>([
  ['March and Tuesday in short in one text', 'month-name', ['mar. 3 mars 2026', 'mar. 14 avril 2026']],
  ['a month with and without its day', 'month-name', ['janvier 2026', '5 février 2026']],
  ['a weekday before some dates', 'dmy', ['lun. 05/01/2026', '06/01/2026']],
  ['years of two and of four digits', 'dmy', ['05/01/2026', '06/01/26']],
])('%s: no formula rather than a wrong one', async (_, writing, cells) => {
  expect(await shown(cells, writing)).toBeNull();
});

test('real dates stay as they are until the user says that day and month were exchanged', async () => {
  const dates = [46_115, 46_146, 46_152]; // 03/04, 04/05 and 10/05/2026
  expect(await shown(dates, 'real')).toBeNull();
  expect(await shown(dates, 'real', 'swapped')).toEqual(dates.map(swapDayAndMonth));
});

test.each([
  ['the 3rd of April and the 4th of March', 46_115, 46_085],
  ['a day after the 12th stays', 46_042, 46_042],
  ['hours stay', 46_115.5, 46_085.5],
])('day and month exchanged: %s', (_, serial, expected) => {
  expect(swapDayAndMonth(serial)).toBe(expected);
});
