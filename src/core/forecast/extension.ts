import { exp, log } from './elementary';

/**
 * How a method continues a series: its projection, and what it would have said of each known value one step before, with the
 * parameters of the whole series (null where it says nothing). Computed only when asked for.
 */
export type Extension = { ahead: readonly number[]; fitted: () => readonly (number | null)[] };

/** A method for a series without season. */
export type Extend = (values: readonly number[], horizon: number) => Extension;

/** Nothing is projected above so many times the greatest value: an error of a logarithm grows with the power. */
const MOST_GROWTH = 3;

/** The same value for all that comes, and, one step before each known value, the one before it. */
export const repeatLast: Extend = (values, horizon) => ({
  ahead: new Array<number>(horizon).fill(values.at(-1) ?? 0),
  fitted: () => values.map((_, index) => values[index - 1] ?? null),
});

/** Weighted mean of continuations; the weights need not sum to 1. What one of them does not say is taken from the others. */
export const meanOf = (parts: readonly { weight: number; extension: Extension }[]): Extension => {
  const [only] = parts;
  if (parts.length === 1 && only) return only.extension;
  const average = (said: (number | null | undefined)[]): number | null => {
    let [total, weights] = [0, 0];
    said.forEach((value, part) => {
      if (value === null || value === undefined) return;
      const weight = parts[part]?.weight ?? 0;
      total += weight * value;
      weights += weight;
    });
    return weights > 0 ? total / weights : null;
  };
  return {
    ahead: (only?.extension.ahead ?? []).map((_, step) => average(parts.map(({ extension }) => extension.ahead[step])) ?? 0),
    fitted: () => {
      const fits = parts.map(({ extension }) => extension.fitted());
      return (fits[0] ?? []).map((_, index) => average(fits.map((fit) => fit[index])));
    },
  };
};

/** A method on the logarithms of values that are all above 0, brought back; on the values themselves otherwise. */
export const onLogarithms =
  (extend: Extend): Extend =>
  (values, horizon) => {
    if (!values.every((value) => value > 0)) return extend(values, horizon);
    const { ahead, fitted } = extend(values.map(log), horizon);
    const most = MOST_GROWTH * Math.max(...values);
    return {
      ahead: ahead.map((value) => Math.min(most, exp(value))),
      fitted: () => fitted().map((value) => (value === null ? null : Math.min(most, exp(value)))),
    };
  };
