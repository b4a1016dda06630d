import { serialOf } from '../../../src/core/period/serial';
import { exampleCell, exampleText, EXAMPLE_WORDS } from '../../../src/core/template/table';
import { dataTable } from '../../../src/core/template/data-table';
import { dataExamples, journalExamples, withoutExamples } from '../../../src/core/template/examples';
import { invoiceTable } from '../../../src/core/template/invoice-table';
import { journalTable } from '../../../src/core/template/journal-table';
import type { TemplateTable } from '../../../src/core/template/table';
import type { CellValue, WorkbookSnapshot } from '../../../src/core/sheet/snapshot';
import { sheetOf, workbookOf } from '../grid';

const MONDAY = serialOf({ year: 2026, month: 11, day: 9 });

const rowsOf = (table: TemplateTable): CellValue[][] =>
  table.examples.map((row) =>
    row.map((cell) => {
      const written = exampleCell(cell, MONDAY);
      if (written === null) return '';
      return 'number' in written ? written.number : 'text' in written ? written.text : '';
    }),
  );

/** A table as it stands on its sheet: title, hint, headers in row 4. */
const standing = (
  table: TemplateTable,
  rows: readonly (readonly CellValue[])[],
  more: readonly string[] = [],
): WorkbookSnapshot => {
  const headers = [...table.columns.map(({ header }) => header), ...more];
  const last = String.fromCharCode(64 + headers.length);
  return workbookOf(
    sheetOf(table.sheet, [[table.title], [table.hint], [], headers, ...rows], {
      tables: { [table.table]: `A4:${last}${String(4 + rows.length)}` },
    }),
  );
};

const data = dataTable('it', 'fr', false, 0);
const rows = rowsOf(data);
const changed = (row: number, column: number, value: CellValue): CellValue[][] =>
  rows.map((line, index) => line.map((cell, place) => (index === row && place === column ? value : cell)));
const mine: CellValue[] = [MONDAY + 10, 'Centre de services', ...(rows[0] ?? []).slice(2)];

const removed = (workbook: WorkbookSnapshot) => {
  const { draft, count } = withoutExamples(workbook);
  return { rows: draft.sheets[0]?.removedRows?.[0]?.rows ?? [], emptied: draft.sheets[0]?.blocks?.length ?? 0, count };
};

test.each<[string, CellValue[][], number[], number]>([
  ['all of them, when nothing else is there: one row stays, emptied', rows, [1, 2, 3, 4], 5],
  ['all of them, above rows of the user’s', [...rows, mine], [0, 1, 2, 3, 4], 5],
  ['all but one whose figure was changed', changed(2, 4, 99), [0, 1, 3, 4], 4],
  ['all but one whose date was changed', changed(2, 0, MONDAY + 30), [0, 1, 3, 4], 4],
  ['all but one that the user made theirs', changed(0, 1, 'Centre de services'), [1, 2, 3, 4], 4],
  ['all, whatever their order', [...rows].reverse(), [1, 2, 3, 4], 5],
  ['none twice', [mine], [], 0],
])('takes out %s', (_, lines, indices, count) => {
  const result = removed(standing(data, lines));
  expect([result.rows, result.count]).toEqual([indices, count]);
});

test('a row with something in a column that the user added is theirs', () => {
  const lines = rows.map((line, index) => [...line, index === 1 ? 'à voir avec le client' : '']);
  expect(removed(standing(data, lines, ['Remarque']))).toEqual({ rows: [0, 2, 3, 4], emptied: 0, count: 4 });
});

test('columns in another order are the same example', () => {
  const order = [1, 0, ...Array.from({ length: data.columns.length - 2 }, (_, index) => index + 2)];
  const swap = <T>(line: readonly T[]): T[] => order.flatMap((column) => line[column] ?? []);
  expect(removed(standing({ ...data, columns: swap(data.columns) }, rows.map(swap))).count).toBe(5);
});

test('examples in English are found in a French workbook and the other way round', () => {
  const english = dataTable('it', 'en', false, 0);
  expect(removed(standing(english, rowsOf(english))).count).toBe(5);
});

test('a computed cell keeps its formula in the row that stays', () => {
  const invoices = invoiceTable('fr');
  const lines = rowsOf(invoices).map((line) => line.map((cell, column) => (column === 6 ? 13_175 : cell)));
  const [sheet] = withoutExamples(standing(invoices, lines)).draft.sheets;
  expect(sheet?.blocks?.[0]?.cells[0]?.[6]).toBeNull();
  expect(sheet?.blocks?.[0]?.cells[0]?.[0]).toEqual({ empty: true });
});

test('the ready rows under the journal’s examples stay', () => {
  const journal = journalTable('en', false);
  const blank = journal.columns.map((): CellValue => '');
  expect(removed(standing(journal, [...rowsOf(journal), blank, blank]))).toEqual({ rows: [0, 1], emptied: 0, count: 2 });
});

test.each<[string, CellValue[][], number]>([
  ['untouched examples', rows, 5],
  ['a changed row that still says so', changed(0, 4, 99).slice(0, 1), 1],
  ['rows of the user’s', [mine], 0],
])('a remark for what is marked as an example: %s', (_, lines, count) => {
  const problems = dataExamples(standing(data, lines));
  expect(problems.map(({ code, params, place }) => [code, params, place])).toEqual(
    count === 0 ? [] : [['examples-present', { count }, { sheet: 'Données', cell: 'A5' }]],
  );
});

test('the journal’s examples are hidden from the client, and a remark once somebody shows them', () => {
  const journal = journalTable('fr', false);
  const lines = rowsOf(journal);
  expect(journalExamples(standing(journal, lines))).toEqual([]);
  const shown = lines.map((line, index) => (index === 0 ? [...line.slice(0, -1), 'oui'] : line));
  expect(journalExamples(standing(journal, shown))).toMatchObject([{ code: 'examples-present', params: { count: 1 } }]);
});

test('an example says so as its language does', () => {
  expect([exampleText('pic', 'fr'), exampleText('peak', 'en')]).toEqual(['Exemple\u00a0: pic', 'Example: peak']);
  expect(EXAMPLE_WORDS).toEqual({ fr: 'Exemple', en: 'Example' });
});
