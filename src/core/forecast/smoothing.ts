import { meanOf, type Extend, type Extension } from './extension';
import { between, freeOf, minimise } from './simplex';
import { akaikeWeights, correctedAkaike } from './statistics';

/** A level, a growth that fades by `damping` at each step, and how well they foretold the values. */
type Smoothing = {
  weights: Weights;
  firstLevel: number;
  firstGrowth: number;
  level: number;
  growth: number;
  squaredErrors: number;
};
type Weights = { level: number; growth: number; damping: number };

/** Ranges of the weights: never quite 0 or 1; a growth fades by 2 to 20 % a step when it fades. */
const LEAST_WEIGHT = 1e-4;
const MOST_WEIGHT = 0.9999;
const LEAST_DAMPING = 0.8;
const MOST_DAMPING = 0.98;

const FIRST_LEVEL_WEIGHTS = [LEAST_WEIGHT, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, MOST_WEIGHT];
const ROUNDS_OF_SECTION = 8;
const ROUNDS_OF_SIMPLEX = 25;

/**
 * Level alone. Its first value is not guessed: every prediction is linear in it, so it is the least-squares solution over
 * the whole series, found in one pass.
 */
const smoothLevel = (values: Float64Array, weight: number): Smoothing => {
  let level = 0;
  let share = 1;
  let byError = 0;
  let byShare = 0;
  let squares = 0;
  for (const value of values) {
    const error = value - level;
    squares += error * error;
    byError += error * share;
    byShare += share * share;
    level += weight * error;
    share *= 1 - weight;
  }
  const first = byShare > 0 ? byError / byShare : 0;
  return {
    weights: { level: weight, growth: 0, damping: 0 },
    firstLevel: first,
    firstGrowth: 0,
    level: level + share * first,
    growth: 0,
    squaredErrors: Math.max(0, squares - first * byError),
  };
};

/** Golden ratio less one: each section keeps this share of the interval. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Best level alone: a coarse search, then sections around its winner. */
const levelOnly = (values: Float64Array): Smoothing => {
  let best = smoothLevel(values, MOST_WEIGHT);
  for (const weight of FIRST_LEVEL_WEIGHTS) {
    const one = smoothLevel(values, weight);
    if (one.squaredErrors < best.squaredErrors) best = one;
  }
  let low = Math.max(LEAST_WEIGHT, best.weights.level - 0.1);
  let high = Math.min(MOST_WEIGHT, best.weights.level + 0.1);
  let left = smoothLevel(values, high - GOLDEN * (high - low));
  let right = smoothLevel(values, low + GOLDEN * (high - low));
  for (let round = 0; round < ROUNDS_OF_SECTION; round++) {
    if (left.squaredErrors < right.squaredErrors) {
      high = right.weights.level;
      right = left;
      left = smoothLevel(values, high - GOLDEN * (high - low));
    } else {
      low = left.weights.level;
      left = right;
      right = smoothLevel(values, low + GOLDEN * (high - low));
    }
  }
  const found = left.squaredErrors < right.squaredErrors ? left : right;
  return found.squaredErrors < best.squaredErrors ? found : best;
};

/** Level and growth: both first values are the least-squares solution, by carrying the two sensitivities along. */
const smoothGrowth = (values: Float64Array, weights: Weights): Smoothing => {
  const { level: alpha, growth: beta, damping: phi } = weights;
  let level = 0;
  let growth = 0;
  let levelByLevel = 1;
  let growthByLevel = 0;
  let levelByGrowth = 0;
  let growthByGrowth = 1;
  let ll = 0;
  let lg = 0;
  let gg = 0;
  let le = 0;
  let ge = 0;
  let ee = 0;
  for (const value of values) {
    const predicted = level + phi * growth;
    const byLevel = levelByLevel + phi * growthByLevel;
    const byGrowth = levelByGrowth + phi * growthByGrowth;
    const error = value - predicted;
    ee += error * error;
    ll += byLevel * byLevel;
    lg += byLevel * byGrowth;
    gg += byGrowth * byGrowth;
    le += byLevel * error;
    ge += byGrowth * error;
    level = predicted + alpha * error;
    growth = phi * growth + beta * error;
    levelByLevel = byLevel * (1 - alpha);
    growthByLevel = phi * growthByLevel - beta * byLevel;
    levelByGrowth = byGrowth * (1 - alpha);
    growthByGrowth = phi * growthByGrowth - beta * byGrowth;
  }
  // A trace of ridge keeps the two apart where the series hardly tells them apart.
  const ridge = 1e-10 * (ll + gg);
  const determinant = (ll + ridge) * (gg + ridge) - lg * lg;
  const firstLevel = determinant > 0 ? ((gg + ridge) * le - lg * ge) / determinant : (values[0] ?? 0);
  const firstGrowth = determinant > 0 ? ((ll + ridge) * ge - lg * le) / determinant : 0;
  const explained = 2 * (firstLevel * le + firstGrowth * ge);
  const used = firstLevel * firstLevel * ll + 2 * firstLevel * firstGrowth * lg + firstGrowth * firstGrowth * gg;
  return {
    weights,
    firstLevel,
    firstGrowth,
    level: level + firstLevel * levelByLevel + firstGrowth * levelByGrowth,
    growth: growth + firstLevel * growthByLevel + firstGrowth * growthByGrowth,
    squaredErrors: Math.max(0, ee - explained + used),
  };
};

