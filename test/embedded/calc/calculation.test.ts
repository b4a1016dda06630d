import type { Book } from '../../../src/embedded/book/book';
import { Calculation, type CalculatedCells } from '../../../src/embedded/calc/calculation';
import { addTable, bookOf, gridOf, noon, plain, position, sheetOf, write, type Content } from './grid';

const one = (address: string) => ({ ...position(address), rows: 1, columns: 1 });

/** Writes a cell and recalculates. */
function enter(book: Book, calculation: Calculation, sheet: string, address: string, content: Content): CalculatedCells {
  const { row, column } = position(address);
  write(sheetOf(book, sheet), row, column, content);
  calculation.changed(sheetOf(book, sheet), one(address));
  return calculation.recalculate();
}

const cell = (book: Book, sheet: string, address: string) => {
  const { row, column } = position(address);
  return sheetOf(book, sheet).cell(row, column);
};
const shown = (book: Book, sheet: string, address: string) => plain(cell(book, sheet, address)?.value);

/** Gives formulas the values that a file would have kept, right or not. */
function cached(book: Book, sheet: string, values: Record<string, number | string>): void {
  for (const [address, value] of Object.entries(values)) {
    const found = cell(book, sheet, address);
    if (found) found.value = value;
  }
}

describe('what is recalculated', () => {
  test('only what depends on the change, through other formulas and sheets', () => {
    const book = bookOf({
      Jour: [
        [1, 2],
        [3, 4],
        ['=SUM(A1:A2)', '=SUM(B1:B2)'],
      ],
      Mois: [['=Jour!A3*10', '=Jour!B3*10', '=A1+1']],
    });
    cached(book, 'Jour', { A3: -1, B3: -2 });
    cached(book, 'Mois', { A1: -3, B1: -4, C1: -5 });
    const calculation = new Calculation(book);

    const outcome = enter(book, calculation, 'Jour', 'A1', 7);

    expect(gridOf(sheetOf(book, 'Jour'))).toEqual([
      [7, 2],
      [3, 4],
      [10, -2],
    ]);
    expect(gridOf(sheetOf(book, 'Mois'))).toEqual([[100, -4, 101]]);
    expect(outcome.changed.map(({ sheet, row, column }) => [sheet.name, row, column])).toEqual([
      ['Jour', 2, 0],
      ['Mois', 0, 0],
      ['Mois', 0, 2],
    ]);
  });

  test('nothing when nothing changed, and nothing is touched for a save', () => {
    const book = bookOf({ S: [['=1+1']] });
    cached(book, 'S', { A1: 5 });
    const sheet = sheetOf(book, 'S');
    sheet.touched.clear();
    sheet.touchedRows.clear();
    expect(new Calculation(book).recalculate().changed).toEqual([]);
    expect(shown(book, 'S', 'A1')).toBe(5);
    expect([...sheet.touched, ...sheet.touchedRows]).toEqual([]);
  });

  test('a formula without a value is calculated at the first occasion', () => {
    const book = bookOf({ S: [[1, '=A9+5', '=C9']] });
    cached(book, 'S', { C1: 8 });
    enter(book, new Calculation(book), 'S', 'A1', 2);
    expect(gridOf(sheetOf(book, 'S'))).toEqual([[2, 5, 8]]);
  });

  test('a formula that is overwritten no longer depends on anything', () => {
    const book = bookOf({ S: [[1, '=A1', '=B1+1']] });
    const calculation = new Calculation(book);
    calculation.recalculateAll();
    enter(book, calculation, 'S', 'B1', 100);
    expect(enter(book, calculation, 'S', 'A1', 2).changed).toEqual([]);
    expect(gridOf(sheetOf(book, 'S'))).toEqual([[2, 100, 101]]);
  });

  test('volatile functions with every change, whatever it is', () => {
    const book = bookOf({ S: [[1, '=NOW()', '=SUM(OFFSET(D1,0,0,1,A1))', 5, 6]] });
    let day = 1;
    const calculation = new Calculation(book, { now: () => new Date(2025, 0, day++) });
    calculation.recalculateAll();
    expect(gridOf(sheetOf(book, 'S'))[0]).toEqual([1, 45_658, 5, 5, 6]);
    enter(book, calculation, 'S', 'E1', 60);
    expect(gridOf(sheetOf(book, 'S'))[0]).toEqual([1, 45_659, 5, 5, 60]);
    enter(book, calculation, 'S', 'A1', 2);
    expect(shown(book, 'S', 'C1')).toBe(65);
  });

  test('what OFFSET and INDIRECT reach is brought up to date first', () => {
    const book = bookOf({
      S: [
        ['=INDIRECT("C1")+SUM(OFFSET(B1,0,1,2,1))', null, '=D1*2', 5],
        [null, null, '=C1+1'],
      ],
    });
    new Calculation(book).recalculateAll();
    expect(shown(book, 'S', 'A1')).toBe(10 + 21);
  });

  test('the same result whatever the order of the cells', () => {
    const rows = Array.from({ length: 60 }, (_, index): Content[] => [
      index === 59 ? 1 : `=A${index + 2}*1.01+SUM(B$1:B$3)`,
      index,
    ]);
    const book = bookOf({ S: rows });
    new Calculation(book).recalculateAll();
    let expected = 1;
    for (let i = 0; i < 59; i++) expected = expected * 1.01 + 3;
    expect(shown(book, 'S', 'A1')).toBeCloseTo(expected, 8);
  });
});

