import { DRAWN } from '../../core/watch/drawn';
import type { Multiple } from '../../core/watch/multiples';

export type Drawing = {
  width: number;
  height: number;
  band: { top: number; height: number } | null;
  mean: number | null;
  /** Paths of the values, broken where a period has none. */
  line: readonly string[];
  run: readonly string[];
  last: { x: number; y: number } | null;
};

const WIDTH = 144;
const HEIGHT = 32;
/** Room left and right for the last point, above and below for a value at the edge. */
const SIDE = 4;
const EDGE = 3;

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Places of a multiple's values in a picture of 144 by 32: the usual variation as a band, the highest value at the top. */
export const sparkline = ({ values, drift, runFrom }: Pick<Multiple, 'values' | 'drift' | 'runFrom'>): Drawing => {
  const known = values.flatMap((value) => value ?? []);
  const bounds = drift ? [...known, drift.low, drift.high] : known;
  const [low, high] = [Math.min(...bounds), Math.max(...bounds)];
  const scale = high > low ? (HEIGHT - 2 * EDGE) / (high - low) : 0;
  const y = (value: number): number => rounded(scale === 0 ? HEIGHT / 2 : EDGE + (high - value) * scale);
  const step = (WIDTH - 2 * SIDE) / (DRAWN - 1);
  const x = (index: number): number => rounded(SIDE + (DRAWN - values.length + index) * step);
  const paths = (from: number): string[] => {
    const found: string[] = [];
    let pen = '';
    for (const [index, value] of values.entries()) {
      if (index < from || value === null) {
        if (pen !== '') found.push(pen);
        pen = '';
        continue;
      }
      pen += `${pen === '' ? 'M' : 'L'}${String(x(index))} ${String(y(value))}`;
    }
    return pen === '' ? found : [...found, pen];
  };
  const end = values.reduce<number>((last, value, index) => (value === null ? last : index), -1);
  return {
    width: WIDTH,
    height: HEIGHT,
    band: drift ? { top: y(drift.high), height: rounded(y(drift.low) - y(drift.high)) } : null,
    mean: drift ? y(drift.mean) : null,
    line: paths(0),
    run: runFrom === null ? [] : paths(runFrom),
    last: end < 0 ? null : { x: x(end), y: y(values[end] ?? 0) },
  };
};
