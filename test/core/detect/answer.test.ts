import { answered } from '../../../src/core/detect/answer';
import { detect } from '../../../src/core/detect/detect';
import type { DateAnswer, DetectedTable } from '../../../src/core/detect/detected';
import { readRows } from '../../../src/core/consolidation/rows';
import type { CellValue, WorkbookSnapshot } from '../../../src/core/sheet/snapshot';
import { sheetOf, valueOf, workbookOf } from '../grid';

const workbookWith = (dates: readonly CellValue[]): WorkbookSnapshot =>
  workbookOf(
    sheetOf(
      'Suivi',
      [['Date', 'Appels reçus', 'Appels traités'], ...dates.map((date, index) => [date, 100 + index, 90 + index])],
      {
        formats: { 0: 'dd/mm/yyyy' },
      },
    ),
  );

const table = (workbook: WorkbookSnapshot): DetectedTable => {
  const [found] = detect(workbook).tables;
  if (!found) throw new Error('no table');
  return found;
};

const days = (dates: readonly CellValue[], answer: DateAnswer): (number | null)[] => {
  const workbook = workbookWith(dates);
  return [...(readRows(workbook, valueOf(answered(workbook, table(workbook), answer)))?.dates ?? [])];
};

/** 01/02, 01/03 … 01/06/2026: the first days of months, or the 2nd to the 6th of January. */
const FIRSTS = [46_054, 46_082, 46_113, 46_143, 46_174];
const JANUARY = [46_024, 46_025, 46_026, 46_027, 46_028];

test.each<[string, readonly CellValue[], DateAnswer, readonly number[]]>([
  ['real dates as they stand', FIRSTS, 'as-is', FIRSTS],
  ['real dates exchanged', FIRSTS, 'swapped', JANUARY],
  ['texts as they stand', ['02/01/2026', '03/01/2026', '04/01/2026', '05/01/2026', '06/01/2026'], 'as-is', JANUARY],
  ['texts the other way round', ['02/01/2026', '03/01/2026', '04/01/2026', '05/01/2026', '06/01/2026'], 'swapped', FIRSTS],
  [
    'real dates exchanged among texts that say the order',
    ['29/01/2026', '30/01/2026', '31/01/2026', 46_024, 46_083],
    'swapped',
    [46_051, 46_052, 46_053, 46_054, 46_056],
  ],
])('%s', (_, dates, answer, expected) => {
  expect(days(dates, answer)).toEqual(expected);
});

test.each<[string, readonly CellValue[], number]>([
  ['a real date after the 12th', [46_023, 46_024, 46_036], 46_036],
  ['a text that has no month in the other order', ['02/01/2026', '03/01/2026', '14/01/2026'], 46_036],
])('%s was never exchanged: refused, whatever the others', (_, dates, day) => {
  const workbook = workbookWith(dates);
  expect(answered(workbook, table(workbook), 'swapped')).toMatchObject({
    ok: false,
    problem: { code: 'dates-not-exchanged', params: { read: day }, place: { sheet: 'Suivi', cell: 'A4' } },
  });
});
