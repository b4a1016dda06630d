import type { SourceRows } from '../consolidation/rows';
import type { SourcePlan } from '../consolidation/source';
import { READING_TABLE } from '../consolidation/source-sheets';
import { toHostSerial } from '../period/serial';
import { columnIndex } from '../sheet/address';
import { findTable, valueAt, type CellValue, type WorkbookSnapshot } from '../sheet/snapshot';

/** What a conversion has to show for a row of the source, and the name that its column goes by. */
type Conversion = { name: string; shows: (row: number) => CellValue };

const conversions = (plan: SourcePlan, rows: SourceRows): Conversion[] =>
  plan.reading.flatMap(({ column, kind }): Conversion[] => {
    switch (kind) {
      case 'date':
        return [{ name: plan.date, shows: (row) => hostDay(rows, row) }];
      case 'figure':
        return [{ name: plan.figure(column).value, shows: (row) => rows.number(row, column) ?? 0 }];
      case 'rank':
        return [];
      default:
        return [{ name: plan.column(column), shows: (row) => rows.number(row, column) ?? '' }];
    }
  });

const hostDay = (rows: SourceRows, row: number): number => {
  const moment = rows.moment(row);
  return moment === null ? 0 : toHostSerial(moment, rows.date1904);
};

/**
 * Does the reading sheet that the workbook has show, for every row of the source, what the rows say? It does not when rows
 * were added beyond its end, or dates in another writing than those that its formulas were made for.
 */
export const isReadAlready = (workbook: WorkbookSnapshot, plan: SourcePlan, rows: SourceRows): boolean => {
  const reading = findTable(workbook, READING_TABLE);
  if (!reading || rows.count > reading.table.area.rows - 1) return false;
  const { sheet, table } = reading;
  return conversions(plan, rows).every(({ name, shows }) => {
    const formula = workbook.names.find((known) => known.name.toLowerCase() === name.toLowerCase())?.formula ?? '';
    const letters = /!\$([A-Z]+)\$\d+:/.exec(formula)?.[1];
    if (letters === undefined) return false;
    const column = columnIndex(letters);
    return rows.dates.every((_, row) => valueAt(sheet, table.area.row + 1 + row, column) === shows(row));
  });
};
