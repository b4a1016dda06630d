import { feedbackWords, readFeedback, sortFeedback, type FeedbackEntry } from '../../../src/core/client/feedback';
import { answeredRow, feedbackWith } from '../../../src/core/client/feedback-sheet';
import { feedbackTable } from '../../../src/core/template/feedback-table';
import type { CellValue } from '../../../src/core/sheet/snapshot';
import { sheetOf, valueOf, workbookOf } from '../grid';

const FR = Object.values(feedbackWords.fr.headers);
const DAY = 46_346; // 20/11/2026

type Row = readonly (CellValue | null)[];
const row = (more: Partial<Record<number, CellValue>> = {}): Row =>
  ['Date', 'Direction relation client', 'Niveau de service', 'mécontent', 'Trop d’attente', '', 'à traiter', ''].map(
    (cell, index) => more[index] ?? (index === 0 ? DAY : cell),
  );

const bookOf = (rows: readonly Row[], headers: readonly string[] = FR, hasTotals = false) => {
  const last = String(4 + rows.length);
  const sheet = sheetOf('Retours', [headers, ...rows], { at: 'A4', tables: { tblRetours: `A4:H${last}` } });
  return workbookOf({ ...sheet, tables: sheet.tables.map((table) => ({ ...table, hasTotals })) });
};

const only = (rows: readonly Row[]): FeedbackEntry => {
  const [entry, ...others] = readFeedback(bookOf(rows));
  if (!entry || others.length > 0) throw new Error('not one entry');
  return entry;
};

test('a row is read with its cell, its day and its codes', () => {
  expect(only([row()])).toEqual({
    row: 4,
    place: { sheet: 'Retours', cell: 'E5' },
    date: DAY,
    from: 'Direction relation client',
    subject: 'Niveau de service',
    mood: 'unhappy',
    text: 'Trop d’attente',
    answer: '',
    state: 'todo',
    answered: null,
  });
});

test.each<[name: string, cell: CellValue, mood: string | null]>([
  ['satisfied', 'satisfait', 'satisfied'],
  ['neutral, in capitals', 'NEUTRE', 'neutral'],
  ['unhappy, without its accent', 'mecontent', 'unhappy'],
  ['unhappy, of a woman', 'Mécontente', 'unhappy'],
  ['another word for it', 'insatisfait', 'unhappy'],
  ['an English word in a French table', 'unhappy', 'unhappy'],
  ['a word of their own', 'perplexe', null],
])('mood: %s', (_name, cell, mood) => {
  expect(only([row({ 3: cell })]).mood).toBe(mood);
});

test.each<[name: string, answer: string, state: string, read: string]>([
  ['to do', '', 'à traiter', 'todo'],
  ['in progress', 'on cherche', 'en cours', 'doing'],
  ['answered', 'merci', 'traité', 'done'],
  ['blank status without an answer', '', '', 'todo'],
  ['blank status with an answer', 'merci', '', 'done'],
  ['an answer whose status says that it is still to do', 'merci', 'à traiter', 'todo'],
])('status: %s', (_name, answer, state, read) => {
  expect(only([row({ 5: answer, 6: state })]).state).toBe(read);
});

test('rows without a text and examples of the template are no feedback', () => {
  const rows = [row({ 4: '' }), row({ 4: 'Exemple : trop long' }), row({ 4: 'Example: too long' })];
  expect(readFeedback(bookOf(rows))).toEqual([]);
  expect(readFeedback(workbookOf(sheetOf('Feuil1', [['Date']])))).toEqual([]);
});

test('the oldest open feedback comes first, the latest answer first, undated rows last', () => {
  const dated = (date: CellValue, state: string, answered: CellValue, text: string) =>
    row({ 0: date, 4: text, 6: state, 7: answered });
  const { open, done } = sortFeedback(
    readFeedback(
      bookOf([
        dated('', 'à traiter', '', 'undated'),
        dated(DAY, 'à traiter', '', 'young'),
        dated(DAY - 9, 'en cours', '', 'old'),
        dated(DAY - 30, 'traité', DAY - 1, 'answered yesterday'),
        dated(DAY - 5, 'traité', '', 'no day of answer'),
        dated(DAY - 2, 'traité', DAY - 2, 'answered before'),
      ]),
    ),
  );
  expect(open.map(({ text }) => text)).toEqual(['old', 'young', 'undated']);
  expect(done.map(({ text }) => text)).toEqual(['answered yesterday', 'answered before', 'no day of answer']);
});

test.each(['fr', 'en'] as const)('headers and words are those that the template writes: %s', (language) => {
  expect(Object.values(feedbackWords[language].headers)).toEqual(
    feedbackTable(language, false).columns.map(({ header }) => header),
  );
  for (const words of [feedbackWords[language].moods, feedbackWords[language].states])
    expect(Object.values(words).filter((word) => word === '')).toEqual([]);
});

