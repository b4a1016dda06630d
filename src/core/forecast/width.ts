import type { Bounds } from './backtest';
import type { Projection } from './forecast';
import { clamp } from './statistics';

/** How far a projection's intervals reach on either side. */
export type Width = { half: number; half95: number };

/** The wider sides of a projection: bounds may have cut the others. */
export const widthOf = ({ value, low, high, low95, high95 }: Projection): Width => ({
  half: Math.max(high - value, value - low),
  half95: Math.max(high95 - value, value - low95),
});

/** A projection of a value and a width, kept inside the bounds. */
export const projectionAt = (value: number, { half, half95 }: Width, { low, high }: Bounds): Projection => ({
  value,
  low: clamp(value - half, low, value),
  high: clamp(value + half, value, high),
  low95: clamp(value - half95, low, value),
  high95: clamp(value + half95, value, high),
});
