import type { ConsolidationView } from '../../src/core/overview/consolidationView';
import { done, problem, refused } from '../../src/core/problem';
import {
  initialConsolidation,
  reduceConsolidation,
  standsNow,
  type ConsolidationEvent,
  type ConsolidationState,
} from '../../src/taskpane/data/consolidationFlow';

const NEW: ConsolidationView = {
  rows: 327,
  areDays: true,
  kinds: (['day', 'week', 'month', 'year'] as const).map((kind) => ({ kind, sheet: kind })),
  figures: 7,
  ratios: 5,
  underWay: null,
  daysWithout: 0,
  consolidated: { kinds: [], sheets: [], until: null, lacking: [] },
};
const MADE: ConsolidationView = {
  ...NEW,
  consolidated: { kinds: ['week', 'month'], sheets: ['Semaine', 'Mois'], until: 46_347, lacking: [] },
};
const after = (...events: ConsolidationEvent[]): ConsolidationState => events.reduce(reduceConsolidation, initialConsolidation);
const loaded = (view: ConsolidationView): ConsolidationEvent => ({ type: 'loaded', result: done(view) });
const ended: ConsolidationEvent = { type: 'ended', result: done({ sheets: ['Semaine'], problems: [] }) };

test.each<[string, ConsolidationView, readonly string[], boolean]>([
  ['none yet: all that can be made', NEW, ['day', 'week', 'month', 'year'], true],
  ['rows of a month: no finer', { ...NEW, kinds: NEW.kinds.slice(2) }, ['month', 'year'], true],
  ['some: those, and the form is folded', MADE, ['week', 'month'], false],
])('ticked at first, %s', (_name, view, kinds, open) => {
  const state = after(loaded(view));
  expect([state.kinds, state.open]).toEqual([kinds, open]);
});

test('ticks stay in the order of the sheets', () => {
  const state = after(loaded(MADE), { type: 'ticked', kind: 'day', on: true }, { type: 'ticked', kind: 'week', on: false });
  expect(state.kinds).toEqual(['day', 'month']);
});

test('read again because somebody typed in the sheet: ticks stay; because there are sheets by now: those are ticked', () => {
  const state = after(loaded(NEW), { type: 'ticked', kind: 'day', on: false }, loaded({ ...NEW, rows: 328 }));
  expect([state.kinds, state.view?.rows]).toEqual([['week', 'month', 'year'], 328]);
  expect(reduceConsolidation(state, loaded(MADE))).toMatchObject({ kinds: ['week', 'month'], open: false });
});

test('written: the form folds, and what is read again keeps the message', () => {
  const state = after(loaded(NEW), { type: 'started' }, ended, loaded(MADE));
  expect([state.phase.kind, state.open, state.view]).toEqual(['done', false, MADE]);
});

test('undone: the page begins again', () => {
  const state = after(loaded(NEW), { type: 'started' }, ended, loaded(MADE), { type: 'undone' }, loaded(NEW));
  expect([state.phase.kind, state.open, state.kinds]).toEqual(['ready', true, ['day', 'week', 'month', 'year']]);
});

test('refused: what was ticked stays', () => {
  const reason = problem('workbook-protected', { sheets: 'Jour' });
  const state = after(loaded(NEW), { type: 'ticked', kind: 'day', on: false }, { type: 'ended', result: refused(reason) });
  expect([state.phase, state.kinds]).toEqual([{ kind: 'refused', problem: reason }, ['week', 'month', 'year']]);
});

test.each<[string, ConsolidationView, number | null, string]>([
  ['no sheet', NEW, 46_347, 'none'],
  ['all the data', MADE, 46_347, 'current'],
  ['a day more', MADE, 46_348, 'behind'],
  ['a KPI less', { ...MADE, consolidated: { ...MADE.consolidated, lacking: ['DMT'] } }, 46_347, 'behind'],
  ['the last day not known', MADE, null, 'current'],
])('%s', (_name, view, last, stands) => {
  expect(standsNow(view, last)).toBe(stands);
});
