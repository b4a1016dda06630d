import { line, solve, student80, studentLimit } from '../../../src/core/forecast/statistics';

/** Reference values: tables of Student's law. */
test.each([
  [1, 3.078],
  [5, 1.476],
  [15, 1.341],
  [30, 1.31],
  [1000, 1.282],
])('80 %% of a Student law with %d degrees of freedom lies within %d', (freedom, expected) =>
  expect(student80(freedom)).toBeCloseTo(expected, 2),
);

test.each([
  [0.05, 6, 1.943],
  [0.025, 10, 2.228],
  [0.005, 11, 3.106],
  [0.001, 200, 3.131],
])('a Student variable exceeds with probability %d, at %d degrees of freedom, %d', (probability, freedom, expected) =>
  expect(studentLimit(probability, freedom)).toBeCloseTo(expected, 1),
);

test('a line is found again', () => expect(line([3, 5, 7, 9])).toEqual({ start: 3, slope: 2 }));

test('a system is solved with pivoting, a singular one is not', () => {
  const solution = solve(
    [
      [0, 2],
      [4, 1],
    ],
    [6, 11],
  );
  expect(solution?.map((value) => Math.round(value * 1e9) / 1e9)).toEqual([2, 3]);
  expect(
    solve(
      [
        [1, 2],
        [2, 4],
      ],
      [1, 2],
    ),
  ).toBeNull();
});
