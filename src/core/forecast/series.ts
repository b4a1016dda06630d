/** Figures of consecutive periods, oldest first; null where a period has none. */
export type Series = readonly (number | null)[];

/** A series that methods can work on: no gap inside, known at both ends. */
export type CleanSeries = {
  values: readonly number[];
  /** True where the value was there, false where a gap was bridged. */
  observed: readonly boolean[];
  /** Periods without value after the last known one: the first steps of a projection only catch up. */
  late: number;
};

const isKnown = (value: number | null | undefined): value is number => typeof value === 'number' && Number.isFinite(value);

/** The same phase of the cycles before and after a gap, when both are known. */
const seasonalBridge = (series: Series, index: number, season: number): number | null => {
  const before = series[index - season];
  const after = series[index + season];
  return season > 1 && isKnown(before) && isKnown(after) ? (before + after) / 2 : null;
};

/** On the straight line between the known neighbours. */
const straightBridge = (series: Series, index: number): number => {
  let left = index;
  let right = index;
  while (!isKnown(series[left])) left--;
  while (!isKnown(series[right])) right++;
  const from = series[left] as number;
  const to = series[right] as number;
  return from + ((to - from) * (index - left)) / (right - left);
};

/**
 * Trims the unknown ends and bridges the gaps: from the same phase of the cycles beside when known, else on a straight
 * line. Bridged values train the methods but never count as a fact that a method got right or wrong.
 */
export const cleanSeries = (series: Series, season: number): CleanSeries => {
  const first = series.findIndex(isKnown);
  if (first < 0) return { values: [], observed: [], late: 0 };
  const last = series.length - 1 - [...series].reverse().findIndex(isKnown);
  const inner = series.slice(first, last + 1);
  return {
    values: inner.map((value, index) =>
      isKnown(value) ? value : (seasonalBridge(inner, index, season) ?? straightBridge(inner, index)),
    ),
    observed: inner.map(isKnown),
    late: series.length - 1 - last,
  };
};
