import type { Context } from '../context';
import { weekdayOf } from '../dates';
import { ERROR, type Argument, type Result } from '../values';
import { holidaysOf } from './date';
import { define, integer, serial, type FunctionTable } from './definition';

/** Free days of the week, from Sunday (0). */
type Weekend = boolean[];

const SATURDAY_SUNDAY: Weekend = [true, false, false, false, false, false, true];

/**
 * Weekend of NETWORKDAYS.INTL: 1 to 7 two days from Saturday–Sunday on, 11 to 17 one day from Sunday on, or seven digits from
 * Monday on with 1 for a free day. All free is #VALUE!.
 */
function weekendOf(argument: Argument, context: Context): Weekend {
  if (argument === undefined || argument === null) return SATURDAY_SUNDAY;
  if (typeof argument === 'string') {
    if (!/^[01]{7}$/.test(argument) || argument === '1111111') throw ERROR.value;
    return Array.from({ length: 7 }, (_, day) => argument[(day + 6) % 7] === '1');
  }
  const kind = integer(argument, context);
  if (kind >= 1 && kind <= 7) return Array.from({ length: 7 }, (_, day) => day === (kind + 5) % 7 || day === (kind + 6) % 7);
  if (kind >= 11 && kind <= 17) return Array.from({ length: 7 }, (_, day) => day === kind - 11);
  throw ERROR.number;
}

const isWorked = (day: number, weekend: Weekend, holidays: ReadonlySet<number>, context: Context): boolean =>
  weekend[weekdayOf(day, context.environment.book.date1904)] !== true && !holidays.has(day);

function workdaysBetween([from, to]: Argument[], weekend: Weekend, holidays: ReadonlySet<number>, context: Context): Result {
  const start = Math.floor(serial(from, context));
  const end = Math.floor(serial(to, context));
  const first = Math.min(start, end);
  const last = Math.max(start, end);
  const weeks = Math.floor((last - first + 1) / 7);
  let count = weeks * weekend.filter((isFree) => !isFree).length;
  for (let day = first + weeks * 7; day <= last; day++) if (isWorked(day, weekend, new Set(), context)) count++;
  for (const holiday of holidays)
    if (holiday >= first && holiday <= last && isWorked(holiday, weekend, new Set(), context)) count--;
  return start <= end ? count : -count;
}

function workdayAfter([from, days]: Argument[], weekend: Weekend, holidays: ReadonlySet<number>, context: Context): Result {
  let day = Math.floor(serial(from, context));
  let left = Math.abs(integer(days, context));
  const step = integer(days, context) < 0 ? -1 : 1;
  while (left > 0) {
    day += step;
    if (day < 0 || day > 2_958_465) return ERROR.number;
    if (isWorked(day, weekend, holidays, context)) left--;
  }
  return day;
}

export const WORKDAYS: FunctionTable = {
  NETWORKDAYS: define(['value', 'value', 'range'], [2, 3], (values, context) =>
    workdaysBetween(values, SATURDAY_SUNDAY, holidaysOf(values[2], context), context),
  ),
  'NETWORKDAYS.INTL': define(['value', 'value', 'value', 'range'], [2, 4], (values, context) =>
    workdaysBetween(values, weekendOf(values[2], context), holidaysOf(values[3], context), context),
  ),
  WORKDAY: define(['value', 'value', 'range'], [2, 3], (values, context) =>
    workdayAfter(values, SATURDAY_SUNDAY, holidaysOf(values[2], context), context),
  ),
  'WORKDAY.INTL': define(['value', 'value', 'value', 'range'], [2, 4], (values, context) =>
    workdayAfter(values, weekendOf(values[2], context), holidaysOf(values[3], context), context),
  ),
};
