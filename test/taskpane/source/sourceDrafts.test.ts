import { isAbout, sourceDraft, typedSource, type SourceDraft } from '../../../src/taskpane/source/sourceDrafts';
import { initialSource, tableNow, type SourceEvent, type SourceState } from '../../../src/taskpane/source/sourceFlow';
import { after, sourceView } from './sourceView';

const again = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

const two = sourceView({
  found: [
    { sheet: 'Nord', kind: 'daily', range: 'A1:D61', rows: 60, areDays: true, first: 46_023, last: 46_082 },
    { sheet: 'Sud', kind: 'daily', range: 'A1:D41', rows: 40, areDays: true, first: 46_023, last: 46_062 },
  ],
});
const choosing: SourceEvent = { type: 'chosen', column: 2, choice: { kind: 'measure', measure: 'appels_traites' } };

describe('what is to be kept of the page', () => {
  test.each<[string, SourceState, boolean]>([
    ['nothing before it is read', initialSource, false],
    ['nothing while all is as it was proposed', after(two), false],
    ['nothing of a column that is only being looked at', after(two, { type: 'changing', column: 1 }), false],
    ['a column', after(two, choosing), true],
    ['a unit', after(two, { type: 'unit', column: 1, unit: 'seconds' }), true],
    ['the way that dates are read', after(two, { type: 'dated', answer: 'swapped' }), true],
    ['an answer', after(two, { type: 'same', column: 1, same: false }), true],
    ['another table than the likeliest', after({ ...two, index: 1 }), true],
  ])('%s', (_name, state, kept) => {
    expect(typedSource(state) !== null).toBe(kept);
  });
});

test('answers come back as they were given, over the table as it is read again', () => {
  const answered = after(two, choosing, { type: 'replaced', header: 'Perdue', column: null });
  const draft = sourceDraft(again(typedSource(answered)));
  expect(draft).toEqual(typedSource(answered));
  const restored = after(two, { type: 'restored', answers: draft?.answers ?? {} });
  expect(tableNow(restored)).toEqual(tableNow(answered));
  expect(restored.replaced).toEqual({ Perdue: null });
});

test('they are about that table with those headers alone', () => {
  const draft = typedSource(after(two, choosing)) as SourceDraft;
  expect(isAbout(draft, after(two))).toBe(true);
  expect(isAbout(draft, after({ ...two, index: 1 }))).toBe(false);
  const [first, ...others] = two.table.columns;
  const renamed = first ? [{ ...first, header: 'Jour' }, ...others] : [];
  expect(isAbout(draft, after({ ...two, table: { ...two.table, columns: renamed } }))).toBe(false);
});

const whole = again(typedSource(after(two, choosing))) as Record<string, unknown>;
test.each<[string, unknown]>([
  ['nothing', null],
  ['a list', []],
  ['answers without their table', { ...whole, table: undefined }],
  ['answers of another form', { ...whole, answers: {} }],
  ['a choice of no kind', { ...whole, answers: { ...(whole.answers as object), choices: { 2: { kind: 'perhaps' } } } }],
  ['dates read in a third way', { ...whole, answers: { ...(whole.answers as object), dateAnswer: 'both' } }],
])('%s is no draft', (_name, stored) => {
  expect(sourceDraft(stored)).toBeNull();
});
