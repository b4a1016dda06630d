import { cellName } from '../sheet/address';
import { problem, type Problem } from '../problem';
import { valueAt, type CellValue } from '../sheet/snapshot';
import type { Block } from './blocks';
import { plainText } from './words';

const TOTAL = /^(grand )?(total|totaux|somme|sum|moyenne|average|mean|cumul|sous total|subtotal)\b|\b(total|totaux)$/;

/** True for the label of a row that sums others up: `Total`, `TOTAL GÉNÉRAL`, `Moyenne`. */
const isTotalLabel = (value: CellValue): boolean => typeof value === 'string' && TOTAL.test(plainText(value));

/**
 * Last row of a block that is data: totals, rows prepared in advance (formulas that show nothing, a date alone) and
 * footnotes are cut off. `hasDate` says whether a row has a readable date; null where the block has no date column.
 */
export const trimEnd = (
  block: Block,
  hasDate: ((row: number) => boolean) | null,
  figures: readonly number[],
): { lastRow: number; problems: readonly Problem[] } => {
  const problems: Problem[] = [];
  const columns = block.headers.map((_, index) => block.firstColumn + index);
  const labelled = (row: number): number | undefined => columns.find((column) => isTotalLabel(valueAt(block.sheet, row, column)));
  const empty = (row: number): boolean => columns.every((column) => valueAt(block.sheet, row, column) === '');
  const noFigures = (row: number): boolean =>
    figures.length > 0 && figures.every((column) => typeof valueAt(block.sheet, row, column) !== 'number');
  let lastRow = block.lastRow;
  for (; lastRow > block.firstRow; lastRow--) {
    if (empty(lastRow)) continue;
    const dated = hasDate === null || hasDate(lastRow);
    const label = labelled(lastRow);
    if (label !== undefined && (!dated || hasDate === null)) {
      problems.push(problem('totals-row', {}, { sheet: block.sheet.name, cell: cellName(lastRow, label) }));
      continue;
    }
    if (!dated) continue;
    if (hasDate !== null && noFigures(lastRow)) continue;
    break;
  }
  return { lastRow, problems };
};
