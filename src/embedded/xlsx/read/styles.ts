import type { BorderEdge, BorderStyle, Style } from '../../book/style';
import { defaultStyle } from '../../book/styleTable';
import { builtInFormat } from '../numberFormats';
import { attribute, booleanAttribute, child, childrenOf, numberAttribute, type Element } from '../xml/tree';
import { decodeSpreadsheetText } from '../xml/text';
import { resolveColor, type Palette } from './color';

/** What a styles part holds, resolved: entry n of `styles` is the part's cell format n. */
export type StyleSheet = { styles: Style[]; normalFont: { name: string; size: number }; quotePrefixed: Set<number> };

const flag = (font: Element | undefined, local: string): boolean => {
  const element = child(font, local);
  return element !== undefined && booleanAttribute(element, 'val', true);
};

/** Font as Excel resolves it; what the element does not name comes from the default. */
export const readFont = (font: Element | undefined, palette: Palette): Style['font'] => {
  const underline = child(font, 'u');
  const kind = underline ? (attribute(underline, 'val') ?? 'single') : 'none';
  const color = child(font, 'color');
  return {
    name: attribute(child(font, 'name'), 'val') ?? attribute(child(font, 'rFont'), 'val') ?? defaultStyle.font.name,
    size: numberAttribute(child(font, 'sz'), 'val') ?? defaultStyle.font.size,
    bold: flag(font, 'b'),
    italic: flag(font, 'i'),
    underline: kind.startsWith('double') ? 'double' : kind === 'none' ? 'none' : 'single',
    strikethrough: flag(font, 'strike'),
    color: resolveColor(color, palette) || defaultStyle.font.color,
  };
};

const readFill = (fill: Element | undefined, palette: Palette): Style['fill'] => {
  const gradient = child(fill, 'gradientFill');
  if (gradient) {
    const first = child(child(gradient, 'stop'), 'color');
    return { pattern: 'gradient', color: resolveColor(first, palette), patternColor: '' };
  }
  const pattern = child(fill, 'patternFill');
  const kind = attribute(pattern, 'patternType') ?? 'none';
  if (kind === 'none') return defaultStyle.fill;
  const front = resolveColor(child(pattern, 'fgColor'), palette);
  const back = resolveColor(child(pattern, 'bgColor'), palette);
  return kind === 'solid'
    ? { pattern: kind, color: front, patternColor: '' }
    : { pattern: kind, color: back, patternColor: front };
};

const readEdge = (edge: Element | undefined, palette: Palette): BorderEdge => {
  const style = (attribute(edge, 'style') ?? 'none') as BorderStyle;
  return style === 'none' ? { style, color: '' } : { style, color: resolveColor(child(edge, 'color'), palette) || '#000000' };
};

const readBorders = (border: Element | undefined, palette: Palette): Style['borders'] => ({
  left: readEdge(child(border, 'left') ?? child(border, 'start'), palette),
  right: readEdge(child(border, 'right') ?? child(border, 'end'), palette),
  top: readEdge(child(border, 'top'), palette),
  bottom: readEdge(child(border, 'bottom'), palette),
  diagonal: readEdge(child(border, 'diagonal'), palette),
});

/** File: 0 to 90 upwards, 91 to 180 downwards, 255 stacked. Here downwards is -1 to -90. */
const readRotation = (value: number): number => (value > 90 && value <= 180 ? 90 - value : value);

const readAlignment = (alignment: Element | undefined): Style['alignment'] => ({
  horizontal: (attribute(alignment, 'horizontal') ?? 'general') as Style['alignment']['horizontal'],
  vertical: (attribute(alignment, 'vertical') ?? 'bottom') as Style['alignment']['vertical'],
  wrap: booleanAttribute(alignment, 'wrapText'),
  indent: numberAttribute(alignment, 'indent') ?? 0,
  rotation: readRotation(numberAttribute(alignment, 'textRotation') ?? 0),
  shrink: booleanAttribute(alignment, 'shrinkToFit'),
});

/** Number formats of a styles part by number. */
const readNumberFormats = (styles: Element | undefined): Map<number, string> =>
  new Map(
    childrenOf(child(styles, 'numFmts'), 'numFmt').map((format) => [
      numberAttribute(format, 'numFmtId') ?? 0,
      decodeSpreadsheetText(attribute(format, 'formatCode') ?? 'General'),
    ]),
  );

/** Cell styles of a styles part; without one, the default alone. */
export const readStyles = (root: Element | undefined, palette: Palette): StyleSheet => {
  const formats = readNumberFormats(root);
  const fonts = childrenOf(child(root, 'fonts'), 'font').map((font) => readFont(font, palette));
  const fills = childrenOf(child(root, 'fills'), 'fill').map((fill) => readFill(fill, palette));
  const borders = childrenOf(child(root, 'borders'), 'border').map((border) => readBorders(border, palette));
  const quotePrefixed = new Set<number>();
  const styles = childrenOf(child(root, 'cellXfs'), 'xf').map((xf, index): Style => {
    if (booleanAttribute(xf, 'quotePrefix')) quotePrefixed.add(index);
    const format = numberAttribute(xf, 'numFmtId') ?? 0;
    const protection = child(xf, 'protection');
    return {
      numberFormat: formats.get(format) ?? builtInFormat(format),
      font: fonts[numberAttribute(xf, 'fontId') ?? 0] ?? defaultStyle.font,
      fill: fills[numberAttribute(xf, 'fillId') ?? 0] ?? defaultStyle.fill,
      borders: borders[numberAttribute(xf, 'borderId') ?? 0] ?? defaultStyle.borders,
      alignment: readAlignment(child(xf, 'alignment')),
      protection: { locked: booleanAttribute(protection, 'locked', true), hidden: booleanAttribute(protection, 'hidden') },
    };
  });
  const normal = child(child(root, 'cellStyleXfs'), 'xf');
  const { name, size } = fonts[numberAttribute(normal, 'fontId') ?? 0] ?? defaultStyle.font;
  return { styles, normalFont: { name, size }, quotePrefixed };
};
