import { closeExcel, openExcel, refusal } from './excel';

afterEach(closeExcel);

describe('what is written into a cell', () => {
  test.each([
    ['a number', 12.5, 12.5, 'General'],
    ['a text', 'Lille', 'Lille', 'General'],
    ['a boolean', true, true, 'General'],
    ['a number typed as text', '12.5', 12.5, 'General'],
    ['thousands typed with commas', '1,234', 1234, '#,##0'],
    ['a percentage', '12%', 0.12, '0%'],
    ['an American date', '3/14/2026', 46095, 'm/d/yyyy'],
    ['an ISO date', '2026-03-14', 46095, 'm/d/yyyy'],
    ['a time', '12:30', 12.5 / 24, 'h:mm'],
    ['a typed boolean', 'TRUE', true, 'General'],
    ['a text that an apostrophe protects', "'0012", '0012', 'General'],
    ['an impossible date, which stays text', '14/25/2026', '14/25/2026', 'General'],
    ['a week, which stays text', '2026-S47', '2026-S47', 'General'],
    ['an error', '#N/A', '#N/A', 'General'],
    ['a formula', '=1+1', 2, 'General'],
    ['a signed expression', '-2*3', -6, 'General'],
    ['a negative number', '-5', -5, 'General'],
    ['a list item, which Excel takes for a formula too', '-pain', '#NAME?', 'General'],
  ])('%s', async (_, input, value, format) => {
    const { onSheet } = await openExcel();
    const range = await onSheet((sheet) => {
      sheet.getRange('A1').values = [[input]];
      return sheet.getRange('A1').load('values,numberFormat');
    });
    expect([range.values, range.numberFormat]).toEqual([[[value]], [[format]]]);
  });

  test('texts that look like dates stay text where Excel is French', async () => {
    const { onSheet } = await openExcel({ locale: 'fr-FR' });
    const range = await onSheet((sheet) => {
      sheet.getRange('A1:C1').values = [['14/03/2026', '12:30', '12%']];
      return sheet.getRange('A1:C1').load('values');
    });
    expect(range.values).toEqual([['14/03/2026', '12:30', 0.12]]);
  });

  test('a Text cell takes everything as text but formulas a script writes as numbers', async () => {
    const { onSheet } = await openExcel();
    const range = await onSheet((sheet) => {
      const cells = sheet.getRange('A1:C1');
      cells.numberFormat = [['@', '@', '@']];
      cells.values = [['=1+1', '12', 12]];
      return cells.load('values,valueTypes');
    });
    expect(range.values).toEqual([['=1+1', '12', 12]]);
    expect(range.valueTypes).toEqual([['String', 'String', 'Double']]);
  });

  test('one value goes into every cell, null leaves a cell, the empty text clears it', async () => {
    const { onSheet, values } = await openExcel();
    await onSheet((sheet) => {
      sheet.getRange('A1:C2').values = 7 as never;
    });
    await onSheet((sheet) => {
      sheet.getRange('A1:C1').values = [[1, null, '']];
    });
    expect(await values('A1:C2')).toEqual([
      [1, 7, ''],
      [7, 7, 7],
    ]);
  });

  test.each([
    ['a grid of another shape', 'InvalidArgument', (sheet: Excel.Worksheet) => (sheet.getRange('A1:B2').values = [[1, 2, 3]])],
    [
      'a formula that cannot be read',
      'InvalidArgument',
      (sheet: Excel.Worksheet) => (sheet.getRange('A1').formulas = [['=SUM(1,']]),
    ],
    ['an address that is none', 'InvalidArgument', (sheet: Excel.Worksheet) => sheet.getRange('pas une plage').load('address')],
    [
      'a range above the sheet',
      'InvalidArgument',
      (sheet: Excel.Worksheet) => sheet.getRange('A1').getOffsetRange(-1, 0).load('address'),
    ],
    [
      'a text of more than 32,767 characters',
      'InvalidArgument',
      (sheet: Excel.Worksheet) => (sheet.getRange('A1').values = [['a'.repeat(32_768)]]),
    ],
  ])('%s is refused', async (_, code, script) => {
    const { onSheet } = await openExcel();
    expect(await refusal(onSheet((sheet) => void script(sheet)))).toBe(code);
  });

  test('a grid of 10,000 cells, which the client sends in parts, arrives whole', async () => {
    const { onSheet } = await openExcel();
    const last = await onSheet((sheet) => {
      sheet.getRange('A1:E2000').values = Array.from({ length: 2000 }, (_, row) => [row, row * 2, 'x', true, '']);
      return sheet.getUsedRange(true).getLastRow().load('address,values');
    });
    expect([last.address, last.values]).toEqual(['Sheet1!A2000:D2000', [[1999, 3998, 'x', true]]]);
  });
});