const LEVEL_STARTS = [0.05, 0.3, 0.7, 0.98];
const GROWTH_STARTS = [0.02, 0.3];

/** Best level and growth; the growth goes on for ever unless it is damped. */
const levelAndGrowth = (values: Float64Array, damped: boolean): Smoothing => {
  const weightsOf = ([level = 0, share = 0, damping = 0]: readonly number[]): Weights => {
    const alpha = between(LEAST_WEIGHT, MOST_WEIGHT, level);
    return {
      level: alpha,
      growth: alpha * between(LEAST_WEIGHT, MOST_WEIGHT, share),
      damping: damped ? between(LEAST_DAMPING, MOST_DAMPING, damping) : 1,
    };
  };
  const cost = (free: readonly number[]): number => smoothGrowth(values, weightsOf(free)).squaredErrors;
  let start: readonly number[] = [];
  let least = Infinity;
  for (const level of LEVEL_STARTS)
    for (const share of GROWTH_STARTS) {
      const free = [freeOf(LEAST_WEIGHT, MOST_WEIGHT, level), freeOf(LEAST_WEIGHT, MOST_WEIGHT, share), ...(damped ? [0] : [])];
      const squares = cost(free);
      if (squares < least) [least, start] = [squares, free];
    }
  if (start.length === 0) return levelOnly(values);
  return smoothGrowth(values, weightsOf(minimise(cost, start, damped ? [0.8, 0.8, 1.2] : [0.8, 0.8], ROUNDS_OF_SIMPLEX)));
};

const extensionOf = (found: Smoothing, values: readonly number[], horizon: number): Extension => {
  const { level: alpha, growth: beta, damping } = found.weights;
  let [reach, fading] = [0, 1];
  const ahead = Array.from({ length: horizon }, () => {
    fading *= damping;
    reach += fading;
    return found.level + reach * found.growth;
  });
  const fitted = (): number[] => {
    let [level, growth] = [found.firstLevel, found.firstGrowth];
    return values.map((value) => {
      const predicted = level + damping * growth;
      level = predicted + alpha * (value - predicted);
      growth = damping * growth + beta * (value - predicted);
      return predicted;
    });
  };
  return { ahead, fitted };
};

/** Exponential smoothing of the level alone (ETS(A,N,N)). */
export const smoothedLevel: Extend = (values, horizon) => extensionOf(levelOnly(Float64Array.from(values)), values, horizon);

/** Exponential smoothing of a level and a growth that goes on for ever (ETS(A,A,N)) or fades (ETS(A,Ad,N)). */
export const levelWithGrowth =
  (damped: boolean): Extend =>
  (values, horizon) =>
    extensionOf(levelAndGrowth(Float64Array.from(values), damped), values, horizon);

/** Level, level with growth, level with a growth that fades (Hyndman et al. 2008), and their corrected Akaike criteria. */
const smoothings = (values: readonly number[]): { found: Smoothing; criterion: number }[] => {
  const packed = Float64Array.from(values);
  const rated = (found: Smoothing, parameters: number): { found: Smoothing; criterion: number } => ({
    found,
    criterion: correctedAkaike(found.squaredErrors, values.length, parameters),
  });
  return [rated(levelOnly(packed), 3), rated(levelAndGrowth(packed, false), 5), rated(levelAndGrowth(packed, true), 6)];
};

/** The smoothing that the criterion prefers, and the one whose growth fades whatever it prefers: the same search gives both. */
export const chosenAndDamped = (values: readonly number[], horizon: number): { chosen: Extension; damped: Extension } => {
  const all = smoothings(values);
  const best = all.reduce((least, one) => (one.criterion < least.criterion ? one : least));
  const extended = (one: { found: Smoothing } | undefined): Extension => extensionOf((one ?? best).found, values, horizon);
  return { chosen: extended(best), damped: extended(all.at(-1)) };
};

/** Mean of the smoothings, weighted by the criterion (Burnham and Anderson 2002). */
export const averagedSmoothing: Extend = (values, horizon) => {
  const all = smoothings(values);
  const weights = akaikeWeights(all.map(({ criterion }) => criterion));
  return meanOf(all.map(({ found }, index) => ({ weight: weights[index] ?? 0, extension: extensionOf(found, values, horizon) })));
};
