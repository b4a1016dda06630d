import { departures } from '../../src/core/forecast/seasonal';
import { between, freeOf, minimise } from '../../src/core/forecast/simplex';
import { levelWithGrowth } from '../../src/core/forecast/smoothing';
import { line, mean } from '../../src/core/forecast/statistics';

type Weights = { alpha: number; beta: number; gamma: number };

const LEAST = 1e-4;
const MOST = 0.9999;
const LONGEST = 400;

const weightsOf = ([level = 0, growth = 0, season = 0]: readonly number[]): Weights => {
  const alpha = between(LEAST, MOST, level);
  return { alpha, beta: alpha * between(LEAST, MOST, growth), gamma: (1 - alpha) * between(LEAST, MOST, season) };
};

/** Additive error, trend and season (ETS(A,A,A)), as Excel's FORECAST.ETS documents its own: least squares of one step ahead. */
export const additiveEts = (all: readonly number[], season: number, horizon: number): readonly number[] => {
  const values = all.slice(-LONGEST);
  if (season < 2 || values.length <= 2 * season) return levelWithGrowth(false)(values, horizon).ahead;
  const head = values.slice(0, 3 * season);
  const raw = departures(head, season, false).map((group) => mean(group));
  const centre = mean(raw);
  const shape = raw.map((phase) => phase - centre);
  const { start, slope } = line(head.slice(0, 2 * season).map((value, index) => value - (shape[index % season] ?? 0)));
  const run = ({ alpha, beta, gamma }: Weights): { level: number; growth: number; phases: number[]; squares: number } => {
    let [level, growth, squares] = [start, slope, 0];
    const phases = [...shape];
    values.forEach((value, index) => {
      const phase = phases[index % season] ?? 0;
      const error = value - level - growth - phase;
      squares += error * error;
      level += growth + alpha * error;
      growth += beta * error;
      phases[index % season] = phase + gamma * error;
    });
    return { level, growth, phases, squares };
  };
  const cost = (free: readonly number[]): number => run(weightsOf(free)).squares;
  const starts = [0.05, 0.3, 0.7].flatMap((level) =>
    [0.02, 0.3].flatMap((growth) => [0.05, 0.4].map((gamma) => [level, growth, gamma].map((one) => freeOf(LEAST, MOST, one)))),
  );
  const best = starts.reduce((least, one) => (cost(one) < cost(least) ? one : least));
  const { level, growth, phases } = run(weightsOf(minimise(cost, best, [0.8, 0.8, 0.8], 120)));
  return Array.from(
    { length: horizon },
    (_, step) => level + (step + 1) * growth + (phases[(values.length + step) % season] ?? 0),
  );
};
