import { numberFromText } from '../coercion';
import type { Context } from '../context';
import { wildcardPattern } from '../criteria';
import { ERROR, type Argument, type Result } from '../values';
import { boolean, define, integer, number, text, value, valuesIn, type FunctionTable } from './definition';
import { round } from './rounding';

/** Longest text that a cell holds. */
const LONGEST = 32_767;

const limited = (result: string): Result => (result.length > LONGEST ? ERROR.value : result);

const defineText = (change: (given: string) => Result) =>
  define(['value'], [1, 1], ([given], context) => change(text(given, context)));

/** Characters 128 to 159 of Windows-1252, which CHAR and CODE count by. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function find([wanted, within, start]: Argument[], context: Context): Result {
  const from = integer(start, context, 1);
  const where = text(within, context);
  if (from < 1 || from > where.length + 1) return ERROR.value;
  const position = where.indexOf(text(wanted, context), from - 1);
  return position < 0 ? ERROR.value : position + 1;
}

/** SEARCH: without regard to case, and with wildcards. */
function searchText([wanted, within, start]: Argument[], context: Context): Result {
  const from = integer(start, context, 1);
  const where = text(within, context).toLowerCase();
  if (from < 1 || from > where.length + 1) return ERROR.value;
  const what = text(wanted, context).toLowerCase();
  const pattern = wildcardPattern(what);
  if (!pattern) {
    const position = where.indexOf(what, from - 1);
    return position < 0 ? ERROR.value : position + 1;
  }
  const lazy = new RegExp(pattern.source.slice(1, -1), 'i');
  const position = where.slice(from - 1).search(lazy);
  return position < 0 ? ERROR.value : position + from;
}

function substitute([given, old, replacement, which]: Argument[], context: Context): Result {
  const where = text(given, context);
  const what = text(old, context);
  const by = text(replacement, context);
  if (what === '') return where;
  if (which === undefined) return limited(where.split(what).join(by));
  const wanted = integer(which, context);
  if (wanted < 1) return ERROR.value;
  let position = -1;
  for (let i = 0; i < wanted; i++) {
    position = where.indexOf(what, i === 0 ? 0 : position + what.length);
    if (position < 0) return where;
  }
  return limited(where.slice(0, position) + by + where.slice(position + what.length));
}

function textJoin([delimiter, ignoreEmpty, ...values]: Argument[], context: Context): Result {
  const separators = [...valuesIn([delimiter ?? null], context)].map((item) => text(item, context));
  const skip = boolean(ignoreEmpty, context, true);
  let joined = '';
  let count = 0;
  for (const item of valuesIn(values, context)) {
    const part = text(item, context);
    if (skip && part === '') continue;
    joined += count === 0 ? part : (separators[(count - 1) % separators.length] ?? '') + part;
    count++;
  }
  return limited(joined);
}

function concatenate(values: Argument[], context: Context): Result {
  let joined = '';
  for (const item of valuesIn(values, context)) joined += text(item, context);
  return limited(joined);
}

