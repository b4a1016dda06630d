import { forecast } from '../../../src/core/forecast/forecast';
import { forecastReport } from '../../../src/core/forecast/report';

const point = { value: 10, low: 8, high: 12, low95: 7, high95: 13 };

test('past errors are counted by hand: the mean with and without sign, the naive one, and the shares inside', () => {
  const series = [null, 4, 6, 8, 10, 12, 9];
  const known = forecast(series, { horizon: 2 });
  const origins = [
    { length: 4, projected: [11, 11], actual: [12, 9] },
    { length: 5, projected: [12.5], actual: [9] },
    { length: 3, projected: [10, 10], actual: [null, 12] },
  ];
  const {
    backtest,
    point: points,
    lo95,
    hi80,
  } = forecastReport({ ...known, season: 1, points: [point, point], origins }, series);
  expect(points).toEqual([10, 10]);
  expect(lo95).toEqual([7, 7]);
  expect(hi80).toEqual([12, 12]);
  // Errors +1, −2, −3.5, +2; the last known value said again is wrong by 2, 1, 3 and 4.
  expect(backtest).toEqual({
    origins: 3,
    values: 4,
    meanAbsoluteError: 2.125,
    meanError: -0.625,
    naiveMeanAbsoluteError: 2.5,
    coverage80: 0.75,
    coverage95: 0.75,
  });
});

test('without past dates there is no error to tell; methods without a share are not named, the largest comes first', () => {
  const { backtest, members, intervals, history } = forecastReport(forecast([42], { horizon: 2 }), [42]);
  expect(backtest).toBeNull();
  expect({ members, intervals, history }).toEqual({ members: {}, intervals: false, history: 1 });
  const weekly = Array.from({ length: 60 }, (_, index) => 100 + 30 * (index % 7) + ((index * 37) % 11));
  const shares = Object.values(forecastReport(forecast(weekly, { horizon: 3, season: 7 }), weekly).members);
  expect(shares.length).toBeGreaterThan(1);
  expect([...shares].sort((one, other) => other - one)).toEqual(shares);
});
