import { isDateFormat, isTimeFormat, readDate, readTextDate } from '../../../src/core/detect/dates';
import type { DateWriting } from '../../../src/core/detect/detected';
import { periodOf } from '../../../src/core/period/calendar';

const day = (serial: number | null): string | null => (serial === null ? null : periodOf(serial, 'day').key);

describe('a text is a date', () => {
  test.each<[string, DateWriting, string]>([
    ['2021-01-31', 'iso', '2021-01-31'],
    ['2021-01-31T10:33:00Z', 'iso', '2021-01-31'],
    ['2021/1/5 9h30', 'iso', '2021-01-05'],
    ['20210131', 'iso', '2021-01-31'],
    ['31/01/2021', 'dmy', '2021-01-31'],
    ['02.01.2018  10:58:', 'dmy', '2018-01-02'],
    ['lun. 5/1/26', 'dmy', '2026-01-05'],
    ['01/31/2021 11:05 PM', 'mdy', '2021-01-31'],
    ['2020-S53', 'iso-week', '2020-12-28'],
    ['S05 2025', 'iso-week', '2025-01-27'],
    ['1er février 2026', 'month-name', '2026-02-01'],
    ['août 2026', 'month-name', '2026-08-01'],
    ['Jul 4, 2026', 'month-name', '2026-07-04'],
  ])('%s as %s is %s', (text, writing, expected) => {
    expect(day(readTextDate(text, writing))).toBe(expected);
  });

  test('with its hours as the fraction of the day', () => {
    expect((readTextDate('31/01/2021 18:00', 'dmy') ?? 0) % 1).toBeCloseTo(0.75, 9);
    expect((readTextDate('01/31/2021 12:30 AM', 'mdy') ?? 0) % 1).toBeCloseTo(0.5 / 24, 9);
  });
});

describe('a text is no date', () => {
  test.each<[string, string, DateWriting]>([
    ['a day that does not exist', '31/02/2021', 'dmy'],
    ['a month beyond December', '01/31/2021', 'dmy'],
    ['a version number', 'v1.2.2018', 'dmy'],
    ['a sentence with a date in it', 'Livré le 12/01/2026 par Paul', 'dmy'],
    ['a week that the year does not have', '2021-S53', 'iso-week'],
    ['a month that is June or July', 'jui 2026', 'month-name'],
    ['a label', 'Total', 'iso'],
  ])('%s', (_, text, writing) => {
    expect(readTextDate(text, writing)).toBeNull();
  });
});

test('a number is a day of an activity between 1990 and 2080 only', () => {
  expect(readDate(46347, 'real', false)).toBe(46347);
  expect(readDate(2026, 'real', false)).toBeNull();
  expect(readDate(46347 - 1462, 'real', true)).toBe(46347);
});

describe('number formats', () => {
  test.each(['dd/mm/yyyy', '[$-40C]mmm-yy', '[$-F800]dddd, mmmm dd, yyyy', 'd-mmm', 'm/d/yyyy h:mm'])(
    '%s shows a day',
    (format) => {
      expect(isDateFormat(format)).toBe(true);
    },
  );
  test.each(['h:mm', '[h]:mm:ss', 'mm:ss', '0.00', '[Red]0', '#,##0" jours"', '0%', 'General', '@'])(
    '%s shows none',
    (format) => {
      expect(isDateFormat(format)).toBe(false);
    },
  );
  test.each(['h:mm', '[h]:mm:ss', 'mm:ss', '[m]:ss'])('%s shows a time', (format) => {
    expect(isTimeFormat(format)).toBe(true);
  });
});
