import { clamp, correctedAkaike, solve } from './statistics';

/** Below this many values an order cannot be told from chance. */
const LEAST_VALUES = 10;
const HIGHEST_ORDER = 5;

type Fit = { coefficients: readonly number[]; order: number; differenced: boolean; criterion: number };

/** Regresses each value on the `order` before it, from `from` on: the same rows for every order, so that criteria compare. */
const fitOrder = (values: readonly number[], order: number, from: number, differenced: boolean): Fit | null => {
  const size = order + 1;
  // Regressor 0 is the constant, regressor i the value i places before.
  const regressor = (index: number, i: number): number => (i === 0 ? 1 : (values[index - i] ?? 0));
  const normal = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const right = new Array<number>(size).fill(0);
  for (let i = 0; i < size; i++) {
    for (let index = from; index < values.length; index++)
      right[i] = (right[i] ?? 0) + regressor(index, i) * (values[index] ?? 0);
    for (let j = 0; j <= i; j++) {
      let product = 0;
      for (let index = from; index < values.length; index++) product += regressor(index, i) * regressor(index, j);
      // A trace of ridge keeps nearly collinear lags solvable.
      const entry = i === j ? product * (1 + 1e-8) : product;
      [normal[i], normal[j]].forEach((row, side) => row && (row[side === 0 ? j : i] = entry));
    }
  }
  const coefficients = solve(normal, right);
  if (!coefficients) return null;
  let squaredErrors = 0;
  for (let index = from; index < values.length; index++) {
    let predicted = 0;
    for (let i = 0; i < size; i++) predicted += regressor(index, i) * (coefficients[i] ?? 0);
    squaredErrors += ((values[index] ?? 0) - predicted) ** 2;
  }
  return { coefficients, order, differenced, criterion: correctedAkaike(squaredErrors, values.length - from, order + 2) };
};

/**
 * Autoregression of order up to 5 on the values or on their changes, chosen by the corrected Akaike criterion. A drift
 * found in the changes is halved, and nothing is projected further than one range outside what was seen.
 */
export const autoregression = (values: readonly number[], horizon: number): number[] => {
  const last = values.at(-1) ?? 0;
  const flat = new Array<number>(horizon).fill(last);
  if (values.length < LEAST_VALUES) return flat;
  const changes = values.slice(1).map((value, index) => value - (values[index] ?? 0));
  const highest = Math.min(HIGHEST_ORDER, Math.floor(values.length / 8));
  const fits: Fit[] = [];
  for (let order = 0; order <= highest; order++) {
    // One value is lost by differencing: the same observations start one place earlier among the changes.
    const onValues = order > 0 ? fitOrder(values, order, highest + 1, false) : null;
    const onChanges = fitOrder(changes, order, highest, true);
    if (onValues) fits.push(onValues);
    if (onChanges) fits.push(onChanges);
  }
  const best = fits.reduce<Fit | null>((least, fit) => (least === null || fit.criterion < least.criterion ? fit : least), null);
  if (!best) return flat;
  const path = [...(best.differenced ? changes : values)];
  const [constant = 0, ...lags] = best.coefficients;
  const lowest = Math.min(...values);
  const greatest = Math.max(...values);
  const range = greatest - lowest;
  let level = last;
  return flat.map(() => {
    const next = lags.reduce(
      (total, weight, lag) => total + weight * (path[path.length - 1 - lag] ?? 0),
      best.differenced ? constant / 2 : constant,
    );
    path.push(next);
    level = best.differenced ? level + next : next;
    return clamp(level, lowest - range, greatest + range);
  });
};
