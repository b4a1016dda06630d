import { problem, type Problem } from '../problem';
import { valueAt } from '../sheet/snapshot';
import type { Steps } from '../steps';
import { placeIn, ROWS_PER_STEP, type Block } from './block';
import type { DetectedColumn } from './detected';
import { repeatedHeaders } from './headers';

/** Columns that have to be filled for two equal rows to be one row twice, where nothing identifies a row. */
const LEAST_COLUMNS = 4;

/** Rows that hold the same as another one in every column: pasted twice, and counted twice. */
export function* repeatedRows(block: Block, columns: readonly DetectedColumn[]): Steps<Problem[]> {
  const identified = columns.some(({ type }) => type === 'identifier');
  const varied = columns.filter(({ type }) => type !== 'empty' && type !== 'category').length;
  if (varied < (identified ? 2 : LEAST_COLUMNS)) return [];
  const seen = new Set<string>();
  let count = 0;
  let first = 0;
  for (let row = block.firstRow; row <= block.lastRow; row++) {
    if (row % ROWS_PER_STEP === 0) yield undefined;
    const values = columns.map(({ column }) => valueAt(block.sheet, row, column));
    if (values.filter((value) => value !== '').length < Math.min(columns.length, LEAST_COLUMNS)) continue;
    const key = JSON.stringify(values);
    if (!seen.has(key)) seen.add(key);
    else if (count++ === 0) first = row;
  }
  return count === 0 ? [] : [problem('rows-repeated', { count }, placeIn(block, first, block.firstColumn))];
}

/** Columns with values under no header, and headers that stand over several columns. `own`: the headers as they are typed. */
export const headerProblems = (block: Block, columns: readonly DetectedColumn[], own: readonly string[]): Problem[] => {
  if (block.across) return [];
  const nameless = columns.filter(({ header, type }) => header === '' && type !== 'empty');
  const [first] = nameless;
  return [
    ...(first ? [problem('header-missing', { count: nameless.length }, placeIn(block, block.headerRow, first.column))] : []),
    ...repeatedHeaders(own).map(({ header, count }) => {
      const at = own.lastIndexOf(header);
      return problem('headers-repeated', { header, count }, placeIn(block, block.headerRow, block.firstColumn + Math.max(0, at)));
    }),
  ];
};

/** Running totals: their last value counts, their sum means nothing. One remark for all of a table's. */
export const cumulativeProblem = (block: Block, columns: readonly DetectedColumn[]): Problem[] => {
  const running = columns.filter(({ cumulative }) => cumulative === true);
  const [first] = running;
  return first
    ? [
        problem(
          'cumulative-columns',
          { column: first.header, count: running.length },
          placeIn(block, block.headerRow, first.column),
        ),
      ]
    : [];
};
