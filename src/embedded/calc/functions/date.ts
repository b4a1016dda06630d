import { CellError, type Value } from '../../book/cell';
import { dateFromText, numberFromText, timeFromText } from '../coercion';
import type { Context } from '../context';
import { addMonths, daysInMonth, isoWeek, partsOf, serialOf, serialOfMoment, weekdayOf, type DateParts } from '../dates';
import { ERROR, type Argument } from '../values';
import { define, integer, number, serial, text, type FunctionTable } from './definition';

const is1904 = (context: Context): boolean => context.environment.book.date1904;

function parts(argument: Argument, context: Context): DateParts {
  const read = partsOf(serial(argument, context), is1904(context));
  if (!read) throw ERROR.number;
  return read;
}

/** A serial of a date, #NUM! where the calendar has none. */
const dated = (year: number, month: number, day: number, context: Context): Value => {
  const result = serialOf(year, month, day, is1904(context));
  return Number.isNaN(result) || !partsOf(result, is1904(context)) ? ERROR.number : result;
};

const definePart = (part: (given: DateParts) => number) =>
  define(['value'], [1, 1], ([given], context) => part(parts(given, context)));

/** Milliseconds of the day, rounded so that 0.999999 of a second is the next one. */
const secondsOfDay = (argument: Argument, context: Context): number => {
  const value = serial(argument, context);
  return Math.round((value - Math.floor(value)) * 86_400) % 86_400;
};

const defineTimePart = (part: (seconds: number) => number) =>
  define(['value'], [1, 1], ([given], context) => part(secondsOfDay(given, context)));

/** First day of the week, 0 Sunday, by WEEKNUM's and WEEKDAY's type from 11 to 17. */
const weekStart = (type: number): number => (type - 10) % 7;

function weekday([given, kind]: Argument[], context: Context): Value {
  const day = weekdayOf(serial(given, context), is1904(context));
  const type = integer(kind, context, 1);
  if (type === 1) return day + 1;
  if (type === 2) return ((day + 6) % 7) + 1;
  if (type === 3) return (day + 6) % 7;
  return type >= 11 && type <= 17 ? ((day - weekStart(type) + 7) % 7) + 1 : ERROR.number;
}

function weekNumber([given, kind]: Argument[], context: Context): Value {
  const value = Math.floor(serial(given, context));
  const type = integer(kind, context, 1);
  if (type === 21) return isoWeek(value, is1904(context));
  const start = type === 1 ? 0 : type === 2 ? 1 : type >= 11 && type <= 17 ? weekStart(type) : null;
  if (start === null) return ERROR.number;
  const { year } = parts(given, context);
  const newYear = serialOf(year, 1, 1, is1904(context));
  const shift = (weekdayOf(newYear, is1904(context)) - start + 7) % 7;
  return Math.floor((value - newYear + shift) / 7) + 1;
}

/** DATEDIF: whole units between two dates. */
function dateDifference([from, to, unit]: Argument[], context: Context): Value {
  const start = Math.floor(serial(from, context));
  const end = Math.floor(serial(to, context));
  if (start > end) return ERROR.number;
  const a = parts(from, context);
  const b = parts(to, context);
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
  switch (text(unit, context).toLowerCase()) {
    case 'd':
      return end - start;
    case 'm':
      return months;
    case 'y':
      return Math.floor(months / 12);
    case 'ym':
      return months % 12;
    case 'md': {
      const anchor = addMonths(a, months);
      return end - serialOf(anchor.year, anchor.month, anchor.day, is1904(context));
    }
    case 'yd': {
      const anchor = addMonths(a, Math.floor(months / 12) * 12);
      return end - serialOf(anchor.year, anchor.month, anchor.day, is1904(context));
    }
    default:
      return ERROR.number;
  }
}

const isLeap = (year: number): boolean => daysInMonth(year, 2) === 29;
const isLastOfFebruary = ({ year, month, day }: DateParts): boolean => month === 2 && day === daysInMonth(year, 2);

/** Days between two dates where every month has 30: the American (NASD) or the European way. */
function days360(from: DateParts, to: DateParts, isEuropean: boolean): number {
  let first = from.day;
  let last = to.day;
  if (isEuropean) {
    first = Math.min(first, 30);
    last = Math.min(last, 30);
  } else {
    if (isLastOfFebruary(from)) first = 30;
    if (last === 31 && first >= 30) last = 30;
    if (first === 31) first = 30;
  }
  return (to.year - from.year) * 360 + (to.month - from.month) * 30 + last - first;
}

