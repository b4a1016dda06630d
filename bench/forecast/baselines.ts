import { withoutClassicalSeason, type Deseasoned } from './classicalSeason';
import { additiveEts } from './additiveEts';
import { levelWithGrowth, smoothedLevel } from '../../src/core/forecast/smoothing';
import type { Extend } from '../../src/core/forecast/extension';
import { line, mean, square } from '../../src/core/forecast/statistics';
import type { Scored } from './measures';
import type { ScoredSeries } from './series';

/** Normal limits of 80 % and 95 %. */
const NORMAL_80 = 1.2815515655446004;
const NORMAL_95 = 1.959963984540054;

/** The last value, with the Gaussian interval of a random walk. */
const naive = ({ x, h }: ScoredSeries): Scored => {
  const last = x.at(-1) ?? 0;
  const deviation = Math.sqrt(mean(x.slice(1).map((value, index) => square(value - (x[index] ?? 0)))));
  const limit = (times: number): number[] =>
    Array.from({ length: h }, (_, step) => last + times * deviation * Math.sqrt(step + 1));
  return {
    point: new Array<number>(h).fill(last),
    lo80: limit(-NORMAL_80),
    hi80: limit(NORMAL_80),
    lo95: limit(-NORMAL_95),
    hi95: limit(NORMAL_95),
  };
};

/** The competition's way with seasons: tested, taken out by the classical decomposition, put back. */
const deseasoned =
  (project: (plain: readonly number[], horizon: number) => readonly number[]) =>
  ({ x, m, h }: ScoredSeries): Scored => {
    const { plain, factors }: Deseasoned = withoutClassicalSeason(x, m, h);
    return { point: project(plain, h).map((value, step) => value * (factors[step] ?? 1)) };
  };

const ahead =
  (extend: Extend) =>
  (plain: readonly number[], horizon: number): readonly number[] =>
    extend(plain, horizon).ahead;

/** Classical theta (Assimakopoulos and Nikolopoulos 2000): the mean of the trend line and of the smoothed doubled distance to it. */
const classicalTheta = (plain: readonly number[], horizon: number): number[] => {
  const { start, slope } = line(plain);
  const bent = smoothedLevel(
    plain.map((value, index) => 2 * value - (start + slope * index)),
    1,
  ).ahead[0];
  return Array.from({ length: horizon }, (_, step) => Math.max(0, ((bent ?? start) + start + slope * (plain.length + step)) / 2));
};

/** Comb: the mean of simple, linear and damped exponential smoothing. */
const comb = (plain: readonly number[], horizon: number): number[] => {
  const members = [smoothedLevel, levelWithGrowth(false), levelWithGrowth(true)].map((extend) => extend(plain, horizon).ahead);
  return Array.from({ length: horizon }, (_, step) => mean(members.map((member) => member[step] ?? 0)));
};

/** What the engine is measured beside. */
export const BASELINES: Readonly<Record<string, (series: ScoredSeries) => Scored>> = {
  Naive: naive,
  Naive2: ({ n2 }) => ({ point: n2 }),
  SES: deseasoned(ahead(smoothedLevel)),
  Theta: deseasoned(classicalTheta),
  Comb: deseasoned(comb),
  'ETS(A,A,A)': ({ x, m, ms, h }) => ({ point: additiveEts(x, x.length >= 2.25 * ms ? ms : m, h) }),
};
