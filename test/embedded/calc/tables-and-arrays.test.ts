import { Calculation } from '../../../src/embedded/calc/calculation';
import { addTable, bookOf, gridOf, plain, position, sheetOf, type Content } from './grid';

describe('structured references', () => {
  /** A table with a totals row on A1:D5, and formulas beside it in the rows of the table and below. */
  const calculated = (inRow3: string, below = '1'): ReturnType<typeof plain>[] => {
    const book = bookOf({
      Ventes: [
        ['Date', 'Qté vendue', "Prix [€]'s", 'CA'],
        [45_658, 2, 10, "=[@[Qté vendue]]*Ventes[[#This Row],[Prix '[€']''s]]"],
        [45_659, 3, 20, `=${inRow3}`],
        [45_660, 5, 30, '=[@[Qté vendue]]'],
        ['Total', '=SUBTOTAL(109,[Qté vendue])', null, null],
        [],
        [`=${below}`],
      ],
    });
    addTable(sheetOf(book, 'Ventes'), 'Ventes', 'A1', 'D5', { hasTotals: true });
    new Calculation(book).recalculateAll();
    const at = (address: string) => plain(sheetOf(book, 'Ventes').cell(position(address).row, position(address).column)?.value);
    return [at('D2'), at('D3'), at('A7'), at('B5')];
  };

  test('the own row, with special characters in the name', () => {
    expect(calculated("SUM(Ventes[@[Qté vendue]:[Prix '[€']''s]])").slice(0, 2)).toEqual([20, 23]);
  });

  test.each([
    ['a column without header and totals', 'SUM(Ventes[Qté vendue])', 10],
    ['several columns', "SUM(Ventes[[Qté vendue]:[Prix '[€']''s]])", 70],
    ['the header of a column', 'Ventes[[#Headers],[CA]]', 'CA'],
    ['the totals', 'Ventes[[#Totals],[Qté vendue]]', 10],
    ['header and data', 'COUNTA(Ventes[[#Headers],[#Data],[Date]])', 4],
    ['everything', 'ROWS(Ventes[#All])', 5],
    ['the name of the table alone', 'ROWS(Ventes)', 3],
    ['without regard to case', 'SUM(VENTES[QTÉ VENDUE])', 10],
    ['a column that is not there', 'SUM(Ventes[Autre])', '#REF!'],
    ['the own row outside of the table', 'Ventes[@CA]', '#VALUE!'],
  ])('%s', (_, formula, expected) => {
    expect(calculated('1', formula)[2]).toBe(expected);
  });
});

describe('defined names', () => {
  test('a name of a sheet comes before the one of the workbook; relative names move with the cell', () => {
    const book = bookOf({
      A: [
        [1, '=Seuil', '=Gauche'],
        [2, '=Gauche*10'],
      ],
      B: [[7, '=Seuil', '=A!Seuil']],
    });
    const [a] = book.sheets;
    book.names.push(
      { name: 'Seuil', formula: '100', hidden: false, comment: '' },
      { name: 'Seuil', formula: '5', sheet: a, hidden: false, comment: '' },
      // Written for A1: one column to the left, round the edge of the sheet.
      { name: 'Gauche', formula: 'A!XFD1', hidden: false, comment: '' },
    );
    new Calculation(book).recalculateAll();
    expect(gridOf(sheetOf(book, 'A'))).toEqual([
      [1, 5, 5],
      [2, 20, null],
    ]);
    expect(gridOf(sheetOf(book, 'B'))).toEqual([[7, 100, 5]]);
  });

  test('a name that names itself is #NAME?, not endless', () => {
    const book = bookOf({ A: [['=Boucle']] });
    book.names.push({ name: 'Boucle', formula: 'Boucle+1', hidden: false, comment: '' });
    new Calculation(book).recalculateAll();
    expect(gridOf(sheetOf(book, 'A'))).toEqual([['#NAME?']]);
  });
});

