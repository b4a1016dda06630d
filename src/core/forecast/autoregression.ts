import { meanOf, repeatLast, type Extend, type Extension } from './extension';
import { akaikeWeights, clamp, correctedAkaike, solve } from './statistics';

/** Below this many values an order cannot be told from chance. */
const LEAST_VALUES = 10;
const HIGHEST_ORDER = 5;
/** A return to a mean has to be seen more clearly than that there is none. */
const HANDICAP_OF_LEVELS = 4;
/** A model of less weight is left out. */
const LEAST_WEIGHT = 0.01;

type Fit = { coefficients: readonly number[]; differenced: boolean; criterion: number };

/** What the `order` values before `index` foretell. */
const predict = (values: readonly number[], index: number, coefficients: readonly number[]): number => {
  let predicted = coefficients[0] ?? 0;
  for (let lag = 1; lag < coefficients.length; lag++) predicted += (coefficients[lag] ?? 0) * (values[index - lag] ?? 0);
  return predicted;
};

/** Products of each pair of regressors (the constant and the lags) over the same rows for every order, so that criteria compare. */
const productsOf = (values: readonly number[], highest: number, from: number): { normal: number[][]; right: number[] } => {
  const size = highest + 1;
  const at = (index: number, i: number): number => (i === 0 ? 1 : (values[index - i] ?? 0));
  const right = new Array<number>(size).fill(0);
  const normal = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (let i = 0; i < size; i++) {
    let total = 0;
    for (let index = from; index < values.length; index++) total += at(index, i) * (values[index] ?? 0);
    right[i] = total;
    for (let j = 0; j <= i; j++) {
      let product = 0;
      for (let index = from; index < values.length; index++) product += at(index, i) * at(index, j);
      // A trace of ridge keeps nearly collinear lags solvable.
      const entry = i === j && i > 0 ? product * (1 + 1e-8) : product;
      [normal[i], normal[j]].forEach((row, side) => row && (row[side === 0 ? j : i] = entry));
    }
  }
  return { normal, right };
};

/** Every order from `lowest` to `highest`: the equations of a low order are a corner of those of the highest. */
const fits = (values: readonly number[], lowest: number, highest: number, from: number, differenced: boolean): Fit[] => {
  const { normal, right } = productsOf(values, highest, from);
  const found: Fit[] = [];
  for (let order = lowest; order <= highest; order++) {
    const size = order + 1;
    const coefficients = solve(
      normal.slice(0, size).map((row) => row.slice(0, size)),
      right.slice(0, size),
    );
    if (!coefficients) continue;
    let squaredErrors = 0;
    for (let index = from; index < values.length; index++) {
      const error = (values[index] ?? 0) - predict(values, index, coefficients);
      squaredErrors += error * error;
    }
    found.push({ coefficients, differenced, criterion: correctedAkaike(squaredErrors, values.length - from, order + 2) });
  }
  return found;
};

/** A model continued: its steps, drift halved, none further than one range outside what was seen. */
const continued = (values: readonly number[], changes: readonly number[], fit: Fit, horizon: number): Extension => {
  const [constant = 0, ...lags] = fit.coefficients;
  const used = fit.differenced ? [constant / 2, ...lags] : fit.coefficients;
  const known = fit.differenced ? changes : values;
  const path = [...known];
  const lowest = Math.min(...values);
  const greatest = Math.max(...values);
  const range = greatest - lowest;
  let level = values.at(-1) ?? 0;
  const ahead = Array.from({ length: horizon }, () => {
    const next = predict(path, path.length, used);
    path.push(next);
    level = fit.differenced ? level + next : next;
    return clamp(level, lowest - range, greatest + range);
  });
  const fitted = (): (number | null)[] =>
    values.map((_, index) => {
      const place = fit.differenced ? index - 1 : index;
      if (place < lags.length) return null;
      const next = predict(known, place, used);
      return fit.differenced ? (values[index - 1] ?? 0) + next : next;
    });
  return { ahead, fitted };
};

/**
 * Autoregressions of order up to 5 on the values and on their changes, weighted by the corrected Akaike criterion (Burnham and
 * Anderson 2002): their mean errs less than the best of them, which a short series cannot tell.
 */
export const autoregression: Extend = (values, horizon) => {
  if (values.length < LEAST_VALUES) return repeatLast(values, horizon);
  const changes = values.slice(1).map((value, index) => value - (values[index] ?? 0));
  const highest = Math.min(HIGHEST_ORDER, Math.floor(values.length / 8));
  // One value is lost by differencing: the same observations start one place earlier among the changes.
  const onValues = fits(values, 1, highest, highest + 1, false).map((fit) => ({
    ...fit,
    criterion: fit.criterion + HANDICAP_OF_LEVELS,
  }));
  const candidates = [...onValues, ...fits(changes, 0, highest, highest, true)];
  if (candidates.length === 0) return repeatLast(values, horizon);
  const weights = akaikeWeights(candidates.map(({ criterion }) => criterion));
  return meanOf(
    candidates.flatMap((fit, index) => {
      const weight = weights[index] ?? 0;
      return weight < LEAST_WEIGHT ? [] : [{ weight, extension: continued(values, changes, fit, horizon) }];
    }),
  );
};
