import { attribute, booleanAttribute, child, numberAttribute, type Element } from '../xml/tree';

/** The colours that a workbook's colour references mean. */
export type Palette = {
  /** Theme colours in the order that cells count them. */ theme: readonly string[];
  indexed: readonly string[];
};

/** Excel's own palette of 56 colours (ECMA-376 part 1, 18.8.27), the first eight twice. */
const eight = ['000000', 'FFFFFF', 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF'];
const standardIndexed = [
  ...eight,
  ...eight,
  ...(
    '800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF ' +
    '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 ' +
    '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'
  ).split(' '),
].map((digits) => `#${digits}`);

const officeTheme = 'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72'
  .split(' ')
  .map((digits) => `#${digits}`);

export const defaultPalette: Palette = { theme: officeTheme, indexed: standardIndexed };

/** Cells count light before dark, the theme's own order has dark first. */
export const themeOrder = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

const schemeColor = (element: Element | undefined): string | undefined => {
  const color = element?.children[0];
  const digits = attribute(color, color?.local === 'sysClr' ? 'lastClr' : 'val');
  return digits && /^[0-9a-fA-F]{6}$/.test(digits) ? `#${digits.toUpperCase()}` : undefined;
};

/** Colours of a workbook from its theme part and its styles part, either of which may be missing. */
export const readPalette = (theme: Element | undefined, styles: Element | undefined): Palette => {
  const scheme = child(child(theme, 'themeElements'), 'clrScheme');
  const custom = child(child(styles, 'colors'), 'indexedColors')?.children.map(
    (entry) => `#${(attribute(entry, 'rgb') ?? '').slice(-6).toUpperCase()}`,
  );
  return {
    theme: themeOrder.map((name, index) => schemeColor(child(scheme, name)) ?? officeTheme[index] ?? '#000000'),
    indexed: standardIndexed.map((color, index) => custom?.[index] ?? color),
  };
};

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

const toHsl = (color: string): [hue: number, saturation: number, lightness: number] => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const lightness = (most + least) / 2;
  const spread = most - least;
  if (spread === 0) return [0, 0, lightness];
  const saturation = spread / (1 - Math.abs(2 * lightness - 1));
  const hue =
    most === red ? ((green - blue) / spread + 6) % 6 : most === green ? (blue - red) / spread + 2 : (red - green) / spread + 4;
  return [hue, saturation, lightness];
};

const fromHsl = (hue: number, saturation: number, lightness: number): string => {
  const chroma = (1 - Math.abs(2 * lightness - 1)) * saturation;
  const channel = (offset: number): number => {
    const at = (hue + offset) % 6;
    return lightness + chroma * (Math.max(0, Math.min(1, 2 - Math.abs(at - 3))) * -1 + 0.5);
  };
  const digits = [0, 4, 2].map((offset) =>
    Math.round(clamp(channel(offset)) * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${digits.join('').toUpperCase()}`;
};

/** A colour made darker (-1 to 0) or lighter (0 to 1), as a cell's `tint` says (ECMA-376 part 1, 18.8.19). */
export const applyTint = (color: string, tint: number): string => {
  if (tint === 0) return color;
  const [hue, saturation, lightness] = toHsl(color);
  return fromHsl(hue, saturation, tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint);
};

/** Colour that a `color`, `fgColor` or `bgColor` element means, as #RRGGBB; '' is automatic or none. */
export const resolveColor = (element: Element | undefined, palette: Palette): string => {
  if (!element || booleanAttribute(element, 'auto')) return '';
  const tint = numberAttribute(element, 'tint') ?? 0;
  const rgb = attribute(element, 'rgb');
  if (rgb && /^[0-9a-fA-F]{6,8}$/.test(rgb)) return applyTint(`#${rgb.slice(-6).toUpperCase()}`, tint);
  const theme = numberAttribute(element, 'theme');
  if (theme !== undefined) return applyTint(palette.theme[theme] ?? '#000000', tint);
  const indexed = numberAttribute(element, 'indexed');
  return indexed === undefined ? '' : applyTint(palette.indexed[indexed] ?? '', indexed < 64 ? tint : 0);
};
