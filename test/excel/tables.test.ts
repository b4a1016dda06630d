import type { CellDraft, SheetDraft } from '../../src/core/sheet/draft';
import { findTable, type WorkbookSnapshot } from '../../src/core/sheet/snapshot';
import { openEmbedded, type Embedded } from './embedded';

const books: Embedded[] = [];
afterEach(() => {
  for (const book of books.splice(0)) book.close();
});

const text = (value: string): CellDraft => ({ text: value });
const rows = (count: number): CellDraft[][] =>
  Array.from({ length: count }, (_, row) => [{ number: 46000 + row }, { number: row + 1 }]);
const area = (count: number) => ({ row: 0, column: 0, rows: count + 1, columns: 2 });

/** A table of ten example rows, and a sum over its column on another sheet. */
const withExamples = async (excelApi: string, owner: SheetDraft['owner']): Promise<Embedded> => {
  const book = await openEmbedded(undefined, excelApi);
  books.push(book);
  await book.run(async (context) => {
    if (owner === 'user') context.workbook.worksheets.add('Semaine').getRange('E1').values = [['à moi']];
    await context.sync();
  });
  await write(book, {
    name: 'Semaine',
    owner,
    blocks: [{ row: 0, column: 0, cells: [[text('Date'), text('Appels')], ...rows(10)] }],
    tables: [{ name: 'tblSemaine', area: area(10), showFilters: true }],
  });
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Feuil1').getRange('A1').formulas = [['=SUM(tblSemaine[Appels])']];
    await context.sync();
  });
  return book;
};

const write = async (book: Embedded, draft: SheetDraft): Promise<void> => {
  const result = await book.port.write({ sheets: [draft], names: [] });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
};

const read = async (book: Embedded): Promise<WorkbookSnapshot> => {
  const result = await book.port.read({ formulas: true });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};

test.each(['1.12', '1.14'])(
  'ExcelApi %s: a table of ours is written again with fewer rows, and nothing is left below it',
  async (excelApi) => {
    const book = await withExamples(excelApi, 'own');
    await write(book, {
      name: 'Semaine',
      owner: 'own',
      blocks: [{ row: 0, column: 0, cells: [[text('Date'), text('Appels')], ...rows(3)] }],
      tables: [{ name: 'tblSemaine', area: area(3), showFilters: true }],
    });
    const workbook = await read(book);
    expect(findTable(workbook, 'tblSemaine')?.table.area).toEqual(area(3));
    expect(workbook.sheets.find(({ name }) => name === 'Semaine')?.values).toEqual([
      ['Date', 'Appels'],
      [46000, 1],
      [46001, 2],
      [46002, 3],
    ]);
    expect(workbook.sheets[0]?.values).toEqual([[6]]);
  },
);

test.each(['1.12', '1.14'])(
  "ExcelApi %s: rows are taken out of a table on somebody's sheet by a draft that names only them",
  async (excelApi) => {
    const book = await withExamples(excelApi, 'user');
    await write(book, {
      name: 'Semaine',
      owner: 'user',
      blocks: [{ row: 2, column: 0, cells: Array.from({ length: 9 }, (): CellDraft[] => [{ empty: true }, { empty: true }]) }],
      tables: [{ name: 'tblSemaine', area: area(1), showFilters: true }],
    });
    const workbook = await read(book);
    expect(findTable(workbook, 'tblSemaine')?.table).toMatchObject({ area: area(1), columns: ['Date', 'Appels'] });
    expect(workbook.sheets.find(({ name }) => name === 'Semaine')?.values).toEqual([
      ['Date', 'Appels', '', '', 'à moi'],
      [46000, 1, '', '', ''],
    ]);
    expect(workbook.sheets[0]?.values).toEqual([[1]]);
  },
);

test('where tables can be resized, what refers to one goes on doing so by its name', async () => {
  const book = await withExamples('1.14', 'user');
  await write(book, { name: 'Semaine', owner: 'user', tables: [{ name: 'tblSemaine', area: area(2) }] });
  const workbook = await read(book);
  expect([workbook.sheets[0]?.formulas, workbook.sheets[0]?.values]).toEqual([[['=SUM(tblSemaine[Appels])']], [[3]]]);
});

test.each(['1.12', '1.14'])('ExcelApi %s: one table under another moves up into its rows, and down again', async (excelApi) => {
  const book = await openEmbedded(undefined, excelApi);
  books.push(book);
  // Two rows are free between the upper table and the lower one, however long that is.
  const stacked = (upper: number): SheetDraft => ({
    name: 'Sources',
    owner: 'own',
    blocks: [
      { row: 0, column: 0, cells: [[text('Date'), text('Appels')], ...rows(upper)] },
      { row: upper + 3, column: 0, cells: [[text('Colonne'), text('Place')], ...rows(12)] },
    ],
    tables: [
      { name: 'tblSources', area: { row: upper + 3, column: 0, rows: 13, columns: 2 } },
      { name: 'tblChiffres', area: area(upper) },
    ],
  });
  for (const upper of [20, 2, 9, 20]) {
    await write(book, stacked(upper));
    const workbook = await read(book);
    expect(findTable(workbook, 'tblChiffres')?.table.area).toEqual(area(upper));
    expect(findTable(workbook, 'tblSources')?.table.area).toEqual({ row: upper + 3, column: 0, rows: 13, columns: 2 });
    expect(workbook.sheets.find(({ name }) => name === 'Sources')?.values).toHaveLength(upper + 16);
  }
});
