import { mean } from './statistics';

/** A figure with its place in the cycle: 0 for the cycle's first phase. Gaps are null, closed phases are not there. */
export type CycleCell = { phase: number; value: number | null };

/** Cycles around a value that tell its level. */
export const LEVEL_CYCLES = 5;
/** Share of the values around one that must be known. */
const LEAST_KNOWN = 1 / 3;
/** Departures are cut at this many deviations from what their phase usually is: a tenfold day is one day, not a season. */
const CUT = 4;
/** Standard deviation of a normal variable in mean absolute deviations: the square root of π / 2. */
const DEVIATIONS = 1.2533;

/** Sums up to each place: how many are known, their values, places, and the products that a line needs. */
const runningSums = (values: readonly (number | null)[]): readonly (readonly number[])[] => {
  const sums = [[0, 0, 0, 0, 0]];
  let [count, total, places, products, squares] = [0, 0, 0, 0, 0];
  values.forEach((value, at) => {
    if (value !== null) {
      count++;
      total += value;
      places += at;
      products += at * value;
      squares += at * at;
    }
    sums.push([count, total, places, products, squares]);
  });
  return sums;
};

/** The local level at each place: the line through the cycles around it, or through the nearest ones at both ends. */
const levels = (values: readonly (number | null)[], season: number): (number | null)[] => {
  const width = Math.min(values.length, LEVEL_CYCLES * season);
  const sums = runningSums(values);
  return values.map((_, index) => {
    const start = Math.min(Math.max(0, index - Math.floor(width / 2)), values.length - width);
    const upTo = sums[start + width] ?? [];
    const before = sums[start] ?? [];
    const within = (which: number): number => (upTo[which] ?? 0) - (before[which] ?? 0);
    const count = within(0);
    if (count < width * LEAST_KNOWN) return null;
    const [centre, place] = [within(1) / count, within(2) / count];
    const square = within(4) - count * place * place;
    const slope = square > 0 ? (within(3) - count * place * centre) / square : 0;
    // A line that runs out below half the mean is one odd value's doing.
    return centre > 0 ? Math.max(centre + slope * (index - place), centre / 2) : null;
  });
};

const over = (values: readonly (number | null)[], level: readonly (number | null)[]): (number | null)[] =>
  values.map((value, index) => {
    const at = level[index] ?? null;
    return value === null || at === null ? null : value / at;
  });

/** Ratios with what stands far off its phase drawn in. */
const cutRatios = (ratios: readonly (number | null)[], cells: readonly CycleCell[], season: number): (number | null)[] => {
  const totals = Array.from({ length: season }, () => ({ total: 0, count: 0 }));
  ratios.forEach((ratio, index) => {
    const at = totals[cells[index]?.phase ?? 0];
    if (ratio === null || !at) return;
    at.total += ratio;
    at.count++;
  });
  const usual = (index: number): number => {
    const at = totals[cells[index]?.phase ?? 0];
    return at && at.count > 0 ? at.total / at.count : 1;
  };
  const most = CUT * DEVIATIONS * mean(ratios.flatMap((ratio, index) => (ratio === null ? [] : Math.abs(ratio - usual(index)))));
  return ratios.map((ratio, index) =>
    ratio === null ? null : Math.min(usual(index) + most, Math.max(usual(index) - most, ratio)),
  );
};

/** What a series is without its slow movements: each value over the level around it, and that level. */
export type Levelled = { ratios: readonly (number | null)[]; level: readonly (number | null)[] };

/**
 * Each value over its local level, 1 at the mean. Growth and slow waves go into the level, isolated spikes are cut, so that
 * what is left is the shape of the cycle and chance. Null where the value is unknown or the level not above 0.
 */
export const levelled = (cells: readonly CycleCell[], season: number): Levelled => {
  const values = cells.map(({ value }) => value);
  const first = levels(values, season);
  const cut = cutRatios(over(values, first), cells, season);
  const calmed = cut.map((ratio, index) => (ratio === null ? null : ratio * (first[index] ?? 0)));
  const level = levels(calmed, season);
  const ratios = cutRatios(over(values, level), cells, season);
  const centre = mean(ratios.filter((ratio): ratio is number => ratio !== null));
  return { ratios: centre > 0 ? ratios.map((ratio) => (ratio === null ? null : ratio / centre)) : ratios, level };
};
