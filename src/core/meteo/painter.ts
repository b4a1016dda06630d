import type { Box, PageText } from './page';
import type { ShapePath } from './shapePath';

export type Point = { x: number; y: number };
export type LineLook = { color: string; weight: number; dash?: readonly [on: number, off: number]; round?: boolean };
export type TextLook = { size: number; bold: boolean; color: string };
export type Align = 'left' | 'center' | 'right';

/** Parts of the size above and below the baseline, and height of capitals, for Arial and what is metric-compatible with it. */
const ASCENT = 0.905;
const DESCENT = 0.212;
const CAP_HEIGHT = 0.716;

/** Baseline of a text whose line has its middle at `middle`. */
export const baselineOf = (middle: number, size: number): number => middle + ((ASCENT - DESCENT) / 2) * size;

/** Baseline of a text whose capitals have their middle at `middle`: for labels beside a point. */
export const labelBaseline = (middle: number, size: number): number => middle + (CAP_HEIGHT / 2) * size;

/**
 * Something that a page can be painted on: the PDF and the preview. Coordinates are the page's points, y downwards. The
 * last three say what a drawing means; they call `draw` once, at once.
 */
export type Painter = {
  line(points: readonly Point[], look: LineLook): void;
  rectangle(box: Box, paint: { fill: string } | { line: LineLook }): void;
  polygon(points: readonly Point[], fill: string): void;
  circle(middle: Point, radius: number, fill: string, line: LineLook): void;
  /** A preset shape: its fill, and its outline where it has one. */
  shape(path: ShapePath, fill: string, outline: number | null): void;
  /** One line of text; `x` is its left edge, middle or right edge, `baseline` what it stands on. */
  text(text: string, x: number, baseline: number, look: TextLook, align: Align): void;
  /** What says nothing that the text does not say. */
  decoration(draw: () => void): void;
  /** A text of the page. */
  content(item: PageText, draw: () => void): void;
  /** A picture, with the words that stand for it. */
  figure(altText: string, draw: () => void): void;
};
