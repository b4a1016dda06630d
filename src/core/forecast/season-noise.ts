import { log } from './elementary';
import { mean } from './statistics';

/** Values without their unknowns, which lie on a straight line between their neighbours. */
export const bridged = (values: readonly (number | null)[]): number[] => {
  const known = values.flatMap((value, index) => (value === null ? [] : index));
  let next = 0;
  return values.map((value, index) => {
    if (value !== null) return value;
    while (next < known.length && (known[next] ?? 0) < index) next++;
    const left = known[next - 1] ?? known[next] ?? 0;
    const right = known[next] ?? left;
    const [from, to] = [values[left] ?? 0, values[right] ?? 0];
    return right === left ? from : from + ((to - from) * (index - left)) / (right - left);
  });
};

/**
 * How each value leans on those before it: the autoregression of the order, up to `most`, that Akaike's corrected criterion
 * takes, by the recursion of Levinson and Durbin. `noiseModel(white noise, 5)` is mostly `[]`.
 */
export const noiseModel = (residuals: readonly (number | null)[], most: number): readonly number[] => {
  const values = bridged(residuals);
  const count = residuals.filter((value) => value !== null).length;
  const centre = mean(values);
  const covariance = (lag: number): number => {
    let total = 0;
    for (let index = lag; index < values.length; index++) {
      total += ((values[index] ?? 0) - centre) * ((values[index - lag] ?? 0) - centre);
    }
    return total / values.length;
  };
  const variance = covariance(0);
  if (!(variance > 0)) return [];
  let [left, weights, best, least]: [number, number[], number[], number] = [variance, [], [], 0];
  let fall = 1;
  for (let order = 1; order <= most && left > 0; order++) {
    const lean =
      weights.reduce((total, weight, index) => total - weight * covariance(order - 1 - index), covariance(order)) / left;
    weights = [...weights.map((weight, index) => weight - lean * (weights[order - 2 - index] ?? 0)), lean];
    left *= 1 - lean * lean;
    fall *= 1 - lean * lean;
    const cost = count * log(fall) + (2 * order * count) / Math.max(1, count - order - 2);
    if (cost < least) [best, least] = [weights, cost];
  }
  return best;
};
