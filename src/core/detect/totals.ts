import { problem, type Problem } from '../problem';
import { valueAt, type CellValue } from '../sheet/snapshot';
import type { Steps } from '../steps';
import { placeIn, ROWS_PER_STEP, type Block } from './block';
import type { DetectedColumn } from './detected';
import { plainText } from './words';

const TOTAL =
  /^(grand )?(total|totaux|tot|somme|sum|moyenne|moy|average|avg|mean|cumul|sous total|subtotal|ensemble|annual|annuel|year total)\b|\b(total|totaux)$/;
/** The same where nothing but the label tells: `Total AR` is a figure by that name. */
const TOTAL_ALONE =
  /^(grand |sous |sub )?(total|totaux|subtotal)( general| generale| global)?$|^(moyenne|average|mean|somme|sum|ensemble|annual|annuel)$/;
/** Sums typed or rounded elsewhere may differ by this share. */
const ROUNDED = 1e-6;
/** Rows looked at from the first on: a total further down than that stands in no report that people keep by hand. */
const ROWS = 5000;

/** True for the label of a row that sums others up: `Total`, `TOTAL GÉNÉRAL`, `Moyenne`. */
export const isTotalLabel = (value: CellValue): boolean => typeof value === 'string' && TOTAL.test(plainText(value));

/** True for a label that says nothing else: `Total`, `Moyenne`. */
export const isTotalAlone = (value: CellValue): boolean => typeof value === 'string' && TOTAL_ALONE.test(plainText(value));

/** Row of a block with a readable date; null where the block has no date column. */
type Dated = ((row: number) => boolean) | null;

const columnsOf = (block: Block): number[] => block.headers.map((_, index) => block.firstColumn + index);

/**
 * Last row of a block that is data: totals, rows prepared in advance (formulas that show nothing, a date alone) and
 * footnotes are cut off. `hasDate` says whether a row has a readable date; null where the block has no date column.
 */
export const trimEnd = (
  block: Block,
  hasDate: Dated,
  figures: readonly number[],
): { lastRow: number; problems: readonly Problem[] } => {
  const problems: Problem[] = [];
  const columns = columnsOf(block);
  const says = hasDate === null ? isTotalAlone : isTotalLabel;
  const labelled = (row: number): number | undefined => columns.find((column) => says(valueAt(block.sheet, row, column)));
  const held = (row: number): number => columns.filter((column) => valueAt(block.sheet, row, column) !== '').length;
  const noFigures = (row: number): boolean =>
    figures.length > 0 && figures.every((column) => typeof valueAt(block.sheet, row, column) !== 'number');
  let prepared = 0;
  let firstPrepared = 0;
  let lastRow = block.lastRow;
  for (; lastRow > block.firstRow; lastRow--) {
    const cells = held(lastRow);
    if (cells === 0) continue;
    const dated = hasDate === null || hasDate(lastRow);
    const label = labelled(lastRow);
    if (label !== undefined && (!dated || hasDate === null)) {
      problems.push(problem('totals-row', {}, placeIn(block, lastRow, label)));
      continue;
    }
    // A note below the rows: one text, and no figure.
    if (!dated || (hasDate === null && columns.length > 2 && cells === 1 && noFigures(lastRow))) continue;
    if (hasDate !== null && noFigures(lastRow)) {
      prepared++;
      firstPrepared = lastRow;
      continue;
    }
    break;
  }
  if (prepared > 0)
    problems.push(
      problem('rows-without-figures', { count: prepared }, placeIn(block, firstPrepared, block.firstColumn, prepared)),
    );
  return { lastRow, problems };
};

const isSummed = (column: DetectedColumn): boolean =>
  ['count', 'amount', 'duration', 'number'].includes(column.type) && !column.cumulative && !column.average && !column.score;

const near = (one: number, other: number): boolean => Math.abs(one - other) <= ROUNDED * Math.max(1, Math.abs(other));

type SumRow = { row: number; dated: boolean };

/**
 * Rows that add up those above them, whatever their label says: every summed column holds the sum of the rows since the
 * last such row, or of all rows above. A row with a date needs three columns that agree, for chance can make two.
 */
export function* sumRows(block: Block, columns: readonly DetectedColumn[], hasDate: Dated): Steps<SumRow[]> {
  const summed = columns.filter(isSummed).slice(0, 8);
  if (summed.length === 0) return [];
  const found: SumRow[] = [];
  const all = summed.map(() => 0);
  let since = summed.map(() => 0);
  let above = 0;
  let sinceRows = 0;
  const last = Math.min(block.lastRow, block.firstRow + ROWS);
  for (let row = block.firstRow; row <= last; row++) {
    if (row % ROWS_PER_STEP === 0) yield undefined;
    const values = summed.map(({ column }) => valueAt(block.sheet, row, column));
    const numbers = values.map((value) => (typeof value === 'number' ? value : null));
    if (numbers.every((value) => value === null)) continue;
    const agrees = (sums: readonly number[], rows: number): boolean => {
      const compared = numbers.flatMap((value, index) =>
        value === null || value === 0 ? [] : [{ value, sum: sums[index] ?? 0 }],
      );
      const enough = hasDate?.(row) ? 3 : Math.min(2, summed.length);
      return (
        rows >= (summed.length === 1 || hasDate?.(row) ? 3 : 2) &&
        compared.length >= enough &&
        compared.every(({ value, sum }) => near(value, sum)) &&
        numbers.every((value, index) => value !== null || sums[index] === 0)
      );
    };
    if (agrees(since, sinceRows) || (found.length > 0 && agrees(all, above))) {
      found.push({ row, dated: hasDate?.(row) ?? false });
      since = summed.map(() => 0);
      sinceRows = 0;
      continue;
    }
    numbers.forEach((value, index) => {
      all[index] = (all[index] ?? 0) + (value ?? 0);
      since[index] = (since[index] ?? 0) + (value ?? 0);
    });
    above++;
    sinceRows++;
  }
  return found;
}
