import type { BorderEdge, Style, StylePatch, StyleTable } from './style';

const noEdge: BorderEdge = { style: 'none', color: '' };

/** The style of a cell that nobody formatted, in a workbook that Excel 2007 to 2021 made: Calibri 11, General. */
export const defaultStyle: Style = {
  numberFormat: 'General',
  font: { name: 'Calibri', size: 11, bold: false, italic: false, underline: 'none', strikethrough: false, color: '#000000' },
  fill: { pattern: 'none', color: '', patternColor: '' },
  borders: { left: noEdge, right: noEdge, top: noEdge, bottom: noEdge, diagonal: noEdge },
  alignment: { horizontal: 'general', vertical: 'bottom', wrap: false, indent: 0, rotation: 0, shrink: false },
  protection: { locked: true, hidden: false },
};

/** A style with a patch laid over it: `overlay(style, { font: { bold: true } })`. */
const overlay = (style: Style, patch: StylePatch): Style => ({
  numberFormat: patch.numberFormat ?? style.numberFormat,
  font: { ...style.font, ...patch.font },
  fill: { ...style.fill, ...patch.fill },
  borders: { ...style.borders, ...patch.borders },
  alignment: { ...style.alignment, ...patch.alignment },
  protection: { ...style.protection, ...patch.protection },
});

/**
 * The cell styles of a workbook. Those read from a file come first and keep the index that the file gave them; derived
 * ones follow. Each derived style remembers the one of the file it began as (`origin`), so that a save can copy what it
 * does not model from there. Objects that `get` gives must not be changed.
 */
export class Styles implements StyleTable {
  private readonly entries: Style[];
  private readonly origins: number[];
  /** Index by origin and content. */
  private readonly known = new Map<string, number>();
  /** Number of styles that were given at the start: those of the file. */
  readonly initialCount: number;

  constructor(
    initial: readonly Style[] = [defaultStyle],
    readonly normalFont: { name: string; size: number } = { name: 'Calibri', size: 11 },
  ) {
    this.entries = initial.length > 0 ? [...initial] : [defaultStyle];
    this.origins = this.entries.map((_, index) => index);
    this.initialCount = this.entries.length;
    this.entries.forEach((style, index) => this.known.set(keyOf(index, style), index));
  }

  get count(): number {
    return this.entries.length;
  }

  /** An index that no style has gives the default style, as Excel treats a damaged reference. */
  get(index: number): Style {
    return this.entries[index] ?? this.entries[0] ?? defaultStyle;
  }

  /** Style of the file that the style at `index` began as. */
  origin(index: number): number {
    return this.origins[index] ?? 0;
  }

  derive(index: number, patch: StylePatch): number {
    const style = overlay(this.get(index), patch);
    const origin = this.origin(index);
    const key = keyOf(origin, style);
    const existing = this.known.get(key);
    if (existing !== undefined) return existing;
    const added = this.entries.push(style) - 1;
    this.origins.push(origin);
    this.known.set(key, added);
    return added;
  }
}

const edgeKey = (edge: BorderEdge): string => `${edge.style}${edge.color}`;

const keyOf = (origin: number, { numberFormat, font, fill, borders, alignment, protection }: Style): string =>
  [
    origin,
    numberFormat,
    font.name,
    font.size,
    font.bold,
    font.italic,
    font.underline,
    font.strikethrough,
    font.color,
    fill.pattern,
    fill.color,
    fill.patternColor,
    edgeKey(borders.left),
    edgeKey(borders.right),
    edgeKey(borders.top),
    edgeKey(borders.bottom),
    edgeKey(borders.diagonal),
    alignment.horizontal,
    alignment.vertical,
    alignment.wrap,
    alignment.indent,
    alignment.rotation,
    alignment.shrink,
    protection.locked,
    protection.hidden,
  ].join('\u0001');
