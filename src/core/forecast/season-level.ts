import { mean } from './statistics';

/** A figure with its place in the cycle: 0 for the cycle's first phase. Gaps are null, closed phases are not there. */
export type CycleCell = { phase: number; value: number | null };

/** Cycles around a value that tell its level. */
export const LEVEL_CYCLES = 5;
/** Departures are cut at this many deviations from what their phase usually is: a tenfold day is one day, not a season. */
const CUT = 4;
/** Standard deviation of a normal variable in mean absolute deviations: the square root of π / 2. */
const DEVIATIONS = 1.2533;

/** The local level at each place: the line through the cycles around it, or through the nearest ones at both ends. */
const levels = (values: readonly (number | null)[], season: number): (number | null)[] => {
  const width = Math.min(values.length, LEVEL_CYCLES * season);
  return values.map((_, index) => {
    const start = Math.min(Math.max(0, index - Math.floor(width / 2)), values.length - width);
    let [count, total, places] = [0, 0, 0];
    for (let at = start; at < start + width; at++) {
      const value = values[at] ?? null;
      if (value === null) continue;
      count++;
      total += value;
      places += at;
    }
    if (count < width / 3) return null;
    const [centre, place] = [total / count, places / count];
    let [product, square] = [0, 0];
    for (let at = start; at < start + width; at++) {
      const value = values[at] ?? null;
      if (value === null) continue;
      product += (at - place) * (value - centre);
      square += (at - place) * (at - place);
    }
    const level = square > 0 ? centre + (product / square) * (index - place) : centre;
    // A line that runs out below half the mean is one odd value's doing.
    return centre > 0 ? Math.max(level, centre / 2) : null;
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
