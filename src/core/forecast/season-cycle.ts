import type { Steps } from '../steps';
import { solvePositive } from './linear';
import { LEVEL_CYCLES, levelled, type CycleCell } from './season-level';
import { bridged, noiseModel } from './season-noise';
import { mean } from './statistics';
import { fisherTail, studentTail } from './tails';

/** What one phase departs by from the mean of all, as a fraction, and the chance of seeing as much where there is nothing. */
export type PhaseEffect = { phase: number; effect: number; chance: number };

/** What holds before and after a place of the series, and the chance of such a difference where nothing changed. */
type CycleChange = { at: number; before: readonly PhaseEffect[]; chance: number };

/** A cycle put to the test. `effects` are those that hold at the end: after the change where there was one. */
export type CycleTest = {
  /** Chance of such differences between phases where there are none, all that was tried taken into account. */
  chance: number;
  effects: readonly PhaseEffect[];
  /** Share of the variance around the local level that the phases explain, 0 to 1. */
  strength: number;
  change: CycleChange | null;
};

/** Cycles that each side of a change must have. */
const LEAST_CYCLES = 8;
/** Share of the values that must be known. */
const LEAST_KNOWN = 0.5;
/** A change is one when chance does it more rarely than this. */
const CHANGE_LEVEL = 0.01;
/** Values that noise leans on, at most. */
const MOST_LAGS = 6;
/** Values that one lag needs: with fewer, the model of the noise learns the season's absence. */
const VALUES_A_LAG = 25;

/** Sums that least squares need of some rows: products of the regressors, with the values, and of the values. */
type Sums = { products: number[][]; right: number[]; square: number; count: number };

const emptySums = (size: number): Sums => ({
  products: Array.from({ length: size }, () => new Array<number>(size).fill(0)),
  right: new Array<number>(size).fill(0),
  square: 0,
  count: 0,
});

const copyOf = (sums: Sums): Sums => ({
  products: sums.products.map((row) => [...row]),
  right: [...sums.right],
  square: sums.square,
  count: sums.count,
});

const difference = (whole: Sums, part: Sums): Sums => ({
  products: whole.products.map((row, i) => row.map((value, j) => value - (part.products[i]?.[j] ?? 0))),
  right: whole.right.map((value, i) => value - (part.right[i] ?? 0)),
  square: whole.square - part.square,
  count: whole.count - part.count,
});

type Fit = { means: readonly number[]; squares: number; sums: Sums };

const fitOf = (sums: Sums): Fit | null => {
  const means = solvePositive(sums.products, sums.right);
  if (!means) return null;
  const explained = means.reduce((total, value, i) => total + value * (sums.right[i] ?? 0), 0);
  return { means, squares: Math.max(0, sums.square - explained), sums };
};

/** Squares left by one mean for all phases. */
const squaresOfOne = ({ products, right, square }: Sums): number => {
  const weight = products.reduce((total, row) => total + row.reduce((sum, value) => sum + value, 0), 0);
  const product = right.reduce((total, value) => total + value, 0);
  return weight > 0 ? square - (product * product) / weight : square;
};

/** The rows of a regression on the phases with the noise made white, summed up to the start of each cycle. */
const whitened = (cells: readonly CycleCell[], ratios: readonly (number | null)[], season: number, lags: readonly number[]) => {
  const filled = bridged(ratios);
  const sums = emptySums(season);
  const starts: { at: number; sums: Sums }[] = [];
  cells.forEach((cell, index) => {
    if (cell.phase < (cells[index - 1]?.phase ?? Infinity)) starts.push({ at: index, sums: copyOf(sums) });
    if (index < lags.length || ratios[index] === null) return;
    const regressors = new Array<number>(season).fill(0);
    regressors[cell.phase] = 1;
    let value = (filled[index] ?? 1) - 1;
    lags.forEach((weight, back) => {
      const phase = cells[index - 1 - back]?.phase ?? 0;
      regressors[phase] = (regressors[phase] ?? 0) - weight;
      value -= weight * ((filled[index - 1 - back] ?? 1) - 1);
    });
    regressors.forEach((one, i) => {
      if (one === 0) return;
      const row = sums.products[i] ?? [];
      regressors.forEach((other, j) => (row[j] = (row[j] ?? 0) + one * other));
      sums.right[i] = (sums.right[i] ?? 0) + one * value;
    });
    sums.square += value * value;
    sums.count++;
  });
  return { sums, starts };
};

