import { format } from 'numfmt';
import type { Value } from '../../book/cell';
import { numberFromText } from '../coercion';
import { ERROR, isError } from '../values';
import { define, text, value, type FunctionTable } from './definition';

/** Date letters of a French Excel, outside quotes: `jj/mm/aaaa`. No English date format has a `j`, and `a` only in AM/PM. */
const FRENCH_LETTERS = /j{1,4}|a{2,4}/i;
const QUOTED = /"[^"]*"|\\./;

/** A format as English Excel writes it; French date letters are told apart and give French names of months and days. */
function readFormat(pattern: string): { pattern: string; locale: string } {
  const parts = pattern.split(new RegExp(`(${QUOTED.source})`));
  const isFrench = parts.some((part) => !QUOTED.test(part) && FRENCH_LETTERS.test(part.replace(/a\/p|am\/pm/gi, '')));
  if (!isFrench) return { pattern, locale: 'en-US' };
  const english = parts.map((part) => (QUOTED.test(part) ? part : part.replace(/j/gi, 'd').replace(/a/gi, 'y')));
  return { pattern: english.join(''), locale: 'fr' };
}

/** What a value looks like in a number format, as TEXT gives it; #VALUE! for a format that cannot be read. */
export function formatted(given: Value, pattern: string, date1904: boolean): Value {
  if (isError(given)) return given;
  if (typeof given === 'boolean') return given ? 'TRUE' : 'FALSE';
  const number = typeof given === 'string' ? numberFromText(given, date1904) : (given ?? 0);
  if (pattern === '') return '';
  const { pattern: english, locale } = readFormat(pattern);
  // Date formats count from 1900 here.
  const isDate = date1904 && /[dmyhs]/i.test(english.replace(/"[^"]*"|\\./g, ''));
  try {
    if (number === null) return format(english, given as string, { locale });
    return format(english, isDate ? number + 1462 : number, { locale });
  } catch {
    return ERROR.value;
  }
}

export const FORMATS: FunctionTable = {
  TEXT: define(['value'], [2, 2], ([given, pattern], context) =>
    formatted(value(given), text(pattern, context), context.environment.book.date1904),
  ),
};
