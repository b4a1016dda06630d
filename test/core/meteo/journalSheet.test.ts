import { readJournal, placedJournal, type JournalEntry } from '../../../src/core/meteo/journal';
import { journalDraft } from '../../../src/core/meteo/journalDraft';
import { typedEntry } from '../../../src/core/meteo/journalEdits';
import { journalWith } from '../../../src/core/meteo/journalSheet';
import type { Result } from '../../../src/core/problem';
import type { CellDraft, SheetDraft } from '../../../src/core/sheet/draft';
import type { WorkbookSnapshot } from '../../../src/core/sheet/snapshot';
import { sheetFromDraft, workbookOf } from './draftedSheet';

const DAY = 46_349;
const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};
const action = typedEntry({ kind: 'action', text: ' renforcer ', date: DAY, due: DAY + 7, role: 'chef', effect: 'calme' });

/** The rows that are written, by the cell where they begin. */
const linesOf = (draft: SheetDraft | null): [string, (string | number | null)[]][] =>
  (draft?.blocks ?? []).flatMap(({ row, column, cells }) =>
    cells.map((line, index): [string, (string | number | null)[]] => [
      `${row + index},${column}`,
      line.map((cell: CellDraft) => (cell && 'text' in cell ? cell.text : cell && 'number' in cell ? cell.number : null)),
    ]),
  );

test.each(['fr', 'en'] as const)('a workbook without journal gets one with the entry, in %s', (language) => {
  const { draft, cells } = valueOf(journalWith(workbookOf(), [action], language));
  if (!draft) throw new Error('no draft');
  const workbook = workbookOf(sheetFromDraft(draft));
  expect(readJournal(workbook)).toEqual([action]);
  expect(placedJournal(workbook)[0]?.place).toEqual({ sheet: 'Journal', cell: cells[0] });
});

test('a workbook without journal gets one without entries too; one with a journal gets nothing', () => {
  expect(valueOf(journalWith(workbookOf(), [], 'fr')).draft?.tables?.[0]?.name).toBe('tblJournal');
  expect(valueOf(journalWith(workbookOf(sheetFromDraft(journalDraft('fr'))), [], 'fr')).draft).toBeNull();
});

/** A journal whose columns somebody moved, renamed in English, and added to; a remark stands against its foot. */
const moved = (): WorkbookSnapshot =>
  workbookOf(
    sheetFromDraft({
      name: 'Carnet',
      owner: 'own',
      blocks: [
        {
          row: 2,
          column: 1,
          cells: [
            ['Text', 'KIND', 'Lu par', 'Date'].map((text) => ({ text })),
            [{ text: 'campagne' }, { text: 'highlight' }, { text: 'Directrice' }, { number: DAY }],
            [{ text: 'à relire' }, null, null, null],
          ],
        },
      ],
      tables: [{ name: 'tblJournal', area: { row: 2, column: 1, rows: 2, columns: 4 } }],
    }),
  );

test('an entry stands under what is there, in the columns that there are; those of the user stay blank', () => {
  const { draft, cells } = valueOf(journalWith(moved(), [action], 'en'));
  expect(draft).toMatchObject({ name: 'Carnet', owner: 'user', tables: [{ name: 'tblJournal', area: { row: 2, rows: 4 } }] });
  expect(linesOf(draft)).toEqual([['5,1', ['renforcer', 'action', null, DAY]]]);
  expect(cells).toEqual(['B6']);
});

test('dates are those of the workbook’s own system', () => {
  const { draft } = valueOf(journalWith({ ...moved(), date1904: true }, [action], 'fr'));
  expect(linesOf(draft)[0]?.[1][3]).toBe(DAY - 1462);
});

test.each<[string, Parameters<typeof typedEntry>[0], Partial<JournalEntry>]>([
  ['a fact is done on its day', { kind: 'highlight', text: 'a', date: DAY }, { date: DAY, due: null, state: 'done' }],
  ['what is planned is due on its day', { kind: 'planned', text: 'a', date: DAY }, { date: null, due: DAY, state: 'todo' }],
  [
    'or on its own',
    { kind: 'planned', text: 'a', date: DAY, due: DAY + 9, horizon: 'medium' },
    { date: null, due: DAY + 9, horizon: 'medium' },
  ],
  [
    'an action is to do',
    { kind: 'action', text: 'a', date: DAY, role: ' chef ' },
    { date: DAY, due: null, role: 'chef', state: 'todo' },
  ],
  ['a dissatisfaction is open', { kind: 'dissatisfaction', text: ' a ', date: DAY }, { text: 'a', state: 'todo', visible: true }],
])('%s', (_name, typed, expected) => expect(typedEntry(typed)).toMatchObject(expected));
