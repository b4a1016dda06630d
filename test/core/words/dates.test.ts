import type { Period } from '../../../src/core/period/period';
import { serialOf, weekdayOf } from '../../../src/core/period/serial';
import {
  dayRuns,
  formatDate,
  formatDateNarrow,
  formatDateNear,
  formatRange,
  isoDate,
  monthName,
  numericDate,
  weekdayName,
  weekLabel,
  weeksLabel,
  weeksLabelWithYear,
} from '../../../src/core/words/dates';

const serial = (year: number, month: number, day: number): number => serialOf({ year, month, day });
const week = (key: string): Period => ({ kind: 'week', key, start: 0, end: 7 });
const B = '\u00a0';
const D = '\u2013';

test.each([
  ['an ordinary day', 2026, 11, 23, '23/11/2026', `23${B}Nov${B}2026`, '2026-11-23'],
  ['a day that readers would take for one of May', 2026, 11, 5, '05/11/2026', `5${B}Nov${B}2026`, '2026-11-05'],
  ['a leap day', 2028, 2, 29, '29/02/2028', `29${B}Feb${B}2028`, '2028-02-29'],
  ['the last day of a year', 2026, 12, 31, '31/12/2026', `31${B}Dec${B}2026`, '2026-12-31'],
])('%s', (_, year, month, day, fr, en, iso) => {
  expect(formatDate(serial(year, month, day) + 0.99, 'fr')).toBe(fr);
  expect(numericDate(serial(year, month, day) + 0.99)).toBe(fr);
  expect(formatDate(serial(year, month, day) + 0.99, 'en')).toBe(en);
  expect(isoDate(serial(year, month, day))).toBe(iso);
});

test('the year is printed only when it is not the reader’s', () => {
  expect(formatDateNear(serial(2026, 11, 30), 2026, 'fr')).toBe('30/11');
  expect(formatDateNear(serial(2026, 11, 30), 2026, 'en')).toBe(`30${B}Nov`);
  expect(formatDateNear(serial(2027, 1, 18), 2026, 'fr')).toBe('18/01/2027');
  expect(formatDateNear(serial(2027, 1, 18), 2026, 'en')).toBe(`18${B}Jan${B}2027`);
});

test('a date of another year has room in a narrow column', () => {
  expect(formatDateNarrow(serial(2026, 11, 30), 2026, 'en')).toBe(`30${B}Nov`);
  expect(formatDateNarrow(serial(2027, 1, 18), 2026, 'en')).toBe(`18${B}Jan${B}’27`);
  expect(formatDateNarrow(serial(2027, 1, 18), 2026, 'fr')).toBe('18/01/2027');
});

describe('days of a list, those in a row as a stretch', () => {
  const november = (...days: number[]): number[] => days.map((day) => serial(2026, 11, day));
  const runs = (days: number[], all: number[], language: 'fr' | 'en' = 'fr'): string[] => dayRuns(days, all, 2026, language);
  const everyDay = november(...Array.from({ length: 30 }, (_, index) => index + 1));

  test('three in a row are one, two are not', () => {
    expect(runs(november(3, 4, 5, 6, 12, 16, 17), everyDay)).toEqual([`du${B}03/11 au${B}06/11`, '12/11', '16/11', '17/11']);
    expect(runs(november(3, 4, 5, 6, 12), everyDay, 'en')).toEqual([`3${B}to${B}6${B}Nov`, `12${B}Nov`]);
  });

  test('a weekend without data is no gap where nobody works on it', () => {
    const weekdays = everyDay.filter((day) => weekdayOf(day) < 6);
    expect(runs(november(5, 6, 9, 10), weekdays)).toEqual([`du${B}05/11 au${B}10/11`]);
    expect(runs(november(5, 6, 9, 10), everyDay)).toEqual(['05/11', '06/11', '09/11', '10/11']);
  });

  test('a stretch over the end of a month names both, over a new year its year', () => {
    const days = [serial(2026, 12, 30), serial(2026, 12, 31), serial(2027, 1, 1)];
    expect(runs(days, days, 'en')).toEqual([`30${B}Dec${B}to${B}1${B}Jan${B}2027`]);
    expect(runs(days, days)).toEqual([`du${B}30/12 au${B}01/01/2027`]);
  });
});

test.each([
  ['inside a year', serial(2026, 11, 9), serial(2026, 11, 22), `du${B}09/11 au${B}22/11/2026`, `9${B}to${B}22${B}Nov${B}2026`],
  [
    'over the end of a month',
    serial(2026, 9, 28),
    serial(2026, 10, 11),
    `du${B}28/09 au${B}11/10/2026`,
    `28${B}Sep${B}to${B}11${B}Oct${B}2026`,
  ],
  [
    'over a new year',
    serial(2026, 12, 28),
    serial(2027, 1, 10),
    `du${B}28/12/2026 au${B}10/01/2027`,
    `28${B}Dec${B}2026${B}to${B}10${B}Jan${B}2027`,
  ],
])('a stretch %s', (_, start, last, fr, en) => {
  expect(formatRange(start, last, 'fr')).toBe(fr);
  expect(formatRange(start, last, 'en')).toBe(en);
});

test.each([
  ['one week', ['2026-S47'], 'S47', 'S47 2026'],
  ['one month', ['2026-10'], 'octobre', 'octobre 2026'],
  ['two months', ['2026-12', '2027-01'], `décembre${D}janvier`, `décembre 2026${D}janvier 2027`],
  ['a year', ['2026'], '2026', '2026'],
  ['two weeks', ['2026-S46', '2026-S47'], `S46${D}S47`, `S46${D}S47 2026`],
  ['over a change of ISO year', ['2026-S53', '2027-S01'], `S53${D}S01`, `S53 2026${D}S01 2027`],
])('%s', (_, keys, short, long) => {
  expect(weeksLabel(keys.map(week), 'fr')).toBe(short);
  expect(weeksLabelWithYear(keys.map(week), 'fr')).toBe(long);
});

test('weeks, months and weekdays have their English names', () => {
  expect(weekLabel('2026-S47', 'en')).toBe('W47');
  expect(weekLabel('2026-11', 'en')).toBe('November');
  expect(weekLabel('2026', 'en')).toBe('2026');
  expect(monthName(8, 'fr')).toBe('août');
  expect(monthName(8, 'en')).toBe('August');
  expect(weekdayName(weekdayOf(serial(2026, 11, 23)), 'fr')).toBe('lundi');
  expect(weekdayName(weekdayOf(serial(2026, 11, 22)), 'en')).toBe('Sunday');
});
