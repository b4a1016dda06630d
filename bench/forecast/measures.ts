import { mean, sum } from '../../src/core/forecast/statistics';
import type { ScoredSeries } from './series';

/** Projected values of a series, with intervals where the method gives some. */
export type Scored = {
  point: readonly number[];
  lo80?: readonly number[];
  hi80?: readonly number[];
  lo95?: readonly number[];
  hi95?: readonly number[];
};

/** Averages over the series of a group, in the units of their publications; coverages are shares. */
export type Figures = {
  count: number;
  sMAPE: number;
  MASE: number;
  OWA: number;
  MSIS95: number | null;
  coverage95: number | null;
  MSIS80: number | null;
  coverage80: number | null;
};

/** Symmetric mean absolute percentage error, 0 to 200 (Makridakis 1993); two zeros agree. */
const sMAPE = (actual: readonly number[], said: readonly number[]): number =>
  mean(
    actual.map((value, step) => {
      const size = Math.abs(value) + Math.abs(said[step] ?? 0);
      return size === 0 ? 0 : (200 * Math.abs(value - (said[step] ?? 0))) / size;
    }),
  );

const absoluteError = (actual: readonly number[], said: readonly number[]): number =>
  mean(actual.map((value, step) => Math.abs(value - (said[step] ?? 0))));

/** Interval score (Gneiting and Raftery 2007): the width, and 2/alpha times what lies outside; and the share inside. */
const intervalScore = (
  actual: readonly number[],
  low: readonly number[],
  high: readonly number[],
  alpha: number,
): { score: number; inside: number } => {
  const scores = actual.map((value, step) => {
    const [from, to] = [low[step] ?? 0, high[step] ?? 0];
    return to - from + (2 / alpha) * (Math.max(0, from - value) + Math.max(0, value - to));
  });
  const inside = actual.filter((value, step) => value >= (low[step] ?? 0) && value <= (high[step] ?? 0)).length;
  return { score: mean(scores), inside: inside / actual.length };
};

const intervalFigures = (
  series: readonly ScoredSeries[],
  limitsOf: (id: string) => [readonly number[], readonly number[]] | null,
  alpha: number,
): { MSIS: number; coverage: number } | null => {
  const scores = series.flatMap((one) => {
    const limits = limitsOf(one.id);
    if (!limits) return [];
    const { score, inside } = intervalScore(one.y, ...limits, alpha);
    return [{ scaled: score / one.q, inside }];
  });
  if (scores.length === 0) return null;
  return { MSIS: mean(scores.map(({ scaled }) => scaled)), coverage: mean(scores.map(({ inside }) => inside)) };
};

/**
 * Figures of a group by the M4 competition's definitions: sMAPE and MASE averaged over the series, OWA the mean of both as shares
 * of Naive2's averages, MSIS and coverage of the intervals.
 */
const figuresOf = (series: readonly ScoredSeries[], saidOf: (id: string) => Scored): Figures => {
  const percent = mean(series.map(({ id, y }) => sMAPE(y, saidOf(id).point)));
  const scaled = mean(series.map(({ id, y, q }) => absoluteError(y, saidOf(id).point) / q));
  const naivePercent = mean(series.map(({ y, n2 }) => sMAPE(y, n2)));
  const naiveScaled = mean(series.map(({ y, n2, q }) => absoluteError(y, n2) / q));
  const at95 = intervalFigures(
    series,
    (id) => {
      const { lo95, hi95 } = saidOf(id);
      return lo95 && hi95 ? [lo95, hi95] : null;
    },
    0.05,
  );
  const at80 = intervalFigures(
    series,
    (id) => {
      const { lo80, hi80 } = saidOf(id);
      return lo80 && hi80 ? [lo80, hi80] : null;
    },
    0.2,
  );
  return {
    count: series.length,
    sMAPE: percent,
    MASE: scaled,
    OWA: (percent / naivePercent + scaled / naiveScaled) / 2,
    MSIS95: at95?.MSIS ?? null,
    coverage95: at95?.coverage ?? null,
    MSIS80: at80?.MSIS ?? null,
    coverage80: at80?.coverage ?? null,
  };
};

/** Figures of each group, and the mean of the groups' OWA: every group weighs the same, whatever its size. */
export const byGroup = (
  series: readonly ScoredSeries[],
  saidOf: (id: string) => Scored,
): { groups: ReadonlyMap<string, Figures>; meanOWA: number } => {
  const groups = new Map<string, Figures>();
  for (const set of new Set(series.map((one) => one.set)))
    groups.set(
      set,
      figuresOf(
        series.filter((one) => one.set === set),
        saidOf,
      ),
    );
  return { groups, meanOWA: sum([...groups.values()].map(({ OWA }) => OWA)) / groups.size };
};
