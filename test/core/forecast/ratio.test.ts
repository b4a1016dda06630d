import { forecast } from '../../../src/core/forecast/forecast';
import { forecastRatio, type RatioSeries } from '../../../src/core/forecast/ratio';
import { normal } from './simulate';

const LENGTH = 80;
const HORIZON = 4;

type Week = { numerator: number; denominator: number };

const seriesOf = (weeks: readonly Week[]): RatioSeries => ({
  numerators: weeks.map(({ numerator }) => numerator),
  denominators: weeks.map(({ denominator }) => denominator),
  rates: weeks.map(({ numerator, denominator }) => numerator / denominator),
});

/** A rate that wanders under volumes that jump: its parts say little of it. */
const wandering = (seed: number): Week[] => {
  const draw = normal(seed);
  let rate = 0.85;
  return Array.from({ length: LENGTH + HORIZON }, () => {
    rate = Math.min(0.99, Math.max(0.6, rate + 0.006 * draw()));
    const denominator = 1000 * (1 + 0.05 * draw());
    return { numerator: rate * denominator, denominator };
  });
};

/** A steady numerator under a wave: the rate follows from its parts. */
const steadyNumerator = (seed: number): Week[] => {
  const draw = normal(seed);
  return Array.from({ length: LENGTH + HORIZON }, (_, week) => ({
    numerator: 500 * (1 + 0.03 * draw()),
    denominator: 1000 * (1 + 0.3 * Math.sin((2 * Math.PI * week) / 52) + 0.1 * draw()),
  }));
};

const options = { horizon: HORIZON, season: 52, low: 0, high: 1 };

describe('a rate', () => {
  const made = forecastRatio(seriesOf(wandering(1).slice(0, LENGTH)), options);

  test('is the quotient of its projected parts', () => {
    expect(made.rates.points).toHaveLength(HORIZON);
    made.rates.points.forEach(({ value }, step) => {
      const denominator = made.denominators.points[step]?.value ?? Number.NaN;
      expect(Math.abs((made.numerators[step] ?? Number.NaN) / denominator - value)).toBeLessThan(1e-12);
    });
  });

  test('and its intervals stay inside its bounds', () => {
    const full = Array.from({ length: 40 }, (_, week) => ({ numerator: 1000 - (week % 3), denominator: 1000 }));
    for (const { value, low, high, low95, high95 } of forecastRatio(seriesOf(full), options).rates.points) {
      expect(high95).toBeLessThanOrEqual(1);
      expect(low95).toBeGreaterThanOrEqual(0);
      expect(low95).toBeLessThanOrEqual(low);
      expect(low).toBeLessThanOrEqual(value);
      expect(value).toBeLessThanOrEqual(high);
    }
  });

  test('without volume is projected as it is', () => {
    const none = Array.from({ length: 20 }, () => 0);
    const { rates, numerators } = forecastRatio({ numerators: none, denominators: none, rates: none.map(() => 0.5) }, options);
    expect(rates.points).toHaveLength(HORIZON);
    for (const { value } of rates.points) expect(value).toBeCloseTo(0.5, 9);
    expect(numerators).toEqual([0, 0, 0, 0]);
  });

  test('without history has no projection', () => {
    const few = seriesOf([]);
    expect(forecastRatio(few, options).rates.points).toEqual([]);
  });
});

describe('of the two ways to a rate, the past tells which to follow', () => {
  const errors = (weeksOf: (seed: number) => Week[]): { direct: number; made: number; share: number } => {
    let [direct, made, share] = [0, 0, 0];
    for (let seed = 1; seed <= 12; seed++) {
      const weeks = weeksOf(seed);
      const known = seriesOf(weeks.slice(0, LENGTH));
      const ratio = forecastRatio(known, options);
      const alone = forecast(known.rates, options);
      share += ratio.throughParts / 12;
      weeks.slice(LENGTH).forEach(({ numerator, denominator }, step) => {
        const came = numerator / denominator;
        direct += Math.abs((alone.points[step]?.value ?? 0) - came);
        made += Math.abs((ratio.rates.points[step]?.value ?? 0) - came);
      });
    }
    return { direct, made, share };
  };

  test('a rate that wanders by itself is projected directly', () => {
    const { direct, made, share } = errors(wandering);
    expect(share).toBeLessThan(0.25);
    expect(made).toBeLessThan(1.05 * direct);
  });

  test('a rate that follows from its parts is projected through them', () => {
    const { direct, made, share } = errors(steadyNumerator);
    expect(share).toBeGreaterThan(0.35);
    expect(made).toBeLessThan(1.02 * direct);
  });
});

describe('a shock of the volume leaves a steady rate where it is', () => {
  const RATE = 0.93;
  const WEEKDAYS = 5;
  /** Weeks of a rate that only chance moves, the last `shocked` ones busier or calmer by a factor. */
  const shockedWeeks = (seed: number, factor: number, shocked: number): Week[] => {
    const draw = normal(seed);
    return Array.from({ length: LENGTH + 20 }, (_, week, total = LENGTH + 20) => {
      const weeks = Array.from({ length: WEEKDAYS }, () => {
        const denominator = Math.round(400 * (1 + 0.05 * draw()) * (week >= total - shocked ? factor : 1));
        return { denominator, numerator: Math.round(denominator * Math.min(1, RATE + 0.01 * draw())) };
      });
      return weeks.reduce((one, day) => ({
        numerator: one.numerator + day.numerator,
        denominator: one.denominator + day.denominator,
      }));
    });
  };

  test.each([0.3, 0.6, 0.85, 1.15, 1.4, 2, 2.5, 3])('a last week at %d times the usual', (factor) => {
    for (const seed of [5, 7, 11, 21, 34])
      for (const shocked of [1, 2]) {
        const series = seriesOf(shockedWeeks(seed, factor, shocked));
        const past = [...series.rates].map((rate) => rate ?? NaN).sort((one, other) => one - other);
        const middle = past[Math.floor(past.length / 2)] ?? NaN;
        for (const { value, low, high } of forecastRatio(series, { ...options, kind: 'rate' }).rates.points) {
          expect(value).toBeGreaterThan(past[0] ?? NaN);
          expect(value).toBeLessThan(past.at(-1) ?? NaN);
          expect(Math.abs(value - middle)).toBeLessThan(0.006);
          expect(low).toBeLessThanOrEqual(middle);
          expect(high).toBeGreaterThanOrEqual(middle);
        }
      }
  });
});