/** FIXED and the like: a number with so many decimals, with commas between thousands unless told not to. */
function fixed(given: number, decimals: number, hasCommas: boolean): string {
  const rounded = round(given, decimals);
  const digits = Math.abs(rounded).toFixed(Math.max(0, Math.min(100, Math.trunc(decimals))));
  const [whole = '0', fraction] = digits.split('.');
  const grouped = hasCommas ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return `${rounded < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** NUMBERVALUE: a text as a number by the decimal and group separators given; percent signs add up. */
function numberValue([given, decimal, group]: Argument[], context: Context): Result {
  const point = text(decimal, context, '.').charAt(0);
  const separator = text(group, context, ',').charAt(0);
  const compact = text(given, context).replace(/\s/g, '');
  if (compact === '') return 0;
  const percents = /%*$/.exec(compact)?.[0].length ?? 0;
  const [whole = '', ...fractions] = compact.slice(0, compact.length - percents).split(point);
  if (fractions.length > 1 || (fractions[0] ?? '').includes(separator)) return ERROR.value;
  const plain = [whole.split(separator).join(''), ...fractions].join('.');
  const result = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
  return result === null ? ERROR.value : result / 100 ** percents;
}

/** The part of a text before or after the n-th delimiter, from the end where n is negative. */
const split = (isBefore: boolean) =>
  define(['value'], [2, 6], ([given, delimiter, instance, mode, atEnd, otherwise], context) => {
    const where = text(given, context);
    const what = text(delimiter, context);
    const count = integer(instance, context, 1);
    if (count === 0 || what === '') return count === 0 ? ERROR.value : isBefore === count > 0 ? '' : where;
    const ignoresCase = integer(mode, context) === 1;
    const [sought, asked] = ignoresCase ? [where.toLowerCase(), what.toLowerCase()] : [where, what];
    const found: number[] = [];
    for (let at = sought.indexOf(asked); at >= 0; at = sought.indexOf(asked, at + asked.length)) found.push(at);
    if (integer(atEnd, context) === 1) {
      if (count > 0) found.push(where.length);
      else found.unshift(-what.length);
    }
    const at = found[count > 0 ? count - 1 : found.length + count];
    if (at === undefined) return otherwise ?? ERROR.notAvailable;
    return isBefore ? where.slice(0, Math.max(0, at)) : where.slice(at + what.length);
  });

const CONCAT = define(['range'], [1, 255], concatenate);

export const TEXTS: FunctionTable = {
  LEN: defineText((given) => given.length),
  UPPER: defineText((given) => given.toUpperCase()),
  LOWER: defineText((given) => given.toLowerCase()),
  PROPER: defineText((given) => given.toLowerCase().replace(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1))),
  // Only the ordinary space: a no-break space stays, as in Excel.
  TRIM: defineText((given) => given.replace(/ +/g, ' ').replace(/^ | $/g, '')),
  CLEAN: defineText((given) => [...given].filter((character) => character >= ' ').join('')),
  LEFT: define(['value'], [1, 2], ([given, count], context) => {
    const length = integer(count, context, 1);
    return length < 0 ? ERROR.value : text(given, context).slice(0, length);
  }),
  RIGHT: define(['value'], [1, 2], ([given, count], context) => {
    const length = integer(count, context, 1);
    const whole = text(given, context);
    return length < 0 ? ERROR.value : whole.slice(Math.max(0, whole.length - length));
  }),
  MID: define(['value'], [3, 3], ([given, start, count], context) => {
    const from = integer(start, context);
    const length = integer(count, context);
    return from < 1 || length < 0 ? ERROR.value : text(given, context).slice(from - 1, from - 1 + length);
  }),
  REPLACE: define(['value'], [4, 4], ([given, start, count, replacement], context) => {
    const from = integer(start, context);
    const length = integer(count, context);
    const whole = text(given, context);
    if (from < 1 || length < 0) return ERROR.value;
    return limited(whole.slice(0, from - 1) + text(replacement, context) + whole.slice(from - 1 + length));
  }),
  SUBSTITUTE: define(['value'], [3, 4], substitute),
  FIND: define(['value'], [2, 3], find),
  SEARCH: define(['value'], [2, 3], searchText),
  EXACT: define(['value'], [2, 2], ([first, second], context) => text(first, context) === text(second, context)),
  REPT: define(['value'], [2, 2], ([given, count], context) => {
    const times = integer(count, context);
    const whole = text(given, context);
    return times < 0 || whole.length * times > LONGEST ? ERROR.value : whole.repeat(times);
  }),
  CONCAT,
  CONCATENATE: define(['value'], [1, 255], concatenate),
  TEXTJOIN: define(['range', 'value', 'range'], [3, 254], textJoin),
  CHAR: define(['value'], [1, 1], ([given], context) => {
    const code = integer(given, context);
    if (code < 1 || code > 255) return ERROR.value;
    return code >= 128 && code <= 159 ? WINDOWS.charAt(code - 128) : String.fromCharCode(code);
  }),
  CODE: defineText((given) => {
    if (given === '') return ERROR.value;
    const windows = WINDOWS.indexOf(given.charAt(0));
    const code = given.charCodeAt(0);
    return windows >= 0 ? 128 + windows : code > 255 ? 63 : code;
  }),
  UNICHAR: define(['value'], [1, 1], ([given], context) => {
    const code = integer(given, context);
    return code < 1 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? ERROR.value : String.fromCodePoint(code);
  }),
  UNICODE: defineText((given) => given.codePointAt(0) ?? ERROR.value),
  VALUE: define(['value'], [1, 1], ([given], context) => {
    const single = value(given);
    if (typeof single === 'boolean') return ERROR.value;
    if (typeof single !== 'string') return number(single, context);
    return numberFromText(single, context.environment.book.date1904) ?? ERROR.value;
  }),
  NUMBERVALUE: define(['value'], [1, 3], numberValue),
  FIXED: define(['value'], [1, 3], ([given, decimals, noCommas], context) =>
    fixed(number(given, context), integer(decimals, context, 2), !boolean(noCommas, context)),
  ),
  TEXTBEFORE: split(true),
  TEXTAFTER: split(false),
};
