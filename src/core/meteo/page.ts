import type { ChartContent, Figure, MeteoContent, Weather } from './content';

/**
 * One A4 as boxes in points from the live area's top left (see docs of the layout in ARCHITECTURE.md): the value that the
 * sheet, the PDF and the preview are made from. Portrait 540 × 780, landscape 780 × 540.
 */
export type Box = { left: number; top: number; width: number; height: number };

export type TextStyle = {
  size: number;
  bold: boolean;
  color: string;
  align: 'left' | 'right' | 'center';
  vertical: 'top' | 'center' | 'bottom';
  indent?: number;
};

export type PageText = {
  kind: 'text';
  /** Stable name: `green.value`, `yellow.highlights.2.text`; used by tests and, where marked, for defined names. */
  id: string;
  box: Box;
  /** Lines as they break; joined with a line feed they are the text. */
  lines: readonly string[];
  leading: number;
  style: TextStyle;
  fill?: string;
  /** The live number behind the text, when it is one. */
  figure?: Figure;
};

export type PageLine = {
  kind: 'line';
  from: { x: number; y: number };
  to: { x: number; y: number };
  weight: number;
  color: string;
};
export type PageFrame = { kind: 'frame'; id: 'green' | 'yellow' | 'blue'; box: Box; weight: number; color: string };
export type PageSymbol = { kind: 'symbol'; id: string; symbol: 'ok' | 'watch' | 'alert'; box: Box; size: number; color: string };
export type PageIcon = { kind: 'icon'; id: 'current' | 'previous'; weather: Weather; box: Box; altText: string };
type PageArrow = { kind: 'arrow'; box: Box; color: string };
export type PageChart = {
  kind: 'chart';
  box: Box;
  /** Inner plot area, in points from the box's top left. */
  plot: Box;
  axis: { minimum: number; maximum: number; step: number };
  content: ChartContent;
  altText: string;
};

export type PageItem = PageText | PageLine | PageFrame | PageSymbol | PageIcon | PageArrow | PageChart;

export type MeteoPage = {
  content: MeteoContent;
  /** Live area in points, and where it starts on the A4 sheet of paper. */
  width: number;
  height: number;
  paper: { width: number; height: number; offsetX: number; offsetY: number };
  /** Vertical and horizontal edges that the sheet's columns and rows follow, from 0 to width and height. */
  columnEdges: readonly number[];
  rowEdges: readonly number[];
  items: readonly PageItem[];
  /** What was shortened to make it fit, in words. */
  shortened: readonly string[];
};
