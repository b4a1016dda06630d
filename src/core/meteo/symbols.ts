import type { PageSymbol } from './page';

type Point = { x: number; y: number };

/** The status symbols as polygons in a 10 × 10 square, for what draws without Excel's fonts. */
const polygons: Readonly<Record<PageSymbol['symbol'], readonly (readonly [x: number, y: number])[]>> = {
  ok: [
    [0.6, 5.6],
    [2.2, 4.2],
    [4, 6.2],
    [8.2, 0.9],
    [9.6, 2],
    [4.2, 9],
  ],
  watch: [
    [5, 0.8],
    [9.8, 9.2],
    [0.2, 9.2],
  ],
  alert: [
    [1, 2.6],
    [2.6, 1],
    [5, 3.4],
    [7.4, 1],
    [9, 2.6],
    [6.6, 5],
    [9, 7.4],
    [7.4, 9],
    [5, 6.6],
    [2.6, 9],
    [1, 7.4],
    [3.4, 5],
  ],
};

/** The corners of a symbol drawn `size` points wide from `origin`. */
export const symbolPolygon = (symbol: PageSymbol['symbol'], origin: Point, size: number): Point[] =>
  polygons[symbol].map(([x, y]) => ({ x: origin.x + (x * size) / 10, y: origin.y + (y * size) / 10 }));
