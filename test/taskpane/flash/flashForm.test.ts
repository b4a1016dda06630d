import { done, problem, refused } from '../../../src/core/problem';
import { flashDraft } from '../../../src/taskpane/flash/flashDrafts';
import {
  countsWanting,
  countTyped,
  firstAtFault,
  firstMissing,
  impossibleCounts,
  impossibleProblem,
  initialFlash,
  pointOf,
  reduceFlash,
  typedFlash,
  type Count,
  type FlashEvent,
  type FlashState,
} from '../../../src/taskpane/flash/flashForm';
import { flashStrings } from '../../../src/taskpane/flash/strings';
import { context } from '../../core/flash/flashContext';

const after = (events: readonly FlashEvent[], from: FlashState = initialFlash): FlashState => events.reduce(reduceFlash, from);
const WRITTEN = { values: [812, 714, 559], action: 'renfort' };
const read = (more: Parameters<typeof context>[0] = {}): FlashEvent => ({
  type: 'read',
  result: done(context(more)),
});

test.each<[string, Count]>([
  ['812', { kind: 'number', value: 812 }],
  ['1 240', { kind: 'number', value: 1240 }],
  ['1\u202f240', { kind: 'number', value: 1240 }],
  ['4,5', { kind: 'number', value: 4.5 }],
  ['0', { kind: 'number', value: 0 }],
  ['', { kind: 'empty' }],
  [' ', { kind: 'empty' }],
  ['-3', { kind: 'wrong' }],
  ['many', { kind: 'wrong' }],
])('%j in a field', (text, count) => {
  expect(countTyped(text)).toEqual(count);
});

test('what the workbook knows fills the fields, the rest waits', () => {
  const counts = context().counts.map((count, index) => ({ ...count, known: index === 0 ? 812 : null }));
  const state = after([read({ counts, kept: { values: null, cause: '', action: 'renfort' } })]);
  expect(state).toMatchObject({ typed: ['812', '', ''], action: 'renfort' });
  expect(firstMissing(state)).toBe(1);
});

test('a draft goes before it, unless the table has other counts by now', () => {
  const draft = { typed: ['800', '700', ''], action: 'appel' };
  expect(after([read(), { type: 'restored', draft }])).toMatchObject(draft);
  expect(after([read(), { type: 'restored', draft: { ...draft, typed: ['800'] } }]).typed).toEqual(['', '', '']);
  expect(after([read(), { type: 'restored', draft }, { type: 'cleared' }])).toMatchObject({ typed: ['', '', ''], action: '' });
});

test('what differs from what the workbook knows is to be kept, until it is saved', () => {
  expect(typedFlash(initialFlash)).toBeNull();
  expect(typedFlash(after([read()]))).toBeNull();
  const typed = after([read(), { type: 'typed', place: 0, text: '812' }]);
  expect(typedFlash(typed)).toEqual({ typed: ['812', '', ''], action: '' });
  const saved: FlashEvent = { type: 'saved', result: done({ sheet: 'Points flash' }), copied: true, written: WRITTEN };
  expect(typedFlash(after([saved], typed))).toBeNull();
});

test.each<[string, unknown, boolean]>([
  ['a draft', { typed: ['812', ''], action: '' }, true],
  ['numbers for texts', { typed: [812], action: '' }, false],
  ['nothing', null, false],
  ['no action', { typed: [] }, false],
])('kept, %s', (_name, parsed, isDraft) => {
  expect(flashDraft(parsed)).toEqual(isDraft ? parsed : null);
});

test('what is left to enter is counted once somebody tried to save, until it is there', () => {
  const typed = (place: number): FlashEvent => ({ type: 'typed', place, text: '812' });
  const state = after([read(), typed(0)]);
  expect(countsWanting(state)).toBe(0);
  const asked = after([{ type: 'wanting' }], state);
  expect(countsWanting(asked)).toBe(2);
  expect(countsWanting(after([typed(1), typed(2)], asked))).toBe(0);
  expect(flashStrings.fr.toType(2)).toBe('Il reste 2\u00a0cumuls à saisir.');
  expect(flashStrings.fr.toType(1)).toBe('Il reste 1\u00a0cumul à saisir.');
});

