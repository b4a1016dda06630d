import { CellError, type Value } from '../../book/cell';
import type { Context } from '../context';
import { blanksMatch, criterionOf, matchingPositions, type Condition } from '../criteria';
import { ERROR, isOnSheet, Reference, type Argument } from '../values';
import type { Vector } from '../vector';
import { define, type FunctionTable, value } from './definition';

type Matched = { positions: Int32Array | number[]; conditions: Condition[]; taken: Vector | null };

const reference = (argument: Argument): Reference => {
  if (argument instanceof Reference) return argument;
  throw argument instanceof CellError ? argument : ERROR.value;
};

/**
 * Positions where all criteria hold, and the values there come from. All ranges must have one size, else #VALUE!; what no sheet
 * uses of whole columns is not looked at.
 */
function match(taken: Reference | null, pairs: Argument[], context: Context): Matched {
  const ranges: Reference[] = [];
  for (let i = 0; i < pairs.length; i += 2) ranges.push(reference(pairs[i]));
  const all = taken ? [taken, ...ranges] : ranges;
  const { reader, book } = context.environment;
  let rows = 1;
  let columns = 1;
  for (const range of all) {
    if (range.rows !== all[0]?.rows || range.columns !== all[0].columns) throw ERROR.value;
    const used = reader.usedSize(range);
    rows = Math.max(rows, used.rows);
    columns = Math.max(columns, used.columns);
  }
  const size = { rows, columns };
  const conditions = ranges.map((range, index) => ({
    vector: reader.vector(range, size),
    criterion: criterionOf(value(pairs[index * 2 + 1]), book.date1904),
  }));
  return { positions: matchingPositions(conditions), conditions, taken: taken ? reader.vector(taken, size) : null };
}

/** Numbers at the positions that match; the first error among them is thrown. */
function* numbersOf({ positions, taken }: Matched): Generator<number> {
  for (const position of positions) {
    const found = taken?.values[position];
    if (typeof found === 'number') yield found;
    else if (found instanceof CellError) throw found;
  }
}

const sumMatched = (matched: Matched): number => {
  let total = 0;
  for (const number of numbersOf(matched)) total += number;
  return total;
};

const averageMatched = (matched: Matched): Value => {
  let total = 0;
  let count = 0;
  for (const number of numbersOf(matched)) {
    total += number;
    count++;
  }
  return count === 0 ? ERROR.division : total / count;
};

const countMatched = ({ positions, conditions }: Matched): number => {
  const beyond = conditions[0]?.vector.beyond ?? 0;
  return positions.length + (beyond > 0 && blanksMatch(conditions) ? beyond : 0);
};

const extremeMatched = (matched: Matched, better: (a: number, b: number) => number): number => {
  let best: number | undefined;
  for (const number of numbersOf(matched)) best = best === undefined ? number : better(best, number);
  return best ?? 0;
};

/** SUMIFS and its kin: the range to take from first, then pairs of range and criterion. A criterion may be an error value. */
const defineTaking = (result: (matched: Matched) => Value) =>
  define(['range', 'range', 'value'], [3, 255], ([taken, ...pairs], context) => result(match(reference(taken), pairs, context)), {
    repeat: 2,
    keepsErrors: true,
  });

/** SUMIF and AVERAGEIF: the third range gives only its top left cell, its size comes from the first. */
const defineSingle = (result: (matched: Matched) => Value) =>
  define(
    ['range', 'value', 'range'],
    [2, 3],
    ([range, criterion, taken], context) => {
      const tested = reference(range);
      let from = tested;
      if (taken !== undefined && taken !== null) {
        const { sheet, top, left } = reference(taken);
        const [bottom, right] = [top + tested.rows - 1, left + tested.columns - 1];
        if (!isOnSheet(top, left, bottom, right)) return ERROR.reference;
        from = new Reference(sheet, top, left, bottom, right);
      }
      return result(match(from, [tested, criterion], context));
    },
    { keepsErrors: true },
  );

const counting = define(['range', 'value'], [2, 254], (pairs, context) => countMatched(match(null, pairs, context)), {
  repeat: 2,
  keepsErrors: true,
});

export const CONDITIONAL: FunctionTable = {
  SUMIFS: defineTaking(sumMatched),
  AVERAGEIFS: defineTaking(averageMatched),
  MAXIFS: defineTaking((matched) => extremeMatched(matched, Math.max)),
  MINIFS: defineTaking((matched) => extremeMatched(matched, Math.min)),
  COUNTIFS: counting,
  COUNTIF: { ...counting, maximum: 2 },
  SUMIF: defineSingle(sumMatched),
  AVERAGEIF: defineSingle(averageMatched),
};
