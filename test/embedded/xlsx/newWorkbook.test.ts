import { blankBook, blankSheet } from '../../../src/embedded/book/blank';
import type { Book } from '../../../src/embedded/book/book';
import { CellError } from '../../../src/embedded/book/cell';
import type { Sheet, Table } from '../../../src/embedded/book/sheet';
import { newFile, saveWorkbook } from '../../../src/embedded/xlsx/save';
import { open, unzip } from './workbookFile';

const bookOf = (fill: (sheet: Sheet, book: Book) => void): Book => {
  const book = blankBook({ sheetName: "L'été", fileName: 'essai.xlsx' });
  const [sheet] = book.sheets;
  if (sheet) fill(sheet, book);
  return book;
};

/** A new book with one sheet as it comes back from a file. */
const through = (fill: (sheet: Sheet, book: Book) => void): { sheet: Sheet; book: Book } => {
  const { book } = open(saveWorkbook(newFile(bookOf(fill))));
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('no sheet');
  return { sheet, book };
};

const table = (changes: Partial<Table> = {}): Table => ({
  id: 1,
  name: 'tblJour',
  area: { row: 0, column: 0, rows: 4, columns: 2 },
  hasHeaders: true,
  hasTotals: false,
  columns: [
    { id: 1, name: 'Jour' },
    { id: 2, name: 'Double' },
  ],
  style: 'TableStyleMedium2',
  showBandedRows: true,
  showBandedColumns: false,
  showFirstColumn: false,
  showLastColumn: false,
  showFilters: true,
  touched: true,
  ...changes,
});

