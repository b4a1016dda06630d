import { mean } from './statistics';

/** What a season adds or multiplies at each of its phases. Phase 0 is the series' first value. */
export type SeasonalIndex = { multiplicative: boolean; phases: readonly number[] };

/** How much a cycle counts beside the one after it. */
const RECENCY = 0.75;
/** Below this share of what is seen, the differences between phases are taken for chance. */
const LEAST_STRENGTH = 0.05;

/** Mean of one whole cycle around each value (half weights at both ends for an even cycle); null near the ends. */
const centredMeans = (values: readonly number[], season: number): (number | null)[] => {
  const half = Math.floor(season / 2);
  return values.map((_, index) => {
    if (index < half || index >= values.length - half) return null;
    const around = values.slice(index - half, index + half + 1);
    if (season % 2 === 1) return mean(around);
    const inner = around.slice(1, -1).reduce((total, value) => total + value, 0);
    return (inner + ((around[0] ?? 0) + (around.at(-1) ?? 0)) / 2) / season;
  });
};

/** What each phase departs by, cycle after cycle. */
const departures = (values: readonly number[], season: number, multiplicative: boolean): number[][] => {
  const groups = Array.from({ length: season }, (): number[] => []);
  centredMeans(values, season).forEach((centre, index) => {
    const value = values[index];
    if (centre === null || value === undefined || (multiplicative && centre <= 0)) return;
    groups[index % season]?.push(multiplicative ? value / centre : value - centre);
  });
  return groups;
};

const recentMean = (values: readonly number[], neutral: number): number => {
  let [total, weights] = [0, 0];
  values.forEach((value, index) => {
    const weight = RECENCY ** (values.length - 1 - index);
    total += weight * value;
    weights += weight;
  });
  return weights > 0 ? total / weights : neutral;
};

/** Weighted cycles are worth fewer than they are: Kish's effective count. */
const effectiveCycles = (count: number): number => {
  const weights = Array.from({ length: count }, (_, index) => RECENCY ** index);
  return (
    weights.reduce((total, weight) => total + weight, 0) ** 2 / weights.reduce((total, weight) => total + weight * weight, 0)
  );
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
  const between = mean(phases.map((phase) => (phase - neutral) ** 2));
  const residuals = groups.flatMap((group, phase) => group.map((value) => (value - (phases[phase] ?? neutral)) ** 2));
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

/** Gives a projection its season back; `length` is that of the series it continues. */
export const withSeason = (projected: readonly number[], index: SeasonalIndex, length: number): number[] =>
  projected.map((value, step) => {
    const phase = index.phases[(length + step) % index.phases.length] ?? 0;
    return index.multiplicative ? value * phase : value + phase;
  });
