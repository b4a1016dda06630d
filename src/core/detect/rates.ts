import { valueAt } from '../sheet/snapshot';
import type { Block } from './blocks';
import type { DetectedColumn } from './detected';

/** Rows that have to confirm a rate's parts, and columns that are tried as parts. */
const ROWS = 80;
const LEAST_ROWS = 5;
const COLUMNS = 14;
/** A rate may be rounded to a tenth of a percent. */
const TOLERANCE = 0.0006;
const AGREED = 0.97;

type Line = readonly (number | null)[];

/**
 * Finds the two columns that a rate comes from by trying them on the rows: `Call Conversion Rate (%)` is `Deals Closed`
 * over `Calls Reached` when it is so in (nearly) all of them. Rates in percent points are tried over 100.
 */
export const findParts = (block: Block, columns: readonly DetectedColumn[]): readonly DetectedColumn[] => {
  const rates = columns.filter((column) => column.type === 'rate');
  const parts = columns
    .filter((column) => (column.type === 'count' || column.type === 'amount') && !column.cumulative && !column.average)
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
  return columns.map((column) => {
    if (column.type !== 'rate') return column;
    const rate = line(column.column);
    for (const numerator of parts)
      for (const denominator of parts)
        if (numerator !== denominator && agree(rate, lines.get(numerator.column) ?? [], lines.get(denominator.column) ?? []))
          return {
            ...column,
            parts: { numerator: numerator.column, denominator: denominator.column },
            confidence: 0.9,
            reason: 'parts',
          };
    return column;
  });
};

const agree = (rate: Line, numerator: Line, denominator: Line): boolean => {
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
    if (Math.abs(value - top / bottom) <= TOLERANCE) fractions++;
    if (Math.abs(value / 100 - top / bottom) <= TOLERANCE) points++;
  });
  // A rate that never moves (always 0 or 100 %) agrees with anything.
  return tried >= LEAST_ROWS && seen.size >= 3 && Math.max(fractions, points) >= AGREED * tried;
};
