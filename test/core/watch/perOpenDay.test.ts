import type { Kpi } from '../../../src/core/kpi/kpi';
import type { MeteoInput } from '../../../src/core/meteo/input';
import { periodsBetween } from '../../../src/core/period/calendar';
import { coverageOf } from '../../../src/core/period/coverage';
import { serialOf } from '../../../src/core/period/serial';
import { comparedPeriods, daysOfPeriods, type PeriodDays } from '../../../src/core/watch/perOpenDay';
import { inboundDays, ISSUED, ratioKpi, sumKpi, syntheticInput } from '../meteo/syntheticInput';

const days = inboundDays();
const calls = sumKpi(days, 'in_offered', 'Appels reçus', 'offered').kpi;
const rate = ratioKpi(days, 'in_qs', 'QS', ['answered', 'offered']).kpi;

const FIVE = Array.from({ length: 25 }, () => 5);
/** 1 000 calls an open day, with some noise of its own. */
const brought = (counts: readonly number[]): number[] =>
  counts.map((count, index) => count * (1000 + ((index * 7) % 5) * 10 - 20));
const open = (...last: number[]): PeriodDays & { counts: readonly number[] } => ({ kind: 'open', counts: [...FIVE, ...last] });

test.each<[string, Kpi, readonly number[], { signal: string | null; openDays: number | null }]>([
  ['a week of three days is no low', calls, [3], { signal: null, openDays: 3 }],
  ['weeks of four days in May are no run below the mean', calls, [4, 4, 4, 4, 4, 4, 4], { signal: null, openDays: 4 }],
  ['a usual week says no days', calls, [5], { signal: null, openDays: null }],
  ['a rate is compared as it is', rate, [3], { signal: 'outside', openDays: null }],
])('%s', (_, kpi, last, expected) => {
  const { counts } = open(...last);
  const { drift, openDays } = comparedPeriods(kpi, brought(counts), { kind: 'open', counts });
  expect({ signal: drift?.signal?.kind ?? null, openDays }).toEqual(expected);
});

test('the limits are those of the last week, on its open days', () => {
  const { counts } = open(5, 4);
  const values = brought(counts);
  const [five, four] = [values.slice(0, -1), values.slice(-1)];
  const { drift, values: compared } = comparedPeriods(calls, [...five, (four[0] ?? 0) * 2], { kind: 'open', counts });
  expect(drift?.signal).toEqual({ kind: 'outside', direction: 'up', length: 1 });
  expect(compared.at(-1)).toBe((four[0] ?? 0) * 2);
  expect(compared[0]).toBeCloseTo(((five[0] ?? 0) / 5) * 4, 8);
  const mean = [...five.map((value) => (value / 5) * 4), (four[0] ?? 0) * 2].slice(-26).reduce((sum, value) => sum + value) / 26;
  expect(drift?.mean).toBeCloseTo(mean, 8);
});

test('a week that brought less per open day drifts although its sum is as usual', () => {
  const counts = [...Array.from({ length: 25 }, () => 4), 5];
  const values = counts.map((count, index) => (index === 25 ? 4 * 1000 : count * 1000 + ((index * 7) % 5) * 40 - 80));
  expect(comparedPeriods(calls, values, { kind: 'open', counts }).drift?.signal?.direction).toBe('down');
});

describe('rows that stand for a month', () => {
  const months = periodsBetween(serialOf({ year: 2024, month: 7, day: 1 }), serialOf({ year: 2026, month: 5, day: 1 }), 'month');
  const coverage = coverageOf(
    months.map(({ start }) => start),
    'month',
  );
  const input: MeteoInput = syntheticInput(days, { ...(coverage && { coverage }) });
  const counted = daysOfPeriods(months, input);
  const signal = (values: readonly number[]) => comparedPeriods(calls, values, counted).drift?.signal ?? null;

  test('are known by the calendar’s working days: 17 in May 2026, after 21 in April', () => {
    // May 2026: 1, 8, Ascension on the 14th, Whit Monday on the 25th; 21 weekdays.
    expect(counted.kind === 'working' && counted.counts.slice(-2)).toEqual([21, 17]);
  });

  test('what the working days explain is no drift, what they do not is one', () => {
    const steady = months.map((_, index) => 21_000 + ((index * 7) % 5) * 100);
    const shortMay = [...steady.slice(0, -1), 17_100];
    const emptyMay = [...steady.slice(0, -1), 9_000];
    expect(signal(steady)).toBeNull();
    expect(signal(shortMay)).toBeNull();
    expect(signal(emptyMay)).toEqual({ kind: 'outside', direction: 'down', length: 1 });
  });
});

test('days and years have nothing to bring together', () => {
  const week = periodsBetween(ISSUED - 7, ISSUED - 1, 'day');
  expect(daysOfPeriods(week, syntheticInput(days)).kind).toBe('alike');
});

test('open days are those that have data: a public holiday and a lost day are none', () => {
  const weeks = periodsBetween(ISSUED - 14, ISSUED - 1, 'week');
  const holiday = ISSUED - 12;
  const lost = ISSUED - 4;
  const known = days.filter(({ serial }) => serial !== holiday && serial !== lost);
  const input = syntheticInput(known);
  const counted = daysOfPeriods(weeks, { ...input, settings: { ...input.settings, closedDays: [holiday] } });
  expect(counted).toEqual({ kind: 'open', counts: [5, 5], yearBack: [0, 0] });
});
