import type { Period } from '../../../src/core/period/period';
import { serialOf, weekdayOf } from '../../../src/core/period/serial';
import {
  formatDate,
  formatDateNear,
  formatRange,
  isoDate,
  monthName,
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
  ['an ordinary day', 2026, 11, 23, '23/11/2026', '2026-11-23'],
  ['a leap day', 2028, 2, 29, '29/02/2028', '2028-02-29'],
  ['the last day of a year', 2026, 12, 31, '31/12/2026', '2026-12-31'],
])('%s', (_, year, month, day, text, iso) => {
  expect(formatDate(serial(year, month, day) + 0.99)).toBe(text);
  expect(isoDate(serial(year, month, day))).toBe(iso);
});

test('the year is printed only when it is not the reader’s', () => {
  expect(formatDateNear(serial(2026, 11, 30), 2026)).toBe('30/11');
  expect(formatDateNear(serial(2027, 1, 18), 2026)).toBe('18/01/2027');
});

test.each([
  ['inside a year', serial(2026, 11, 9), serial(2026, 11, 22), `du${B}09/11 au${B}22/11/2026`, '09/11 to 22/11/2026'],
  ['over a new year', serial(2026, 12, 28), serial(2027, 1, 10), `du${B}28/12/2026 au${B}10/01/2027`, '28/12/2026 to 10/01/2027'],
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