test('results follow each key', () => {
  const typed = (place: number, text: string): FlashEvent => ({ type: 'typed', place, text });
  const state = after([read(), typed(0, '812'), typed(1, '714')]);
  expect(pointOf(state)?.results.map(({ value }) => value)).toEqual([714 / 812, null]);
  expect(pointOf(after([typed(1, '71')], state))?.results[0]?.value).toBe(71 / 812);
  expect(pointOf(after([typed(1, 'x')], state))?.results[0]?.value).toBeNull();
  expect(firstMissing(after([typed(2, '559')], state))).toBe(-1);
});

test('what was saved, or not, stays said until something is typed again; nothing typed is lost', () => {
  const typed = after([read(), { type: 'typed', place: 0, text: '812' }, { type: 'saving' }]);
  expect(typed.dock).toEqual({ kind: 'saving' });
  const failed = after([{ type: 'saved', result: refused(problem('read-only', {})), copied: true, written: WRITTEN }], typed);
  expect(failed).toMatchObject({ typed: ['812', '', ''], dock: { kind: 'problem', problem: { code: 'read-only' } } });
  const saved = after([{ type: 'saved', result: done({ sheet: 'Flash' }), copied: false, written: WRITTEN }], typed);
  expect(saved.dock).toEqual({ kind: 'saved', sheet: 'Flash', copied: false });
  expect(after([{ type: 'action', text: 'renfort' }], saved)).toMatchObject({ action: 'renfort', dock: { kind: 'ready' } });
});

test('a point that cannot be read says why', () => {
  const state = after([{ type: 'read', result: refused(problem('flash-no-counts', {})) }]);
  expect(state.dock).toMatchObject({ kind: 'problem', problem: { code: 'flash-no-counts' } });
  expect(pointOf(state)).toBeNull();
});

test('what the workbook has of the minute follows what is read, saved and undone; a refusal changes nothing of it', () => {
  const kept = { values: [800, 700, 500], cause: '', action: 'appel' };
  const opened = after([read({ kept })]);
  expect(opened.before).toEqual(kept);
  const refusedOnce = after(
    [{ type: 'saved', result: refused(problem('read-only', {})), copied: true, written: WRITTEN }],
    opened,
  );
  expect(refusedOnce.before).toEqual(kept);
  const saved = after([{ type: 'saved', result: done({ sheet: 'Flash' }), copied: true, written: WRITTEN }], opened);
  expect(saved.before).toEqual(WRITTEN);
  expect(after([{ type: 'undone' }], saved)).toMatchObject({ before: kept, typed: saved.typed, dock: { kind: 'ready' } });
});

test('a part above its whole is at fault as soon as both are typed, and nothing is saved of it', () => {
  const typed = (place: number, text: string): FlashEvent => ({ type: 'typed', place, text });
  const state = after([read(), typed(0, '812'), typed(1, '830')]);
  expect(impossibleCounts(state)).toEqual([{ part: 1, whole: 0 }]);
  // A count that is missing is asked for first.
  expect(firstAtFault(state)).toBe(2);
  const full = after([typed(2, '900')], state);
  expect(impossibleCounts(full)).toEqual([
    { part: 1, whole: 0 },
    { part: 2, whole: 0 },
  ]);
  expect(firstAtFault(full)).toBe(1);
  const impossible = impossibleProblem(full);
  expect(impossible).toEqual(problem('flash-part-above-whole', { part: 'Traités', whole: 'Appels reçus' }));
  if (!impossible) return;
  const refusedState = after([{ type: 'impossible', problem: impossible }], full);
  expect(refusedState.dock).toEqual({ kind: 'problem', problem: impossible });
  const mended = after([typed(1, '714'), typed(2, '559')], refusedState);
  expect(mended.dock).toEqual({ kind: 'ready' });
  expect(impossibleProblem(mended)).toBeNull();
  expect(firstAtFault(mended)).toBe(-1);
  expect(flashStrings.fr.aboveWhole('Appels reçus', '812')).toBe('Plus que «\u202fAppels reçus\u202f» (812)\u00a0: vérifiez.');
});
