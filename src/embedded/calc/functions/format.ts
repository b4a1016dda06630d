import { addLocale, format } from 'numfmt';
import type { Value } from '../../book/cell';
import { numberFromText } from '../coercion';
import { ERROR, isError } from '../values';
import { define, text, value, type FunctionTable } from './definition';

/** Date letters of a French Excel, outside quotes: `jj/mm/aaaa`. No English date format has a `j`, and `a` only in AM/PM. */
const FRENCH_DATE = /j{1,4}|a{2,4}/i;
/** Numbers as a French Excel writes them: a space between thousands, or one or two decimals after a comma. */
const FRENCH_NUMBER = /#[ \u00a0\u202f]##0|[0#],0{1,2}(?![0#.,])/;
const QUOTED = /("[^"]*"|\\.)/;

/** `A/P` and `a/p` give one letter, in the case they are written in. */
const SHORT_HALVES = { 'A/P': 'qa', 'a/p': 'qb' } as const;
addLocale({ ampm: ['A', 'P'], group: ',' }, SHORT_HALVES['A/P']);
addLocale({ ampm: ['a', 'p'], group: ',' }, SHORT_HALVES['a/p']);

const outsideQuotes = (pattern: string, change: (part: string) => string): string =>
  pattern
    .split(QUOTED)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');

const englishNumber = (part: string): string =>
  part.replace(/[.,]|(?<=[#0])[ \u00a0\u202f](?=[#0])/g, (sign) => (sign === ',' ? '.' : sign === '.' ? '\\.' : ','));

/**
 * A format as an English Excel writes it. The text of a format is not translated when a file goes from one country to another:
 * what only a French Excel would write is read as that one does, with French names of months, decimal commas and spaces.
 */
function readFormat(pattern: string): { pattern: string; locale: string } {
  const bare = pattern.replace(new RegExp(QUOTED, 'g'), '');
  if (FRENCH_DATE.test(bare.replace(/a\/p|am\/pm/gi, '')))
    return { pattern: outsideQuotes(pattern, (part) => part.replace(/j/gi, 'd').replace(/a/gi, 'y')), locale: 'fr' };
  if (FRENCH_NUMBER.test(bare) && !/#,##/.test(bare)) return { pattern: outsideQuotes(pattern, englishNumber), locale: 'fr' };
  const half = /a\/p/i.exec(bare)?.[0];
  if (half === undefined) return { pattern, locale: 'en-US' };
  return {
    pattern: outsideQuotes(pattern, (part) => part.replace(/a\/p/gi, 'AM/PM')),
    locale: SHORT_HALVES[half === 'a/p' ? half : 'A/P'],
  };
}

/** What a value looks like in a number format, as TEXT gives it; #VALUE! for a format that cannot be read. */
function formatted(given: Value, pattern: string, date1904: boolean): Value {
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
