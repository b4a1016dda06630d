/** A cell's look, as Excel resolves it: every property has a value. Colours are `#RRGGBB`; '' is automatic or none. */

export type BorderStyle =
  | 'none'
  | 'hair'
  | 'thin'
  | 'medium'
  | 'thick'
  | 'dashed'
  | 'dotted'
  | 'double'
  | 'mediumDashed'
  | 'dashDot'
  | 'mediumDashDot'
  | 'dashDotDot'
  | 'mediumDashDotDot'
  | 'slantDashDot';
export type BorderEdge = { style: BorderStyle; color: string };

export type Style = {
  numberFormat: string;
  font: {
    name: string;
    size: number;
    bold: boolean;
    italic: boolean;
    underline: 'none' | 'single' | 'double';
    strikethrough: boolean;
    color: string;
  };
  fill: { pattern: string; color: string; patternColor: string };
  borders: { left: BorderEdge; right: BorderEdge; top: BorderEdge; bottom: BorderEdge; diagonal: BorderEdge };
  alignment: {
    horizontal: 'general' | 'left' | 'center' | 'right' | 'fill' | 'justify' | 'centerContinuous' | 'distributed';
    vertical: 'top' | 'center' | 'bottom' | 'justify' | 'distributed';
    wrap: boolean;
    indent: number;
    rotation: number;
    shrink: boolean;
  };
  protection: { locked: boolean; hidden: boolean };
};

/** Part of a style, to lay over another. */
export type StylePatch = { [K in keyof Style]?: Style[K] extends object ? { [P in keyof Style[K]]?: Style[K][P] } : Style[K] };

/**
 * The workbook's cell styles. Index 0 is the default. Styles only grow: a patched style is a new entry that remembers the
 * one it came from, so that a save can keep what it does not know of the original.
 */
export type StyleTable = {
  get(index: number): Style;
  /** Index of `get(index)` with the patch laid over; the same patch on the same style gives the same index. */
  derive(index: number, patch: StylePatch): number;
  /** The Normal style's font, which column widths are measured with. */
  readonly normalFont: { name: string; size: number };
};
