import { CellError, type Value } from '../../book/cell';
import { ERROR, Matrix, Reference, ReferenceUnion, type Argument } from '../values';
import type { Context } from '../context';
import {
  define,
  defineAggregate,
  eachValue,
  integer,
  isArea,
  number,
  numbersIn,
  numbersWithText,
  type FunctionTable,
} from './definition';
import { sumOf } from './math';

const ascending = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

export const average = (numbers: readonly number[]): Value =>
  numbers.length === 0 ? ERROR.division : sumOf(numbers) / numbers.length;

/** Sum of the squares of what each number differs from their mean. */
const squaredDeviations = (numbers: readonly number[]): number => {
  const mean = sumOf(numbers) / numbers.length;
  return sumOf(numbers.map((item) => (item - mean) ** 2));
};

/** Variance of a sample (`given` 1) or of the whole population (0). */
export const variance =
  (given: 0 | 1) =>
  (numbers: readonly number[]): Value =>
    numbers.length <= given ? ERROR.division : squaredDeviations(numbers) / (numbers.length - given);

export const deviation =
  (given: 0 | 1) =>
  (numbers: readonly number[]): Value => {
    const squared = variance(given)(numbers);
    return typeof squared === 'number' ? Math.sqrt(squared) : squared;
  };

export const lowest = (numbers: readonly number[]): number =>
  numbers.reduce((low, item) => (item < low ? item : low), numbers[0] ?? 0);
export const highest = (numbers: readonly number[]): number =>
  numbers.reduce((high, item) => (item > high ? item : high), numbers[0] ?? 0);

/** Value at a fractional position (0 is the first) of sorted numbers. */
const between = (sorted: readonly number[], position: number): number => {
  const index = Math.floor(position);
  const low = sorted[index] ?? 0;
  const high = sorted[index + 1] ?? low;
  return low + (position - index) * (high - low);
};

/** PERCENTILE.INC: the share runs from 0 to 1, both included. */
export function percentile(numbers: readonly number[], share: number): Value {
  if (numbers.length === 0 || !(share >= 0 && share <= 1)) return ERROR.number;
  return between(ascending(numbers), share * (numbers.length - 1));
}

/** PERCENTILE.EXC: only shares from 1/(n+1) to n/(n+1). */
export function percentileExclusive(numbers: readonly number[], share: number): Value {
  const position = share * (numbers.length + 1) - 1;
  if (numbers.length === 0 || position < -1e-12 || position > numbers.length - 1 + 1e-12) return ERROR.number;
  return between(ascending(numbers), Math.max(0, position));
}

export const median = (numbers: readonly number[]): Value => percentile(numbers, 0.5);

/** The most frequent number, of several the one that comes first; #N/A when none comes twice. */
export function mode(numbers: readonly number[]): Value {
  const counts = new Map<number, number>();
  for (const item of numbers) counts.set(item, (counts.get(item) ?? 0) + 1);
  let best: number | null = null;
  let most = 1;
  for (const [item, count] of counts)
    if (count > most) {
      most = count;
      best = item;
    }
  return best ?? ERROR.notAvailable;
}

/** The k-th largest number. A fraction of k goes up to the next whole one for LARGE, and down for SMALL, as in Excel. */
export function large(numbers: readonly number[], rank: number): Value {
  const index = Math.ceil(rank);
  return index < 1 || index > numbers.length ? ERROR.number : (ascending(numbers)[numbers.length - index] ?? ERROR.number);
}

export function small(numbers: readonly number[], rank: number): Value {
  const index = Math.floor(rank);
  return index < 1 || index > numbers.length ? ERROR.number : (ascending(numbers)[index - 1] ?? ERROR.number);
}

export const quartile =
  (percent: typeof percentile) =>
  (numbers: readonly number[], quarter: number): Value => {
    const index = Math.trunc(quarter);
    return index < 0 || index > 4 ? ERROR.number : percent(numbers, index / 4);
  };

/** How many of all values count: numbers, and single values that read as numbers. */
export function countNumbers(values: Argument[], context: Context): number {
  let count = 0;
  const take = (item: Value): void => {
    if (typeof item === 'number') count++;
  };
  for (const given of values) {
    if (isArea(given)) eachValue(given, context, take);
    else if (!(given instanceof CellError))
      try {
        number(given, context);
        count++;
      } catch (thrown) {
        if (!(thrown instanceof CellError)) throw thrown;
      }
  }
  return count;
}

