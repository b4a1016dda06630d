import type { Bounds } from './backtest';
import type { Projection } from './forecast';
import { clamp } from './statistics';

/** How far a projection's intervals reach below and above its value. */
export type Width = { below: number; above: number; below95: number; above95: number };

/** The sides of a projection's intervals; one that a bound has cut is as wide as the other. */
export const widthOf = ({ value, low, high, low95, high95 }: Projection, bounds: Bounds): Width => {
  const side = (own: number, other: number, isCut: boolean): number => (isCut ? Math.max(own, other) : own);
  return {
    below: side(value - low, high - value, low <= bounds.low),
    above: side(high - value, value - low, high >= bounds.high),
    below95: side(value - low95, high95 - value, low95 <= bounds.low),
    above95: side(high95 - value, value - low95, high95 >= bounds.high),
  };
};

/** A projection of a value and a width, kept inside the bounds. */
export const projectionAt = (value: number, width: Width, { low, high }: Bounds): Projection => ({
  value,
  low: clamp(value - width.below, low, value),
  high: clamp(value + width.above, value, high),
  low95: clamp(value - width.below95, low, value),
  high95: clamp(value + width.above95, value, high),
});
