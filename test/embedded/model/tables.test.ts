import { closeExcel, openExcel, refusal, type Opened } from './excel';

afterEach(closeExcel);

/** A table `Stock` at A1:C3: Article, Prix, Nombre. */
const stock = async (excel: Opened): Promise<void> => {
  await excel.onSheet((sheet) => {
    sheet.getRange('A1:C3').values = [
      ['Article', 'Prix', 'Nombre'],
      ['vis', 2, 10],
      ['clou', 3, 20],
    ];
    sheet.tables.add('A1:C3', true).name = 'Stock';
  });
};

const tableOf = (sheet: Excel.Worksheet): Excel.Table => sheet.tables.getItem('Stock');

describe('a new table', () => {
  test('takes headers as text, each once, none empty, and has a style and filters', async () => {
    const { onSheet, values } = await openExcel();
    const table = await onSheet((sheet) => {
      sheet.getRange('A1:D2').values = [
        ['Jour', '', 2026, 'jour'],
        [1, 2, 3, 4],
      ];
      const added = sheet.tables.add('A1:D2', true).load('name,style,showFilterButton,showBandedRows,showTotals');
      added.columns.load('items/name,items/id');
      return added;
    });
    expect(table.columns.items.map(({ name }) => name)).toEqual(['Jour', 'Column2', '2026', 'jour2']);
    expect(await values('A1:D1')).toEqual([['Jour', 'Column2', '2026', 'jour2']]);
    expect(table.toJSON()).toMatchObject({
      name: 'Table1',
      style: 'TableStyleMedium2',
      showFilterButton: true,
      showBandedRows: true,
      showTotals: false,
    });
  });

  test('without headers gets a row of them above its data', async () => {
    const { onSheet, values } = await openExcel();
    const range = await onSheet((sheet) => {
      sheet.getRange('A1:B3').values = [
        [1, 2],
        [3, 4],
        ['dessous', ''],
      ];
      return sheet.tables.add('A1:B2', false).getRange().load('address');
    });
    expect(range.address).toBe('Sheet1!A1:B3');
    expect(await values('A1:B4')).toEqual([
      ['Column1', 'Column2'],
      [1, 2],
      [3, 4],
      ['dessous', ''],
    ]);
  });

  test.each([
    ['over another table', 'InvalidArgument', (sheet: Excel.Worksheet) => sheet.tables.add('C3:D4', true)],
    [
      'over merged cells',
      'MergedRangeConflict',
      (sheet: Excel.Worksheet) => {
        sheet.getRange('F1:G1').merge();
        return sheet.tables.add('F1:G2', true);
      },
    ],
    ['under a name that is a cell', 'InvalidArgument', (sheet: Excel.Worksheet) => void (tableOf(sheet).name = 'A1')],
  ])('%s is refused', async (_, code, script) => {
    const excel = await openExcel();
    await stock(excel);
    expect(await refusal(excel.onSheet((sheet) => void script(sheet)))).toBe(code);
  });
});

describe('parts and formulas', () => {
  test('header, body, column and total ranges', async () => {
    const excel = await openExcel();
    await stock(excel);
    const found = await excel.onSheet((sheet) => {
      const table = tableOf(sheet);
      return [
        table.getRange(),
        table.getHeaderRowRange(),
        table.getDataBodyRange(),
        table.columns.getItem('prix').getDataBodyRange(),
        table.columns.getItemAt(2).getRange(),
        table.rows.getItemAt(1).getRange(),
        sheet.getRange('Stock[Nombre]'),
        sheet.getRange('Stock[#All]'),
      ].map((range) => range.load('address'));
    });
    expect(found.map(({ address }) => address.replace('Sheet1!', ''))).toEqual([
      'A1:C3',
      'A1:C1',
      'A2:C3',
      'B2:B3',
      'C1:C3',
      'A3:C3',
      'C2:C3',
      'A1:C3',
    ]);
  });

  test('a renamed table and a renamed column are followed by formulas', async () => {
    const excel = await openExcel();
    await stock(excel);
    await excel.onSheet((sheet) => {
      sheet.getRange('E1').formulas = [['=SUM(Stock[Prix])']];
      tableOf(sheet).name = 'Magasin';
      sheet.getRange('B1').values = [['Prix net']];
    });
    expect(await excel.formulas('E1')).toEqual([['=SUM(Magasin[Prix net])']]);
    expect(await excel.values('E1')).toEqual([[5]]);
  });

  test('a totals row names its first column and sums its last', async () => {
    const excel = await openExcel();
    await stock(excel);
    await excel.onSheet((sheet) => void (tableOf(sheet).showTotals = true));
    expect(await excel.formulas('A4:C4')).toEqual([['Total', '', '=SUBTOTAL(109,[Nombre])']]);
    expect(await excel.values('C4')).toEqual([[30]]);
    await excel.onSheet((sheet) => void (tableOf(sheet).showTotals = false));
    expect(await excel.values('A4:C4')).toEqual([['', '', '']]);
  });

  test('as a range it leaves its cells, and addresses for its names', async () => {
    const excel = await openExcel();
    await stock(excel);
    const count = await excel.onSheet((sheet) => {
      sheet.getRange('E1:E2').formulas = [['=SUM(Stock[Prix])'], ['=Stock[@Nombre]']];
      tableOf(sheet).convertToRange();
      return sheet.tables.getCount();
    });
    expect(count.value).toBe(0);
    expect(await excel.formulas('E1:E2')).toEqual([['=SUM($B$2:$B$3)'], ['=C2']]);
  });

  test('deleted it takes its cells along', async () => {
    const excel = await openExcel();
    await stock(excel);
    await excel.onSheet((sheet) => {
      sheet.getRange('E1').formulas = [['=SUM(Stock[Prix])']];
      tableOf(sheet).delete();
    });
    expect(await excel.formulas('A1:E1')).toEqual([['', '', '', '', '=SUM(#REF!)']]);
  });
});

