import { cycleOf, methodName } from '../../../src/core/words/forecast-methods';

test.each([
  [1, 'none'],
  [4, 'year'],
  [5, 'week'],
  [7, 'week'],
  [12, 'year'],
  [24, 'other'],
  [52, 'year'],
])('a cycle of %i periods is read as %s', (period, cycle) => {
  expect(cycleOf(period)).toBe(cycle);
});

test.each([
  [7, 'répétition de la dernière semaine', 'last week again'],
  [52, 'répétition de la dernière année', 'last year again'],
  [1, 'répétition de la dernière valeur', 'last value again'],
  [24, 'répétition du dernier cycle', 'last cycle again'],
])('what comes again is named after a cycle of %i periods', (period, french, english) => {
  expect(methodName('seasonalNaive', period, 'fr')).toBe(french);
  expect(methodName('seasonalNaive', period, 'en')).toBe(english);
});

test('a method that knows no cycle has one name', () => {
  expect(methodName('dampedTrend', 1, 'en')).toBe(methodName('dampedTrend', 52, 'en'));
});