export function countFilled(values: Argument[], context: Context): number {
  let count = 0;
  const take = (item: Value): void => {
    if (item !== null) count++;
  };
  for (const given of values)
    if (isArea(given)) eachValue(given, context, take);
    else count++;
  return count;
}

/** A function of a range's numbers and one more number. */
const defineRanked = (body: (numbers: number[], argument: number) => Value) =>
  define(['range', 'value'], [2, 2], ([given, argument], context) =>
    body(numbersIn([given], context), number(argument, context)),
  );

const rank = (onTies: (below: number, same: number) => number) =>
  define(['value', 'range', 'value'], [2, 3], ([given, among, order], context) => {
    const wanted = number(given, context);
    if (!(among instanceof Reference || among instanceof ReferenceUnion)) return ERROR.value;
    const numbers = numbersIn([among], context);
    const isAscending = number(order, context) !== 0;
    const same = numbers.filter((item) => item === wanted).length;
    if (same === 0) return ERROR.notAvailable;
    return onTies(numbers.filter((item) => (isAscending ? item < wanted : item > wanted)).length, same);
  });

/** How many numbers fall up to each bound; the last count is of those above all. */
const frequency = define(['range', 'range'], [2, 2], ([data, bins], context) => {
  const numbers = ascending(numbersIn([data], context));
  const bounds = numbersIn([bins], context);
  const sortedBounds = ascending(bounds);
  const upTo = (bound: number): number => numbers.filter((item) => item <= bound).length;
  const seen = new Set<number>();
  const counts = bounds.map((bound) => {
    if (seen.has(bound)) return 0;
    seen.add(bound);
    const below = sortedBounds[sortedBounds.indexOf(bound) - 1];
    return upTo(bound) - (below === undefined ? 0 : upTo(below));
  });
  const last = sortedBounds[sortedBounds.length - 1];
  return Matrix.fromColumn([...counts, numbers.length - (last === undefined ? 0 : upTo(last))]);
});