describe('rows and columns', () => {
  test('rows go to the end, or before another; what stands below moves down', async () => {
    const excel = await openExcel();
    await stock(excel);
    await excel.onSheet((sheet) => {
      sheet.getRange('A4').values = [['dessous']];
      sheet.getRange('E1').formulas = [['=SUM(Stock[Nombre])']];
      tableOf(sheet).rows.add(undefined, [['écrou', 1, 5]]);
      tableOf(sheet).rows.add(0, [['tôle', 9, 1]]);
    });
    expect(await excel.values('A1:C6')).toEqual([
      ['Article', 'Prix', 'Nombre'],
      ['tôle', 9, 1],
      ['vis', 2, 10],
      ['clou', 3, 20],
      ['écrou', 1, 5],
      ['dessous', '', ''],
    ]);
    expect(await excel.values('E1')).toEqual([[36]]);
  });

  test('deleted rows close up; the last one is emptied', async () => {
    const excel = await openExcel();
    await stock(excel);
    const range = await excel.onSheet((sheet) => {
      tableOf(sheet).rows.getItemAt(0).delete();
      tableOf(sheet).rows.getItemAt(0).delete();
      return tableOf(sheet).getRange().load('address,values');
    });
    expect([range.address, range.values]).toEqual([
      'Sheet1!A1:C2',
      [
        ['Article', 'Prix', 'Nombre'],
        ['', '', ''],
      ],
    ]);
  });

  test('a column inserted between others, with its header and formulas', async () => {
    const excel = await openExcel();
    await stock(excel);
    await excel.onSheet((sheet) => {
      tableOf(sheet).columns.add(2, [['Double'], ['=[@Prix]*2'], ['=[@Prix]*2']]);
    });
    expect(await excel.values('A1:D3')).toEqual([
      ['Article', 'Prix', 'Double', 'Nombre'],
      ['vis', 2, 4, 10],
      ['clou', 3, 6, 20],
    ]);
  });

  test('a deleted column leaves #REF! where it was meant', async () => {
    const excel = await openExcel();
    await stock(excel);
    await excel.onSheet((sheet) => {
      sheet.getRange('F1').formulas = [['=SUM(Stock[Prix])']];
      tableOf(sheet).columns.getItem('Prix').delete();
    });
    expect(await excel.values('A1:B1')).toEqual([['Article', 'Nombre']]);
    expect(await excel.formulas('E1')).toEqual([['=SUM(#REF!)']]);
  });

  test('resized it takes in more rows and columns', async () => {
    const excel = await openExcel();
    await stock(excel);
    const found = await excel.onSheet((sheet) => {
      sheet.getRange('A4:C4').values = [['écrou', 1, 5]];
      tableOf(sheet).resize('A1:D4');
      const table = tableOf(sheet);
      table.columns.load('items/name');
      table.rows.load('count');
      return table;
    });
    expect(found.columns.items.map(({ name }) => name)).toEqual(['Article', 'Prix', 'Nombre', 'Column4']);
    expect(found.rows.count).toBe(3);
  });

  test('sorted by a column', async () => {
    const excel = await openExcel();
    await stock(excel);
    await excel.onSheet((sheet) => tableOf(sheet).sort.apply([{ key: 0, ascending: true }]));
    expect(await excel.values('A2:A3')).toEqual([['clou'], ['vis']]);
  });
});
