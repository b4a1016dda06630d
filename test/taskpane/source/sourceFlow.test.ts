import type { DetectedColumn } from '../../../src/core/detect/detected';
import { done, problem, refused } from '../../../src/core/problem';
import {
  groupsOf,
  openQuestions,
  questionCount,
  reduceSource,
  tableNow,
  unitQuestions,
} from '../../../src/taskpane/source/sourceFlow';
import { after, column, COLUMNS, sourceView } from './sourceView';

const headers = (columns: readonly DetectedColumn[]): string[] => columns.map(({ header }) => header);

test('doubtful measures and rates without parts are to be checked, people are left out', () => {
  const { check, known, left } = groupsOf(after(sourceView()));
  expect([headers(check), headers(known), headers(left)]).toEqual([['TTS', 'Taux'], ['Date', 'Reçus'], ['Conseiller']]);
});

test('what the user wants to change is to be checked, and stays there once it is changed', () => {
  const state = after(
    sourceView(),
    { type: 'changing', column: 4 },
    { type: 'chosen', column: 4, choice: { kind: 'type', type: 'category' } },
  );
  expect(headers(groupsOf(state).check)).toContain('Conseiller');
  expect(tableNow(state)?.columns[4]).toMatchObject({ type: 'category', reason: 'confirmed' });
});

test('the unit of a duration is the user’s', () => {
  const choice = { kind: 'measure', measure: 'conversation_s' } as const;
  const state = after(sourceView(), { type: 'chosen', column: 2, choice }, { type: 'unit', column: 2, unit: 'minutes' });
  expect(tableNow(state)?.columns[2]).toMatchObject({ measure: 'conversation_s', type: 'duration', duration: 'minutes' });
});

describe('a duration without a unit', () => {
  const lasting = column(2, 'Duration', { type: 'duration', measure: 'traitement_s', confidence: 0.75 });
  const { table } = sourceView();
  const asked = sourceView({
    table: { ...table, columns: table.columns.map((one) => (one.column === 2 ? lasting : one)) },
    durations: [{ column: 2, header: 'Duration', readings: [{ unit: 'seconds', seconds: 93 }] }],
  });

  test('is asked about until its unit is said', () => {
    expect(questionCount(asked)).toBe(1);
    expect(openQuestions(after(asked))).toEqual(['source-unit-2']);
    const state = after(asked, { type: 'unit', column: 2, unit: 'minutes' });
    expect(openQuestions(state)).toEqual([]);
    expect(tableNow(state)?.columns[2]).toMatchObject({ measure: 'traitement_s', duration: 'minutes' });
    expect(unitQuestions(state)).toHaveLength(1);
  });

  test('is no question any more once it is left out', () => {
    const state = after(asked, { type: 'chosen', column: 2, choice: { kind: 'left-out' } });
    expect(openQuestions(state)).toEqual([]);
    expect(unitQuestions(state)).toEqual([]);
  });
});

const dates = (['swapped', 'as-is'] as const).map((answer) => ({
  answer,
  read: { dateWriting: 'real' as const, dateAnswer: answer },
  first: 46_023,
  last: 46_082,
  sample: 46_024,
  duplicates: 0,
  missing: 0,
}));

test('of two readings of the dates the likelier is chosen, until the user takes the other', () => {
  expect(tableNow(after(sourceView({ dates })))?.dateAnswer).toBe('swapped');
  expect(tableNow(after(sourceView({ dates }), { type: 'dated', answer: 'as-is' }))?.dateAnswer).toBe('as-is');
});

describe('questions about a mapping that was confirmed', () => {
  const [, , changedColumn = column(2, 'TTS')] = COLUMNS;
  const asked = sourceView({
    confirmed: true,
    changed: [{ before: 'Décrochés', now: changedColumn, choice: { kind: 'measure', measure: 'appels_traites' } }],
    lost: [{ header: 'Mails', choice: { kind: 'measure', measure: 'mails_traites' } }],
  });

  test('each is open until it is answered', () => {
    expect(questionCount(asked)).toBe(2);
    expect(openQuestions(after(asked))).toEqual(['source-changed-2', 'source-lost-0']);
    const state = after(asked, { type: 'same', column: 2, same: false }, { type: 'replaced', header: 'Mails', column: null });
    expect(openQuestions(state)).toEqual([]);
  });

  test('the same measure: the column is what it was', () => {
    const state = after(asked, { type: 'same', column: 2, same: true });
    expect(tableNow(state)?.columns[2]).toMatchObject({ measure: 'appels_traites', reason: 'confirmed' });
  });

  test('not the same: the column stays as it was found', () => {
    const state = after(asked, { type: 'same', column: 2, same: false });
    expect(tableNow(state)?.columns[2]).toEqual(changedColumn);
  });

  test('another column takes the place of the one that is gone', () => {
    const state = after(asked, { type: 'replaced', header: 'Mails', column: 1 });
    expect(tableNow(state)?.columns[1]).toMatchObject({ measure: 'mails_traites', reason: 'confirmed' });
  });
});

test('a refusal is shown, and reading again begins anew', () => {
  const reason = problem('workbook-empty', {});
  const state = after(sourceView(), { type: 'changing', column: 1 }, { type: 'refused', problem: reason });
  expect(state.phase).toEqual({ kind: 'refused', problem: reason });
  expect(reduceSource(state, { type: 'loaded', result: done(sourceView()) })).toMatchObject({
    phase: { kind: 'ready' },
    changing: [],
  });
  expect(reduceSource(state, { type: 'loaded', result: refused(reason) }).phase).toEqual({ kind: 'refused', problem: reason });
});

describe('a table in which no dates were found', () => {
  const dateColumn = (place: number, header: string) => ({
    column: place,
    header,
    read: { dateColumn: place, dateWriting: 'dmy' as const, kind: 'daily' as const },
    rows: 40,
    first: 46_023,
    last: 46_062,
  });
  const { table } = sourceView();
  const undated = sourceView({
    table: { ...table, kind: 'snapshot', dateColumn: null, dateWriting: null },
    dateColumns: [dateColumn(4, 'Conseiller'), dateColumn(0, 'Date')],
  });

  test('takes its dates from the likeliest column until a person says otherwise', () => {
    expect(questionCount(undated)).toBe(1);
    expect(tableNow(after(undated))).toMatchObject({ dateColumn: 4, dateWriting: 'dmy', kind: 'daily' });
    expect(tableNow(after(undated, { type: 'date-column', column: 0 }))).toMatchObject({ dateColumn: 0, kind: 'daily' });
    expect(headers(groupsOf(after(undated)).known)).toContain('Conseiller');
  });

  test('stays without dates where a person says that none of them has any', () => {
    expect(tableNow(after(undated, { type: 'date-column', column: null }))).toMatchObject({ dateColumn: null, kind: 'snapshot' });
  });
});
