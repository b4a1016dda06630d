import { problem, type Problem } from '../problem';
import type { SheetSnapshot } from '../sheet/snapshot';
import { valueAt } from '../sheet/snapshot';
import { cellName } from '../sheet/address';
import type { DetectedTable } from './detected';
import { plainText } from './words';

const ROWS = 40;
const ALIKE = 0.9;

/** True when most columns of the smaller table stand in the other one under the same headers with the same values. */
const sameRows = (one: DetectedTable, oneSheet: SheetSnapshot, other: DetectedTable, otherSheet: SheetSnapshot): boolean => {
  if (one.kind === 'across' || other.kind === 'across') return false;
  if (one.lastRow - one.firstRow !== other.lastRow - other.firstRow || one.dateColumn === null || other.dateColumn === null)
    return false;
  const pairs = one.columns.flatMap((column) => {
    const twin = other.columns.find((candidate) => plainText(candidate.header) === plainText(column.header));
    return twin && column.header !== '' ? [{ here: column.column, there: twin.column }] : [];
  });
  if (pairs.length < 2 || pairs.length < 0.7 * Math.min(one.columns.length, other.columns.length)) return false;
  const step = Math.max(1, Math.floor((one.lastRow - one.firstRow + 1) / ROWS));
  let compared = 0;
  let equal = 0;
  for (let offset = 0; one.firstRow + offset <= one.lastRow; offset += step)
    for (const { here, there } of pairs) {
      compared++;
      if (valueAt(oneSheet, one.firstRow + offset, here) === valueAt(otherSheet, other.firstRow + offset, there)) equal++;
    }
  return equal >= ALIKE * compared;
};

const rank = (table: DetectedTable): number => (table.visibility === 'visible' ? 0 : 1);

/** Tables that repeat another one: the visible one is kept as it is, the repetition is raised and put back. */
export const markDuplicates = (
  tables: readonly DetectedTable[],
  sheetOf: (name: string) => SheetSnapshot | undefined,
): { tables: readonly DetectedTable[]; problems: readonly Problem[] } => {
  const problems: Problem[] = [];
  const kept: DetectedTable[] = [];
  const marked = [...tables]
    .sort((a, b) => rank(a) - rank(b))
    .map((table) => {
      const sheet = sheetOf(table.sheet);
      const original = kept.find((candidate) => {
        const other = sheetOf(candidate.sheet);
        return sheet && other && sameRows(table, sheet, candidate, other);
      });
      if (!original) {
        kept.push(table);
        return table;
      }
      problems.push(
        problem(
          'duplicate-table',
          { visible: original.sheet },
          { sheet: table.sheet, cell: cellName(table.headerRow, table.firstColumn) },
        ),
      );
      return { ...table, confidence: table.confidence * 0.3, reason: 'duplicate' as const };
    });
  return { tables: marked, problems };
};
