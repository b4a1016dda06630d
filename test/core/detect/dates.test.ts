import { isDateFormat, isTimeFormat, readDate, readTextDate, readYearlessDate } from '../../../src/core/detect/dates';
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
    ['Monday, January 5, 2026', 'month-name', '2026-01-05'],
    ['lundi 5 janvier 2026', 'month-name', '2026-01-05'],
    ['05-janv.-26', 'month-name', '2026-01-05'],
    ['Apr-15', 'month-name', '2015-04-01'],
    ['janv. 26', 'month-name', '2026-01-01'],
    ['Sept 2025', 'month-name', '2025-09-01'],
    ['20260105', 'compact', '2026-01-05'],
    ['2013-01', 'year-month', '2013-01-01'],
    ['01/2026', 'year-month', '2026-01-01'],
    ['2026/1', 'year-month', '2026-01-01'],
    ['2016Q1', 'quarter', '2016-01-01'],
    ['T1 2016', 'quarter', '2016-01-01'],
    ['Q3-2024', 'quarter', '2024-07-01'],
    ['3e trimestre 2024', 'quarter', '2024-07-01'],
    ['FY2024', 'year', '2024-01-01'],
    ['Semaine 5 - 2025', 'iso-week', '2025-01-27'],
    ['lun. 05/01/2026 9h30', 'dmy', '2026-01-05'],
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
    ['a word that begins like a month', 'Marketing 2026', 'month-name'],
    ['a label before a month', 'Total mars 2026', 'month-name'],
    ['a month that is none', '13/2026', 'year-month'],
    ['a month taken for a quarter', '1/2026', 'quarter'],
    ['a fifth quarter', 'T5 2016', 'quarter'],
    ['a number of six digits', '123456', 'compact'],
    ['a year out of any activity', '1789', 'year'],
  ])('%s', (_, text, writing) => {
    expect(readTextDate(text, writing)).toBeNull();
  });
});

describe('a number that spells a date', () => {
  test.each<[number, DateWriting, string]>([
    [20260105, 'compact', '2026-01-05'],
    [201301, 'year-month', '2013-01-01'],
    [2026, 'year', '2026-01-01'],
    [44927, 'serial', '2023-01-01'],
  ])('%d as %s is %s', (value, writing, expected) => {
    expect(day(readDate(value, writing, false))).toBe(expected);
  });
  test('is none when it does not', () => {
    expect(readDate(20261305, 'compact', false)).toBeNull();
    expect(readDate(201313, 'year-month', false)).toBeNull();
  });
});

test('a date without its year is read in one', () => {
  expect(day(readYearlessDate('févr.', 2026))).toBe('2026-02-01');
  expect(day(readYearlessDate('lun. 5 janv.', 2026))).toBe('2026-01-05');
  expect(readYearlessDate('Marge', 2026)).toBeNull();
  expect(readDate('janvier', 'month-name', false)).toBeNull();
  expect(day(readDate('janvier', 'month-name', false, 2026))).toBe('2026-01-01');
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
