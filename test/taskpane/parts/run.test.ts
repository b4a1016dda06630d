import type { Progress } from '../../../src/core/sheet/run';
import { idleRun, moodOf, reduceRun, undoOf, type RunEvent, type RunMood, type RunState } from '../../../src/taskpane/parts/run';

const after = (...events: RunEvent[]): RunState => events.reduce(reduceRun, idleRun);
const asked: Progress = { doing: 'reading', done: 1, total: 4, waiting: true };
const answered: Progress = { ...asked, done: 4, waiting: false };
const begun: RunEvent = { type: 'begun', at: 0 };
const asking = (at: number): RunEvent => ({ type: 'progress', progress: asked, at });
const tick = (at: number): RunEvent => ({ type: 'tick', at });

test.each<[string, RunEvent[], RunMood]>([
  ['nothing under way', [], 'idle'],
  ['Excel has just been asked', [begun, asking(10)], 'working'],
  ['4.9 s without an answer', [begun, asking(10), tick(4_909)], 'working'],
  ['5 s without an answer', [begun, asking(10), tick(5_010)], 'slow'],
  ['29.9 s without an answer', [begun, asking(10), tick(29_910)], 'slow'],
  ['30 s without an answer', [begun, asking(10), tick(30_010)], 'silent'],
  [
    'somebody has asked for a new connection',
    [begun, asking(10), tick(30_010), { type: 'reconnecting', on: true }],
    'reconnecting',
  ],
  [
    'Excel did not answer that either',
    [begun, asking(10), tick(30_010), { type: 'reconnecting', on: true }, { type: 'reconnecting', on: false }],
    'silent',
  ],
  ['an answer ends the wait', [begun, asking(10), tick(30_010), { type: 'progress', progress: answered, at: 30_020 }], 'working'],
  [
    'a long calculation of our own is no slow Excel',
    [begun, asking(10), { type: 'progress', progress: answered, at: 20 }, tick(9_000)],
    'working',
  ],
  ['each question is waited for by itself', [begun, asking(10), asking(4_000), tick(6_000)], 'working'],
  ['a cell is edited', [begun, asking(10), { type: 'editing', at: 20 }, tick(60_000)], 'editing'],
  ['the entry is over', [begun, { type: 'editing', at: 20 }, { type: 'progress', progress: answered, at: 30 }], 'working'],
  ['asked again while the entry goes on', [begun, { type: 'editing', at: 20 }, asking(2_020)], 'editing'],
  ['one of two readings is over', [begun, begun, asking(10), { type: 'ended', at: 20 }], 'working'],
  ['both are', [begun, begun, asking(10), { type: 'ended', at: 20 }, { type: 'ended', at: 30 }], 'idle'],
])('%s: %#', (_name, events, mood) => {
  expect(moodOf(after(...events))).toBe(mood);
});

const undo = {
  shown: null,
  added: [],
  rewritten: [],
  blank: null,
  cells: [],
  looks: [],
  tables: [],
  conditionalFormats: [],
  validations: [],
  notes: [],
  names: [],
};
const written: RunEvent = { type: 'written', undo };

test('what undoes the latest writing is kept when it ends, and forgotten with the next that cannot be undone', () => {
  const state = after(begun, written, { type: 'ended', at: 5 });
  expect(state.undo).toBe(undo);
  expect(reduceRun(state, { type: 'written', undo: null }).undo).toBeNull();
  expect(reduceRun(state, { type: 'undone' }).undo).toBeNull();
});

test.each<[string, RunEvent[], ReturnType<typeof undoOf>]>([
  ['that wrote nothing', [], null],
  ['that wrote what can be undone', [written], { receipt: undo }],
  ['that wrote what nothing remembers', [{ type: 'written', undo: null }], { receipt: null }],
  ['that wrote twice: its last writing alone would be undone', [written, written], { receipt: null }],
  ['that was undone', [written, { type: 'undone' }], { receipt: null }],
])('a run %s', (_name, events, found) => {
  const before = after(written);
  expect(undoOf(events.reduce(reduceRun, before), before.writes)).toEqual(found);
});
