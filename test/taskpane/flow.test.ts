import { problem, refused, done } from '../../src/core/problem';
import { initialState, nextStep, reduce, type PaneEvent, type PaneState, type Step } from '../../src/taskpane/flow';

const after = (...events: PaneEvent[]): PaneState => events.reduce(reduce, initialState);
const detection = { tables: [], problems: [] };
const finished = (step: Step): PaneEvent => ({ type: 'ended', step, result: done({ sheets: ['Semaine'], problems: [] }) });

test.each<[string, PaneEvent[], Step]>([
  ['nothing done', [], 'confirm'],
  ['confirmed', [finished('confirm')], 'consolidate'],
  [
    'confirmed before the pane was opened',
    [{ type: 'read', result: done({ detection, confirmed: true, examples: 0 }) }],
    'consolidate',
  ],
  ['consolidated', [finished('confirm'), finished('consolidate')], 'thresholds'],
  ['coloured before consolidating', [finished('confirm'), finished('thresholds')], 'consolidate'],
  ['météo generated', [finished('confirm'), finished('consolidate'), finished('thresholds'), finished('generate')], 'pdf'],
  ['all done', (['confirm', 'consolidate', 'thresholds', 'generate', 'pdf'] as const).map(finished), 'generate'],
  ['running', [finished('consolidate'), { type: 'started', step: 'generate' }], 'generate'],
  ['refused', [{ type: 'ended', step: 'thresholds', result: refused(problem('workbook-empty', {})) }], 'thresholds'],
])('%s: the dock offers %#', (_name, events, step) => {
  expect(nextStep(after(...events))).toBe(step);
});

test('a new météo asks for its PDF again', () => {
  const state = after(
    finished('confirm'),
    finished('consolidate'),
    finished('thresholds'),
    finished('generate'),
    finished('pdf'),
    finished('generate'),
  );
  expect(nextStep(state)).toBe('pdf');
});

test('a refused action leaves what was done before as done', () => {
  const state = after(finished('consolidate'), {
    type: 'ended',
    step: 'generate',
    result: refused(problem('workbook-empty', {})),
  });
  expect(state.finished).toEqual(['consolidate']);
  expect(state.dock).toMatchObject({ kind: 'problem', step: 'generate' });
});
