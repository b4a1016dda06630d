import { isoWeekOf } from '../period/calendar';
import { fromHostSerial, isCivil, serialOf, weekdayOf } from '../period/serial';
import type { CellValue } from '../sheet/snapshot';
import type { DateWriting } from './detected';
import { monthOfName, WEEKDAY } from './month-names';

/**
 * Dates as people write them. A text is a date of one writing only when the whole of it reads so: `12.01.2018  10:58:` is
 * day first with hours, `v1.2.2018` is no date.
 */

/** Serials from 1990-01-01 to 2080-12-31: what a number has to be in to be taken for the day of an activity. */
const FIRST_PLAUSIBLE = 32_874;
const LAST_PLAUSIBLE = 66_110;
/** The same as years. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2080;
const SHORTEST = 3;
const LONGEST = 40;

const TIME = String.raw`(?:[T\s,]+(?:à\s+|at\s+)?(\d{1,2})[:hH](\d{2})?(?::(\d{2})(?:[.,]\d+)?)?\s*(?:([AaPp])\.?[Mm]\.?)?:?\s*(?:Z|[+-]\d{2}:?\d{2})?)?`;
const ISO = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}$`);
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const NUMERIC = new RegExp(String.raw`^${WEEKDAY}(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})${TIME}$`, 'i');
const WEEK = /^(?:(\d{4})\s*[-/ ]?\s*[SW](\d{1,2})|[SW](?:em(?:aine)?|eek)?\.?\s*(\d{1,2})\s*[-/ ]\s*(\d{4}))$/i;
const MONTH = String.raw`([A-Za-zÀ-ÿ]{3,9})\.?`;
const DAY_NAMED = new RegExp(
  String.raw`^${WEEKDAY}(?:(\d{1,2})(?:er|st|nd|rd|th)?[-/. ]+)?${MONTH}[-/. ,']+(\d{4}|\d{2})${TIME}$`,
  'i',
);
const NAMED_DAY = new RegExp(String.raw`^${WEEKDAY}${MONTH}\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${TIME}$`, 'i');
const YEAR_NAMED = new RegExp(String.raw`^(\d{4})[-/. ]+${MONTH}$`, 'i');
const YEAR_MONTH = /^(\d{4})(?:[-/. ]?M|[-/. ])(\d{1,2})$/i;
const MONTH_YEAR = /^(\d{1,2})[-/. ](\d{4})$/;
const SIX_DIGITS = /^(\d{4})(\d{2})$/;
const YEAR_QUARTER = /^(\d{4})\s*[-/. ]?\s*[QT]([1-4])$/i;
const QUARTER_YEAR =
  /^(?:[QT]|trim(?:estre)?\.?\s*|quarter\s*)?([1-4])(?:(?:er|e|è|ème|eme|st|nd|rd|th)?\s*(?:[QT]|trim(?:estre)?\.?|quarter))?\s*[-/. ']?\s*(\d{4}|\d{2})$/i;
const YEAR = /^(?:FY|année|annee|exercice|year)?\s*(\d{4})$/i;
const MONTH_ALONE = new RegExp(`^${MONTH}$`);
const DAY_OF_MONTH = new RegExp(String.raw`^${WEEKDAY}(\d{1,2})(?:er|st|nd|rd|th)?[-/. ]+${MONTH}$`, 'i');

const fullYear = (text: string): number => {
  const year = Number(text);
  // Excel's own rule for two digits: 00 to 29 are this century.
  return text.length > 2 ? year : year + (year < 30 ? 2000 : 1900);
};

const timeOf = (hour?: string, minute?: string, second?: string, half?: string): number => {
  if (hour === undefined) return 0;
  const twelve = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return (twelve * 3600 + Number(minute ?? '0') * 60 + Number(second ?? '0')) / 86_400;
};

const serialIfReal = (year: number, month: number, day: number, time = 0): number | null => {
  const date = { year, month, day };
  return isCivil(date) && year >= 1900 && year <= 9999 ? serialOf(date) + time : null;
};

const mondayOf = (year: number, week: number): number | null => {
  const fourth = serialOf({ year, month: 1, day: 4 });
  const monday = fourth - weekdayOf(fourth) + 1 + 7 * (week - 1);
  const back = isoWeekOf(monday);
  return back.year === year && back.week === week ? monday : null;
};

const named = (text: string): number | null => {
  const yearFirst = YEAR_NAMED.exec(text);
  if (yearFirst) return serialIfReal(Number(yearFirst[1]), monthOfName(yearFirst[2] ?? ''), 1);
  const monthFirst = NAMED_DAY.exec(text);
  if (monthFirst) {
    const [, name = '', day, year, hour, minute, second, half] = monthFirst;
    return serialIfReal(Number(year), monthOfName(name), Number(day), timeOf(hour, minute, second, half));
  }
  const match = DAY_NAMED.exec(text);
  if (!match) return null;
  const [, day = '1', name = '', year = '', hour, minute, second, half] = match;
  return serialIfReal(fullYear(year), monthOfName(name), Number(day), timeOf(hour, minute, second, half));
};

const yearMonth = (text: string): number | null => {
  const yearFirst = YEAR_MONTH.exec(text) ?? SIX_DIGITS.exec(text);
  if (yearFirst) return plausibleYear(Number(yearFirst[1])) ? serialIfReal(Number(yearFirst[1]), Number(yearFirst[2]), 1) : null;
  const match = MONTH_YEAR.exec(text);
  return match && plausibleYear(Number(match[2])) ? serialIfReal(Number(match[2]), Number(match[1]), 1) : null;
};

const quarter = (text: string): number | null => {
  const yearFirst = YEAR_QUARTER.exec(text);
  if (yearFirst) return serialIfReal(Number(yearFirst[1]), 3 * Number(yearFirst[2]) - 2, 1);
  // `1/2026` is a month: a quarter says so by a letter.
  const match = /[a-z]/i.test(text) ? QUARTER_YEAR.exec(text) : null;
  return match ? serialIfReal(fullYear(match[2] ?? ''), 3 * Number(match[1]) - 2, 1) : null;
};

const plausibleYear = (year: number): boolean => Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;

/** Serial of a text in a writing, hours as the fraction of the day; null when it is none. `readTextDate('02/01/2026', 'dmy')` is 2 January. */
export const readTextDate = (text: string, writing: DateWriting): number | null => {
  const trimmed = text.trim();
  if (trimmed.length < SHORTEST || trimmed.length > LONGEST) return null;
  switch (writing) {
    case 'iso':
    case 'compact': {
      const match = (writing === 'iso' ? ISO.exec(trimmed) : null) ?? COMPACT.exec(trimmed);
      if (!match) return null;
      const [, year = '', month = '', day = '', hour, minute, second, half] = match;
      return serialIfReal(Number(year), Number(month), Number(day), timeOf(hour, minute, second, half));
    }
    case 'dmy':
    case 'mdy': {
      const match = NUMERIC.exec(trimmed);
      if (!match) return null;
      const [, first = '', second = '', year = '', hour, minute, seconds, half] = match;
      const [day, month] = writing === 'dmy' ? [first, second] : [second, first];
      return serialIfReal(fullYear(year), Number(month), Number(day), timeOf(hour, minute, seconds, half));
    }
    case 'iso-week': {
      const match = WEEK.exec(trimmed);
      return match ? mondayOf(Number(match[1] ?? match[4]), Number(match[2] ?? match[3])) : null;
    }
    case 'month-name':
      return named(trimmed);
    case 'year-month':
      return yearMonth(trimmed);
    case 'quarter':
      return quarter(trimmed);
    case 'year': {
      const year = Number(YEAR.exec(trimmed)?.[1] ?? '0');
      return plausibleYear(year) ? serialOf({ year, month: 1, day: 1 }) : null;
    }
    default:
      return null;
  }
};

