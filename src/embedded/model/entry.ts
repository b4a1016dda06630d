import { isDateFormat, parseValue } from 'numfmt';
import { CellError, type ErrorCode, type Value } from '../book/cell';

/** What typing something into a cell makes of it. `numberFormat` is what Excel gives a General cell, for instance to a date. */
export type Entry = { formula: string } | { value: Value; numberFormat?: string; quotePrefix?: boolean };

const ERROR_TEXTS: readonly string[] = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#SPILL!', '#CALC!'];

/** Excel's error of this text, as somebody types it; null when it is none. */
const errorOf = (text: string): CellError | null => {
  const wanted = text.toUpperCase();
  return ERROR_TEXTS.includes(wanted) ? CellError.of(wanted as ErrorCode) : null;
};

const MAX_TEXT = 32_767;
const isTooLong = (text: string): boolean => text.length > MAX_TEXT;

/** A sign in front of anything but a plain number starts a formula: `-A1`, `+1+2`. `@` does too when a name or function follows. */
const SIGNED_EXPRESSION = /^[+-](?=.*[A-Za-z(+*/^&<>=-])(?![\d.,]+(?:E[+-]?\d+)?%?$)/i;
const AT_FUNCTION = /^@[A-Za-z_][\w.]*\(/;
const SCIENTIFIC = /^[+-]?\d+(?:\.\d*)?E[+-]?\d+$/i;

/**
 * Reads what a script writes into `values` or `formulas`, as Excel does for en-US: `=A1` and `-A1` are formulas, `'12` is the
 * text 12, `12%`, `3/14/2026`, `2026-03-14`, `12:30` and `TRUE` are what they look like. In a Text cell (`@`) everything is text,
 * except that a script's numbers and booleans stay numbers and booleans. Where Excel is not in English, texts that look like
 * dates or times stay text (`readsDates` false): their order would be the reader's, and Excel does not guess it.
 */
export const readEntry = (input: unknown, isTextCell: boolean, readsDates: boolean): Entry | null => {
  if (typeof input === 'number') return Number.isFinite(input) ? { value: input } : null;
  if (typeof input === 'boolean') return { value: input };
  if (typeof input !== 'string' || isTooLong(input)) return null;
  if (input === '') return { value: null };
  if (input.startsWith("'")) return { value: input.slice(1), quotePrefix: true };
  if (isTextCell) return { value: input };
  if (input.startsWith('=') && input.length > 1) return { formula: input.slice(1) };
  const error = errorOf(input);
  if (error) return { value: error };
  const trimmed = input.trim();
  const parsed = parseValue(trimmed);
  const isDate = parsed?.z !== undefined && isDateFormat(parsed.z);
  if (parsed && (typeof parsed.v === 'number' || typeof parsed.v === 'boolean') && (readsDates || !isDate)) {
    const numberFormat = SCIENTIFIC.test(trimmed) ? '0.00E+00' : parsed.z;
    return { value: parsed.v, ...(numberFormat ? { numberFormat: entryFormat(numberFormat) } : {}) };
  }
  if (SIGNED_EXPRESSION.test(input)) return { formula: input.startsWith('+') ? input.slice(1) : input };
  if (AT_FUNCTION.test(input)) return { formula: input.slice(1) };
  return { value: input };
};

/** The format Excel gives what is typed, where it differs from how it was typed: a date in any order shows as the short date. */
const entryFormat = (typed: string): string => {
  switch (typed) {
    case 'yyyy-mm-dd':
    case 'yyyy/mm/dd':
    case 'm/d/yy':
    case 'mm/dd/yyyy':
      return 'm/d/yyyy';
    case 'hh:mm':
      return 'h:mm';
    case 'hh:mm:ss':
      return 'h:mm:ss';
    case 'm/d':
      return 'd-mmm';
    case 'm/yyyy':
      return 'mmm-yy';
    default:
      return typed;
  }
};