describe('long chains and circles', () => {
  test('ten thousand cells that depend each on the one before', () => {
    const book = bookOf({ S: Array.from({ length: 10_000 }, (_, row): Content[] => [row === 0 ? 1 : `=A${row}+1`]) });
    const calculation = new Calculation(book);
    calculation.recalculateAll();
    expect(shown(book, 'S', 'A10000')).toBe(10_000);
    expect(enter(book, calculation, 'S', 'A1', 5).changed).toHaveLength(9_999);
    expect(shown(book, 'S', 'A10000')).toBe(10_004);
  });

  test('the same backwards, the last cell first', () => {
    const book = bookOf({ S: Array.from({ length: 10_000 }, (_, row): Content[] => [row === 9_999 ? 1 : `=A${row + 2}+1`]) });
    new Calculation(book).recalculateAll();
    expect(shown(book, 'S', 'A1')).toBe(10_000);
  });

  test.each([
    ['a cell that names itself', ['=A1+1'], ['A1'], [0]],
    ['a sum that holds its own cell', ['=SUM(A1:C1)', 1, 2], ['A1'], [0, 1, 2]],
    ['two cells that name each other', ['=B1+1', '=A1+1', '=A1+5'], ['A1', 'B1'], [0, 0, 5]],
  ])('%s shows 0 and is reported', (_, row, circular, expected) => {
    const book = bookOf({ S: [row] });
    const outcome = new Calculation(book).recalculateAll();
    expect(outcome.circular.map((place) => `${'ABC'[place.column] ?? ''}${place.row + 1}`).sort()).toEqual(circular);
    expect(gridOf(sheetOf(book, 'S'))).toEqual([expected]);
  });

  test.each([
    ['a branch that is not taken', ['=IF(TRUE,1,B1)', '=A1+1'], [1, 2]],
    ['ROW of the own cell', ['=ROW(A1)+COLUMNS(A1:B1)', '=A1'], [3, 3]],
  ])('%s is no circle', (_, row, expected) => {
    const book = bookOf({ S: [row] });
    expect(new Calculation(book).recalculateAll().circular).toEqual([]);
    expect(gridOf(sheetOf(book, 'S'))).toEqual([expected]);
  });

  test('a circle of ten thousand cells ends', () => {
    const book = bookOf({ S: Array.from({ length: 10_000 }, (_, row): Content[] => [`=A${((row + 1) % 10_000) + 1}+1`]) });
    expect(new Calculation(book).recalculateAll().circular).toHaveLength(10_000);
  });

  test('a LAMBDA without end is #NUM!', () => {
    const book = bookOf({ S: [['=BOUCLE(1)']] });
    book.names.push({ name: 'BOUCLE', formula: 'LAMBDA(x,LET(f,LAMBDA(g,n,g(g,n+1)),f(f,x)))', hidden: false, comment: '' });
    new Calculation(book).recalculateAll();
    expect(shown(book, 'S', 'A1')).toBe('#NUM!');
  });
});

