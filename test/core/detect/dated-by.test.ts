import { confirmMapping } from '../../../src/actions/confirmMapping';
import { consolidateWorkbook } from '../../../src/actions/consolidate';
import { readSource } from '../../../src/actions/readSource';
import type { SourceView } from '../../../src/core/detect/source-view';
import type { CellDraft } from '../../../src/core/sheet/draft';
import { openEmbedded, type Embedded } from '../../excel/embedded';
import { valueOf } from '../grid';

/** Days of calls of March 2026: the first `without` of them say something else than their date. */
const reportOf = async (without: number, date: (day: number) => CellDraft): Promise<Embedded> => {
  const book = await openEmbedded();
  const rows = Array.from({ length: 28 }, (_, day): CellDraft[] => [
    day < without ? { text: 'à voir' } : date(day + 1),
    { text: day % 2 === 0 ? 'Nord' : 'Sud' },
    { number: 100 + day },
    { number: 90 + day },
  ]);
  const header = ['Jour', 'Équipe', 'Appels reçus', 'Appels traités'].map((text) => ({ text }));
  valueOf(
    await book.port.write({
      names: [],
      sheets: [{ name: 'Suivi', owner: 'user', blocks: [{ row: 0, column: 0, cells: [header, ...rows] }] }],
    }),
  );
  return book;
};

const french = (day: number): CellDraft => ({ text: `${String(day).padStart(2, '0')}/03/2026` });
const MARCH = 46_082;

const lookAt = async (book: Embedded): Promise<SourceView> => valueOf(await readSource(book.port, 0));

test('where half of a column’s cells are dates, it is proposed, with what follows from it; columns of figures are not', async () => {
  const book = await reportOf(14, french);
  const { table, dateColumns } = await lookAt(book);
  expect(table).toMatchObject({ kind: 'snapshot', dateColumn: null });
  expect(dateColumns).toEqual([
    {
      column: 0,
      header: 'Jour',
      read: { dateColumn: 0, dateWriting: 'dmy', kind: 'daily' },
      rows: 14,
      first: MARCH + 14,
      last: MARCH + 27,
    },
  ]);
  book.close();
});

test('with fewer dates than that nothing is proposed, nor beside dates that were found', async () => {
  const few = await reportOf(20, french);
  expect((await lookAt(few)).dateColumns).toEqual([]);
  few.close();
  const all = await reportOf(0, french);
  const { table, dateColumns } = await lookAt(all);
  expect([table.dateColumn, dateColumns]).toEqual([0, []]);
  all.close();
});

test('confirmed with the column that a person chose, the workbook is consolidated by its dates', async () => {
  const book = await reportOf(14, french);
  const before = await consolidateWorkbook(book.port, { language: 'fr', today: MARCH + 30 });
  expect(before).toMatchObject({ ok: false, problem: { code: 'no-dates' } });
  const { table, dateColumns } = await lookAt(book);
  valueOf(await confirmMapping(book.port, { table: { ...table, ...dateColumns[0]?.read }, language: 'fr' }));
  expect((await lookAt(book)).table).toMatchObject({ kind: 'daily', dateColumn: 0, dateWriting: 'dmy' });
  const { made } = valueOf(await consolidateWorkbook(book.port, { language: 'fr', today: MARCH + 30 }));
  expect(made).toContain('Semaine');
  book.close();
});
