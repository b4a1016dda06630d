import { done, problem, refused, type Result } from '../problem';
import { swapDayAndMonth } from '../period/swap';
import { civilOf } from '../period/serial';
import { valueAt, type WorkbookSnapshot } from '../sheet/snapshot';
import { readDate } from './dates';
import type { DateAnswer, DateWriting, DetectedTable } from './detected';
import { sheetOfTable, tableCell } from './places';

const OTHER_ORDER: Partial<Record<DateWriting, DateWriting>> = { dmy: 'mdy', mdy: 'dmy' };

/**
 * A table with its dates read as the user says. Real dates were exchanged, or not, when they were typed or imported; where
 * all dates are texts, the other way round means the other order of day and month. Refused where a date shows that nothing
 * was exchanged: its day is after the 12th.
 */
export const answered = (workbook: WorkbookSnapshot, table: DetectedTable, dateAnswer: DateAnswer): Result<DetectedTable> => {
  const { dateColumn, dateWriting } = table;
  const sheet = sheetOfTable(workbook, table);
  if (!sheet || dateColumn === null || dateWriting === null || dateAnswer === 'as-is') return done({ ...table, dateAnswer });
  const { date1904 } = workbook;
  const cells = Array.from({ length: table.lastRow - table.firstRow + 1 }, (_, index) => {
    const row = table.firstRow + index;
    const value = valueAt(sheet, row, dateColumn);
    return { row, value, date: readDate(value, dateWriting, date1904, table.year) };
  }).filter(({ date }) => date !== null);
  const numbers = cells.filter(({ value }) => typeof value === 'number');
  const other = numbers.length === 0 ? OTHER_ORDER[dateWriting] : undefined;
  const stays = (value: (typeof cells)[number]): boolean =>
    other ? readDate(value.value, other, date1904, table.year) === null : civilOf(value.date ?? 0).day > 12;
  const fixed = (other ? cells : numbers).find(stays);
  if (fixed)
    return refused(
      problem(
        'dates-not-exchanged',
        { read: Math.floor(fixed.date ?? 0) },
        { sheet: table.sheet, cell: tableCell(table, fixed.row, dateColumn) },
      ),
    );
  if (other) return done({ ...table, dateWriting: other, dateAnswer: 'as-is' });
  const moves = numbers.some(({ date }) => swapDayAndMonth(date ?? 0) !== date);
  return done({ ...table, dateAnswer: moves ? 'swapped' : 'as-is' });
};