test('a new workbook is a complete file', () => {
  const parts = Object.keys(unzip(saveWorkbook(newFile(blankBook()))));
  expect(parts).toEqual(
    expect.arrayContaining([
      '[Content_Types].xml',
      '_rels/.rels',
      'docProps/app.xml',
      'docProps/core.xml',
      'xl/styles.xml',
      'xl/theme/theme1.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]),
  );
});

test('saving the same book twice gives the same bytes', () => {
  const file = newFile(bookOf((sheet) => sheet.setCell(0, 0, { value: 'a' })));
  expect(saveWorkbook(file)).toEqual(saveWorkbook(file));
});

test.each([
  ['a number that has no short decimal form', { value: 0.1 + 0.2 }],
  ['a very small number', { value: 1.5e-12 }],
  ['text with spaces, a tab and lines', { value: '  a\tb\nc ' }],
  ['text that looks like an escape', { value: 'x_x000D_y' }],
  ['text with a control character', { value: 'a\u0001b' }],
  ['text with a return', { value: 'a\rb' }],
  ['text with marks of XML', { value: '<&">' }],
  ['a truth value', { value: false }],
  ['an error', { value: CellError.of('#N/A') }],
  ['a formula with a text result', { formula: 'IF(A9="","",A9&"<")', value: '' }],
  ['a formula with a newer function', { formula: 'MAXIFS(A1:A3,B1:B3,"SORT(x)")', value: 3 }],
  ['a formula with an error', { formula: '1/0', value: CellError.of('#DIV/0!') }],
  ['an array formula', { formula: 'B1:B3*2', value: 2, array: { row: 2, column: 3, rows: 3, columns: 1 } }],
  ['text marked by an apostrophe', { value: '=1', quotePrefix: true }],
])('%s comes back as it was', (_, cell) => {
  expect(through((sheet) => sheet.setCell(2, 3, cell)).sheet.cell(2, 3)).toMatchObject(cell);
});

test('styles, columns, rows, merges, panes and page setup come back as they were', () => {
  const fill = (sheet: Sheet, book: Book): void => {
    const style = book.styles.derive(0, {
      numberFormat: '0.0" %"',
      font: { name: 'Arial', size: 9, bold: true, color: '#1B5E20' },
      fill: { pattern: 'solid', color: '#DCE3EA' },
      borders: { bottom: { style: 'thin', color: '#1A1A1A' } },
      alignment: { horizontal: 'right', vertical: 'center', wrap: true, rotation: -45 },
      protection: { locked: false },
    });
    sheet.setCell(0, 0, { value: 12, style });
    sheet.columns.set(1, { width: 20.5, hidden: false, style: 0, outline: 1 });
    sheet.columns.set(2, { width: 20.5, hidden: false, style: 0, outline: 1 });
    sheet.columns.set(4, { width: null, hidden: true, style: 0, outline: 0 });
    sheet.rows.set(3, { height: 30, hidden: false, style: 0, outline: 0 });
    sheet.merges.push({ row: 5, column: 0, rows: 2, columns: 3 });
    sheet.frozen = { rows: 2, columns: 1 };
    sheet.showGridlines = false;
    sheet.tabColor = '#2E7D32';
    sheet.protected = true;
    sheet.protectionOptions = { allowSort: true };
    Object.assign(sheet.page ?? {}, {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitHeight: null,
      centerHorizontally: true,
    });
    if (sheet.page) sheet.page.headerFooter.oddFooter = '&CPage &P';
  };
  const expected = bookOf(fill).sheets[0];
  const { sheet, book } = through(fill);
  expect(book.styles.get(sheet.cell(0, 0)?.style ?? 0)).toEqual(bookOf(fill).styles.get(1));
  for (const key of [
    'columns',
    'rows',
    'merges',
    'frozen',
    'showGridlines',
    'tabColor',
    'protected',
    'page',
    'protectionOptions',
  ] as const)
    expect([key, sheet[key]]).toEqual([key, expected?.[key]]);
});

test('a table comes back, its calculated column with its formula', () => {
  const { sheet } = through((made) => {
    ['Jour', 'Double'].forEach((name, column) => made.setCell(0, column, { value: name }));
    for (let row = 1; row < 4; row++) made.setCell(row, 1, { formula: '[@Jour]*2', value: row * 2 });
    made.tables.push(table());
  });
  expect(sheet.tables).toMatchObject([{ ...table(), touched: false }]);
  expect(sheet.cell(1, 1)?.formula).toBe('tblJour[[#This Row],[Jour]]*2');
});

test('a table says in its part what its calculated column computes', () => {
  const book = bookOf((sheet) => {
    for (let row = 1; row < 4; row++) sheet.setCell(row, 1, { formula: '[@Jour]*2', value: row * 2 });
    sheet.tables.push(table());
  });
  expect(unzip(saveWorkbook(newFile(book)))['xl/tables/table1.xml']).toContain(
    '<tableColumn id="2" name="Double"><calculatedColumnFormula>tblJour[[#This Row],[Jour]]*2</calculatedColumnFormula></tableColumn>',
  );
});

test('a column of a table is called as its header cell reads', () => {
  const file = open(
    saveWorkbook(
      newFile(
        bookOf((sheet) => {
          ['Jour', 'Double'].forEach((name, column) => sheet.setCell(0, column, { value: name }));
          sheet.tables.push(table());
        }),
      ),
    ),
  );
  file.book.sheets[0]?.setCell(0, 0, { value: 'Date' });
  const again = open(saveWorkbook(file));
  expect(again.book.sheets[0]?.tables[0]?.columns.map(({ name }) => name)).toEqual(['Date', 'Double']);
});

test('conditional formats and validations come back with their order and look', () => {
  const area = { row: 1, column: 1, rows: 9, columns: 1 };
  const format = (priority: number) => ({ id: '', areas: [area], priority, stopIfTrue: priority === 1 });
  const { sheet } = through((made) => {
    made.conditionalFormats.push(
      {
        ...format(2),
        rule: { type: 'cellIs', operator: 'between', formulas: ['1', '$A$1'] },
        format: { fontColor: '#B71C1C', bold: true },
      },
      { ...format(1), rule: { type: 'expression', formula: 'B2>$A$1' }, format: { fill: '#FFC7CE' } },
      {
        ...format(3),
        rule: { type: 'containsText', operator: 'containsText', text: 'x', formula: 'NOT(ISERROR(SEARCH("x",B2)))' },
        format: { italic: true },
      },
    );
    made.validations.push({ areas: [area], type: 'list', formula1: '$A$1:$A$3', allowBlank: true, showDropdown: true });
  });
  expect(sheet.conditionalFormats).toMatchObject([
    { priority: 1, stopIfTrue: true, rule: { type: 'expression', formula: 'B2>$A$1' }, format: { fill: '#FFC7CE' } },
    {
      priority: 2,
      stopIfTrue: false,
      rule: { type: 'cellIs', operator: 'between', formulas: ['1', '$A$1'] },
      format: { fontColor: '#B71C1C', bold: true },
    },
    { priority: 3, rule: { type: 'containsText', text: 'x' }, format: { italic: true } },
  ]);
  expect(sheet.validations).toMatchObject([
    { areas: [area], type: 'list', formula1: '$A$1:$A$3', allowBlank: true, showDropdown: true },
  ]);
});

test('names, local ones too, settings and the active sheet come back', () => {
  const { book } = through((sheet, made) => {
    made.sheets.push(blankSheet('Deux'));
    made.activeSheet = 1;
    made.settings.set('client', '"Mutuelle & Cie"');
    made.names.push(
      { name: 'objectif', formula: "'L''été'!$B$2", hidden: false, comment: 'seuil' },
      { name: '_xlnm.Print_Area', formula: "'L''été'!$A$1:$N$60", sheet, hidden: false, comment: '' },
    );
  });
  expect(book.names).toMatchObject([
    { name: 'objectif', formula: "'L''été'!$B$2", comment: 'seuil', sheet: undefined },
    { name: '_xlnm.Print_Area', sheet: book.sheets[0] },
  ]);
  expect([...book.settings]).toEqual([['client', '"Mutuelle & Cie"']]);
  expect(book.activeSheet).toBe(1);
});