describe('from a range to others', () => {
  test.each([
    ['a cell, beyond the range too', 'C4', (range: Excel.Range) => range.getCell(2, 1)],
    ['a row', 'B3:C3', (range: Excel.Range) => range.getRow(1)],
    ['a column', 'C2:C3', (range: Excel.Range) => range.getColumn(1)],
    ['the last cell', 'C3', (range: Excel.Range) => range.getLastCell()],
    ['an offset', 'C5:D6', (range: Excel.Range) => range.getOffsetRange(3, 1)],
    ['another size', 'B2:D6', (range: Excel.Range) => range.getResizedRange(3, 1)],
    ['an absolute size', 'B2', (range: Excel.Range) => range.getAbsoluteResizedRange(1, 1)],
    ['whole columns', 'B:C', (range: Excel.Range) => range.getEntireColumn()],
    ['whole rows', '2:3', (range: Excel.Range) => range.getEntireRow()],
    ['rows above', 'B1:C1', (range: Excel.Range) => range.getRowsAbove()],
    ['rows below', 'B4:C5', (range: Excel.Range) => range.getRowsBelow(2)],
    ['columns before', 'A2:A3', (range: Excel.Range) => range.getColumnsBefore()],
    ['columns after', 'D2:D3', (range: Excel.Range) => range.getColumnsAfter(1)],
    ['a rectangle with another', 'B1:E3', (range: Excel.Range) => range.getBoundingRect('E1')],
    ['what it shares with another', 'C3', (range: Excel.Range) => range.getIntersection('C3:F9')],
  ])('%s', async (_, address, move) => {
    const { onSheet } = await openExcel();
    const range = await onSheet((sheet) => move(sheet.getRange('B2:C3')).load('address'));
    expect(range.address).toBe(`Sheet1!${address}`);
  });

  test('the used range, the region round a cell, and edges', async () => {
    const { onSheet } = await openExcel();
    const found = await onSheet((sheet) => {
      sheet.getRange('B2:C4').values = [
        ['Jour', 'Appels'],
        [1, 120],
        [2, 80],
      ];
      sheet.getRange('F9').values = [['seul']];
      sheet.getRange('H1').format.fill.color = '#FF0000';
      return [
        sheet.getUsedRange().load('address'),
        sheet.getUsedRange(true).load('address'),
        sheet.getRange('C3').getSurroundingRegion().load('address'),
        sheet.getRange('B2').getRangeEdge('Down').load('address'),
        sheet.getRange('C4').getRangeEdge('Down').load('address'),
        sheet.getRange('A9').getRangeEdge('Right').load('address'),
        sheet.getRange('B2').getExtendedRange('Right').load('address'),
      ];
    });
    expect(found.map(({ address }) => address.replace('Sheet1!', ''))).toEqual([
      'B1:H9',
      'B2:F9',
      'B2:C4',
      'B4',
      'C1048576',
      'F9',
      'B2:C2',
    ]);
  });

  test('no used cell: a null object, or the first cell', async () => {
    const { onSheet } = await openExcel();
    const [none, first] = await onSheet(
      (sheet) => [sheet.getUsedRangeOrNullObject().load('address'), sheet.getUsedRange().load('address')] as const,
    );
    expect([none.isNullObject, first.address]).toEqual([true, 'Sheet1!A1']);
  });

  test('an address names its sheet as formulas must', async () => {
    const { Excel } = await openExcel();
    const addresses = await Excel.run(async (context) => {
      const ranges = ['Été', "L'été 2024", '2024', 'A1', 'Suivi.2'].map((name) =>
        context.workbook.worksheets.add(name).getRange('A1').load('address'),
      );
      await context.sync();
      return ranges.map(({ address }) => address);
    });
    expect(addresses).toEqual(['Été!A1', "'L''été 2024'!A1", "'2024'!A1", "'A1'!A1", 'Suivi.2!A1']);
  });
});

describe('formulas', () => {
  test('have their values in the same batch, and follow what they depend on', async () => {
    const { onSheet, values } = await openExcel();
    const sum = await onSheet((sheet) => {
      sheet.getRange('A1:A3').values = [[1], [2], [3]];
      sheet.getRange('A4').formulas = [['=SUM(A1:A3)']];
      return sheet.getRange('A4').load('values');
    });
    await onSheet((sheet) => {
      sheet.getRange('A1').values = [[10]];
    });
    expect([sum.values, await values('A4')]).toEqual([[[6]], [[15]]]);
  });

  test('wait in manual mode until they are calculated', async () => {
    const { onSheet, values } = await openExcel();
    await onSheet((sheet, context) => {
      context.workbook.application.calculationMode = 'Manual';
      sheet.getRange('A1:B1').formulas = [[1, '=A1*2']];
    });
    const before = await values('B1');
    await onSheet((_, context) => context.workbook.application.calculate('Recalculate'));
    expect([before, await values('B1')]).toEqual([[['']], [[2]]]);
  });

  test('are read as written; R1C1 and A1 are the same formula', async () => {
    const { onSheet } = await openExcel();
    const range = await onSheet((sheet) => {
      sheet.getRange('B2:B3').formulasR1C1 = [['=RC[-1]*2'], ['=R2C1']];
      return sheet.getRange('A2:B3').load('formulas,formulasR1C1');
    });
    expect(range.formulas).toEqual([
      ['', '=A2*2'],
      ['', '=$A$2'],
    ]);
    expect(range.formulasR1C1).toEqual([
      ['', '=RC[-1]*2'],
      ['', '=R2C1'],
    ]);
  });
});

test('text is what a cell shows by its number format', async () => {
  const { onSheet } = await openExcel();
  const range = await onSheet((sheet) => {
    const cells = sheet.getRange('A1:E1');
    cells.numberFormat = [['dd/mm/yyyy', '0.0"\u202f"%', '[m]:ss', '#,##0', 'General']];
    cells.values = [[45000, 0.918, 0.1, 12480, true]];
    return cells.load('text');
  });
  expect(range.text).toEqual([['15/03/2023', '91.8\u202f%', '144:00', '12,480', 'TRUE']]);
});
