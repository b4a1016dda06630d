import type { Language } from '../meteo/content';
import { amountFormat, amountMarks, type AmountMarks, type Currency } from './currency';
import { formatNumber } from './numbers';
import { MINUS } from './typography';

/** By how many thousands a number is told: 1 in thousands, 2 in millions. */
type Steps = 1 | 2;

type Scaled = { numberFormat: string; text: (value: number) => string; bare: (value: number) => string };

const zeros = (decimals: number): string => (decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0');

/** `12,5 M`, `1 156 M€`, `$1.85M`: the cell holds the whole value, its format shows it scaled by its commas. */
const scaled = (steps: Steps, decimals: number, marks: AmountMarks, language: Language): Scaled => {
  const { before, after } = marks;
  const bare = (value: number): string => formatNumber(Math.abs(value) / 1000 ** steps, language, decimals);
  const signed = (value: number, text: string): string => `${value < 0 ? MINUS : ''}${before}${text}`;
  return {
    numberFormat: amountFormat(`#,##${zeros(decimals)}${','.repeat(steps)}`, marks),
    text: (value) => signed(value, `${bare(value)}${after}`),
    // `€1.2M to €1.3M`, but `1,2 à 1,3 M€`: a sign in front of a number without its size would belittle it.
    bare: (value) => signed(value, `${bare(value)}${before === '' ? '' : after}`),
  };
};

/** Numbers that a column of the page has room for in full: seven figures, six beside a currency. */
const inFull = (currency: Currency | undefined): number => (currency ? 1e6 : 1e7);

/** What tells how a large number is printed: its currency, and how many times a column's room there is. */
type Large = { currency?: Currency | undefined; room?: number };

/** A figure too long to print in full, in millions with three significant digits or more; null for one that is not. */
export const inMillions = (value: number, language: Language, { currency, room = 1 }: Large = {}): Scaled | null => {
  const size = Math.abs(value);
  const marks = amountMarks(currency, language, 2);
  if (size < inFull(currency) * room || !marks) return null;
  return scaled(2, size < 1e7 ? 2 : size < 1e8 ? 1 : 0, marks, language);
};

/** From this size on an axis is told in millions: `900 k€` is as long a label as there is room for. */
const AXIS_IN_MILLIONS = 5e5;

/** Number format of an axis whose labels have room for five figures and no sign: `#,##0,"␣k€"`; null when they need none. */
export const axisFormat = (values: readonly number[], currency: Currency | undefined, language: Language): string | null => {
  const highest = Math.max(0, ...values.map(Math.abs));
  const steps = highest >= AXIS_IN_MILLIONS ? 2 : 1;
  const marks = amountMarks(currency, language, steps);
  if (!marks) return null;
  if (steps === 2) return scaled(2, highest < 1e8 ? 1 : 0, marks, language).numberFormat;
  const signed = currency !== undefined || values.some((value) => value < 0);
  return highest >= (signed ? 1e4 : 1e5) ? scaled(1, 0, marks, language).numberFormat : null;
};

/** By how much a number format's commas scale what a cell holds: 1 000 000 for `#,##0.0,,"␣M"`. */
export const scaleOfFormat = (format: string): number => 1000 ** (/[0#](,+)(?:"|$)/.exec(format)?.[1]?.length ?? 0);

/** What a number format writes before and after the number, in quotes. */
export const textsOfFormat = (format: string): { before: string; after: string } => ({
  before: /^"([^"]*)"/.exec(format)?.[1] ?? '',
  after: /[0#],*"([^"]*)"/.exec(format)?.[1] ?? '',
});