const modes = define(['range'], [1, 255], (values, context) => {
  const counts = new Map<number, number>();
  for (const item of numbersIn(values, context)) counts.set(item, (counts.get(item) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const found = [...counts].filter(([, count]) => count === most).map(([item]) => item);
  return most < 2 ? ERROR.notAvailable : Matrix.fromColumn(found);
});

const percentRank = define(['range', 'value', 'value'], [2, 3], ([given, wanted, digits], context) => {
  const sorted = ascending(numbersIn([given], context));
  const x = number(wanted, context);
  const places = 10 ** integer(digits, context, 3);
  const first = sorted[0];
  if (first === undefined || x < first || x > (sorted[sorted.length - 1] ?? x)) return ERROR.notAvailable;
  if (sorted.length === 1) return 1;
  const below = sorted.filter((item) => item < x).length;
  const exact = sorted[below] === x;
  const low = sorted[below - 1] ?? x;
  const high = sorted[below] ?? x;
  const position = exact ? below : below - 1 + (x - low) / (high - low);
  return Math.floor(Number(((position / (sorted.length - 1)) * places).toPrecision(14))) / places;
});

const trimmedMean = defineRanked((numbers, share) => {
  if (share < 0 || share >= 1 || numbers.length === 0) return ERROR.number;
  const cut = Math.floor((numbers.length * share) / 2);
  return average(ascending(numbers).slice(cut, numbers.length - cut));
});

const positiveOnly =
  (mean: (numbers: number[]) => number) =>
  (numbers: number[]): Value =>
    numbers.length === 0 || numbers.some((item) => item <= 0) ? ERROR.number : mean(numbers);

const withText = (body: (numbers: number[]) => Value) =>
  define(['range'], [1, 255], (values, context) => body(numbersWithText(values, context)));

const standardised = (numbers: number[], exponent: number): { sum: number; count: number } | null => {
  const spread = deviation(1)(numbers);
  if (typeof spread !== 'number' || spread === 0) return null;
  const mean = sumOf(numbers) / numbers.length;
  return { sum: sumOf(numbers.map((item) => ((item - mean) / spread) ** exponent)), count: numbers.length };
};

const EXCLUSIVE = defineRanked(percentileExclusive);
const INCLUSIVE = defineRanked(percentile);
const RANK = rank((below) => below + 1);
const MODE = defineAggregate(mode);
const SAMPLE_DEVIATION = defineAggregate(deviation(1));
const POPULATION_DEVIATION = defineAggregate(deviation(0));
const SAMPLE_VARIANCE = defineAggregate(variance(1));
const POPULATION_VARIANCE = defineAggregate(variance(0));
const QUARTILE = defineRanked(quartile(percentile));

export const STATISTICS: FunctionTable = {
  AVERAGE: defineAggregate(average),
  AVERAGEA: withText(average),
  MIN: defineAggregate(lowest),
  MAX: defineAggregate(highest),
  MINA: withText(lowest),
  MAXA: withText(highest),
  COUNT: define(['range'], [1, 255], countNumbers),
  COUNTA: define(['range'], [1, 255], countFilled),
  COUNTBLANK: define(['range'], [1, 1], ([given], context) => {
    if (!isArea(given)) return ERROR.value;
    const { values, beyond } = context.environment.reader.vectorOf(given);
    return beyond + values.filter((item) => item === null || item === '').length;
  }),
  MEDIAN: defineAggregate(median),
  MODE,
  'MODE.SNGL': MODE,
  'MODE.MULT': modes,
  STDEV: SAMPLE_DEVIATION,
  'STDEV.S': SAMPLE_DEVIATION,
  STDEVP: POPULATION_DEVIATION,
  'STDEV.P': POPULATION_DEVIATION,
  STDEVA: withText(deviation(1)),
  STDEVPA: withText(deviation(0)),
  VAR: SAMPLE_VARIANCE,
  'VAR.S': SAMPLE_VARIANCE,
  VARP: POPULATION_VARIANCE,
  'VAR.P': POPULATION_VARIANCE,
  DEVSQ: defineAggregate((numbers) => (numbers.length === 0 ? ERROR.number : squaredDeviations(numbers))),
  AVEDEV: defineAggregate((numbers) => {
    const mean = sumOf(numbers) / numbers.length;
    return numbers.length === 0 ? ERROR.number : sumOf(numbers.map((item) => Math.abs(item - mean))) / numbers.length;
  }),
  GEOMEAN: defineAggregate(positiveOnly((numbers) => Math.exp(sumOf(numbers.map(Math.log)) / numbers.length))),
  HARMEAN: defineAggregate(positiveOnly((numbers) => numbers.length / sumOf(numbers.map((item) => 1 / item)))),
  SKEW: defineAggregate((numbers) => {
    const cubes = numbers.length < 3 ? null : standardised(numbers, 3);
    return cubes ? (cubes.sum * cubes.count) / ((cubes.count - 1) * (cubes.count - 2)) : ERROR.division;
  }),
  KURT: defineAggregate((numbers) => {
    const fourths = numbers.length < 4 ? null : standardised(numbers, 4);
    if (!fourths) return ERROR.division;
    const n = fourths.count;
    return (n * (n + 1) * fourths.sum) / ((n - 1) * (n - 2) * (n - 3)) - (3 * (n - 1) ** 2) / ((n - 2) * (n - 3));
  }),
  STANDARDIZE: define(['value'], [3, 3], ([x, mean, spread], context) => {
    const width = number(spread, context);
    return width <= 0 ? ERROR.number : (number(x, context) - number(mean, context)) / width;
  }),
  LARGE: defineRanked(large),
  SMALL: defineRanked(small),
  PERCENTILE: INCLUSIVE,
  'PERCENTILE.INC': INCLUSIVE,
  'PERCENTILE.EXC': EXCLUSIVE,
  QUARTILE,
  'QUARTILE.INC': QUARTILE,
  'QUARTILE.EXC': defineRanked((numbers, quarter) => {
    const index = Math.trunc(quarter);
    return index < 1 || index > 3 ? ERROR.number : percentileExclusive(numbers, index / 4);
  }),
  PERCENTRANK: percentRank,
  'PERCENTRANK.INC': percentRank,
  RANK,
  'RANK.EQ': RANK,
  'RANK.AVG': rank((below, same) => below + (same + 1) / 2),
  TRIMMEAN: trimmedMean,
  FREQUENCY: frequency,
};