describe('array formulas', () => {
  const book = (formula: string, rows: number, columns: number, isDynamic: boolean, more: Content[][] = []) => {
    const made = bookOf({ S: [[1, 2, null, null], [3, 4], [5, 6], ...more] });
    const sheet = sheetOf(made, 'S');
    sheet.setCell(0, 3, { formula, array: { row: 0, column: 3, rows, columns, ...(isDynamic ? { isDynamic } : {}) } });
    return made;
  };
  const columnD = (made: ReturnType<typeof book>) => [0, 1, 2, 3].map((row) => plain(sheetOf(made, 'S').cell(row, 3)?.value));

  test('a fixed one fills its area, with #N/A where the result ends', () => {
    const made = book('A1:A2*10', 3, 1, false);
    new Calculation(made).recalculateAll();
    expect(columnD(made)).toEqual([10, 30, '#N/A', null]);
  });

  test('in one cell it sums what a normal formula would not', () => {
    const made = book('SUM(A1:A3*B1:B3)', 1, 1, false);
    new Calculation(made).recalculateAll();
    expect(columnD(made)[0]).toBe(44);
  });

  test('a dynamic one grows and shrinks with its result, and what reads it follows', () => {
    const made = book('FILTER(A1:A3,B1:B3>3)', 1, 1, true);
    const sheet = sheetOf(made, 'S');
    sheet.setCell(0, 5, { formula: 'SUM(D1:D9)' });
    sheet.setCell(1, 5, { formula: 'ROWS(D1#)' });
    const calculation = new Calculation(made);
    calculation.recalculateAll();
    expect(columnD(made)).toEqual([3, 5, null, null]);
    expect([plain(sheet.cell(0, 5)?.value), plain(sheet.cell(1, 5)?.value)]).toEqual([8, 2]);

    sheet.setCell(0, 1, { value: 9 });
    calculation.changed(sheet, { row: 0, column: 1, rows: 1, columns: 1 });
    calculation.recalculate();
    expect(columnD(made)).toEqual([1, 3, 5, null]);
    expect([plain(sheet.cell(0, 5)?.value), plain(sheet.cell(1, 5)?.value)]).toEqual([9, 3]);

    sheet.setCell(2, 1, { value: 0 });
    sheet.setCell(1, 1, { value: 0 });
    calculation.changed(sheet, { row: 1, column: 1, rows: 2, columns: 1 });
    calculation.recalculate();
    expect(columnD(made)).toEqual([1, null, null, null]);
    expect(plain(sheet.cell(0, 5)?.value)).toBe(1);
  });

  test('a dynamic one that finds something in its way is #SPILL!', () => {
    const made = book('A1:A3', 1, 1, true);
    sheetOf(made, 'S').setCell(2, 3, { value: 'ici' });
    new Calculation(made).recalculateAll();
    expect(columnD(made)).toEqual(['#SPILL!', null, 'ici', null]);
  });

  describe('a new formula', () => {
    const entered = (formula: string) => {
      const made = bookOf({
        S: [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
      });
      const sheet = sheetOf(made, 'S');
      sheet.setCell(0, 3, { formula });
      const calculation = new Calculation(made);
      calculation.changed(sheet, { row: 0, column: 3, rows: 1, columns: 1 });
      calculation.recalculate();
      return { made, sheet, calculation };
    };

    test.each([
      ['spills when it has several values', 'A1:A3*10', [10, 30, 50, null], true],
      ['is an array when one value needs the whole of a range', 'SUM(A1:A3*B1:B3)', [44, null, null, null], true],
      ['of UNIQUE spills', 'UNIQUE(A1:A2)', [1, 3, null, null], true],
      ['of LET is an array', 'LET(x,A1:A3,SUM(x*2))', [18, null, null, null], true],
      ['stays normal where ranges are taken whole', 'SUMIFS(A1:A3,B1:B3,">"&B1)', [8, null, null, null], false],
      ['stays normal with @', '@A1:A3*10', [10, null, null, null], false],
      ['stays normal in SUMPRODUCT', 'SUMPRODUCT((A1:A3>1)*B1:B3)', [10, null, null, null], false],
      ['stays normal with a lookup', 'INDEX(B:B,MATCH(5,A:A,0))', [6, null, null, null], false],
    ])('%s: =%s', (_, formula, expected, isArray) => {
      const { made, sheet } = entered(formula);
      expect(columnD(made)).toEqual(expected);
      expect(sheet.cell(0, 3)?.array?.isDynamic === true).toBe(isArray);
    });

    test('that spilled gives way to what is written into it, and comes back', () => {
      const { made, sheet, calculation } = entered('A1:A3*10');
      sheet.setCell(1, 3, { value: 'ici' });
      calculation.changed(sheet, { row: 1, column: 3, rows: 1, columns: 1 });
      calculation.recalculate();
      expect(columnD(made)).toEqual(['#SPILL!', 'ici', null, null]);
      sheet.setCell(1, 3, { value: null });
      calculation.changed(sheet, { row: 1, column: 3, rows: 1, columns: 1 });
      calculation.recalculate();
      expect(columnD(made)).toEqual([10, 30, 50, null]);
    });

    test('that spilled takes its values along when it is overwritten', () => {
      const { made, sheet, calculation } = entered('A1:A3*10');
      sheet.setCell(0, 3, { value: 'fini' });
      calculation.changed(sheet, { row: 0, column: 3, rows: 1, columns: 1 });
      calculation.recalculate();
      expect(columnD(made)).toEqual(['fini', null, null, null]);
    });
  });
});
