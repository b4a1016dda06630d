import { Calculation } from '../../../src/embedded/calc/calculation';
import { shapeOf } from '../../../src/embedded/calc/shape';
import { addTable, bookOf, gridOf, noon, sheetOf, write } from './grid';

test.each([
  ['a relative cell', 'A1*2', 'A2*2'],
  ['a fixed column', '$A1*2', '$A2*2'],
  ['a range', 'SUM(A1:B1)', 'SUM(A2:B2)'],
  ['a cell of another sheet', "'Été 25'!A1+Suivi!B1", "'Été 25'!A2+Suivi!B2"],
  ['a fixed cell and a name', 'SUM($A$1:A1)+Src_QS', 'SUM($A$1:A2)+Src_QS'],
  ['a text that reads like a cell', 'A1&"A1"', 'A2&"A1"'],
])('formulas that differ only by where they stand have one shape: %s', (_, inFirstRow, inSecondRow) => {
  expect(shapeOf(inFirstRow, 0, 3)).not.toBeNull();
  expect(shapeOf(inSecondRow, 1, 3)).toBe(shapeOf(inFirstRow, 0, 3));
});

test.each([
  ['functions', 'LOG10(5)', 'LOG11(5)'],
  ['names too far right for a column', 'XFE1', 'XFE2'],
  ['sheets', 'A1!B1', 'A2!B2'],
  ['numbers', 'B1*1E5', 'B2*1E6'],
  ['texts', 'B1&"A1"', 'B2&"A2"'],
  ['quoted sheets', "'A1'!B1", "'A2'!B2"],
  ['columns of tables', 'Ventes[A1]', 'Ventes[A2]'],
  ['fixed rows', 'A$1', 'A$2'],
  ['names with a point', 'A1.total', 'A2.total'],
  ['accents', 'ÉA1', 'ÉA2'],
])('what only looks like a cell is part of the shape: %s', (_, inFirstRow, inSecondRow) => {
  expect(shapeOf(inSecondRow, 1, 3)).not.toBe(shapeOf(inFirstRow, 0, 3));
});

test.each(['SUM(A:A)', 'SUM(5:6)', 'SUM(Jan:Mars!B2)', 'SUM(A : C)'])('%s has no shape to share', (formula) => {
  expect(shapeOf(formula, 0, 3)).toBeNull();
});

test.each(['SUM($A:$A)', 'SUM($5:$6)', "SUM('Données'!$A:$A)"])('%s is the same in every cell', (formula) => {
  expect(shapeOf(formula, 0, 3)).toBe(shapeOf(formula, 900, 12));
});

const calculated = (formulas: string[][], rest: Parameters<typeof bookOf>[0] = {}, names: Record<string, string> = {}) => {
  const book = bookOf({ Calc: formulas, ...rest });
  for (const [name, formula] of Object.entries(names)) book.names.push({ name, formula, hidden: false, comment: '' });
  const calculation = new Calculation(book, { now: noon });
  calculation.recalculateAll();
  return { book, calculation };
};

test.each<[string, string[], (number | string)[], Record<string, string>]>([
  ['ROW and COLUMN', ['=ROW()+COLUMN()', '=ROW()+COLUMN()', '=ROW()+COLUMN()'], [2, 3, 4], {}],
  ['a range that grows', ['=SUM(Data!$A$1:A1)', '=SUM(Data!$A$1:A2)'], [1, 3], {}],
  ['a range turned round as it moves', ['=SUM(Data!A$2:A1)', '=SUM(Data!A$2:A2)', '=SUM(Data!A$2:A3)'], [3, 2, 5], {}],
  ['a name relative to its cell', ['=voisin', '=voisin', '=voisin'], [1, 2, 3], { voisin: 'Data!A1' }],
  [
    'a name that finds where its data end',
    ['=SUM(jours)', '=SUM(jours)'],
    [6, 6],
    { jours: 'Data!$A$1:INDEX(Data!$A:$A,nombre)', nombre: 'COUNT(Data!$A:$A)' },
  ],
])('formulas that share a shape keep their own meaning: %s', (_, formulas, values, names) => {
  const { book } = calculated(
    formulas.map((formula) => [formula]),
    { Data: [[1], [2], [3]] },
    names,
  );
  expect(gridOf(sheetOf(book, 'Calc')).map(([value]) => value)).toEqual(values);
});

