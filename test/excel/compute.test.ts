import { done, type Result } from '../../src/core/problem';
import type { Steps } from '../../src/core/steps';
import { computeInSlices, type Pace } from '../../src/excel/compute';

/** A clock that each step moves on, and a count of the turns that the page got. */
const paced = (): Pace & { work: (milliseconds: number) => void; turns: number[] } => {
  let time = 0;
  let since = 0;
  const turns: number[] = [];
  return {
    turns,
    now: () => time,
    work: (milliseconds) => {
      time += milliseconds;
      since += milliseconds;
    },
    breathe: () => {
      turns.push(since);
      since = 0;
      return Promise.resolve();
    },
  };
};

function* counting(steps: number, each: () => void): Steps<Result<number>> {
  for (let step = 0; step < steps; step++) {
    each();
    yield undefined;
  }
  return done(steps);
}

test('the page gets its turn as soon as 12 ms are over, and not before', async () => {
  const pace = paced();
  expect(
    await computeInSlices(
      counting(20, () => pace.work(5)),
      {},
      pace,
    ),
  ).toEqual(done(20));
  expect(pace.turns).toEqual(Array.from({ length: 6 }, () => 15));
});

test('work that is over within one slice is not interrupted', async () => {
  const pace = paced();
  expect(
    await computeInSlices(
      counting(3, () => pace.work(3)),
      {},
      pace,
    ),
  ).toEqual(done(3));
  expect(pace.turns).toEqual([]);
});

test('once cancelled, it goes no further', async () => {
  const pace = paced();
  const abort = new AbortController();
  let steps = 0;
  const result = await computeInSlices(
    counting(20, () => {
      steps++;
      if (steps === 4) abort.abort();
      pace.work(5);
    }),
    { signal: abort.signal },
    pace,
  );
  expect(result).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
  expect(steps).toBe(4);
});

test('what is thrown is thrown on', async () => {
  const failing = counting(1, () => {
    throw new TypeError('values is null');
  });
  await expect(computeInSlices(failing, {})).rejects.toThrow('values is null');
});

test('in the page itself, other work gets its turn between two slices', async () => {
  let others = 0;
  const timer = setInterval(() => others++, 1);
  const busy = (): void => {
    const end = performance.now() + 8;
    while (performance.now() < end);
  };
  expect(await computeInSlices(counting(10, busy), {})).toEqual(done(10));
  clearInterval(timer);
  expect(others).toBeGreaterThan(0);
});
