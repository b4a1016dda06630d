import type { SheetDraft } from '../../src/core/sheet/draft';
import { open } from '../embedded/xlsx/workbookFile';
import { openEmbedded, type Embedded } from './embedded';

const books: Embedded[] = [];
const opened = async (excelApi: string): Promise<Embedded> => {
  const book = await openEmbedded(undefined, excelApi);
  books.push(book);
  return book;
};
afterEach(() => {
  for (const book of books.splice(0)) book.close();
});

const data: SheetDraft = {
  name: 'Mois',
  owner: 'own',
  blocks: [{ row: 0, column: 0, cells: [[{ text: 'Date' }, { text: 'Appels' }]] }],
  tables: [{ name: 'tblMois', area: { row: 0, column: 0, rows: 2, columns: 2 } }],
  notes: [
    { row: 0, column: 0, text: 'Un jour par ligne' },
    { row: 0, column: 1, text: 'Appels présentés' },
  ],
};

const write = async (book: Embedded, draft: SheetDraft): Promise<void> => {
  const result = await book.port.write({ sheets: [draft], names: [] });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
};

const saved = (book: Embedded, sheet: string): string[] =>
  (open(book.save()).book.sheets.find(({ name }) => name === sheet)?.notes ?? []).map(
    ({ row, column, text }) => `${row},${column} ${text}`,
  );

test('notes stand on their cells, and are the same after ten writes', async () => {
  const book = await opened('1.18');
  for (let time = 0; time < 10; time++) await write(book, data);
  expect(saved(book, 'Mois')).toEqual(['0,0 Un jour par ligne', '0,1 Appels présentés']);
  await write(book, { ...data, notes: [{ row: 0, column: 0, text: 'Une ligne par jour' }] });
  expect(saved(book, 'Mois')).toContain('0,0 Une ligne par jour');
});

test('an Excel without notes gets everything else, in one round trip', async () => {
  const book = await opened('1.14');
  await book.port.read();
  book.wire.reset();
  await write(book, data);
  expect([book.wire.reads, book.wire.writes]).toEqual([0, 1]);
  expect(saved(book, 'Mois')).toEqual([]);
});

test("on somebody's sheet a note that is there stays theirs", async () => {
  const book = await opened('1.18');
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Feuil1');
    sheet.getRange('A1').values = [['Suivi']];
    sheet.notes.add('A1', 'ma note');
    await context.sync();
  });
  await write(book, {
    name: 'Feuil1',
    owner: 'user',
    notes: [
      { row: 0, column: 0, text: 'aide' },
      { row: 2, column: 0, text: 'aide' },
    ],
  });
  expect(saved(book, 'Feuil1')).toEqual(['0,0 ma note', '2,0 aide']);
});