/**
 * Serial of a text that leaves its year out, in a year: `readYearlessDate('févr.', 2026)` is 1 February 2026,
 * `readYearlessDate('5 janv.', 2026)` 5 January; null when it is none.
 */
export const readYearlessDate = (text: string, year: number): number | null => {
  const trimmed = text.trim();
  const month = MONTH_ALONE.exec(trimmed);
  if (month) return serialIfReal(year, monthOfName(month[1] ?? ''), 1);
  const match = DAY_OF_MONTH.exec(trimmed);
  return match ? serialIfReal(year, monthOfName(match[2] ?? ''), Number(match[1])) : null;
};

/** True for a number that can be the day of an activity (1990 to 2080). */
export const isPlausibleSerial = (serial: number): boolean => serial >= FIRST_PLAUSIBLE && serial <= LAST_PLAUSIBLE;

/**
 * Serial (1900 system) of a cell of a date column. A real date in a column of texts is read as well; a number out of
 * 1990–2080 is no day of an activity. `year` completes dates that leave it out.
 */
export const readDate = (value: CellValue, writing: DateWriting, date1904: boolean, year?: number): number | null => {
  if (typeof value === 'number') {
    if (writing === 'compact' || writing === 'year') return readTextDate(String(value), writing);
    if (writing === 'year-month' && SIX_DIGITS.test(String(value))) return readTextDate(String(value), writing);
    const serial = fromHostSerial(value, date1904);
    return isPlausibleSerial(serial) ? serial : null;
  }
  if (typeof value !== 'string') return null;
  return readTextDate(value, writing) ?? (year !== undefined && writing === 'month-name' ? readYearlessDate(value, year) : null);
};

/** True for a number format that shows a day, a month or a year: `dd/mm/yyyy`, `[$-40C]mmm-yy`, but not `h:mm` nor `[Red]0`. */
export const isDateFormat = (format: string): boolean => {
  const bare = (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '').toLowerCase();
  if (/[dyj]|aa/.test(bare)) return !/general|standard/.test(bare);
  return /m/.test(bare) && !/[hs0#]/.test(bare);
};

/** True for a number format that shows hours, minutes or seconds only: `hh:mm`, `[h]:mm:ss`. */
export const isTimeFormat = (format: string): boolean => {
  const bare = (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*./g, '').toLowerCase();
  return /h|\[m+\]|\[s+\]|m+:s/.test(bare) && !/[dy]/.test(bare.replace(/\[\$[^\]]*\]/g, ''));
};
