import type { Area } from './address';
import type { Grid, SheetSnapshot } from './snapshot';

const turnedArea = ({ row, column, rows, columns }: Area): Area => ({ row: column, column: row, rows: columns, columns: rows });

const turnedGrid = <T>(grid: Grid<T>, width: number, blank: T): Grid<T> =>
  Array.from({ length: width }, (_, column) => grid.map((line) => line[column] ?? blank));

/**
 * A sheet with rows and columns exchanged: what stood in B7 stands in G2. Tables whose dates run across the columns are
 * read this way, so that every rule for dates in a column holds for them too. It has no native tables: theirs run downwards.
 */
export const turned = (sheet: SheetSnapshot): SheetSnapshot => {
  const width = sheet.used?.columns ?? 0;
  const { formulas } = sheet;
  return {
    ...sheet,
    used: sheet.used && turnedArea(sheet.used),
    values: turnedGrid(sheet.values, width, ''),
    numberFormats: turnedGrid(sheet.numberFormats, width, 'General'),
    ...(formulas && { formulas: turnedGrid(formulas, width, '') }),
    tables: [],
  };
};
