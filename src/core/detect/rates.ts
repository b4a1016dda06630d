import { valueAt } from '../sheet/snapshot';
import { mapInSteps, type Steps } from '../steps';
import type { Block } from './block';
import type { DetectedColumn } from './detected';

/** Rows that have to confirm a rate's parts, and columns that are tried as parts. */
const ROWS = 80;
const LEAST_ROWS = 5;
const COLUMNS = 14;
/** A rate may be rounded to a tenth of a percent, a mean to three figures. */
const RATE_TOLERANCE = 0.0006;
const MEAN_TOLERANCE = 0.002;
const AGREED = 0.97;

type Line = readonly (number | null)[];

/**
 * Finds the two columns that a rate comes from by trying them on the rows: `Call Conversion Rate (%)` is `Deals Closed`
 * over `Calls Reached` when it is so in (nearly) all of them, and `DMT` the handling time over the calls handled. Rates in
 * percent points are tried over 100.
 */
export function* findParts(block: Block, columns: readonly DetectedColumn[]): Steps<readonly DetectedColumn[]> {
  const isQuotient = (column: DetectedColumn): boolean =>
    column.type === 'rate' || (column.average === true && ['duration', 'amount', 'number', 'count'].includes(column.type));
  const rates = columns.filter(isQuotient);
  const parts = columns
    .filter((column) => ['count', 'amount', 'duration'].includes(column.type) && !column.cumulative && !column.average)
    .slice(0, COLUMNS);
  if (rates.length === 0 || parts.length < 2) return columns;
  const step = Math.max(1, Math.floor((block.lastRow - block.firstRow + 1) / ROWS));
  const line = (column: number): Line => {
    const values: (number | null)[] = [];
    for (let row = block.firstRow; row <= block.lastRow; row += step) {
      const value = valueAt(block.sheet, row, column);
      values.push(typeof value === 'number' ? value : null);
    }
    return values;
  };
  const lines = new Map(parts.map((part) => [part.column, line(part.column)]));
  return yield* mapInSteps(columns, (column): DetectedColumn => {
    if (!isQuotient(column)) return column;
    const rate = line(column.column);
    for (const numerator of parts)
      for (const denominator of parts)
        if (
          numerator !== denominator &&
          agree(rate, lines.get(numerator.column) ?? [], lines.get(denominator.column) ?? [], column.type === 'rate')
        )
          return {
            ...column,
            parts: { numerator: numerator.column, denominator: denominator.column },
            confidence: 0.9,
            reason: 'parts',
          };
    return column;
  });
}

const agree = (rate: Line, numerator: Line, denominator: Line, isRate: boolean): boolean => {
  let tried = 0;
  let fractions = 0;
  let points = 0;
  const seen = new Set<number>();
  rate.forEach((value, index) => {
    const top = numerator[index];
    const bottom = denominator[index];
    if (value === null || top === null || top === undefined || !bottom) return;
    tried++;
    seen.add(value);
    const tolerance = isRate ? RATE_TOLERANCE : MEAN_TOLERANCE * Math.abs(value);
    if (Math.abs(value - top / bottom) <= tolerance) fractions++;
    if (isRate && Math.abs(value / 100 - top / bottom) <= tolerance) points++;
  });
  // A rate that hardly moves (always 0 or 100 %) agrees with anything.
  const spread = Math.max(...seen) - Math.min(...seen);
  return (
    tried >= LEAST_ROWS &&
    seen.size >= 3 &&
    (!isRate || spread > 10 * RATE_TOLERANCE) &&
    Math.max(fractions, points) >= AGREED * tried
  );
};