describe('an answer', () => {
  const entry = only([row()]);
  const cellsOf = (blocks: readonly { row: number; column: number; cells: unknown }[] = []) =>
    blocks.map(({ row: at, column, cells }) => [at, column, cells]);

  test('is written with its status and its day at the row, and nothing else', () => {
    const draft = valueOf(answeredRow(bookOf([row()]), entry, ' Trois conseillers de plus. ', DAY + 2.6));
    expect(draft).toMatchObject({ name: 'Retours', owner: 'user' });
    expect(cellsOf(draft.blocks)).toEqual([
      [4, 5, [[{ text: 'Trois conseillers de plus.' }]]],
      [4, 6, [[{ text: 'traité' }]]],
      [4, 7, [[{ number: DAY + 2 }]]],
    ]);
  });

  test('follows the row that it answers when rows came before it', () => {
    const draft = valueOf(answeredRow(bookOf([row({ 4: 'autre' }), row()]), entry, 'oui', DAY));
    expect(draft.blocks?.map((block) => block.row)).toEqual([5, 5, 5]);
  });

  test('is in the words of an English table, by 1904 dates where the workbook counts so', () => {
    const english = Object.values(feedbackWords.en.headers);
    const book = { ...bookOf([row({ 0: DAY - 1462 })], english), date1904: true };
    const [read] = readFeedback(book);
    if (!read) throw new Error('nothing read');
    expect(read.date).toBe(DAY);
    expect(cellsOf(valueOf(answeredRow(book, read, 'yes', DAY)).blocks).slice(1)).toEqual([
      [4, 6, [[{ text: 'answered' }]]],
      [4, 7, [[{ number: DAY - 1462 }]]],
    ]);
  });

  test('goes without its day where the table has no column for it', () => {
    const seven = FR.slice(0, 7);
    const sheet = sheetOf('Retours', [seven, row().slice(0, 7)], { at: 'A4', tables: { tblRetours: 'A4:G5' } });
    const draft = valueOf(answeredRow(workbookOf(sheet), entry, 'oui', DAY));
    expect(draft.blocks?.map(({ column }) => column)).toEqual([5, 6]);
    expect(draft.styles).toBeUndefined();
  });

  test.each<[name: string, rows: readonly Row[], answer: string, code: string]>([
    ['the text changed', [row({ 4: 'C’est réglé' })], 'oui', 'feedback-changed'],
    ['somebody has answered since', [row({ 5: 'vu', 6: 'traité' })], 'oui', 'feedback-changed'],
    ['the row is gone', [row({ 4: 'autre' })], 'oui', 'feedback-changed'],
    ['it moved, and two rows say the same', [row({ 4: 'autre' }), row(), row()], 'oui', 'feedback-changed'],
    ['the answer is blank', [row()], '  ', 'feedback-answer-missing'],
  ])('is refused: %s', (_name, rows, answer, code) => {
    expect(answeredRow(bookOf(rows), entry, answer, DAY)).toMatchObject({ ok: false, problem: { code } });
  });

  test('is refused where the column of answers was deleted', () => {
    const headers = FR.map((header) => (header === 'Réponse' ? 'Note' : header));
    expect(answeredRow(bookOf([row()], headers), entry, 'oui', DAY)).toMatchObject({
      ok: false,
      problem: { code: 'column-not-found', params: { name: 'Réponse' } },
    });
  });
});

describe('new feedback', () => {
  const added = { date: DAY, from: 'responsable', subject: 'délais', mood: 'neutral', text: ' =mieux ' } as const;

  test('goes under the last row, in the columns as they stand and in the words of the table', () => {
    const headers = ['Client comment', ...Object.values(feedbackWords.en.headers).slice(0, 7)];
    const draft = valueOf(feedbackWith(bookOf([row()], headers), [added], 'fr'));
    expect(draft?.blocks).toEqual([
      {
        row: 5,
        column: 0,
        cells: [
          [
            null,
            { number: DAY },
            { text: 'responsable' },
            { text: 'délais' },
            { text: 'neutral' },
            { text: '=mieux' },
            null,
            { text: 'to do' },
          ],
        ],
      },
    ]);
    expect(draft?.tables?.[0]?.area).toEqual({ row: 3, column: 0, rows: 3, columns: 8 });
  });

  test('takes the ready row of an empty table', () => {
    const draft = valueOf(feedbackWith(bookOf([FR.map(() => '')]), [added], 'fr'));
    expect(draft?.blocks?.[0]?.row).toBe(4);
    expect(draft?.tables).toBeUndefined();
  });

  test('makes the table in a workbook without one, even without a row; a table that is there stays', () => {
    const empty = workbookOf(sheetOf('Suivi', [['Date']]));
    expect(valueOf(feedbackWith(empty, [], 'fr'))).toMatchObject({ name: 'Retours', owner: 'own' });
    expect(valueOf(feedbackWith(bookOf([row()]), [], 'fr'))).toBeNull();
    const made = valueOf(feedbackWith(empty, [added], 'en'));
    expect(JSON.stringify(made?.blocks)).toContain('=mieux');
    expect(made?.name).toBe('Feedback');
  });

  test('is refused without a text, under a totals row, and in a locked workbook', () => {
    const codeOf = (book: ReturnType<typeof bookOf>, text: string): string => {
      const result = feedbackWith(book, [{ ...added, text }], 'fr');
      return result.ok ? '' : result.problem.code;
    };
    expect(codeOf(bookOf([row()]), ' ')).toBe('feedback-text-missing');
    expect(codeOf(bookOf([row()], FR, true), 'mieux')).toBe('feedback-totals');
    expect(codeOf({ ...workbookOf(sheetOf('Suivi', [['Date']])), structureProtected: true }, 'mieux')).toBe('workbook-protected');
  });
});
