import type { Area } from '../core/sheet/address';
import type { BlockDraft, SheetDraft } from '../core/sheet/draft';
import type { CellValue } from '../core/sheet/snapshot';
import type { AddedSheet } from '../core/sheet/undo';
import type { Steps } from '../core/steps';
import { rangeOf } from './range';
import { inSteps, textBytes } from './writeCells';

/** Cells that a block of a draft lies over. */
export const blockArea = ({ row, column, cells }: BlockDraft): Area => ({
  row,
  column,
  rows: cells.length,
  columns: Math.max(0, ...cells.map((line) => line.length)),
});

/** What the cells of a sheet weigh when they are read back; on a sheet that is added, a fill is known by its first cell. */
export function* cellBytes({ blocks = [], fills = [] }: SheetDraft, isNew: boolean): Steps<number> {
  const filled = ({ rows, columns }: Area): number => (isNew ? 1 : rows * columns);
  let bytes = fills.reduce((sum, { area, formulaR1C1 }) => sum + filled(area) * textBytes(formulaR1C1), 0);
  for (const { cells } of blocks)
    yield* inSteps(cells, (line) => {
      for (const cell of line) {
        if (cell === null) bytes += 3;
        else bytes += 'text' in cell ? textBytes(cell.text) : 'formula' in cell ? textBytes(cell.formula) : 12;
      }
    });
  return bytes;
}

/** A sheet that a write adds, as Excel is asked what has become of it. */
export type AskedSheet = {
  sheet: Excel.Worksheet;
  used: Excel.Range;
  blocks: readonly { area: Area; range: Excel.Range }[];
  /** The first cell of each fill: in R1C1 it says what all of them do. */
  fills: readonly { area: Area; first: Excel.Range }[];
  charts: Excel.ChartCollection;
  shapes: Excel.ShapeCollection;
};

/** Asks what is on a sheet that has just been added. */
export function* askAdded(sheet: Excel.Worksheet, { blocks = [], fills = [] }: SheetDraft): Steps<AskedSheet> {
  const askedBlocks: AskedSheet['blocks'][number][] = [];
  for (const area of blocks.map(blockArea)) {
    if (area.rows > 0 && area.columns > 0) askedBlocks.push({ area, range: rangeOf(sheet, area).load('formulasR1C1') });
    yield undefined;
  }
  const askedFills: AskedSheet['fills'][number][] = [];
  for (const { area } of fills) {
    askedFills.push({ area, first: rangeOf(sheet, { ...area, rows: 1, columns: 1 }).load('formulasR1C1') });
    yield undefined;
  }
  return {
    sheet: sheet.load('id,name'),
    used: sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount'),
    blocks: askedBlocks,
    fills: askedFills,
    charts: sheet.charts.load('items/name'),
    shapes: sheet.shapes.load('items/name'),
  };
}

/** What is on an added sheet, once Excel has answered. */
export function* addedSheet({ sheet, used, blocks, fills, charts, shapes }: AskedSheet): Steps<AddedSheet> {
  const area = used.isNullObject
    ? null
    : { row: used.rowIndex, column: used.columnIndex, rows: used.rowCount, columns: used.columnCount };
  const formulas = Array.from({ length: area?.rows ?? 0 }, () => new Array<CellValue>(area?.columns ?? 0).fill(''));
  yield undefined;
  const put = (row: number, column: number, value: CellValue): void => {
    const line = area && formulas[row - area.row];
    if (line && column >= area.column && column < area.column + area.columns) line[column - area.column] = value;
  };
  for (const { area: place, range } of blocks)
    yield* inSteps(range.formulasR1C1 as CellValue[][], (line, row) => {
      for (const [column, value] of line.entries()) put(place.row + row, place.column + column, value);
    });
  for (const { area: place, first } of fills) {
    const [[formula = ''] = []] = first.formulasR1C1 as CellValue[][];
    for (let row = 0; row < place.rows; row++)
      for (let column = 0; column < place.columns; column++) put(place.row + row, place.column + column, formula);
    yield undefined;
  }
  const drawings = [...charts.items, ...shapes.items].map(({ name }) => name).sort();
  return { id: sheet.id, name: sheet.name, used: area, formulas, drawings };
}