test('a cell of a table reads its own row, whatever the formula has in common with the others', () => {
  const book = bookOf({
    Suivi: [
      ['Reçus', 'Double'],
      [1, '=[@Reçus]*2'],
      [2, '=[@Reçus]*2'],
      [3, '=[@Reçus]*2'],
    ],
  });
  addTable(sheetOf(book, 'Suivi'), 'tblSuivi', 'A1', 'B4');
  new Calculation(book).recalculateAll();
  expect(gridOf(sheetOf(book, 'Suivi')).map((row) => row[1])).toEqual(['Double', 2, 4, 6]);
});

test('a name that finds where its data end follows data that grow', () => {
  const { book, calculation } = calculated(
    [['=SUM(jours)'], ['=COUNT(jours)']],
    { Data: [[1], [2]] },
    { jours: 'Data!$A$1:INDEX(Data!$A:$A,COUNT(Data!$A:$A))' },
  );
  const data = sheetOf(book, 'Data');
  write(data, 2, 0, 40);
  calculation.changed(data, { row: 2, column: 0, rows: 1, columns: 1 });
  calculation.recalculate();
  expect(gridOf(sheetOf(book, 'Calc'))).toEqual([[43], [3]]);
});

test('cells of one shape are told apart when one of them is written over', () => {
  const { book, calculation } = calculated([['=Data!A1*10'], ['=Data!A2*10'], ['=Data!A3*10']], { Data: [[1], [2], [3]] });
  const calc = sheetOf(book, 'Calc');
  const data = sheetOf(book, 'Data');
  write(calc, 1, 0, 7);
  calculation.changed(calc, { row: 1, column: 0, rows: 1, columns: 1 });
  for (const row of [0, 1, 2]) write(data, row, 0, 5);
  calculation.changed(data, { row: 0, column: 0, rows: 3, columns: 1 });
  expect(calculation.recalculate().changed).toHaveLength(2);
  expect(gridOf(calc)).toEqual([[50], [7], [50]]);
});

test('the same area written several times at once is evaluated once', () => {
  const { book, calculation } = calculated([['=Data!A1*10'], ['=Data!A2*10']], { Data: [[1], [2]] });
  const calc = sheetOf(book, 'Calc');
  for (const row of [0, 1]) write(calc, row, 0, `=Data!A${row + 1}+1`);
  calculation.changed(calc, { row: 0, column: 0, rows: 1_048_576, columns: 16_384 });
  calculation.changed(calc, { row: 0, column: 0, rows: 2, columns: 1 });
  expect(calculation.recalculate().changed).toHaveLength(2);
  expect(gridOf(calc)).toEqual([[2], [3]]);
});

test('cells that were filled with one formula are told apart where one of them was written over since', () => {
  const { book, calculation } = calculated([[]], { Data: [[1], [2], [3]] });
  const calc = sheetOf(book, 'Calc');
  const area = { row: 0, column: 0, rows: 3, columns: 1 };
  const texts = [1, 2, 3].map((row) => `Data!A${String(row)}*10`);
  texts.forEach((text, row) => write(calc, row, 0, `=${text}`));
  calculation.changed(calc, area, texts);
  write(calc, 1, 0, '=Data!A1+100');
  calculation.changed(calc, { ...area, row: 1, rows: 1 });
  calculation.recalculate();
  expect(gridOf(calc)).toEqual([[10], [101], [30]]);
});

test.each([
  ['one after the other', 50],
  ['so many that columns are read whole', 3_000],
])('formulas wait for the cells that they name, also inside ROW: %s', (_, rows) => {
  // Written from the bottom up: each reads the one above it, and its own row through a cell that waits too.
  const grid = Array.from({ length: rows }, (_row, row) => [
    row === 0 ? '=1' : `=A${String(row)}+1`,
    `=ROW(INDEX(D:D,A${String(row + 1)}))`,
    `=IF(A${String(row + 1)}>0,A${String(row + 1)}*2,0)`,
  ]);
  const { book, calculation } = calculated(grid);
  const sheet = sheetOf(book, 'Calc');
  const shown = (row: number) => [0, 1, 2].map((column) => sheet.cell(row, column)?.value);
  expect(shown(rows - 1)).toEqual([rows, rows, 2 * rows]);
  write(sheet, 0, 0, '=10');
  calculation.changed(sheet, { row: 0, column: 0, rows: 1, columns: 1 });
  calculation.recalculate();
  expect(shown(rows - 1)).toEqual([rows + 9, rows + 9, 2 * (rows + 9)]);
});
