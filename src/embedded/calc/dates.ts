/**
 * Serial dates. Day 1 is 1 January 1900 and day 60 is 29 February 1900, which never was: Excel keeps this error of
 * Lotus 1-2-3. In the 1904 system day 0 is 1 January 1904.
 */
export type DateParts = { year: number; month: number; day: number };

const DAY = 86_400_000;
/** Days from 30 December 1899 to 1 January 1970. */
const UNIX_EPOCH = 25_569;
/** From the 1900 to the 1904 system. */
const SHIFT_1904 = 1462;
const LAST_SERIAL = 2_958_465;

/** Serial of a civil date; months and days outside their bounds carry over as in `DATE`. NaN before the system's first day. */
export function serialOf(year: number, month: number, day: number, date1904 = false): number {
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, day);
  const serial = Math.round(time.getTime() / DAY) + UNIX_EPOCH;
  if (date1904) return serial >= SHIFT_1904 ? serial - SHIFT_1904 : NaN;
  // Days before 1 March 1900 count one less, since day 60 is the one that never was.
  const asExcel = serial > 60 ? serial : serial - 1;
  if (year === 1900 && month === 2 && day === 29) return 60;
  return asExcel >= 0 ? asExcel : NaN;
}

/** Civil date of a serial; null outside Excel's calendar (negative, or after 9999). Serial 0 is "0 January 1900". */
export function partsOf(serial: number, date1904 = false): DateParts | null {
  const whole = Math.floor(serial) + (date1904 ? SHIFT_1904 : 0);
  if (!(whole >= 0 && whole <= LAST_SERIAL)) return null;
  if (whole === 60 && !date1904) return { year: 1900, month: 2, day: 29 };
  if (whole === 0 && !date1904) return { year: 1900, month: 1, day: 0 };
  const real = whole > 60 || date1904 ? whole : whole + 1;
  const date = new Date((real - UNIX_EPOCH) * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 is Sunday. By Excel's count serial 1 is a Sunday, so that every day from March 1900 on is right. */
export const weekdayOf = (serial: number, date1904 = false): number => {
  const whole = Math.floor(serial) + (date1904 ? SHIFT_1904 : 0);
  return (((whole - 1) % 7) + 7) % 7;
};

export const daysInMonth = (year: number, month: number): number =>
  year === 1900 && month === 2 ? 29 : new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The same day some months later, the last of the month when there is no such day. */
export function addMonths(parts: DateParts, months: number): DateParts {
  const total = parts.year * 12 + parts.month - 1 + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  return { year, month, day: Math.min(parts.day, daysInMonth(year, month)) };
}

/** ISO 8601 week: weeks start on Monday, week 1 holds the year's first Thursday. */
export function isoWeek(serial: number, date1904 = false): number {
  const thursday = Math.floor(serial) - ((weekdayOf(serial, date1904) + 6) % 7) + 3;
  const parts = partsOf(Math.max(thursday, date1904 ? 0 : 1), date1904);
  if (!parts) return NaN;
  return Math.floor((thursday - serialOf(parts.year, 1, 1, date1904)) / 7) + 1;
}

/** Serial of a local moment with its time of day, to the millisecond. */
export function serialOfMoment(moment: Date, date1904 = false): number {
  const day = serialOf(moment.getFullYear(), moment.getMonth() + 1, moment.getDate(), date1904);
  const milliseconds =
    ((moment.getHours() * 60 + moment.getMinutes()) * 60 + moment.getSeconds()) * 1000 + moment.getMilliseconds();
  return day + milliseconds / DAY;
}
