import type { Area } from '../core/sheet/address';

/** Cells asked for in one round trip: about 4 MB at 20 bytes a cell. Excel on the web refuses answers above 5 MB. */
export const CELLS_PER_TRIP = 200_000;

/** Columns read whole; of those beyond, only the ones that hold something in their first rows. */
const MAX_WHOLE_COLUMNS = 256;

/** First rows in which a column beyond `MAX_WHOLE_COLUMNS` must have a header. */
const HEADER_ROWS = 12;

/** Rows whose number formats are read: enough to tell dates, rates and durations from plain numbers. */
export const FORMAT_ROWS = 40;

/** Part of a sheet that is read at once. */
export type Piece = { sheet: string; area: Area };

/** The columns of a used range that are read whole: a table of 16,384 columns with eight headers costs as much as eight. */
export const wholeArea = (used: Area): Area => ({ ...used, columns: Math.min(used.columns, MAX_WHOLE_COLUMNS) });

/** First rows of the columns beyond; null when there are none. */
export const beyondArea = (used: Area): Area | null =>
  used.columns <= MAX_WHOLE_COLUMNS
    ? null
    : {
        row: used.row,
        column: used.column + MAX_WHOLE_COLUMNS,
        rows: Math.min(used.rows, HEADER_ROWS),
        columns: used.columns - MAX_WHOLE_COLUMNS,
      };

/** Cuts an area into bands of rows of at most `cells` cells, so that `A1:L50000` with 200,000 is read in three. */
export const bands = (area: Area, cells: number): Area[] => {
  const height = Math.max(1, Math.floor(cells / area.columns));
  const cut: Area[] = [];
  for (let row = 0; row < area.rows; row += height)
    cut.push({ ...area, row: area.row + row, rows: Math.min(height, area.rows - row) });
  return cut;
};

/** Pieces grouped into round trips of at most `cells` cells each, in order. */
export const trips = (pieces: readonly Piece[], cells: number): Piece[][] => {
  const groups: Piece[][] = [];
  let room = 0;
  for (const { sheet, area } of pieces)
    for (const band of bands(area, cells)) {
      const size = band.rows * band.columns;
      const group = groups.at(-1);
      if (group && size <= room) {
        group.push({ sheet, area: band });
        room -= size;
      } else {
        groups.push([{ sheet, area: band }]);
        room = cells - size;
      }
    }
  return groups;
};
