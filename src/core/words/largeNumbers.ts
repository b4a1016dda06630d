import type { Language } from '../meteo/content';
import { formatNumber } from './numbers';
import { MINUS, NARROW_SPACE } from './typography';

/** What a large number is told in: its size, its sign, and the commas of a number format that scale the cell by it. */
type Scale = { size: number; sign: string; commas: string };

const THOUSANDS: Scale = { size: 1e3, sign: 'k', commas: ',' };
const MILLIONS: Scale = { size: 1e6, sign: 'M', commas: ',,' };

type Scaled = { numberFormat: string; text: (value: number) => string; bare: (value: number) => string };

const zeros = (decimals: number): string => (decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0');

/** `12,5 M`, `1 156 M€`, `€1.85M`: the cell holds the whole value, its format shows it scaled. */
const scaled = ({ size, sign, commas }: Scale, decimals: number, unit: '' | '€', language: Language): Scaled => {
  const [before, space, after] = language === 'fr' ? ['', NARROW_SPACE, `${sign}${unit}`] : [unit, '', sign];
  const bare = (value: number): string => formatNumber(Math.abs(value) / size, language, decimals);
  const signed = (value: number, text: string): string => `${value < 0 ? MINUS : ''}${before}${text}`;
  return {
    numberFormat: `${before === '' ? '' : `"${before}"`}#,##${zeros(decimals)}${commas}"${space}${after}"`,
    text: (value) => signed(value, `${bare(value)}${space}${after}`),
    bare: (value) => signed(value, bare(value)),
  };
};

/** Numbers that a column of the page has room for in full: seven figures, six beside a currency. */
const IN_FULL = { '': 1e7, '€': 1e6 } as const;

/** A figure too long to print in full, in millions with three significant digits or more; null for one that is not. */
export const inMillions = (value: number, unit: '' | '€', language: Language, room = 1): Scaled | null => {
  const size = Math.abs(value);
  if (size < IN_FULL[unit] * room) return null;
  return scaled(MILLIONS, size < 1e7 ? 2 : size < 1e8 ? 1 : 0, unit, language);
};

/** From this size on an axis is told in millions: `900 k€` is as long a label as there is room for. */
const AXIS_IN_MILLIONS = 5e5;

/** Number format of an axis whose labels have room for five figures and no sign: `#,##0,"␣k€"`; null when they need none. */
export const axisFormat = (values: readonly number[], unit: '' | '€', language: Language): string | null => {
  const highest = Math.max(0, ...values.map(Math.abs));
  if (highest >= AXIS_IN_MILLIONS) return scaled(MILLIONS, highest < 1e8 ? 1 : 0, unit, language).numberFormat;
  const signed = unit !== '' || values.some((value) => value < 0);
  return highest >= (signed ? 1e4 : 1e5) ? scaled(THOUSANDS, 0, unit, language).numberFormat : null;
};

/** By how much a number format's commas scale what a cell holds: 1 000 000 for `#,##0.0,,"␣M"`. */
export const scaleOfFormat = (format: string): number => 1000 ** (/[0#](,+)(?:"|$)/.exec(format)?.[1]?.length ?? 0);

/** What a number format writes before and after the number, in quotes. */
export const textsOfFormat = (format: string): { before: string; after: string } => ({
  before: /^"([^"]*)"/.exec(format)?.[1] ?? '',
  after: /[0#],*"([^"]*)"/.exec(format)?.[1] ?? '',
});
