import { repeatLast, type Extend } from './extension';
import { between, freeOf, minimise } from './simplex';

/** Ranges of the smoothing weight and of the trend's share, 1 − 1/θ: θ goes from 1, smoothing alone, to about 55. */
const LEAST_WEIGHT = 0.1;
const MOST_WEIGHT = 0.99;
const MOST_SHARE = 0.982;

const WEIGHT_STARTS = [0.2, 0.545, 0.88];
const SHARE_STARTS = [0.27, 0.5, 0.73];
const ROUNDS = 60;
/** With fewer values there is no line to lean on. */
const LEAST_VALUES = 4;

/** The straight line through all values up to each one, as the model updates it: value at 0 and slope. */
type Line = { mean: number; start: number; slope: number };

const nextLine = ({ mean, slope }: Line, value: number, count: number): Line => {
  const nextMean = ((count - 1) * mean + value) / count;
  const nextSlope = count === 1 ? 0 : ((count - 2) * slope + (6 * (value - mean)) / count) / (count + 1);
  return { mean: nextMean, start: nextMean - (nextSlope * (count + 1)) / 2, slope: nextSlope };
};

const NO_LINE: Line = { mean: 0, start: 0, slope: 0 };

type Fit = { squaredErrors: number; level: number; first: number; fading: number };

/**
 * One pass with given parameters. The lines do not depend on them and are computed once; the first level, in which every
 * prediction is linear, is the least-squares solution. The first two values only set the line up.
 */
const pass = (values: Float64Array, starts: Float64Array, slopes: Float64Array, weight: number, share: number): Fit => {
  const keep = 1 - weight;
  let level = weight * (values[0] ?? 0);
  let influence = keep;
  let fading = keep;
  let squares = 0;
  let byError = 0;
  let byInfluence = 0;
  for (let index = 1; index < values.length; index++) {
    const value = values[index] ?? 0;
    const line = fading * (starts[index - 1] ?? 0) + ((1 - fading * keep) / weight) * (slopes[index - 1] ?? 0);
    const error = value - level - share * line;
    if (index > 1) {
      squares += error * error;
      byError += error * influence;
      byInfluence += influence * influence;
    }
    level = weight * value + keep * level;
    influence *= keep;
    fading *= keep;
  }
  const first = byInfluence > 1e-12 ? byError / byInfluence : (values[0] ?? 0) / 2;
  return {
    squaredErrors: squares - 2 * first * byError + first * first * byInfluence,
    level: level + influence * first,
    first,
    fading,
  };
};

/**
 * Dynamic optimised theta (Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler 2016): a smoothed level that leans, by 1 − 1/θ,
 * on the straight line through all that came before, both parameters optimised; the line goes on learning from the
 * projection itself.
 */
export const theta: Extend = (values, horizon) => {
  if (values.length < LEAST_VALUES) return repeatLast(values, horizon);
  const packed = Float64Array.from(values);
  const starts = new Float64Array(values.length);
  const slopes = new Float64Array(values.length);
  let line = NO_LINE;
  values.forEach((value, index) => {
    line = nextLine(line, value, index + 1);
    starts[index] = line.start;
    slopes[index] = line.slope;
  });
  const parametersOf = ([weight = 0, share = 0]: readonly number[]): [number, number] => [
    between(LEAST_WEIGHT, MOST_WEIGHT, weight),
    between(0, MOST_SHARE, share),
  ];
  const cost = (free: readonly number[]): number => pass(packed, starts, slopes, ...parametersOf(free)).squaredErrors;
  let start: readonly number[] = [0, 0];
  let least = Infinity;
  for (const weight of WEIGHT_STARTS)
    for (const share of SHARE_STARTS) {
      const free = [freeOf(LEAST_WEIGHT, MOST_WEIGHT, weight), freeOf(0, MOST_SHARE, share)];
      const squares = cost(free);
      if (squares < least) [least, start] = [squares, free];
    }
  const [weight, share] = parametersOf(minimise(cost, start, [0.8, 0.8], ROUNDS));
  const fit = pass(packed, starts, slopes, weight, share);
  const keep = 1 - weight;
  const leaning = (fading: number, { start: at0, slope }: Line): number =>
    share * (fading * at0 + ((1 - fading * keep) / weight) * slope);
  let { level, fading } = fit;
  const ahead = Array.from({ length: horizon }, (_, step) => {
    const next = level + leaning(fading, line);
    level = weight * next + keep * level;
    line = nextLine(line, next, values.length + step + 1);
    fading *= keep;
    return next;
  });
  const fitted = (): (number | null)[] => {
    let [past, fade] = [fit.first, 1];
    return values.map((value, index) => {
      const predicted = past + leaning(fade, { mean: 0, start: starts[index - 1] ?? 0, slope: slopes[index - 1] ?? 0 });
      past = weight * value + keep * past;
      fade *= keep;
      return index > 1 ? predicted : null;
    });
  };
  return { ahead, fitted };
};
