import { solvePositive } from '../../../src/core/forecast/linear';
import { reconcile, type Estimate, type Whole } from '../../../src/core/forecast/reconcile';
import { normal } from './simulate';

const total = (values: readonly (number | null)[]): number => values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
const alike = (count: number, value: number, deviation: number): Estimate[] =>
  Array.from({ length: count }, () => ({ value, deviation }));

describe('symmetric equations', () => {
  test('are solved', () => {
    expect(
      solvePositive(
        [
          [2, 1],
          [1, 3],
        ],
        [3, 5],
      )?.map((value) => Number(value.toFixed(12))),
    ).toEqual([0.8, 1.4]);
  });

  test('of a matrix that is not positive definite have no answer', () => {
    expect(
      solvePositive(
        [
          [1, 2],
          [2, 1],
        ],
        [1, 1],
      ),
    ).toBeNull();
  });
});

describe('days and a week', () => {
  test('meet halfway when both are as sure', () => {
    const { totals, days, shares } = reconcile(alike(7, 10, 1), [{ from: 0, to: 7, value: 84, deviation: Math.sqrt(7) }]);
    expect(totals[0]).toBeCloseTo(77, 9);
    expect(days[0]).toBeCloseTo(11, 9);
    expect(shares[0]).toBeCloseTo(0.5, 9);
  });

  test('follow the surer of the two', () => {
    const sureWeek = reconcile(alike(7, 10, 3), [{ from: 0, to: 7, value: 84, deviation: 0.1 }]);
    const sureDays = reconcile(alike(7, 10, 0.1), [{ from: 0, to: 7, value: 84, deviation: 30 }]);
    expect(sureWeek.totals[0]).toBeCloseTo(84, 1);
    expect(sureDays.totals[0]).toBeCloseTo(70, 1);
  });

  test('a day moves in proportion to the variance of its error', () => {
    const days: Estimate[] = [
      { value: 10, deviation: 1 },
      { value: 10, deviation: 2 },
    ];
    const [first, second] = reconcile(days, [{ from: 0, to: 2, value: 30, deviation: 0 }]).days;
    expect(((second ?? 0) - 10) / ((first ?? 0) - 10)).toBeCloseTo(4, 6);
  });

  test('a closed day stays closed, whatever the week says', () => {
    const { days, totals } = reconcile([...alike(5, 10, 1), null, null], [{ from: 0, to: 7, value: 60, deviation: 0 }]);
    expect(days.slice(5)).toEqual([null, null]);
    expect(totals[0]).toBeCloseTo(60, 6);
  });

  test('figures all at 0 stay there', () => {
    const { days, totals } = reconcile(alike(7, 0, 0), [{ from: 0, to: 7, value: 0, deviation: 0 }]);
    expect(total(days)).toBe(0);
    expect(totals).toEqual([0]);
  });
});

describe('weeks that lie across months', () => {
  const draw = normal(7);
  const days = Array.from({ length: 60 }, (_, day): Estimate | null =>
    day % 7 > 4 ? null : { value: 40 + 15 * draw(), deviation: 5 + Math.abs(draw()) },
  );
  const wholes: Whole[] = [
    ...Array.from({ length: 8 }, (_, week) => ({ from: 7 * week, to: 7 * week + 7, value: 210 + 30 * draw(), deviation: 12 })),
    { from: 3, to: 33, value: 900, deviation: 60 },
    { from: 33, to: 60, value: 700, deviation: 60 },
  ];
  const made = reconcile(days, wholes, { low: 0 });

  test('agree with the sums of their days', () => {
    wholes.forEach(({ from, to }, index) => {
      expect(Math.abs((made.totals[index] ?? 0) - total(made.days.slice(from, to)))).toBeLessThan(1e-9);
    });
  });

  test('are the least squares: no small move of a day makes the whole fit better', () => {
    const misfit = (values: readonly (number | null)[]): number =>
      days.reduce((sum, day, index) => sum + (day ? (((values[index] ?? 0) - day.value) / day.deviation) ** 2 : 0), 0) +
      wholes.reduce((sum, { from, to, value, deviation }) => sum + ((total(values.slice(from, to)) - value) / deviation) ** 2, 0);
    const best = misfit(made.days);
    made.days.forEach((value, index) => {
      if (value === null) return;
      for (const step of [-0.5, 0.5])
        expect(misfit(made.days.map((day, at) => (at === index ? value + step : day)))).toBeGreaterThan(best);
    });
  });
});

test('a week below its days never makes a day negative, and still is their sum', () => {
  const days: Estimate[] = [
    { value: 1, deviation: 2 },
    { value: 20, deviation: 1 },
  ];
  const { days: made, totals } = reconcile(days, [{ from: 0, to: 2, value: 2, deviation: 0.1 }], { low: 0 });
  expect(made.every((value) => (value ?? 0) >= 0)).toBe(true);
  expect(totals[0]).toBeCloseTo(total(made), 12);
});

test('reconciled figures are closer to the truth than both levels alone', () => {
  const draw = normal(99);
  let [byDays, byWeek, both] = [0, 0, 0];
  for (let trial = 0; trial < 400; trial++) {
    const truth = Array.from({ length: 7 }, () => 100 + 10 * draw());
    const days = truth.map((value) => ({ value: value + 8 * draw(), deviation: 8 }));
    const week = { from: 0, to: 7, value: total(truth) + 25 * draw(), deviation: 25 };
    byDays += (total(days.map(({ value }) => value)) - total(truth)) ** 2;
    byWeek += (week.value - total(truth)) ** 2;
    both += ((reconcile(days, [week]).totals[0] ?? 0) - total(truth)) ** 2;
  }
  expect(both).toBeLessThan(0.75 * Math.min(byDays, byWeek));
});
