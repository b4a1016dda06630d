import { valueAt, type WorkbookSnapshot } from '../sheet/snapshot';
import type { DateAnswer, DetectedTable } from './detected';
import { sheetOfTable } from './places';

/**
 * A table with its dates read as the user says. Real dates were exchanged, or not, when they were typed or imported; where
 * all dates are texts, the other way round means the other order of day and month.
 */
export const answered = (workbook: WorkbookSnapshot, table: DetectedTable, dateAnswer: DateAnswer): DetectedTable => {
  const { dateColumn, dateWriting } = table;
  const sheet = sheetOfTable(workbook, table);
  if (!sheet || dateColumn === null) return table;
  const rows = Array.from({ length: table.lastRow - table.firstRow + 1 }, (_, row) => table.firstRow + row);
  const inText = !rows.some((row) => typeof valueAt(sheet, row, dateColumn) === 'number');
  if (dateAnswer === 'swapped' && inText && (dateWriting === 'dmy' || dateWriting === 'mdy'))
    return { ...table, dateWriting: dateWriting === 'dmy' ? 'mdy' : 'dmy', dateAnswer: 'as-is' };
  return { ...table, dateAnswer };
};
