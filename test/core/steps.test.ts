import { atOnce, eachInSteps, mapInSteps, type Steps } from '../../src/core/steps';

function* doubled(value: number): Steps<number> {
  yield undefined;
  return value * 2;
}

test('work in steps gives in one go what it gives in pauses', () => {
  expect(atOnce(eachInSteps([1, 2, 3], doubled))).toEqual([2, 4, 6]);
  expect(atOnce(eachInSteps([], doubled))).toEqual([]);
});

test('a list pauses in each item and after each', () => {
  const work = eachInSteps([1, 2, 3], doubled);
  let pauses = 0;
  while (!work.next().done) pauses++;
  expect(pauses).toBe(6);
});

test('what was begun and dropped does nothing more', () => {
  const begun: number[] = [];
  const work = eachInSteps([1, 2, 3], (value) => {
    begun.push(value);
    return doubled(value);
  });
  work.next();
  work.return([]);
  expect(begun).toEqual([1]);
});

test('a quick change of a list pauses once after each item', () => {
  const work = mapInSteps(['a', 'b'], (item, index) => `${item}${String(index)}`);
  expect(work.next()).toEqual({ done: false, value: undefined });
  expect(work.next()).toEqual({ done: false, value: undefined });
  expect(work.next()).toEqual({ done: true, value: ['a0', 'b1'] });
});
