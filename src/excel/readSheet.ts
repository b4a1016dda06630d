import type { TableSnapshot } from '../core/sheet/snapshot';
import type { Steps } from '../core/steps';
import type { Outline, SheetOutline } from './readOutline';
import { wholeArea } from './readPlan';

/** What is read of a sheet besides its cells. */
export type SheetDetail = {
  /** Number formats and printed texts of the first rows; null for an empty sheet. */
  formats: Excel.Range | null;
  charts: Excel.ChartCollection;
  shapes: Excel.ShapeCollection;
};

/** Asks for a sheet's first number formats, and for the names of its charts and shapes. */
export const sheetDetail = (sheet: Excel.Worksheet, { used }: SheetOutline, formatRows: number): SheetDetail => {
  const area = used && wholeArea(used);
  return {
    formats: area
      ? sheet.getRangeByIndexes(area.row, area.column, Math.min(area.rows, formatRows), area.columns).load('numberFormat,text')
      : null,
    charts: sheet.charts.load('items/name'),
    shapes: sheet.shapes.load('items/name'),
  };
};

/** `'Suivi d''été'!A1:C9` belongs to `Suivi d'été`. */
const sheetOf = (address: string): string => {
  const name = address.slice(0, address.lastIndexOf('!'));
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
};

/** Asks for the tables' places and headers; what comes back gives, after the sync, the tables of a sheet. */
export function* sheetTables(context: Excel.RequestContext, outline: Outline): Steps<(sheet: string) => TableSnapshot[]> {
  const asked: (Outline['tables'][number] & { range: Excel.Range; columns: Excel.TableColumnCollection })[] = [];
  for (const table of outline.tables) {
    const item = context.workbook.tables.getItem(table.name);
    asked.push({
      ...table,
      range: item.getRange().load('address,rowIndex,columnIndex,rowCount,columnCount'),
      columns: item.columns.load('items/name'),
    });
    yield undefined;
  }
  return (sheet) =>
    asked
      .filter(({ range }) => sheetOf(range.address) === sheet)
      .map(({ name, hasHeaders, hasTotals, range, columns }) => ({
        name,
        hasHeaders,
        hasTotals,
        area: { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount },
        columns: columns.items.map((column) => column.name),
      }));
}
