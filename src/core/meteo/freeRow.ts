import { valueAt, type SheetSnapshot, type TableSnapshot } from '../sheet/snapshot';

/** First row from `first` on, under what the table holds and what somebody typed against its foot, that nothing stands in. */
export const freeRow = (sheet: SheetSnapshot, { area }: TableSnapshot, first: number, columns: number): number => {
  const isBlank = (row: number): boolean =>
    Array.from({ length: columns }, (_, offset) => valueAt(sheet, row, area.column + offset)).every((value) => value === '');
  let row = area.row + area.rows;
  while (row > first && isBlank(row - 1)) row--;
  while (!isBlank(row)) row++;
  return row;
};
