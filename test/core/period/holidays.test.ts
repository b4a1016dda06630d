import { easterOf, HOLIDAY_NAMES, holidayOn, holidaysOf, isHoliday } from '../../../src/core/period/holidays';
import { civilOf, serialOf, weekdayOf } from '../../../src/core/period/serial';
import { isoDate } from '../../../src/core/words/dates';

/**
 * Easter Mondays, Ascension Thursdays and Whit Mondays as published: up to 2026 the dates of « Jours fériés en France »
 * on data.gouv.fr (Licence Ouverte), from 2027 on the Easter Sundays of the church's tables, which the second test finds
 * again by their own rule.
 */
const PUBLISHED = `
2015 04-06 05-14 05-25
2016 03-28 05-05 05-16
2017 04-17 05-25 06-05
2018 04-02 05-10 05-21
2019 04-22 05-30 06-10
2020 04-13 05-21 06-01
2021 04-05 05-13 05-24
2022 04-18 05-26 06-06
2023 04-10 05-18 05-29
2024 04-01 05-09 05-20
2025 04-21 05-29 06-09
2026 04-06 05-14 05-25
2027 03-29 05-06 05-17
2028 04-17 05-25 06-05
2029 04-02 05-10 05-21
2030 04-22 05-30 06-10
2031 04-14 05-22 06-02
2032 03-29 05-06 05-17
2033 04-18 05-26 06-06
2034 04-10 05-18 05-29
2035 03-26 05-03 05-14`
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];

test.each(PUBLISHED)('%s: the eleven days of the Labour code, as published', (year = '', ...movable) => {
  const days = holidaysOf(Number(year)).map(({ serial }) => isoDate(serial));
  expect(days).toEqual([...FIXED, ...movable].map((day) => `${year}-${day}`).sort());
});

/** Paschal full moons of the golden numbers 1 to 19, as the tables give them for 1900 to 2199: month, day. */
const FULL_MOONS = [
  [4, 14],
  [4, 3],
  [3, 23],
  [4, 11],
  [3, 31],
  [4, 18],
  [4, 8],
  [3, 28],
  [4, 16],
  [4, 5],
  [3, 25],
  [4, 13],
  [4, 2],
  [3, 22],
  [4, 10],
  [3, 30],
  [4, 17],
  [4, 7],
  [3, 27],
] as const;

test('Easter is the Sunday after the paschal full moon of the tables, each year from 1901 to 2199', () => {
  for (let year = 1901; year < 2200; year++) {
    const [month, day] = FULL_MOONS[year % 19] ?? [0, 0];
    const moon = serialOf({ year, month, day });
    expect([year, easterOf(year)]).toEqual([year, moon + (7 - (weekdayOf(moon) % 7))]);
  }
});

/** Gauss's rule as he corrected it in 1816: another way to the same day. */
const easterByGauss = (year: number): number => {
  const century = Math.floor(year / 100);
  const moon = (15 - Math.floor((13 + 8 * century) / 25) + century - Math.floor(century / 4)) % 30;
  const sun = (4 + century - Math.floor(century / 4)) % 7;
  const golden = year % 19;
  const fullMoon = (19 * golden + moon) % 30;
  const sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * fullMoon + sun) % 7;
  const march = 22 + fullMoon + sunday;
  const day = fullMoon === 29 && sunday === 6 ? 50 : fullMoon === 28 && sunday === 6 && golden > 10 ? 49 : march;
  return serialOf({ year, month: 3, day });
};

test('Gauss’s rule gives the same Easter, each year from 1900 to 2999', () => {
  for (let year = 1900; year < 3000; year++) expect([year, easterByGauss(year)]).toEqual([year, easterOf(year)]);
});

test.each([
  [1954, 4, 18],
  [1981, 4, 19],
  [2008, 3, 23],
  [2011, 4, 24],
  [2038, 4, 25],
  [2049, 4, 18],
  [2285, 3, 22],
])('Easter %i, where rules of thumb fail or at the ends of its range', (year, month, day) => {
  expect(civilOf(easterOf(year))).toEqual({ year, month, day });
});

test('Alsace and Moselle keep Good Friday and 26 December besides', () => {
  const more = holidaysOf(2026, 'alsace-moselle').filter(({ serial }) => !isHoliday(serial));
  expect(more.map(({ serial, id }) => [isoDate(serial), id])).toEqual([
    ['2026-04-03', 'good-friday'],
    ['2026-12-26', 'saint-stephen'],
  ]);
  expect(holidaysOf(2026, 'alsace-moselle')).toHaveLength(13);
});

test('no region, no holiday', () => {
  expect(holidaysOf(2026, 'none')).toEqual([]);
  expect(isHoliday(serialOf({ year: 2026, month: 12, day: 25 }), 'none')).toBe(false);
});

test('a moment of the day is on the holiday; the day after is not', () => {
  const ascension = serialOf({ year: 2026, month: 5, day: 14 });
  expect(holidayOn(ascension + 0.75)?.id).toBe('ascension');
  expect(isHoliday(ascension + 1)).toBe(false);
});

test('two holidays on one day are both told', () => {
  expect(
    holidaysOf(2008)
      .filter(({ serial }) => isoDate(serial) === '2008-05-01')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['ascension', 'labour-day']);
});

test('every holiday has a name of its own in both languages', () => {
  for (const names of [HOLIDAY_NAMES.fr, HOLIDAY_NAMES.en]) {
    expect(Object.keys(names).sort()).toEqual(
      holidaysOf(2026, 'alsace-moselle')
        .map(({ id }) => id)
        .sort(),
    );
    expect(new Set(Object.values(names)).size).toBe(13);
  }
});
