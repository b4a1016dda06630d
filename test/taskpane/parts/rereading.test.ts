import { Rereading } from '../../../src/taskpane/parts/rereading';
import { idleRun, reduceRun, type RunEvent } from '../../../src/taskpane/parts/run';
import { handClock } from './handClock';

/** A pane whose reading takes so many milliseconds, and what Excel and its user do. */
const begin = (takes = 0) => {
  const clock = handClock();
  let state = idleRun;
  let listener = (): void => undefined;
  const pane = { visible: true, readings: [] as number[], lastRead: 0 };
  const rereading = new Rereading({
    run: {
      state: () => state,
      subscribe: (one) => {
        listener = one;
        return () => (listener = () => undefined);
      },
    },
    clock,
    isVisible: () => pane.visible,
    lastRead: () => pane.lastRead,
    read: () => {
      pane.readings.push(clock.now());
      pane.lastRead = clock.now();
      return new Promise<void>((resolve) => clock.later(takes, resolve));
    },
  });
  const run = (event: RunEvent): void => {
    state = reduceRun(state, event);
    listener();
  };
  const wait = async (milliseconds: number): Promise<void> => {
    clock.advance(milliseconds);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { rereading, clock, pane, run, wait };
};

test('a change is read once it is over, a row of changes once', async () => {
  const { rereading, pane, wait } = begin();
  await wait(10);
  for (let cell = 0; cell < 5; cell++) {
    rereading.changed(false);
    await wait(1_500);
  }
  expect(pane.readings).toEqual([]);
  await wait(500);
  expect(pane.readings).toEqual([10 + 4 * 1_500 + 2_000]);
  await wait(60_000);
  expect(pane.readings).toHaveLength(1);
});

test('what the pane itself writes is no change, a co-author’s meanwhile is', async () => {
  const { rereading, pane, run, wait, clock } = begin();
  await wait(5_000);
  run({ type: 'begun', at: clock.now() });
  run({ type: 'progress', progress: { doing: 'writing', done: 0, total: 1, waiting: true }, at: clock.now() });
  rereading.changed(false);
  run({ type: 'written', undo: null });
  run({ type: 'ended', at: clock.now() });
  rereading.changed(false);
  await wait(900);
  rereading.changed(false);
  await wait(10_000);
  expect(pane.readings).toEqual([]);
  run({ type: 'undone' });
  run({ type: 'written', undo: null });
  rereading.changed(true);
  await wait(2_000);
  expect(pane.readings).toHaveLength(1);
});

test('not while the pane works, not while nobody sees it: afterwards', async () => {
  const { rereading, pane, run, wait, clock } = begin();
  await wait(10);
  run({ type: 'begun', at: clock.now() });
  rereading.changed(false);
  await wait(7_000);
  expect(pane.readings).toEqual([]);
  run({ type: 'ended', at: clock.now() });
  await wait(2_000);
  expect(pane.readings).toHaveLength(1);

  pane.visible = false;
  rereading.changed(false);
  await wait(60_000);
  expect(pane.readings).toHaveLength(1);
  pane.visible = true;
  rereading.returned(true);
  await wait(0);
  expect(pane.readings).toHaveLength(2);
});

test('what was read since it changed is not read again', async () => {
  const { rereading, pane, wait, clock } = begin();
  await wait(10);
  rereading.changed(false);
  await wait(1_000);
  pane.lastRead = clock.now();
  await wait(5_000);
  expect(pane.readings).toEqual([]);
});

test('a workbook that is slow to read is read seldom, and what changes meanwhile is not lost', async () => {
  const { rereading, pane, wait } = begin(3_000);
  await wait(10);
  rereading.changed(false);
  await wait(2_000);
  expect(pane.readings).toEqual([2_010]);
  await wait(1_000);
  rereading.changed(false);
  await wait(2_000);
  // Read until 5 010: one part in five is 12 s later.
  await wait(11_990);
  expect(pane.readings).toHaveLength(1);
  await wait(10);
  expect(pane.readings).toEqual([2_010, 17_010]);
});

test.each<[string, boolean, number, number]>([
  ['where Excel tells, nothing that did not change is read', true, 60_000, 0],
  ['where it does not, what is old is read again', false, 60_000, 1],
  ['and what is fresh is not', false, 9_000, 0],
])('back in the pane: %s', async (_name, told, after, readings) => {
  const { rereading, pane, wait } = begin();
  await wait(after);
  rereading.returned(told);
  await wait(0);
  expect(pane.readings).toHaveLength(readings);
});

test('a pane that is gone reads nothing', async () => {
  const { rereading, pane, wait } = begin();
  await wait(10);
  rereading.changed(false);
  rereading.stop();
  await wait(60_000);
  expect(pane.readings).toEqual([]);
});