describe('what cannot be evaluated', () => {
  test.each([
    ['an unknown function', 'GETPIVOTDATA("x",A1)', 'function GETPIVOTDATA'],
    ['another workbook', '[1]Feuil1!A1', 'reference to another workbook: [1]Feuil1!A1'],
    ['several sheets', 'SUM(S:T!A1)', 'reference through several sheets: S:T!A1'],
    ['a formula that is none', 'SUM(A1', 'formula that cannot be read'],
  ])('%s keeps the value of the file, and what depends on it uses that', (_, formula, reason) => {
    const book = bookOf({ S: [[1, `=A1+${formula}`, '=B1*2']], T: [[1]] });
    cached(book, 'S', { B1: 42, C1: 0 });
    const outcome = new Calculation(book).recalculateAll();
    expect(gridOf(sheetOf(book, 'S'))).toEqual([[1, 42, 84]]);
    expect(cell(book, 'S', 'B1')?.frozen).toBe(true);
    expect(outcome.frozen.map((place) => [place.column, place.reason])).toEqual([[1, reason]]);
  });

  test('a new formula with an unknown function shows #NAME?, until it is written right', () => {
    const book = bookOf({ S: [[1]] });
    const calculation = new Calculation(book);
    enter(book, calculation, 'S', 'B1', '=SOMME(A1)');
    expect(shown(book, 'S', 'B1')).toBe('#NAME?');
    expect(cell(book, 'S', 'B1')?.frozen).toBeUndefined();
    enter(book, calculation, 'S', 'B1', '=SUM(A1)');
    expect(shown(book, 'S', 'B1')).toBe(1);
  });
});

describe('sheets, names and tables that change', () => {
  test('a name that comes to mean something else', () => {
    const book = bookOf({ S: [[5, '=Objectif*2', '=A1']] });
    book.names.push({ name: 'Objectif', formula: '10', hidden: false, comment: '' });
    const calculation = new Calculation(book);
    calculation.recalculateAll();
    cached(book, 'S', { C1: -1 });
    book.names = [{ name: 'objectif', formula: 'S!$A$1', hidden: false, comment: '' }];
    calculation.structureChanged();
    calculation.recalculate();
    expect(gridOf(sheetOf(book, 'S'))).toEqual([[5, 10, -1]]);
  });

  test('a sheet that appears and goes away', () => {
    const book = bookOf({ S: [['=Été!A1+1']] });
    const calculation = new Calculation(book);
    calculation.recalculateAll();
    expect(shown(book, 'S', 'A1')).toBe('#REF!');
    book.sheets.push(...bookOf({ Été: [[41]] }).sheets);
    calculation.structureChanged();
    calculation.recalculate();
    expect(shown(book, 'S', 'A1')).toBe(42);
    book.sheets.pop();
    calculation.structureChanged();
    calculation.recalculate();
    expect(shown(book, 'S', 'A1')).toBe('#REF!');
  });

  test('a table that grows', () => {
    const book = bookOf({ S: [['Qté', '=SUM(T[Qté])'], [1], [2], [4]] });
    const table = addTable(sheetOf(book, 'S'), 'T', 'A1', 'A3');
    const calculation = new Calculation(book);
    calculation.recalculateAll();
    expect(shown(book, 'S', 'B1')).toBe(3);
    table.area = { ...table.area, rows: 4 };
    calculation.structureChanged();
    calculation.recalculate();
    expect(shown(book, 'S', 'B1')).toBe(7);
  });

  test('a formula that moved is calculated at its new place', () => {
    const book = bookOf({ S: [[1, '=A1'], [2]] });
    const calculation = new Calculation(book);
    calculation.recalculateAll();
    sheetOf(book, 'S').setCell(0, 1, { value: null });
    sheetOf(book, 'S').setCell(1, 1, { formula: 'A2' });
    calculation.structureChanged();
    calculation.recalculate();
    expect(gridOf(sheetOf(book, 'S'))).toEqual([
      [1, null],
      [2, 2],
    ]);
  });
});

describe('evaluate', () => {
  const book = bookOf({
    S: [
      [1, 2],
      [3, 4],
    ],
  });
  const at = { sheet: sheetOf(book, 'S'), row: 1, column: 1 };
  const calculation = new Calculation(book, { now: noon });

  test.each([
    ['one value', 'A1+1', 2],
    [
      'several cells as rows',
      'A1:B2*10',
      [
        [10, 20],
        [30, 40],
      ],
    ],
    ['the moment it is given', 'TODAY()', 45_721],
  ])('gives %s', (_, formula, expected) => {
    expect(calculation.evaluate(formula, at)).toEqual(expected);
  });

  test('moves relative references from where the formula was written', () => {
    expect(calculation.evaluate('A1>$A$1', at, { row: 0, column: 0 })).toBe(true);
    expect(plain(calculation.evaluate('A1', at, { row: 0, column: 0 }) as number)).toBe(4);
  });
});
