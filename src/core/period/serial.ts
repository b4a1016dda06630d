/**
 * Excel's day numbers. In the 1900 system day 1 is 1900-01-01 and Excel counts a 29 February 1900 that never was (serial
 * 60), kept for Lotus 1-2-3's sake; in the 1904 system day 0 is 1904-01-01. Everything here is in the 1900 system:
 * `fromHostSerial` and `toHostSerial` are the only doors to a workbook's own.
 */

/** A day of the calendar; `month` and `day` count from 1. */
export type CivilDate = { year: number; month: number; day: number };

const MILLISECONDS_PER_DAY = 86_400_000;
/** Day 0 of the serials after Excel's false leap day, as Excel shows it: 1899-12-30. */
const EPOCH = Date.UTC(1899, 11, 30);
/** Serial that Excel shows as 29/02/1900. */
const FALSE_LEAP_DAY = 60;
/** Days between the two date systems' origins. */
const OFFSET_1904 = 1462;

/** Serial of a day: `serialOf({ year: 2026, month: 11, day: 21 })` is 46347. Months and days beyond their range roll over. */
export const serialOf = ({ year, month, day }: CivilDate): number => {
  const days = Math.round((Date.UTC(year, month - 1, day) - EPOCH) / MILLISECONDS_PER_DAY);
  return days <= FALSE_LEAP_DAY ? days - 1 : days;
};

/** Day of a serial, hours dropped: `civilOf(46347.75)` is 2026-11-21. Serial 60 is the 29/02/1900 that Excel shows. */
export const civilOf = (serial: number): CivilDate => {
  const day = Math.floor(serial);
  if (day === FALSE_LEAP_DAY) return { year: 1900, month: 2, day: 29 };
  const date = new Date(EPOCH + (day < FALSE_LEAP_DAY ? day + 1 : day) * MILLISECONDS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

/** True for a day that exists: `isCivil({ year: 2026, month: 2, day: 29 })` is false. */
export const isCivil = ({ year, month, day }: CivilDate): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();

/** ISO 8601 weekday: 1 is Monday, 7 Sunday. */
export const weekdayOf = (serial: number): number => {
  // Serials count days without a break after the false leap day; 7 is a Saturday.
  if (serial > FALSE_LEAP_DAY + 1) return ((Math.floor(serial) + 5) % 7) + 1;
  const { year, month, day } = civilOf(serial);
  return ((new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7) + 1;
};

/** A cell's number as a serial of the 1900 system. */
export const fromHostSerial = (value: number, date1904: boolean): number => (date1904 ? value + OFFSET_1904 : value);

/** A serial as the number that a workbook's cell has to hold. */
export const toHostSerial = (serial: number, date1904: boolean): number => (date1904 ? serial - OFFSET_1904 : serial);