/** Departures of each phase from the mean of all, with Student's test of each, shared out among the phases. */
const effectsOf = ({ means, sums }: Fit, variance: number, freedom: number): readonly PhaseEffect[] => {
  const size = means.length;
  const centre = mean(means);
  return means.map((value, phase) => {
    const contrast = means.map((_, i) => (i === phase ? 1 : 0) - 1 / size);
    const half = solvePositive(sums.products, contrast) ?? [];
    const spread = Math.sqrt(variance * half.reduce((total, part, i) => total + part * (contrast[i] ?? 0), 0));
    const t = (value - centre) / spread;
    return { phase, effect: (1 + value) / (1 + centre) - 1, chance: Math.min(1, size * studentTail(t, freedom)) };
  });
};

const strengthOf = (cells: readonly CycleCell[], ratios: readonly (number | null)[], from: number, season: number): number => {
  const known = cells.flatMap(({ phase }, index) => {
    const ratio = ratios[index] ?? null;
    return index < from || ratio === null ? [] : [{ phase, ratio }];
  });
  const all = mean(known.map(({ ratio }) => ratio));
  const means = Array.from({ length: season }, (_, phase) =>
    mean(known.filter((one) => one.phase === phase).map(({ ratio }) => ratio)),
  );
  let [within, total] = [0, 0];
  for (const { phase, ratio } of known) {
    within += (ratio - (means[phase] ?? all)) * (ratio - (means[phase] ?? all));
    total += (ratio - all) * (ratio - all);
  }
  const freedom = known.length - season;
  return total > 0 && freedom > 0 ? Math.max(0, 1 - within / freedom / (total / (known.length - 1))) : 0;
};

/**
 * Tests whether the phases of a cycle differ: Fisher's F of a regression on the phases whose noise is made white by an
 * autoregression (Cochrane and Orcutt), against one mean, both for one shape throughout and for a shape that changed once
 * (at each cycle in turn, the chance multiplied by their number). Null with too little to tell.
 */
export function* testCycleSteps(cells: readonly CycleCell[], season: number): Steps<CycleTest | null> {
  const { ratios } = levelled(cells, season);
  const known = ratios.filter((ratio): ratio is number => ratio !== null);
  if (season < 2 || cells.length < LEAST_CYCLES * season || known.length < LEAST_KNOWN * cells.length) return null;
  const usual = Array.from({ length: season }, (_, phase) =>
    mean(ratios.filter((ratio, index): ratio is number => ratio !== null && cells[index]?.phase === phase)),
  );
  const residuals = ratios.map((ratio, index) => (ratio === null ? null : ratio - (usual[cells[index]?.phase ?? 0] ?? 1)));
  const lags = noiseModel(residuals, Math.min(MOST_LAGS, Math.floor(known.length / VALUES_A_LAG)));
  yield undefined;
  const { sums, starts } = whitened(cells, ratios, season, lags);
  yield undefined;
  const one = fitOf(sums);
  // The local level has taken a line for each of its stretches.
  const freedom = sums.count - season - lags.length - Math.ceil((2 * sums.count) / (LEVEL_CYCLES * season));
  if (!one || freedom < 2 * season || !(one.squares > 0)) return null;
  const without = squaresOfOne(sums);
  const stable = fisherTail((without - one.squares) / (season - 1) / (one.squares / freedom), season - 1, freedom);
  const places = starts.slice(LEAST_CYCLES, -LEAST_CYCLES);
  let best: { at: number; before: Fit; after: Fit; squares: number } | null = null;
  for (const { at, sums: head } of places) {
    const before = fitOf(head);
    const after = fitOf(difference(sums, head));
    if (!before || !after) continue;
    const squares = before.squares + after.squares;
    if (best === null || squares < best.squares) best = { at, before, after, squares };
    yield undefined;
  }
  const rest = freedom - season;
  const variance = best ? best.squares / rest : one.squares / freedom;
  const joint = best ? fisherTail((without - best.squares) / (2 * season - 1) / variance, 2 * season - 1, rest) : 1;
  const moved = best ? fisherTail((one.squares - best.squares) / season / variance, season, rest) * places.length : 1;
  const chance = Math.min(1, places.length > 0 ? 2 * Math.min(stable, joint * places.length) : stable);
  if (best && moved <= CHANGE_LEVEL) {
    return {
      chance,
      effects: effectsOf(best.after, variance, rest),
      strength: strengthOf(cells, ratios, best.at, season),
      change: { at: best.at, before: effectsOf(best.before, variance, rest), chance: moved },
    };
  }
  return {
    chance,
    effects: effectsOf(one, one.squares / freedom, freedom),
    strength: strengthOf(cells, ratios, 0, season),
    change: null,
  };
}
