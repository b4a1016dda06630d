import fc from 'fast-check';
import { readConsolidated } from '../../../src/core/consolidation/read';
import type { Rule } from '../../../src/core/consolidation/rule';
import { parsePeriodKey, periodOf, periodsBetween } from '../../../src/core/period/calendar';
import { civilOf, serialOf, weekdayOf } from '../../../src/core/period/serial';
import { column, TypedBook, type TypedRow } from './typedBook';

jest.setTimeout(120_000);

/** ISO 8601 by its own words: week 1 is the one that holds 4 January; weeks begin on Monday. */
const firstMonday = (year: number): number => {
  const fourth = serialOf({ year, month: 1, day: 4 });
  return fourth - weekdayOf(fourth) + 1;
};

const YEARS = Array.from({ length: 21 }, (_, index) => 2015 + index);

test.each(YEARS)('the weeks around the end of %i are numbered as ISO 8601 says', (year) => {
  const end = serialOf({ year, month: 12, day: 31 });
  for (let day = end - 10; day <= end + 10; day++) {
    const owner = [year + 1, year, year - 1].find((candidate) => day >= firstMonday(candidate)) ?? year;
    const week = Math.floor((day - firstMonday(owner)) / 7) + 1;
    const period = periodOf(day, 'week');
    expect(period.key).toBe(`${String(owner)}-S${String(week).padStart(2, '0')}`);
    expect([period.start, period.end]).toEqual([firstMonday(owner) + 7 * (week - 1), firstMonday(owner) + 7 * week]);
    expect(parsePeriodKey(period.key)).toEqual(period);
  }
});

test('of these years 2015, 2020, 2026 and 2032 have 53 weeks, and no other', () => {
  const long = YEARS.filter((year) => (firstMonday(year + 1) - firstMonday(year)) / 7 === 53);
  expect(long).toEqual([2015, 2020, 2026, 2032]);
  for (const year of YEARS)
    expect(periodsBetween(firstMonday(year), firstMonday(year + 1) - 1, 'week')).toHaveLength(long.includes(year) ? 53 : 52);
});

const sum = (place: number): Rule => ({ kind: 'sum', column: place });
const COLUMNS = [
  column('Appels', sum(1)),
  column('QS', { kind: 'ratio', numerator: sum(2), denominator: sum(1) }),
  column('Plus', { kind: 'max', column: 1 }),
  column('Stock', { kind: 'last', column: 2 }),
];

type Day = { day: number; calls: number; answered: number | null };

/** What the rows give, computed straight from them: by week, month and year, whatever their order. */
const expected = (days: readonly Day[]) => {
  const shown: Record<string, Record<string, Record<string, number | null>>> = {};
  for (const kind of ['week', 'month', 'year'] as const) {
    const groups = new Map<string, Day[]>();
    for (const one of days) {
      const { key } = periodOf(one.day, kind);
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    shown[kind] = Object.fromEntries(
      [...groups].map(([key, held]) => {
        const calls = held.reduce((total, one) => total + one.calls, 0);
        const counted = held.filter((one) => one.answered !== null);
        const answered = counted.reduce((total, one) => total + (one.answered ?? 0), 0);
        const latest = Math.max(...counted.map((one) => one.day));
        const stock = counted.filter((one) => one.day === latest).reduce((total, one) => total + (one.answered ?? 0), 0);
        return [
          key,
          {
            Appels: calls,
            QS: calls === 0 || counted.length === 0 ? null : answered / calls,
            Plus: Math.max(...held.map((one) => one.calls)),
            Stock: counted.length === 0 ? null : stock,
          },
        ];
      }),
    );
  }
  return shown;
};

const differences = (days: readonly Day[], shown: ReturnType<typeof readConsolidated>): string[] => {
  const wrong: string[] = [];
  for (const [kind, periods] of Object.entries(expected(days)))
    for (const [key, values] of Object.entries(periods))
      for (const [label, value] of Object.entries(values)) {
        const found = shown[kind as 'week' | 'month' | 'year']?.[key]?.[label] ?? null;
        const same =
          value === null || found === null ? value === found : Math.abs(value - found) <= 1e-9 * Math.max(1, Math.abs(value));
        if (!same) wrong.push(`${kind} ${key} ${label}: ${String(found)} instead of ${String(value)}`);
      }
  return wrong;
};

const shownFor = async (days: readonly Day[]) => {
  const book = await TypedBook.open();
  try {
    const rows = days.map(({ day, calls, answered }): TypedRow => [day, calls, answered ?? '']);
    await book.type([['Date', 'Appels', 'Décrochés'], ...rows]);
    return readConsolidated(await book.consolidate(COLUMNS, { kinds: ['week', 'month', 'year'] }));
  } finally {
    book.close();
  }
};

test('consolidated over the ends of all years from 2015 to 2035', async () => {
  const days = YEARS.flatMap((year) => {
    const end = serialOf({ year, month: 12, day: 31 });
    return Array.from({ length: 20 }, (_, index): Day => {
      const day = end - 9 + index;
      return { day, calls: (day * 7) % 97, answered: (day * 5) % 61 };
    });
  });
  const shown = await shownFor(days);
  expect(differences(days, shown)).toEqual([]);
  expect(Object.values(shown.week ?? {}).filter((values) => values['Appels'] !== null).length).toBeGreaterThan(60);
  // 31/12/2024 is of the first week of 2025, 01/01/2027 of the last of 2026.
  expect(civilOf(periodOf(serialOf({ year: 2024, month: 12, day: 31 }), 'week').start)).toEqual({
    year: 2024,
    month: 12,
    day: 30,
  });
  expect(periodOf(serialOf({ year: 2027, month: 1, day: 1 }), 'week').key).toBe('2026-S53');
});

/** Days of two months over a turn of the year, with gaps, several rows of one day, in order or not. */
const someDays = fc
  .record({
    year: fc.integer({ min: 2015, max: 2035 }),
    rows: fc.array(
      fc.record({
        offset: fc.integer({ min: 0, max: 60 }),
        calls: fc.integer({ min: 0, max: 500 }),
        answered: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null, freq: 5 }),
      }),
      { minLength: 16, maxLength: 40 },
    ),
    ordered: fc.boolean(),
  })
  .map(({ year, rows, ordered }): Day[] => {
    const first = serialOf({ year, month: 12, day: 1 });
    const days = rows.map(({ offset, calls, answered }): Day => ({ day: first + offset, calls, answered }));
    return ordered ? days.sort((one, other) => one.day - other.day) : days;
  });

test('any days: unsorted, doubled, with gaps and blanks, give what their rows give', async () => {
  await fc.assert(
    fc.asyncProperty(someDays, async (days) => {
      expect(differences(days, await shownFor(days))).toEqual([]);
    }),
    { numRuns: 15, seed: 20_261_121 },
  );
});
