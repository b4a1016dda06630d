import { exp, log } from './elementary';
import { solvePositive } from './linear';
import type { CycleTest, PhaseEffect } from './season-cycle';
import { mean } from './statistics';
import { fisherTail, studentTail } from './tails';

const YEAR = 12;
/** Months known, at least: two whole years. */
const LEAST_MONTHS = 24;
/** Months before a change, at least; what comes after is one year or more. */
const LEAST_BEFORE = 24;
const CHANGE_LEVEL = 0.01;
/**
 * How much a month leans on the one before it. Two to five years are too few to estimate it beside twelve months, so the
 * season has to hold against all of these, from months without memory to a random walk: the worst one gives the chance.
 */
const LEANINGS = [0, 0.5, 1] as const;

type Row = { regressors: readonly number[]; value: number };
/** Products of the regressors with each other and with the values, and the sum of the values' squares. */
type Products = { matrix: readonly (readonly number[])[]; right: readonly number[]; square: number; count: number };
type Solved = { coefficients: number[]; squares: number; matrix: number[][]; freedom: number };

const productsOf = (rows: readonly Row[]): Products => {
  const size = rows[0]?.regressors.length ?? 0;
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const right = new Array<number>(size).fill(0);
  let square = 0;
  for (const { regressors, value } of rows) {
    square += value * value;
    regressors.forEach((one, i) => {
      if (one === 0) return;
      const line = matrix[i] ?? [];
      for (let j = 0; j < size; j++) line[j] = (line[j] ?? 0) + one * (regressors[j] ?? 0);
      right[i] = (right[i] ?? 0) + one * value;
    });
  }
  return { matrix, right, square, count: rows.length };
};

const leastSquares = (products: Products, columns: readonly number[]): Solved | null => {
  const matrix = columns.map((i) => columns.map((j) => products.matrix[i]?.[j] ?? 0));
  const right = columns.map((i) => products.right[i] ?? 0);
  const coefficients = solvePositive(matrix, right);
  if (!coefficients) return null;
  const explained = coefficients.reduce((total, one, i) => total + one * (right[i] ?? 0), 0);
  return { coefficients, squares: Math.max(0, products.square - explained), matrix, freedom: products.count - columns.length };
};

/** Deviation coding: a month's coefficient is its departure from the mean of the year, December's what the others leave. */
const coded = (month: number): number[] =>
  Array.from({ length: YEAR - 1 }, (_, index) => (month === index ? 1 : month === YEAR - 1 ? -1 : 0));

/** Level, trend, eleven months and the same eleven after a change, each less its leaning part. */
const rowsOf = (values: readonly (number | null)[], first: number, leaning: number, changed: number): Row[] => {
  const full = (index: number): number[] => {
    const season = coded((first + index) % YEAR);
    return [1, index / YEAR, ...season, ...season.map((one) => (index >= changed ? one : 0))];
  };
  return values.flatMap((value, index) => {
    const before = values[index - 1] ?? null;
    if (value === null || before === null) return [];
    const [now, then] = [full(index), full(index - 1)];
    return [{ regressors: now.map((one, i) => one - leaning * (then[i] ?? 0)), value: value - leaning * before }];
  });
};

const TREND = [1];
const LEVEL = [0, 1];
const SEASON = Array.from({ length: YEAR - 1 }, (_, index) => 2 + index);
const CHANGED = SEASON.map((column) => column + YEAR - 1);

const chanceOf = (small: Solved, large: Solved): number => {
  const top = small.freedom - large.freedom;
  return fisherTail((small.squares - large.squares) / top / (large.squares / large.freedom), top, large.freedom);
};

/** Departures as contrasts of the coefficients: eleven of them, and the twelfth month's. */
const contrasts = (columns: readonly number[], changes: boolean): number[][] =>
  Array.from({ length: YEAR }, (_, month) => {
    const season = coded(month);
    return columns.map((column) => {
      const index = column - 2;
      if (index < 0) return 0;
      return index < YEAR - 1 ? (season[index] ?? 0) : changes ? (season[index - YEAR + 1] ?? 0) : 0;
    });
  });

type Departure = { departure: number; chance: number };

const departuresOf = (solved: Solved, columns: readonly number[], changes: boolean): Departure[] =>
  contrasts(columns, changes).map((contrast) => {
    const departure = contrast.reduce((total, one, i) => total + one * (solved.coefficients[i] ?? 0), 0);
    const half = solvePositive(solved.matrix, contrast) ?? [];
    const variance = (solved.squares / solved.freedom) * half.reduce((total, one, i) => total + one * (contrast[i] ?? 0), 0);
    return { departure, chance: Math.min(1, YEAR * studentTail(departure / Math.sqrt(variance), solved.freedom)) };
  });

type Trial = { stable: number; joint: number; moved: number; departures: () => { now: Departure[]; before: Departure[] } };

