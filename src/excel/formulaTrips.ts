import type { CellValue, Grid } from '../core/sheet/snapshot';
import { bands, type Piece } from './readPlan';

/**
 * Bytes of a trip that brings formulas too: half of what one of values brings. office.js takes an answer apart in one go, and
 * what it brings twice, value and formula, it takes apart twice.
 */
const BYTES_PER_TRIP = 2_000_000;

/** A cell's value and formula at least: numbers that were typed come twice. */
const LIGHTEST = 40;

/** A cell of a sheet that nothing is known of yet: if all are those of a consolidation, of 250 letters, a trip has 3 MB. */
const UNKNOWN = 160;

/** Quotes and comma around a text. */
const PUNCTUATION = 3;

/** Cells that tell what a sheet's formulas weigh, in so many rows at least: headers may take a dozen. */
const FIRST_CELLS = 2_000;
const FIRST_ROWS = 16;

/**
 * The first rows of every piece, which tell what the others weigh, and then the others. Small sheets are in the first alone.
 *
 * @example
 * firstRowsFirst([{ sheet: 'Jour', area: A1:Z763 }]) // A1:Z76, A77:Z763
 */
export const firstRowsFirst = (pieces: readonly Piece[]): Piece[] => {
  const cut = pieces.map(({ sheet, area }) => {
    const [first = area] = bands(area, Math.max(FIRST_CELLS, FIRST_ROWS * area.columns));
    return { sheet, first, others: { ...area, row: area.row + first.rows, rows: area.rows - first.rows } };
  });
  return [
    ...cut.map(({ sheet, first }) => ({ sheet, area: first })),
    ...cut.filter(({ others }) => others.rows > 0).map(({ sheet, others }) => ({ sheet, area: others })),
  ];
};

/** Share of a part's rows that are no heavier than what the part is taken for: headers are lighter, a long note is heavier. */
const USUAL = 0.9;

const bytesOf = (cell: CellValue): number => (typeof cell === 'string' ? cell.length + PUNCTUATION : 0);

/** Mean bytes of a row's cells, values and formulas. */
const weightOf = (line: readonly CellValue[]): number =>
  Math.max(LIGHTEST, LIGHTEST / 2 + line.reduce<number>((sum, cell) => sum + bytesOf(cell), 0) / line.length);

/**
 * How many cells of each sheet fill a trip, told by what was read of it last: a formula has 5 letters or 500, and Excel on the
 * web refuses an answer above 5 MB.
 */
export class FormulaWeights {
  private readonly weights = new Map<string, number>();

  /** Takes note of the formulas of a part of a sheet; where there are none, they are the values. */
  learn(sheet: string, formulas: Grid<CellValue>): void {
    const rows = formulas.map(weightOf).sort((one, other) => one - other);
    this.weights.set(sheet, rows[Math.floor(rows.length * USUAL)] ?? LIGHTEST);
  }

  /** Cells of a sheet in one trip; in a `part` of it, from 0 to 1, where Excel has refused whole ones. */
  cellsPerTrip(sheet: string, part = 1): number {
    return Math.max(1, Math.floor((BYTES_PER_TRIP * part) / (this.weights.get(sheet) ?? UNKNOWN)));
  }
}
