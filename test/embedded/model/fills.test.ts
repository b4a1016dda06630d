import { closeExcel, openExcel, type Opened } from './excel';
import { open } from '../xlsx/workbookFile';
import { cellKey } from '../../../src/embedded/book/cell';
import { createEmbeddedExcel } from '../../../src/embedded/index';

afterEach(closeExcel);

/** One text for all cells of a range, which the typings only know as a matrix. */
const fill = (range: Excel.Range, formula: string): void => {
  range.formulasR1C1 = formula as unknown as string[][];
};

/** Five days with what came in; beside each its double, and what the double and the first day make together. */
const filled = async (): Promise<Opened> => {
  const excel = await openExcel();
  await excel.onSheet((sheet) => {
    sheet.getRange('A1:A5').values = [[1], [2], [3], [4], [5]];
    fill(sheet.getRange('B1:B5'), '=RC1*2');
    fill(sheet.getRange('C1:C5'), '=RC[-1]+R1C1');
  });
  return excel;
};

const column = (values: readonly unknown[]): unknown[][] => values.map((value) => [value]);

describe('one formula for a whole range', () => {
  test('is each cell’s own when it is read', async () => {
    const excel = await filled();
    expect(await excel.formulas('C1:C5')).toEqual(column(['=B1+$A$1', '=B2+$A$1', '=B3+$A$1', '=B4+$A$1', '=B5+$A$1']));
    expect(await excel.values('C1:C5')).toEqual(column([3, 5, 7, 9, 11]));
  });

  test('moves along where rows are inserted into it, and goes on calculating', async () => {
    const excel = await filled();
    await excel.onSheet((sheet) => sheet.getRange('3:4').insert('Down'));
    expect(await excel.formulas('B1:C7')).toEqual([
      ['=$A1*2', '=B1+$A$1'],
      ['=$A2*2', '=B2+$A$1'],
      ['', ''],
      ['', ''],
      ['=$A5*2', '=B5+$A$1'],
      ['=$A6*2', '=B6+$A$1'],
      ['=$A7*2', '=B7+$A$1'],
    ]);
    await excel.onSheet((sheet) => {
      sheet.getRange('A1').values = [[100]];
      sheet.getRange('A6').values = [[40]];
    });
    expect(await excel.values('C1:C7')).toEqual(column([300, 104, '', '', 106, 180, 110]));
  });

  test('moves along where rows above it are deleted', async () => {
    const excel = await filled();
    await excel.onSheet((sheet) => sheet.getRange('2:3').delete('Up'));
    await excel.onSheet((sheet) => {
      sheet.getRange('A3').values = [[7]];
    });
    expect(await excel.formulas('B1:B3')).toEqual(column(['=$A1*2', '=$A2*2', '=$A3*2']));
    expect(await excel.values('C1:C3')).toEqual(column([3, 9, 15]));
  });

  test('leaves a cell of it alone that is written over or emptied', async () => {
    const excel = await filled();
    await excel.onSheet((sheet) => {
      sheet.getRange('B2').values = [[1000]];
      sheet.getRange('B4').clear('Contents');
      sheet.getRange('A1:A5').values = [[10], [20], [30], [40], [50]];
    });
    expect(await excel.values('B1:C5')).toEqual([
      [20, 30],
      [1000, 1010],
      [60, 70],
      ['', 10],
      [100, 110],
    ]);
  });

  test('calculates on after a sheet that it reads is renamed', async () => {
    const excel = await openExcel();
    await excel.onSheet(async (sheet, context) => {
      const data = context.workbook.worksheets.add('Data');
      data.getRange('A1:A3').values = [[1], [2], [3]];
      fill(sheet.getRange('A1:A3'), '=Data!RC*10');
      await context.sync();
      data.name = 'Suivi';
      await context.sync();
      data.getRange('A2').values = [[9]];
    });
    expect(await excel.formulas('A1:A3')).toEqual(column(['=Suivi!A1*10', '=Suivi!A2*10', '=Suivi!A3*10']));
    expect(await excel.values('A1:A3')).toEqual(column([10, 90, 30]));
  });

  test('reads round the edge of the sheet as Excel does', async () => {
    const excel = await openExcel();
    await excel.onSheet((sheet) => {
      sheet.getRange('XFD1:XFD2').values = [[1], [2]];
      sheet.getRange('A1').values = [[5]];
      fill(sheet.getRange('A2:B2'), '=RC[-1]');
    });
    expect(await excel.formulas('A2:B2')).toEqual([['=XFD2', '=A2']]);
    expect(await excel.values('A2:B2')).toEqual([[2, 2]]);
  });

  test('is the same in the saved file, and when that is opened and edited', async () => {
    const excel = await filled();
    const bytes = excel.save();
    const [sheet] = open(bytes).book.sheets;
    const read = [0, 1, 2, 3, 4].map((row) => sheet?.cells.get(cellKey(row, 2)));
    expect(read.map((cell) => cell?.formula)).toEqual(['B1+$A$1', 'B2+$A$1', 'B3+$A$1', 'B4+$A$1', 'B5+$A$1']);
    expect(read.map((cell) => cell?.value)).toEqual([3, 5, 7, 9, 11]);

    const again = await createEmbeddedExcel({ bytes });
    const context = new again.Excel.RequestContext();
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('C1:C5');
    context.workbook.worksheets.getItem('Sheet1').getRange('A3').values = [[30]];
    range.load('values');
    await context.sync();
    expect(range.values).toEqual(column([3, 5, 61, 9, 11]));
    again.close();
  });
});