/** Mean length of the years from one date to another, as YEARFRAC's basis 1 takes it. */
function yearLength(from: DateParts, to: DateParts): number {
  const withinYear =
    to.year === from.year ||
    (to.year === from.year + 1 && (to.month < from.month || (to.month === from.month && to.day <= from.day)));
  if (!withinYear) {
    let days = 0;
    for (let year = from.year; year <= to.year; year++) days += isLeap(year) ? 366 : 365;
    return days / (to.year - from.year + 1);
  }
  const leapDayWithin =
    (isLeap(from.year) && (from.month <= 2 || from.year === to.year)) ||
    (isLeap(to.year) && (to.month > 2 || (to.month === 2 && to.day === 29)));
  return (from.year === to.year ? isLeap(from.year) : leapDayWithin) ? 366 : 365;
}

function yearFraction([first, second, kind]: Argument[], context: Context): Value {
  const basis = integer(kind, context);
  let [from, to] = [first, second];
  let [start, end] = [Math.floor(serial(from, context)), Math.floor(serial(to, context))];
  if (start > end) {
    [from, to] = [to, from];
    [start, end] = [end, start];
  }
  const a = parts(from, context);
  const b = parts(to, context);
  switch (basis) {
    case 0: {
      // Here the last of February to the last of February counts as 30 to 30.
      const last = isLastOfFebruary(a) && isLastOfFebruary(b) ? { ...b, day: 30 } : b;
      return days360(a, last, false) / 360;
    }
    case 1:
      return (end - start) / yearLength(a, b);
    case 2:
      return (end - start) / 360;
    case 3:
      return (end - start) / 365;
    case 4:
      return days360(a, b, true) / 360;
    default:
      return ERROR.number;
  }
}

const monthsLater = (day: (moved: DateParts) => number) =>
  define(['value'], [2, 2], ([given, months], context) => {
    const moved = addMonths(parts(given, context), integer(months, context));
    return dated(moved.year, moved.month, day(moved), context);
  });

const read = (from: (written: string, context: Context) => number | null) =>
  define(['value'], [1, 1], ([given], context) => {
    if (typeof given !== 'string') return ERROR.value;
    return from(given, context) ?? ERROR.value;
  });

export const DATES: FunctionTable = {
  TODAY: define([], [0, 0], (_, context) => Math.floor(serialOfMoment(context.environment.now(), is1904(context))), {
    isVolatile: true,
  }),
  NOW: define([], [0, 0], (_, context) => serialOfMoment(context.environment.now(), is1904(context)), { isVolatile: true }),
  DATE: define(['value'], [3, 3], ([year, month, day], context) => {
    const given = integer(year, context);
    if (given < 0 || given > 9999) return ERROR.number;
    // Years below 1900 are counted from 1900.
    return dated(given < 1900 ? given + 1900 : given, integer(month, context), integer(day, context), context);
  }),
  TIME: define(['value'], [3, 3], ([hour, minute, second], context) => {
    const seconds = integer(hour, context) * 3600 + integer(minute, context) * 60 + integer(second, context);
    return seconds < 0 ? ERROR.number : (seconds % 86_400) / 86_400;
  }),
  DATEVALUE: read((written, context) => {
    const value = dateFromText(written, is1904(context));
    return value === null ? null : Math.floor(value);
  }),
  TIMEVALUE: read((written, context) => {
    const value = timeFromText(written) ?? (written.includes(':') ? numberFromText(written, is1904(context)) : null);
    return value === null ? null : value % 1;
  }),
  YEAR: definePart(({ year }) => year),
  MONTH: definePart(({ month }) => month),
  DAY: definePart(({ day }) => day),
  HOUR: defineTimePart((seconds) => Math.floor(seconds / 3600)),
  MINUTE: defineTimePart((seconds) => Math.floor(seconds / 60) % 60),
  SECOND: defineTimePart((seconds) => seconds % 60),
  WEEKDAY: define(['value'], [1, 2], weekday),
  WEEKNUM: define(['value'], [1, 2], weekNumber),
  ISOWEEKNUM: define(['value'], [1, 1], ([given], context) => isoWeek(serial(given, context), is1904(context))),
  EDATE: monthsLater(({ day }) => day),
  EOMONTH: monthsLater(({ year, month }) => daysInMonth(year, month)),
  DATEDIF: define(['value'], [3, 3], dateDifference),
  DAYS: define(
    ['value'],
    [2, 2],
    ([end, start], context) => Math.floor(serial(end, context)) - Math.floor(serial(start, context)),
  ),
  DAYS360: define(['value'], [2, 3], ([from, to, method], context) =>
    days360(parts(from, context), parts(to, context), method === true || (typeof method === 'number' && method !== 0)),
  ),
  YEARFRAC: define(['value'], [2, 3], yearFraction),
};

/** Numbers of dates in a list of holidays. */
export function holidaysOf(argument: Argument, context: Context): Set<number> {
  const holidays = new Set<number>();
  if (argument === undefined || argument === null) return holidays;
  for (const item of context.environment.reader.vectorOf(argument).values) {
    if (item instanceof CellError) throw item;
    if (item !== null && item !== '') holidays.add(Math.floor(number(item, context)));
  }
  return holidays;
}
