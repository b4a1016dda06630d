import { isoWeekOf } from '../period/calendar';
import { fromHostSerial, isCivil, serialOf, weekdayOf } from '../period/serial';
import type { CellValue } from '../sheet/snapshot';
import type { DateWriting } from './detected';

/**
 * Dates as people write them. A text is a date of one writing only when the whole of it reads so: `12.01.2018  10:58:` is
 * day first with hours, `v1.2.2018` is no date.
 */

/** Serials from 1990-01-01 to 2080-12-31: what a number has to be in to be taken for the day of an activity. */
const FIRST_PLAUSIBLE = 32_874;
const LAST_PLAUSIBLE = 66_110;

const TIME = String.raw`(?:[T\s,]+(\d{1,2})[:hH](\d{2})?(?::(\d{2})(?:[.,]\d+)?)?\s*(?:([AaPp])\.?[Mm]\.?)?:?\s*(?:Z|[+-]\d{2}:?\d{2})?)?`;
const ISO = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}$`);
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const NUMERIC = new RegExp(String.raw`^(?:[A-Za-zÀ-ÿ]{2,9}\.?,?\s+)?(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})${TIME}$`);
const WEEK = /^(?:(\d{4})\s*[-/ ]?\s*[SWsw](\d{1,2})|[SWsw]\s*(\d{1,2})\s*[-/ ]\s*(\d{4}))$/;
const NAMED = new RegExp(
  String.raw`^(?:[A-Za-zÀ-ÿ]{2,9}\.?,?\s+)?(?:(\d{1,2})(?:er|st|nd|rd|th)?[-/. ]+)?([A-Za-zÀ-ÿ]{3,9})\.?[-/. ,]+(?:(\d{1,2})(?:st|nd|rd|th)?,\s*)?(\d{4}|\d{2})${TIME}$`,
);

/** First letters of the months in French and English, without accents, January first. */
const MONTH_STARTS: readonly (readonly string[])[] = [
  ['jan'],
  ['fev', 'feb'],
  ['mar'],
  ['avr', 'apr'],
  ['mai', 'may'],
  ['juin', 'jun'],
  ['juil', 'jul'],
  ['aou', 'aug'],
  ['sep'],
  ['oct'],
  ['nov'],
  ['dec'],
];

const monthOfName = (name: string): number => {
  const plain = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  // `jui` alone is June or July: neither.
  return MONTH_STARTS.findIndex((starts) => starts.some((start) => plain.startsWith(start))) + 1;
};

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

const serialIfReal = (year: number, month: number, day: number, time: number): number | null => {
  const date = { year, month, day };
  return isCivil(date) && year >= 1900 && year <= 9999 ? serialOf(date) + time : null;
};

/** Serial of a text in a writing, hours as the fraction of the day; null when it is none. `readTextDate('02/01/2026', 'dmy')` is 2 January. */
export const readTextDate = (text: string, writing: DateWriting): number | null => {
  const trimmed = text.trim();
  if (trimmed.length < 6 || trimmed.length > 40) return null;
  switch (writing) {
    case 'iso': {
      const match = ISO.exec(trimmed) ?? COMPACT.exec(trimmed);
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
      if (!match) return null;
      const year = Number(match[1] ?? match[4]);
      const week = Number(match[2] ?? match[3]);
      const fourth = serialOf({ year, month: 1, day: 4 });
      const monday = fourth - weekdayOf(fourth) + 1 + 7 * (week - 1);
      const back = isoWeekOf(monday);
      return back.year === year && back.week === week ? monday : null;
    }
    case 'month-name': {
      const match = NAMED.exec(trimmed);
      if (!match) return null;
      const [, dayFirst, name = '', dayAfter, year = '', hour, minute, second, half] = match;
      const month = monthOfName(name);
      return month
        ? serialIfReal(fullYear(year), month, Number(dayFirst ?? dayAfter ?? '1'), timeOf(hour, minute, second, half))
        : null;
    }
    default:
      return null;
  }
};

/** True for a number that can be the day of an activity (1990 to 2080). */
export const isPlausibleSerial = (serial: number): boolean => serial >= FIRST_PLAUSIBLE && serial <= LAST_PLAUSIBLE;

/**
 * Serial (1900 system) of a cell of a date column. A real date in a column of texts is read as well; a number out of
 * 1990–2080 is no day of an activity.
 */
export const readDate = (value: CellValue, writing: DateWriting, date1904: boolean): number | null => {
  if (typeof value === 'number') {
    const serial = fromHostSerial(value, date1904);
    return isPlausibleSerial(serial) ? serial : null;
  }
  return typeof value === 'string' ? readTextDate(value, writing) : null;
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
