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

/**
 * Pieces grouped into round trips, in order. `cellsOf` says how many cells of a sheet fill a trip; it is asked when a trip is
 * made, so that what the trips before have brought counts. `trips([...], () => 200_000)`
 */
export function* trips(pieces: readonly Piece[], cellsOf: (sheet: string) => number): Generator<Piece[], void, undefined> {
  let group: Piece[] = [];
  /** Part of the trip that is free, from 0 to 1. */
  let room = 1;
  for (const { sheet, area } of pieces)
    for (let row = 0; row < area.rows;) {
      const [band = area] = bands({ ...area, row: area.row + row, rows: area.rows - row }, cellsOf(sheet));
      const size = (band.rows * band.columns) / cellsOf(sheet);
      if (group.length > 0 && size > room) {
        yield group;
        [group, room] = [[], 1];
        continue;
      }
      group.push({ sheet, area: band });
      room -= size;
      row += band.rows;
    }
  if (group.length > 0) yield group;
}
