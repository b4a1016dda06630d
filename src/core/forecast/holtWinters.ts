import { onLogarithms, type Extend, type Extension } from './extension';
import { between, freeOf, minimise } from './simplex';
import { departures } from './seasonal';
import { smoothedLevel } from './smoothing';
import { line, mean } from './statistics';

const LEAST_WEIGHT = 1e-4;
const MOST_WEIGHT = 0.9999;
const LEVEL_STARTS = [0.05, 0.3, 0.7];
const SEASON_STARTS = [0.05, 0.4];
const ROUNDS = 50;
/** Cycles that the first shape of the season is read from. */
const FIRST_CYCLES = 3;

type State = { level: number; season: Float64Array; squaredErrors: number };

/** Level and season after one pass; `said` takes each prediction. */
const pass = (
  values: Float64Array,
  first: { level: number; season: Float64Array },
  [alpha, gamma]: readonly [number, number],
  said?: Float64Array,
): State => {
  const season = first.season.slice();
  let level = first.level;
  let squaredErrors = 0;
  let phase = 0;
  for (let index = 0; index < values.length; index++) {
    const shape = season[phase] ?? 0;
    const error = (values[index] ?? 0) - level - shape;
    if (said) said[index] = level + shape;
    squaredErrors += error * error;
    level += alpha * error;
    season[phase] = shape + gamma * error;
    phase = phase + 1 === season.length ? 0 : phase + 1;
  }
  return { level, season, squaredErrors };
};

/** Additive season from the first cycles' departures from their centred mean, and the level that the rest starts from. */
const firstState = (values: readonly number[], season: number): { level: number; season: Float64Array } => {
  const head = values.slice(0, Math.min(values.length, FIRST_CYCLES * season));
  const raw = departures(head, season, false).map((group) => mean(group));
  const centre = mean(raw);
  const shape = Float64Array.from(raw, (phase) => phase - centre);
  const early = head.slice(0, 2 * season).map((value, index) => value - (shape[index % season] ?? 0));
  return { level: line(early).start, season: shape };
};

const additive = (values: readonly number[], season: number, horizon: number): Extension => {
  const packed = Float64Array.from(values);
  const first = firstState(values, season);
  const weightsOf = ([level = 0, share = 0]: readonly number[]): [number, number] => {
    const alpha = between(LEAST_WEIGHT, MOST_WEIGHT, level);
    return [alpha, (1 - alpha) * between(LEAST_WEIGHT, MOST_WEIGHT, share)];
  };
  const cost = (free: readonly number[]): number => pass(packed, first, weightsOf(free)).squaredErrors;
  let start: readonly number[] = [0, 0];
  let least = Infinity;
  for (const level of LEVEL_STARTS)
    for (const share of SEASON_STARTS) {
      const free = [freeOf(LEAST_WEIGHT, MOST_WEIGHT, level), freeOf(LEAST_WEIGHT, MOST_WEIGHT, share)];
      const squares = cost(free);
      if (squares < least) [least, start] = [squares, free];
    }
  const weights = weightsOf(minimise(cost, start, [0.8, 0.8], ROUNDS));
  const { level, season: shape } = pass(packed, first, weights);
  return {
    ahead: Array.from({ length: horizon }, (_, step) => level + (shape[(values.length + step) % season] ?? 0)),
    fitted: () => {
      const said = new Float64Array(values.length);
      pass(packed, first, weights, said);
      return [...said];
    },
  };
};

/**
 * Holt and Winters' smoothing of level and season without trend, on logarithms where every value is above 0: the season then
 * grows with the level. Without two cycles and a value, the level alone.
 */
export const holtWinters = (season: number): Extend =>
  onLogarithms((values, horizon) =>
    season > 1 && values.length > 2 * season ? additive(values, season, horizon) : smoothedLevel(values, horizon),
  );
