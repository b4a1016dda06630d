import type { Area } from '../core/sheet/address';
import type { CellStyle } from '../core/sheet/draft';
import type { ChangedLook, LookBefore } from '../core/sheet/undo';
import { rangeOf } from './range';
import { edges } from './writeFormats';

const SIDES = ['top', 'bottom', 'left', 'right'] as const;

/** A look that was asked for: what it was is known after the round trip; null where the cells differ in it. */
export type AskedLook = { sheet: string; area: Area; before: () => LookBefore | null };

/** Excel gives null, and '' for a colour, where the cells of a range differ. */
const isMixed = (value: unknown): boolean => value === null || value === '';

/** Asks for what a style is going to change of some cells, and for nothing else. */
export const askLook = (sheet: Excel.Worksheet, name: string, area: Area, style: CellStyle): AskedLook => {
  const range = rangeOf(sheet, area);
  const { format } = range;
  const { font, borders } = style;
  const fonts = font ? (Object.keys(font) as (keyof typeof font)[]) : [];
  if (fonts.length > 0) format.font.load(fonts.join(','));
  if (style.fill !== undefined) format.fill.load('color,pattern');
  if (style.horizontal) format.load('horizontalAlignment');
  if (style.vertical) format.load('verticalAlignment');
  if (style.wrap !== undefined) format.load('wrapText');
  if (style.indent !== undefined) format.load('indentLevel');
  if (style.numberFormat !== undefined) range.load('numberFormat');
  const sides = SIDES.filter((side) => borders?.[side]).map((side) => ({
    side,
    border: format.borders.getItem(edges[side]).load('style,weight,color'),
  }));
  const before = (): LookBefore | null => {
    const look: LookBefore = {
      ...(style.horizontal && { horizontal: format.horizontalAlignment }),
      ...(style.vertical && { vertical: format.verticalAlignment }),
      ...(style.wrap !== undefined && { wrap: format.wrapText }),
      ...(style.indent !== undefined && { indent: format.indentLevel }),
    };
    const kept: LookBefore = {
      ...look,
      font: Object.fromEntries(fonts.map((key) => [key, format.font[key]])),
      ...(style.numberFormat !== undefined && { numberFormats: range.numberFormat as string[][] }),
      ...(style.fill !== undefined && { fill: format.fill.pattern === 'None' ? 'none' : format.fill.color }),
      borders: sides.map(({ side, border }) => ({ side, style: border.style, weight: border.weight, color: border.color })),
    };
    const told = [...Object.values(look), ...Object.values(kept.font ?? {}), kept.fill ?? 'none'];
    const differ = told.some(isMixed) || (style.fill !== undefined && isMixed(format.fill.pattern));
    return differ || (kept.borders ?? []).some((border) => isMixed(border.style)) ? null : kept;
  };
  return { sheet: name, area, before };
};

/** Gives cells back the look that they had. */
export const restoreLook = (worksheet: Excel.Worksheet, { area, look }: ChangedLook): void => {
  const range = rangeOf(worksheet, area);
  const { format } = range;
  if (look.numberFormats) range.numberFormat = look.numberFormats.map((line) => [...line]);
  if (look.font && Object.keys(look.font).length > 0) format.font.set(look.font);
  if (look.fill === 'none') format.fill.clear();
  else if (look.fill !== undefined) format.fill.color = look.fill;
  // As Excel spelled them itself, whose typings have a union for each.
  if (look.horizontal !== undefined) format.horizontalAlignment = look.horizontal as 'General';
  if (look.vertical !== undefined) format.verticalAlignment = look.vertical as 'Bottom';
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  if (look.indent !== undefined) format.indentLevel = look.indent;
  for (const { side, style, weight, color } of look.borders ?? []) {
    const border = format.borders.getItem(edges[side]);
    border.style = style as 'None';
    if (style === 'None') continue;
    border.weight = weight as 'Thin';
    border.color = color;
  }
};
