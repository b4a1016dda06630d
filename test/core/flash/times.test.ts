import { dueToday, nextPoint, pointMeant } from '../../../src/core/flash/times';
import { at, MONDAY } from './flashContext';

const OPEN = [1, 2, 3, 4, 5];

test.each<[string, number, number]>([
  ['before the first', at(8), at(10.5)],
  ['at the first: the second', at(10.5), at(14.5)],
  ['between', at(12), at(14.5)],
  ['after the last: the next open day', at(17), at(24 + 10.5)],
  ['on Friday evening: Monday', MONDAY + 4 + 0.75, MONDAY + 7 + 10.5 / 24],
])('next point %s', (_, moment, next) => {
  expect(nextPoint(moment, OPEN, [])).toBeCloseTo(next, 9);
});

test('closed days are passed over', () => {
  expect(nextPoint(at(18), OPEN, [MONDAY + 1])).toBeCloseTo(MONDAY + 2 + 10.5 / 24, 9);
});

test.each<[string, number, number]>([
  ['a little before a point', 14.25, 14.5],
  ['a little after it', 11, 10.5],
  ['far from one: the last five minutes', 12 + 33 / 60, 12.5],
])('point meant %s', (_, hour, meant) => {
  expect(pointMeant(at(hour))).toBeCloseTo(at(meant), 9);
});

test('what is due today, in minutes; nothing after the last', () => {
  expect(dueToday(at(14))).toEqual({ moment: at(14.5), minutes: 30 });
  expect(dueToday(at(17.1))).toBeNull();
});
