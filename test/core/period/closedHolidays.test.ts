import { closedHolidays } from '../../../src/core/period/closed-holidays';
import { coverageOf } from '../../../src/core/period/coverage';
import { isHoliday } from '../../../src/core/period/holidays';
import { serialOf, weekdayOf } from '../../../src/core/period/serial';

const on = (year: number, month: number, day: number): number => serialOf({ year, month, day });
const FIRST = on(2026, 1, 5);
const ASCENSION = on(2026, 5, 14);
const WHIT_MONDAY = on(2026, 5, 25);
/** Easter Monday, 1 May, 8 May: all on open days. */
const SPRING = [on(2026, 4, 6), on(2026, 5, 1), on(2026, 5, 8)];

/** What a source covers that has a row for each open day but some, to Wednesday 13 May. */
const covered = (without: (day: number) => boolean, open = 5) => {
  const days = Array.from({ length: ASCENSION - FIRST }, (_, index) => FIRST + index);
  const coverage = coverageOf(days.filter((day) => weekdayOf(day) <= open && !without(day)));
  if (!coverage) throw new Error('there are days');
  return coverage;
};

test('holidays without a row are closed days, those to come as well, where none was worked', () => {
  expect(
    closedHolidays(
      covered((day) => isHoliday(day)),
      {},
      WHIT_MONDAY + 1,
    ),
  ).toEqual([...SPRING, ASCENSION, WHIT_MONDAY]);
});

test('none from the day of issue on', () => {
  expect(
    closedHolidays(
      covered((day) => isHoliday(day)),
      {},
      ASCENSION,
    ),
  ).toEqual(SPRING);
});

test('one that was worked is no closed day; the others stay closed', () => {
  const worked = SPRING[2] ?? 0;
  const coverage = covered((day) => isHoliday(day) && day !== worked);
  expect(closedHolidays(coverage, {}, ASCENSION)).toEqual(SPRING.slice(0, 2));
});

test('where holidays are worked, one without a row is a missing day', () => {
  const lost = SPRING[1] ?? 0;
  expect(
    closedHolidays(
      covered((day) => day === lost),
      {},
      ASCENSION,
    ),
  ).toEqual([]);
});

test('an ordinary day without a row is a missing day', () => {
  expect(
    closedHolidays(
      covered((day) => day === FIRST + 8 || isHoliday(day)),
      {},
      ASCENSION,
    ),
  ).toEqual(SPRING);
});

test.each<[string, Parameters<typeof closedHolidays>[1], readonly number[]]>([
  ['all are worked', { openHolidays: 'all' }, []],
  ['Easter Monday is worked', { openHolidays: { days: [], ids: ['easter-monday'] } }, SPRING.slice(1)],
  ['no public holiday counts', { holidayRegion: 'none' }, []],
])('what the user says goes before: %s', (_, rules, closed) => {
  expect(
    closedHolidays(
      covered((day) => isHoliday(day)),
      rules,
      ASCENSION,
    ),
  ).toEqual(closed);
});

test.each([
  ['as on Sundays that are closed', 5, [SPRING[1]]],
  ['as on Sundays that are worked', 7, []],
])('a source without any holiday: the next one is kept %s', (_, open, closed) => {
  const april = covered(() => false, open).days.filter((day) => day > on(2026, 4, 6) && day < on(2026, 5, 1));
  const coverage = coverageOf(april);
  expect(coverage && closedHolidays(coverage, {}, on(2026, 5, 2))).toEqual(closed);
});
