/** Figures of consecutive periods, oldest first; null where a period has none. */
export type Series = readonly (number | null)[];

/** A series that methods can work on: no gap inside, known at both ends. */
export type CleanSeries = {
  values: readonly number[];
  /** Place of the first value in the series as it was given. */
  first: number;
  /** True where the value was there, false where a gap was bridged. */
  observed: readonly boolean[];
  /** Periods without value after the last known one: the first steps of a projection only catch up. */
  late: number;
};

export const isKnown = (value: number | null | undefined): value is number => typeof value === 'number' && Number.isFinite(value);

/** How far the same phase is looked for, in periods, beyond the cycles just beside: a closure of some weeks in a series of days. */
const BRIDGE_REACH = 60;

/** The same phase in the nearest cycle that knows it, before (`side` -1) or after (1), and how many cycles away it is. */
const samePhase = (series: Series, index: number, season: number, side: 1 | -1): { value: number; cycles: number } | null => {
  for (let cycles = 1; cycles === 1 || cycles * season <= BRIDGE_REACH; cycles++) {
    const value = series[index + side * cycles * season];
    if (isKnown(value)) return { value, cycles };
  }
  return null;
};

/** Between the same phase before and after a gap, the nearer one counting more, when both are known. */
const seasonalBridge = (series: Series, index: number, season: number): number | null => {
  const before = season > 1 ? samePhase(series, index, season, -1) : null;
  const after = season > 1 ? samePhase(series, index, season, 1) : null;
  if (!before || !after) return null;
  return (before.value * after.cycles + after.value * before.cycles) / (before.cycles + after.cycles);
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
 * Trims the unknown ends and bridges the gaps: from the same phase of the nearest cycles when known, else on a straight
 * line. Bridged values train the methods but never count as a fact that a method got right or wrong.
 */
export const cleanSeries = (series: Series, season: number): CleanSeries => {
  const first = series.findIndex(isKnown);
  if (first < 0) return { values: [], first: 0, observed: [], late: 0 };
  const last = series.length - 1 - [...series].reverse().findIndex(isKnown);
  const inner = series.slice(first, last + 1);
  return {
    values: inner.map((value, index) =>
      isKnown(value) ? value : (seasonalBridge(inner, index, season) ?? straightBridge(inner, index)),
    ),
    first,
    observed: inner.map(isKnown),
    late: series.length - 1 - last,
  };
};

/** Values that are learnt from: ten years of weeks, more than a year of days, a generation of months. */
const MOST_VALUES = 400;
const MOST_WEEKS = 520;
const WEEKS_A_YEAR = 52;

/** The latest part of a long series, cut by whole cycles: what is older says little of what comes, and costs time. */
export const latestPart = (clean: CleanSeries, season: number): CleanSeries => {
  const most = season === WEEKS_A_YEAR ? MOST_WEEKS : MOST_VALUES;
  const over = clean.values.length - most;
  if (over <= 0) return clean;
  const cut = over - (over % season);
  return { ...clean, values: clean.values.slice(cut), observed: clean.observed.slice(cut), first: clean.first + cut };
};
