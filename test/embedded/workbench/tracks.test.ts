import { blankBook } from '../../../src/embedded/book/blank';
import type { Book } from '../../../src/embedded/book/book';
import type { PageSetup, Sheet } from '../../../src/embedded/book/sheet';
import { printedPages } from '../../../src/embedded/workbench/pageBreaks';
import { areaAt, moved } from '../../../src/embedded/workbench/sheetKeys';
import { layoutOf, Tracks } from '../../../src/embedded/workbench/tracks';

const open = (): { book: Book; sheet: Sheet } => {
  const book = blankBook({ sheetName: 'Feuil1', fileName: 'a.xlsx' });
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('no sheet');
  return { book, sheet };
};

const setup = (change: Partial<PageSetup>): PageSetup => ({
  orientation: 'portrait',
  paperSize: 9,
  margins: { left: 0.5, right: 0.5, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 },
  scale: 100,
  fitToPage: false,
  fitWidth: null,
  fitHeight: null,
  centerHorizontally: false,
  centerVertically: false,
  printGridlines: false,
  printHeadings: false,
  blackAndWhite: false,
  headerFooter: {
    oddHeader: '',
    oddFooter: '',
    evenHeader: '',
    evenFooter: '',
    firstHeader: '',
    firstFooter: '',
    differentOddEven: false,
    differentFirst: false,
  },
  ...change,
});

describe('tracks', () => {
  const tracks = new Tracks(5, (index) => [15, 0, 30, 15, 15][index] ?? 0);

  test('lie one after the other, in pixels', () => {
    expect([0, 1, 2, 3].map((index) => tracks.start(index))).toEqual([0, 20, 20, 60]);
    expect(tracks.total).toBe(100);
  });

  test.each([
    [0, 0],
    [19.9, 0],
    [20, 2],
    [59, 2],
    [60, 3],
    [1000, 4],
  ])('the one at %d is number %d: a hidden one is at no place', (position, index) => {
    expect(tracks.at(position)).toBe(index);
  });
});

describe('a sheet laid out', () => {
  test('has its rows as they are sized, and room below', () => {
    const { book, sheet } = open();
    sheet.setCell(3651, 39, { value: 1 });
    sheet.rows.set(2, { height: 30, hidden: false, style: 0, outline: 0 });
    const { rows, columns } = layoutOf(book, sheet);
    expect([rows.size(1), rows.size(2)]).toEqual([20, 40]);
    expect(rows.count).toBeGreaterThan(3652);
    expect(columns.count).toBeGreaterThan(40);
  });

  test('a row that nobody sized grows with a title, and drawings below it move along', () => {
    const { book, sheet } = open();
    sheet.setCell(0, 0, { value: 'Suivi', style: book.styles.derive(0, { font: { size: 20 } }) });
    const { rows, topOf } = layoutOf(book, sheet);
    expect(rows.size(0)).toBeGreaterThan(30);
    expect(topOf(sheet.defaultRowHeight)).toBe(rows.start(1));
  });
});

describe('printed pages', () => {
  const filled = (rows: number): { book: Book; sheet: Sheet } => {
    const { book, sheet } = open();
    sheet.setCell(0, 0, { value: 1 });
    sheet.setCell(rows - 1, 5, { value: 1 });
    return { book, sheet };
  };

  test('as many whole rows as an A4 holds', () => {
    const { book, sheet } = filled(120);
    sheet.page = setup({});
    const pages = printedPages(book, sheet, layoutOf(book, sheet));
    // 297 mm less an inch are 769.9 points: 51 rows of 15.
    expect(pages.map(({ top, height }) => [top / 20, height / 20])).toEqual([
      [0, 51],
      [51, 51],
      [102, 18],
    ]);
  });

  test('one where the sheet is fitted to one, whatever its length', () => {
    const { book, sheet } = filled(120);
    sheet.page = setup({ fitToPage: true, fitWidth: 1, fitHeight: 1 });
    expect(printedPages(book, sheet, layoutOf(book, sheet))).toHaveLength(1);
  });

  test('the print area alone', () => {
    const { book, sheet } = filled(120);
    sheet.page = setup({});
    book.names.push({ name: '_xlnm.Print_Area', formula: 'Feuil1!$B$2:$C$11', sheet, hidden: true, comment: '' });
    const [page, ...others] = printedPages(book, sheet, layoutOf(book, sheet));
    expect(others).toEqual([]);
    expect([page?.top, page?.height]).toEqual([20, 200]);
  });
});

describe('keys', () => {
  const bounds = { rows: 100, columns: 20, page: 25 };
  const filled = (): Sheet => {
    const { sheet } = open();
    for (let row = 2; row < 10; row++) sheet.setCell(row, 1, { value: row });
    sheet.merges = [{ row: 20, column: 1, rows: 2, columns: 3 }];
    return sheet;
  };
  const at = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });

  test.each([
    ['down one row', at(3, 1), 'ArrowDown', false, { row: 4, column: 1 }],
    ['not above the first row', at(0, 1), 'ArrowUp', false, { row: 0, column: 1 }],
    ['out of a merged area', { row: 20, column: 1, rows: 2, columns: 3 }, 'ArrowRight', false, { row: 20, column: 4 }],
    ['with Ctrl to the last filled cell', at(2, 1), 'ArrowDown', true, { row: 9, column: 1 }],
    ['with Ctrl over empty cells to the first filled one', at(0, 1), 'ArrowDown', true, { row: 2, column: 1 }],
    ['with Ctrl to the edge where nothing is', at(9, 1), 'ArrowDown', true, { row: 99, column: 1 }],
    ['a page down', at(3, 1), 'PageDown', false, { row: 28, column: 1 }],
    ['to the row’s first cell', at(3, 8), 'Home', false, { row: 3, column: 0 }],
    ['to the last cell used', at(0, 0), 'End', true, { row: 9, column: 1 }],
    ['nowhere with a letter', at(0, 0), 'a', false, null],
  ])('%s', (_case, from, key, withControl, to) => {
    expect(moved(filled(), from, key, withControl, bounds)).toEqual(to);
  });

  test('a merged area is one cell', () => {
    expect(areaAt(filled(), { row: 21, column: 2 })).toEqual({ row: 20, column: 1, rows: 2, columns: 3 });
  });
});
