import { mean, square } from './statistics';

/** What a season adds or multiplies at each of its phases. Phase 0 is the series' first value. */
export type SeasonalIndex = { multiplicative: boolean; phases: readonly number[] };

/** How much a cycle counts beside the one after it. */
const RECENCY = 0.75;
/** Below this share of what is seen, the differences between phases are taken for chance. */
const LEAST_STRENGTH = 0.05;

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

/** What each phase departs by from the mean of a cycle around it, cycle after cycle: a factor or a difference. */
export const departures = (values: readonly number[], season: number, multiplicative: boolean): number[][] => {
  const groups = Array.from({ length: season }, (): number[] => []);
  centredMeans(values, season).forEach((centre, index) => {
    const value = values[index];
    if (centre === null || value === undefined || (multiplicative && centre <= 0)) return;
    groups[index % season]?.push(multiplicative ? value / centre : value - centre);
  });
  return groups;
};

/** Weighted mean of a phase's cycles, latest first in weight. */
const recentMean = (values: readonly number[], neutral: number): number => {
  let [total, weights, weight] = [0, 0, 1];
  for (let index = values.length - 1; index >= 0; index--) {
    total += weight * (values[index] ?? 0);
    weights += weight;
    weight *= RECENCY;
  }
  return weights > 0 ? total / weights : neutral;
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

/**
 * Seasonal index by ratio (or difference) to the centred mean of one cycle, recent cycles counting more, each phase drawn
 * towards none by how uncertain it is (James and Stein). null under two cycles, or when phases do not differ more
 * than chance.
 */
export const seasonalIndex = (values: readonly number[], season: number): SeasonalIndex | null => {
  if (season < 2 || values.length < 2 * season) return null;
  const multiplicative = values.every((value) => value > 0);
  const neutral = multiplicative ? 1 : 0;
  const groups = departures(values, season, multiplicative);
  const cycles = Math.min(...groups.map((group) => group.length));
  if (cycles === 0) return null;
  const raw = groups.map((group) => recentMean(group, neutral));
  const centre = mean(raw);
  const phases = raw.map((phase) => (multiplicative ? phase / centre : phase - centre));
  const between = mean(phases.map((phase) => square(phase - neutral)));
  const residuals = groups.flatMap((group, phase) => group.map((value) => square(value - (phases[phase] ?? neutral))));
  const freedom = residuals.length > season ? residuals.length - season : residuals.length;
  const within = residuals.reduce((total, value) => total + value, 0) / freedom;
  const noise = within / effectiveCycles(cycles);
  const strength = between > 0 ? Math.max(0, 1 - (((season - 3) / season) * noise) / between) : 0;
  const shrunk = phases.map((phase) => neutral + strength * (phase - neutral));
  return strength <= LEAST_STRENGTH || (multiplicative && shrunk.some((phase) => phase <= 0.01))
    ? null
    : { multiplicative, phases: shrunk };
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