const trial = (values: readonly (number | null)[], first: number, leaning: number, changed: number | null): Trial | null => {
  const rows = productsOf(rowsOf(values, first, leaning, changed ?? Infinity));
  const base = leaning === 1 ? TREND : LEVEL;
  const none = leastSquares(rows, base);
  const season = leastSquares(rows, [...base, ...SEASON]);
  if (!none || !season || season.freedom < 4 || !(season.squares > 0)) return null;
  const stable = chanceOf(none, season);
  const columns = [...base, ...SEASON];
  if (changed === null) {
    const now = (): Departure[] => departuresOf(season, columns, false);
    return { stable, joint: 1, moved: 1, departures: () => ({ now: now(), before: [] }) };
  }
  const all = [...columns, ...CHANGED];
  const split = leastSquares(rows, all);
  if (!split || split.freedom < 4 || !(split.squares > 0)) return null;
  const departures = (): { now: Departure[]; before: Departure[] } => ({
    now: departuresOf(split, all, true),
    before: departuresOf(split, all, false),
  });
  return { stable, joint: chanceOf(none, split), moved: chanceOf(season, split), departures };
};

/** Residuals beyond this many deviations are drawn in: one odd month is no season. */
const CUT = 2.5;
/** Standard deviation of a normal variable in mean absolute deviations: the square root of π / 2. */
const DEVIATIONS = 1.2533;

/** Values with those that stand far off the months' own means drawn in. */
const withoutSpikes = (values: readonly (number | null)[], first: number): (number | null)[] => {
  const full = (index: number): number[] => [1, index / YEAR, ...coded((first + index) % YEAR)];
  const rows = values.flatMap((value, index) => (value === null ? [] : [{ regressors: full(index), value }]));
  const fit = leastSquares(productsOf(rows), [...LEVEL, ...SEASON]);
  if (!fit || fit.freedom < 4) return [...values];
  const fitted = (index: number): number => full(index).reduce((total, one, i) => total + one * (fit.coefficients[i] ?? 0), 0);
  const off = mean(values.flatMap((value, index) => (value === null ? [] : Math.abs(value - fitted(index)))));
  const most = CUT * DEVIATIONS * off * Math.sqrt(rows.length / fit.freedom);
  return values.map((value, index) => {
    const usual = fitted(index);
    return value === null ? null : Math.min(usual + most, Math.max(usual - most, value));
  });
};

/** The most cautious of several sets of departures: those of months without memory, each with its worst chance. */
const cautious = (sets: readonly (readonly Departure[])[], logarithmic: boolean): readonly PhaseEffect[] => {
  const sizes = (sets[0] ?? []).map(({ departure }) => (logarithmic ? exp(departure) : 1 + departure));
  const centre = mean(sizes);
  return sizes.map((size, phase) => ({
    phase,
    effect: size / centre - 1,
    chance: Math.max(...sets.map((set) => set[phase]?.chance ?? 1)),
  }));
};

const strengthOf = (values: readonly (number | null)[], first: number): number => {
  const rows = productsOf(rowsOf(values, first, 0, Infinity));
  const none = leastSquares(rows, LEVEL);
  const season = leastSquares(rows, [...LEVEL, ...SEASON]);
  if (!none || !season || season.freedom < 1 || !(none.squares > 0)) return 0;
  return Math.max(0, 1 - season.squares / season.freedom / (none.squares / none.freedom));
};

/**
 * Tests whether the months of the year differ, on figures a month, growth set apart: Fisher's F of a regression on the months,
 * on logarithms where all are above 0. A year that departs from those before it is a change. `first` is the month of the first
 * figure, 0 for January. Null under two years.
 */
export const testMonths = (months: readonly (number | null)[], first: number): CycleTest | null => {
  const known = months.filter((value): value is number => value !== null);
  const centre = mean(known);
  if (known.length < LEAST_MONTHS || !(centre > 0)) return null;
  const logarithmic = known.every((value) => value > 0);
  const values = withoutSpikes(
    months.map((value) => (value === null ? null : logarithmic ? log(value / centre) : value / centre - 1)),
    first,
  );
  const years = Math.floor((months.length - LEAST_BEFORE) / YEAR);
  const places = Array.from({ length: Math.max(0, years) }, (_, year) => months.length - YEAR * (year + 1));
  const tried = (place: number | null): Trial[] | null => {
    const trials = LEANINGS.map((leaning) => trial(values, first, leaning, place));
    return trials.every((one): one is Trial => one !== null) ? trials : null;
  };
  const worst = (trials: readonly Trial[], of: 'stable' | 'joint' | 'moved'): number => Math.max(...trials.map((one) => one[of]));
  const stable = tried(null);
  if (!stable) return null;
  const changes = places.flatMap((at) => {
    const trials = tried(at);
    return trials ? [{ at, trials, joint: worst(trials, 'joint'), moved: worst(trials, 'moved') * places.length }] : [];
  });
  const change = changes.reduce<(typeof changes)[number] | null>(
    (most, one) => (most && most.moved <= one.moved ? most : one),
    null,
  );
  const joint = Math.min(1, ...changes.map((one) => one.joint)) * places.length;
  const plain = worst(stable, 'stable');
  const chance = Math.min(1, changes.length > 0 ? 2 * Math.min(plain, joint) : plain);
  const strength = strengthOf(values, first);
  if (change && change.moved <= CHANGE_LEVEL) {
    const sets = change.trials.map((one) => one.departures());
    const before = cautious(
      sets.map((set) => set.before),
      logarithmic,
    );
    const effects = cautious(
      sets.map((set) => set.now),
      logarithmic,
    );
    return { chance, effects, strength, change: { at: change.at, before, chance: change.moved } };
  }
  const effects = cautious(
    stable.map((one) => one.departures().now),
    logarithmic,
  );
  return { chance, effects, strength, change: null };
};
