import { mean, square } from './statistics';

/** What a season adds or multiplies at each of its phases. Phase 0 is the series' first value. */
export type SeasonalIndex = { multiplicative: boolean; phases: readonly number[] };

/** How much a cycle counts beside the one after it. */
const RECENCY = 0.75;
/** Below this share of what is seen, the differences between phases are taken for chance. */
const LEAST_STRENGTH = 0.05;
/** A factor below this would divide by next to nothing. */
const LEAST_FACTOR = 0.01;
/** Mean of one whole cycle around each value (half weights at both ends for an even cycle); null near the ends. */
const centredMeans = (values: readonly number[], season: number): (number | null)[] => {
  const half = Math.floor(season / 2);
  const ends = season % 2 === 0 ? 0.5 : 1;
  return values.map((_, index) => {
    if (index < half || index >= values.length - half) return null;
    let total = ends * ((values[index - half] ?? 0) + (values[index + half] ?? 0));
    for (let near = index - half + 1; near < index + half; near++) total += values[near] ?? 0;
    return total / season;
  });
};

/** The same to the very ends, where the mean is that of the part of the cycle which is there. */
const meansToTheEnds = (values: readonly number[], season: number): number[] => {
  const half = Math.floor(season / 2);
  return centredMeans(values, season).map((centre, index) =>
    centre === null ? mean(values.slice(Math.max(0, index - half), index + half + 1)) : centre,
  );
};

const departuresFrom = (
  values: readonly number[],
  centres: readonly (number | null)[],
  season: number,
  multiplicative: boolean,
): number[][] => {
  const groups = Array.from({ length: season }, (): number[] => []);
  centres.forEach((centre, index) => {
    const value = values[index];
    if (centre === null || value === undefined || (multiplicative && centre <= 0)) return;
    groups[index % season]?.push(multiplicative ? value / centre : value - centre);
  });
  return groups;
};

/** What each phase departs by from the mean of a cycle around it, cycle after cycle: a factor or a difference. */
export const departures = (values: readonly number[], season: number, multiplicative: boolean): number[][] =>
  departuresFrom(values, centredMeans(values, season), season, multiplicative);

/** Weighted mean of a phase's cycles: the latest counts most. */
const recentMean = (values: readonly number[]): number => {
  let [total, weights, weight] = [0, 0, 1];
  for (let index = values.length - 1; index >= 0; index--) {
    total += weight * (values[index] ?? 0);
    weights += weight;
    weight *= RECENCY;
  }
  return total / weights;
};

/** Weighted cycles are worth fewer than they are: Kish's effective count. */
const effectiveCycles = (count: number): number => {
  let [total, squares, weight] = [0, 0, 1];
  for (let cycle = 0; cycle < count; cycle++) {
    total += weight;
    squares += weight * weight;
    weight *= RECENCY;
  }
  return (total * total) / squares;
};

/** Index of the departures, each phase drawn towards none by how uncertain it is (James and Stein); null when chance explains all. */
const shrunkIndex = (groups: readonly (readonly number[])[], multiplicative: boolean): SeasonalIndex | null => {
  const season = groups.length;
  const neutral = multiplicative ? 1 : 0;
  const cycles = Math.min(...groups.map((group) => group.length));
  if (cycles === 0) return null;
  const raw = groups.map(recentMean);
  const centre = mean(raw);
  const phases = raw.map((phase) => (multiplicative ? phase / centre : phase - centre));
  const between = mean(phases.map((phase) => square(phase - neutral)));
  let [residuals, count] = [0, 0];
  groups.forEach((group, phase) => {
    for (const value of group) residuals += square(value - (phases[phase] ?? neutral));
    count += group.length;
  });
  const within = residuals / (count > season ? count - season : count);
  const noise = within / effectiveCycles(cycles);
  const strength = between > 0 ? Math.max(0, 1 - (((season - 3) / season) * noise) / between) : 0;
  const shrunk = phases.map((phase) => neutral + strength * (phase - neutral));
  return strength > LEAST_STRENGTH && (!multiplicative || shrunk.every((phase) => phase > LEAST_FACTOR))
    ? { multiplicative, phases: shrunk }
    : null;
};

/**
 * Seasonal index by ratio (or difference) to the mean of one cycle, recent cycles counting more. In two passes: the first index
 * takes the season out, so that the second can measure the level up to both ends of the series, where a centred mean has no
 * cycle to stand on, and half a cycle more counts at each end. null under two cycles, or when phases do not differ more
 * than chance. Factors are for values above 0 alone: others are read as differences.
 */
export const seasonalIndex = (values: readonly number[], season: number, factors: boolean): SeasonalIndex | null => {
  if (season < 2 || values.length < 2 * season) return null;
  const multiplicative = factors && values.every((value) => value > 0);
  const first = shrunkIndex(departures(values, season, multiplicative), multiplicative);
  if (!first) return null;
  const centres = meansToTheEnds(withoutSeason(values, first), season);
  return shrunkIndex(departuresFrom(values, centres, season, multiplicative), multiplicative);
};

/** The series without its season. */
export const withoutSeason = (values: readonly number[], index: SeasonalIndex): number[] =>
  values.map((value, i) => {
    const phase = index.phases[i % index.phases.length] ?? 0;
    return index.multiplicative ? value / phase : value - phase;
  });

/** Gives projected or fitted values their season back; `start` is the place of the first of them in the series. */
export const withSeason = <T extends number | null>(values: readonly T[], index: SeasonalIndex, start: number): T[] =>
  values.map((value, step) => {
    if (value === null) return value;
    const phase = index.phases[(start + step) % index.phases.length] ?? 0;
    return (index.multiplicative ? value * phase : value + phase) as T;
  });
