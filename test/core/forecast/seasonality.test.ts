import {
  holidaysAmong,
  seasonalityOf,
  seasonalityOfMonths,
  seasonalityOfSeries,
  seasonalityOfTimes,
  seasonalityOfWeeks,
  type Season,
  type SeasonKind,
  type Seasonality,
} from '../../../src/core/forecast/seasonality';
import { monthStart } from '../../../src/core/forecast/season-days';
import { civilOf, serialOf, weekdayOf } from '../../../src/core/period/serial';
import { START, busyMonday, busyStart, busyTuesday, quietAugust, shapedDays } from './plantedSeries';
import { normal } from './simulate';

const season = ({ seasons }: Seasonality, kind: SeasonKind): Season | undefined => seasons.find((one) => one.kind === kind);
const kinds = ({ seasons }: Seasonality): readonly SeasonKind[] => seasons.map(({ kind }) => kind);

describe('a season that is there', () => {
  test('a busy Monday: its size against the mean of the week, and how much it explains', () => {
    const found = seasonalityOf(shapedDays(140, busyMonday));
    expect(kinds(found)).toEqual(['weekday']);
    const weekday = season(found, 'weekday');
    expect(weekday?.peak?.phase).toBe(1);
    expect(weekday?.peak?.effect).toBeCloseTo((1.2 * 7) / 7.2 - 1, 1);
    expect(weekday?.chance).toBeLessThan(0.001);
    expect(weekday?.change).toBeNull();
    expect(weekday?.effects.map(({ phase }) => phase)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('the share that it explains is nearly all where chance does little, and little where chance does much', () => {
    const strength = (noise: number): number =>
      season(seasonalityOf(shapedDays(400, busyMonday, noise)), 'weekday')?.strength ?? 0;
    expect(strength(0.01)).toBeGreaterThan(0.95);
    expect(strength(0.15)).toBeGreaterThan(0.05);
    expect(strength(0.15)).toBeLessThan(0.35);
  });

  test('closed week-ends are no days, whether they are missing or typed as 0', () => {
    const open = (serial: number): number => (weekdayOf(serial) > 5 ? 0 : busyMonday(serial));
    const typed = shapedDays(140, open);
    const missing = typed.filter(({ value }) => value > 0);
    expect(season(seasonalityOf(missing), 'weekday')?.peak?.effect).toBeCloseTo((1.2 * 5) / 5.2 - 1, 1);
    expect(seasonalityOf(typed).seasons).toEqual(seasonalityOf(missing).seasons);
  });

  test('a quiet August over two years and a month, the growth between them set apart', () => {
    const growing = (serial: number): number => quietAugust(serial) * (1 + (serial - START) / 3000);
    const found = seasonalityOf(shapedDays(760, growing, 0.05));
    expect(kinds(found)).toEqual(['month']);
    expect(found.month?.phase).toBe(8);
    expect(found.month?.effect).toBeCloseTo((0.7 * 12) / 11.7 - 1, 1);
  });

  test('the first week of the month', () => {
    const found = seasonalityOf(shapedDays(500, busyStart));
    expect(kinds(found)).toEqual(['weekOfMonth']);
    expect(season(found, 'weekOfMonth')?.peak?.phase).toBe(1);
    expect(season(found, 'weekOfMonth')?.peak?.effect).toBeCloseTo(0.11, 1);
  });

  test('the last days of the month', () => {
    const found = seasonalityOf(shapedDays(500, (serial) => (civilOf(serial + 7).day <= 7 ? 1.15 : 1)));
    expect(season(found, 'weekOfMonth')?.peak?.phase).toBe(4);
  });

  test('the day after a public holiday, of which a bridge is none', () => {
    const holidays = holidaysAmong([
      { serial: START, value: 1 },
      { serial: START + 800, value: 1 },
    ]);
    const off = new Set(holidays);
    const bridge = (serial: number): boolean => off.has(serial - 1) && weekdayOf(serial) === 5;
    const after = (serial: number): number => (off.has(serial) ? 0.1 : off.has(serial - 1) && !bridge(serial) ? 1.3 : 1);
    const found = season(seasonalityOf(shapedDays(800, after), { holidays }), 'holiday');
    expect(found?.peak?.phase).toBe(3);
    expect(found?.peak?.effect).toBeCloseTo(0.3, 1);
    expect(found?.trough?.phase).toBe(2);
    expect(found?.trough?.effect).toBeLessThan(-0.5);
  });

  test('no holiday given, none spoken of', () => {
    expect(seasonalityOf(shapedDays(800, () => 1)).tested).not.toContain('holiday');
  });

  test('a busy hour of events, closed hours left out', () => {
    const draw = normal(3);
    const times = Array.from({ length: 30 }, (_, day) =>
      [8, 9, 10, 11, 14, 15, 16].flatMap((hour) =>
        Array.from(
          { length: Math.round((hour === 10 ? 15 : 10) * (1 + 0.1 * draw())) },
          (_, index) => START + day + (hour + index / 60) / 24,
        ),
      ),
    ).flat();
    const found = season(seasonalityOfTimes(times), 'hour');
    expect(found?.peak?.phase).toBe(10);
    expect(found?.peak?.effect).toBeCloseTo((1.5 * 7) / 7.5 - 1, 1);
    expect(found?.effects.map(({ phase }) => phase)).toEqual([8, 9, 10, 11, 14, 15, 16]);
  });

  test('a quiet August of monthly figures, and of weekly ones', () => {
    const draw = normal(8);
    const months = Array.from({ length: 36 }, (_, index) => ({
      start: monthStart(2023 * 12 + 4 + index),
      value: ((index + 4) % 12 === 7 ? 70 : 100) * (1 + 0.03 * draw()),
    }));
    const weeks = Array.from({ length: 157 }, (_, index) => ({ start: START + 7 * index, value: 100 * (1 + 0.05 * draw()) }));
    const holiday = weeks.map(({ start, value }) => ({ start, value: value * quietAugust(start + 3) }));
    expect(season(seasonalityOfMonths(months), 'month')?.trough?.phase).toBe(8);
    expect(season(seasonalityOfWeeks(holiday), 'month')?.trough?.phase).toBe(8);
    expect(seasonalityOfWeeks(weeks).seasons).toEqual([]);
  });

  test('a cycle without dates is told by the place in it', () => {
    const values = shapedDays(140, busyTuesday).map(({ value }) => value);
    expect(season(seasonalityOfSeries(values, 7), 'cycle')?.peak?.phase).toBe(2);
    expect(seasonalityOfSeries(values, 1).tested).toEqual([]);
    expect(seasonalityOfSeries(values, 61).tested).toEqual([]);
  });

  test.each([
    ['quarters of five years', 20, 4, 3],
    ['days of four weeks', 28, 7, 3],
    ['months of three years', 36, 12, 3],
    ['weeks of three years', 156, 52, 51],
    ['hours of a month', 720, 24, 11],
  ])('%s have theirs, growth set apart', (_, count, cycle, place) => {
    const draw = normal(9);
    const values = Array.from(
      { length: count },
      (__, index) => (100 + (50 * index) / count) * (index % cycle === place - 1 ? 1.6 : 1) * (1 + 0.03 * draw()),
    );
    expect(season(seasonalityOfSeries(values, cycle), 'cycle')?.peak?.phase).toBe(place);
  });
});

describe('two seasons', () => {
  test('weekday and month are both found, each as large as it is', () => {
    const found = seasonalityOf(shapedDays(1000, (serial) => busyMonday(serial) * quietAugust(serial)));
    expect(kinds(found)).toEqual(['weekday', 'month']);
    expect(found.weekday?.phase).toBe(1);
    expect(found.month?.phase).toBe(8);
    expect(found.month?.effect).toBeCloseTo((0.7 * 12) / 11.7 - 1, 1);
  });

  test('weekday and week of the month are both found', () => {
    const found = seasonalityOf(shapedDays(500, (serial) => busyMonday(serial) * busyStart(serial)));
    expect(kinds(found)).toEqual(['weekday', 'weekOfMonth']);
  });
});

describe('a season that changes', () => {
  const turn = START + 600;

  test('the busy day moves: what holds now, since when, and what was before', () => {
    const found = season(
      seasonalityOf(shapedDays(800, (serial) => (serial < turn ? busyMonday : busyTuesday)(serial))),
      'weekday',
    );
    expect(found?.peak?.phase).toBe(2);
    expect(found?.peak?.effect).toBeCloseTo((1.2 * 7) / 7.2 - 1, 1);
    expect(found?.change?.peak?.phase).toBe(1);
    expect(Math.abs((found?.change?.since ?? 0) - turn)).toBeLessThanOrEqual(14);
  });

  test('the busy day is gone: nothing is claimed of now', () => {
    const found = season(seasonalityOf(shapedDays(800, (serial) => (serial < turn ? busyMonday(serial) : 1))), 'weekday');
    expect(found?.peak).toBeNull();
    expect(found?.trough).toBeNull();
    expect(found?.change?.peak?.phase).toBe(1);
  });

  test('a busy day of the last year alone', () => {
    const found = season(seasonalityOf(shapedDays(800, (serial) => (serial < turn ? 1 : busyMonday(serial)))), 'weekday');
    expect(found?.peak?.phase).toBe(1);
    expect(found?.change).toMatchObject({ peak: null, trough: null });
  });

  test('the quiet month moves from August to July in the last of four years', () => {
    const draw = normal(5);
    const months = Array.from({ length: 48 }, (_, index) => ({
      start: monthStart(2022 * 12 + index),
      value: (index % 12 === (index < 36 ? 7 : 6) ? 70 : 100) * (1 + 0.02 * draw()),
    }));
    const found = season(seasonalityOfMonths(months), 'month');
    expect(found?.change?.trough?.phase).toBe(8);
    expect(found?.change?.since).toBe(serialOf({ year: 2025, month: 1, day: 1 }));
    expect(found?.trough?.phase).toBe(7);
  });

  test('the busy week of the month moves from the first to the last', () => {
    const shape = (serial: number): number => (serial < turn ? busyStart(serial) : civilOf(serial + 7).day <= 7 ? 1.15 : 1);
    const found = season(seasonalityOf(shapedDays(1000, shape, 0.05)), 'weekOfMonth');
    expect(found?.peak?.phase).toBe(4);
    expect(found?.change?.peak?.phase).toBe(1);
  });

  test('one that merely grows a little is the same season', () => {
    const shape = (serial: number): number => (serial < turn ? busyMonday(serial) : weekdayOf(serial) === 1 ? 1.25 : 1);
    expect(season(seasonalityOf(shapedDays(800, shape, 0.02)), 'weekday')).toMatchObject({ peak: { phase: 1 }, change: null });
  });
});

describe('nothing is said', () => {
  test.each([
    ['of six weeks', shapedDays(42, busyMonday)],
    ['of an effect of 2 %, however certain', shapedDays(400, (serial) => (weekdayOf(serial) === 1 ? 1.02 : 1), 0.001)],
    ['of a trend', shapedDays(760, (serial) => 1 + (serial - START) / 500)],
    ['of one day in two years that is tenfold', shapedDays(760, (serial) => (serial === START + 400 ? 10 : 1))],
    ['of a constant figure', shapedDays(400, () => 1, 0)],
    ['of zeros', shapedDays(400, () => 0)],
    ['of figures below 0, which have no fraction of a mean', shapedDays(400, (serial) => -busyMonday(serial))],
    ['of one event in thirteen days', shapedDays(400, (serial) => (serial % 13 === 0 ? 1 : 0))],
    ['of figures at the end of all numbers', shapedDays(400, () => 1.7e306, 0)],
    ['of nothing at all', []],
  ])('%s', (_, history) => expect(seasonalityOf(history)).toMatchObject({ weekday: null, month: null, seasons: [] }));

  test.each([1e12, 1e-12])('a season is the same in figures %d times as large', (times) => {
    const shown = ({ weekday }: Seasonality): readonly (number | undefined)[] => [
      weekday?.phase,
      Math.round((weekday?.effect ?? 0) * 1e6),
    ];
    const large = shapedDays(140, (serial) => busyMonday(serial) * times);
    expect(shown(seasonalityOf(large))).toEqual(shown(seasonalityOf(shapedDays(140, busyMonday))));
  });

  test('of figures that are no numbers, which are gaps', () => {
    const history = shapedDays(140, busyMonday);
    const spoiled = [...history, { serial: START + 3, value: NaN }, { serial: START + 5, value: Infinity }];
    expect(seasonalityOf(spoiled)).toEqual(seasonalityOf(history));
  });

  test('tells what was looked for, and in how many days', () => {
    expect(seasonalityOf(shapedDays(61, () => 1))).toMatchObject({ tested: ['weekday'], history: { unit: 'day', count: 61 } });
    expect(seasonalityOf(shapedDays(20, () => 1))).toMatchObject({ tested: [], history: { unit: 'day', count: 20 } });
  });
});

test.each([
  ['a Monday that is 15 % busier, in four months', 120, 'weekday', (serial: number) => (weekdayOf(serial) === 1 ? 1.15 : 1)],
  ['a Saturday that is 15 % quieter, in four months', 120, 'weekday', (serial: number) => (weekdayOf(serial) === 6 ? 0.85 : 1)],
  ['a first week 15 % busier, in 14 months', 430, 'weekOfMonth', busyStart],
  ['a quiet August, in two years and a month', 760, 'month', quietAugust],
] as const)('%s, is found nine times in ten', (_, count, kind, shape) => {
  const seeds = Array.from({ length: 40 }, (__, index) => 7919 * (index + 1));
  const found = seeds.filter((seed) => season(seasonalityOf(shapedDays(count, shape, 0.08, seed)), kind) !== undefined);
  expect(found.length / seeds.length).toBeGreaterThanOrEqual(0.9);
});
