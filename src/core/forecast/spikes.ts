import type { CleanSeries } from './series';
import { clamp, median } from './statistics';

/** A value that was not believed: its place in the series as it was given, as it was, and as the methods saw it. */
export type CleanedValue = { index: number; from: number; to: number };

/** How many times the usual departure makes a spike. */
const SPIKE = 8;
/** A spike is drawn in to so many times the usual departure. */
const DRAWN_TO = 3;
/** A neighbour that departs by this share in the same direction makes a period of it, not a spike. */
const SHARED = 0.3;
/** The latest values may be the start of something new. */
const TOO_RECENT = 2;
const LEAST_VALUES = 12;
/** Median absolute departure to standard deviation, for normal departures. */
const TO_DEVIATION = 1.4826;

/** Departure of each value from the median around it and, once there are two cycles, from its phase's usual departure. */
const departuresOf = (values: readonly number[], season: number): number[] => {
  const reach = season > 1 ? Math.min(season, 6) : 5;
  const around = values.map((_, index) => {
    const from = clamp(index - reach, 0, Math.max(0, values.length - 2 * reach - 1));
    return median(values.slice(from, from + 2 * reach + 1));
  });
  const away = values.map((value, index) => value - (around[index] ?? 0));
  if (season < 2 || values.length < 2 * season) return away;
  const phases = Array.from({ length: season }, (_, phase) => median(away.filter((_one, index) => index % season === phase)));
  return away.map((one, index) => one - (phases[index % season] ?? 0));
};

/** Values on either side whose departures tell what is usual at a place. */
const NEIGHBOURS = 12;

/** Usual departure at a place: the largest of what is usual everywhere, around it, and in its phase of the cycle. */
const usualAround = (away: readonly number[], season: number): ((index: number) => number) => {
  const usual = (some: readonly number[]): number => TO_DEVIATION * median(some.map(Math.abs));
  const everywhere = usual(away);
  return (index) =>
    Math.max(
      everywhere,
      usual(away.filter((_, other) => other !== index && Math.abs(other - index) <= NEIGHBOURS)),
      season > 1 && away.length >= 2 * season ? usual(away.filter((_, other) => other % season === index % season)) : 0,
    );
};

/**
 * Draws in isolated spikes: a value far outside what is usual around it, whose neighbours in time and in the cycles beside it do
 * not share the departure. A run of unusual values is a change and stays, as do the two latest ones.
 */
export const withoutSpikes = (clean: CleanSeries, season: number): { clean: CleanSeries; cleaned: readonly CleanedValue[] } => {
  const { values, observed, first } = clean;
  if (values.length < LEAST_VALUES) return { clean, cleaned: [] };
  const away = departuresOf(values, season);
  const usualAt = usualAround(away, season);
  const usual = TO_DEVIATION * median(away.map(Math.abs));
  if (!(usual > 0)) return { clean, cleaned: [] };
  const shares = (index: number, departure: number): boolean =>
    (away[index] ?? 0) * Math.sign(departure) > SHARED * Math.abs(departure);
  const isSpike = (index: number): boolean => {
    const departure = away[index] ?? 0;
    if (!observed[index] || index >= values.length - TOO_RECENT || Math.abs(departure) <= SPIKE * usual) return false;
    const beside = season > 1 ? [1, -1, season, -season] : [1, -1];
    return Math.abs(departure) > SPIKE * usualAt(index) && !beside.some((step) => shares(index + step, departure));
  };
  const cleaned = values.flatMap((from, index): CleanedValue[] => {
    if (!isSpike(index)) return [];
    const departure = away[index] ?? 0;
    return [{ index: first + index, from, to: from - departure + Math.sign(departure) * DRAWN_TO * usualAt(index) }];
  });
  if (cleaned.length === 0) return { clean, cleaned };
  const tamed = [...values];
  for (const { index, to } of cleaned) tamed[index - first] = to;
  return { clean: { ...clean, values: tamed }, cleaned };
};
