import { closeExcel, openExcel, refusal } from './excel';

afterEach(closeExcel);

describe('cell formats', () => {
  test('what all cells share is read, what differs is null', async () => {
    const { onSheet } = await openExcel();
    const formats = await onSheet((sheet) => {
      sheet.getRange('A1:B1').format.font.bold = true;
      sheet.getRange('A1').format.fill.color = 'yellow';
      sheet.getRange('A1:C1').format.horizontalAlignment = 'Center';
      return ['A1', 'A1:B1', 'A1:C1'].map((address) =>
        sheet.getRange(address).format.load('horizontalAlignment,font/bold,fill/color'),
      );
    });
    expect(formats.map((format) => [format.horizontalAlignment, format.font.bold, format.fill.color])).toEqual([
      ['Center', true, '#FFFF00'],
      ['Center', true, ''],
      ['Center', null, ''],
    ]);
  });

  test('a whole column keeps its format for cells to come, and a cell may differ', async () => {
    const { onSheet } = await openExcel();
    const formats = await onSheet((sheet) => {
      sheet.getRange('B:B').numberFormat = [['0.00']];
      sheet.getRange('B3').numberFormat = [['0%']];
      sheet.getRange('2:2').format.font.italic = true;
      sheet.getRange('B9').values = [[1]];
      return [
        sheet.getRange('B1:B3').load('numberFormat'),
        sheet.getRange('B9').load('text'),
        sheet.getRange('B2').load('format/font/italic,numberFormat'),
      ] as const;
    });
    expect(formats[0].numberFormat).toEqual([['0.00'], ['0.00'], ['0%']]);
    expect(formats[1].text).toEqual([['1.00']]);
    expect([formats[2].format.font.italic, formats[2].numberFormat]).toEqual([true, [['0.00']]]);
  });

  test.each([
    ['Thick', 'Continuous', 'thick'],
    ['Medium', 'Continuous', 'medium'],
    ['Thin', 'Dash', 'dashed'],
    ['Medium', 'Dash', 'mediumDashed'],
  ] as const)('a border of weight %s and style %s', async (weight, style, stored) => {
    const { onSheet, book } = await openExcel();
    const border = await onSheet((sheet) => {
      const edge = sheet.getRange('B2:C3').format.borders.getItem('EdgeBottom');
      edge.style = style;
      edge.weight = weight;
      edge.color = '#2E7D32';
      return edge.load('style,weight,color');
    });
    expect([border.style, border.weight, border.color]).toEqual([style, weight, '#2E7D32']);
    const style0 = book.styles.get(book.sheets[0]?.cell(2, 1)?.style ?? 0);
    expect(style0.borders.bottom).toEqual({ style: stored, color: '#2E7D32' });
    expect(book.sheets[0]?.cell(1, 1)?.style ?? 0).toBe(0);
  });

  test('inside borders lie between the cells only', async () => {
    const { onSheet, book } = await openExcel();
    await onSheet((sheet) => {
      sheet.getRange('A1:A3').format.borders.getItem('InsideHorizontal').style = 'Continuous';
    });
    const edges = [0, 1, 2].map((row) => {
      const { top, bottom } = book.styles.get(book.sheets[0]?.cell(row, 0)?.style ?? 0).borders;
      return `${top.style} ${bottom.style}`;
    });
    expect(edges).toEqual(['none thin', 'thin thin', 'thin none']);
  });

  test.each([
    ['the usual width', undefined, 48],
    ['whole pixels as they are', 51, 51],
    ['others rounded to a pixel', 50.2, 50.25],
  ])('columns in points: %s', async (_, width, read) => {
    const { onSheet } = await openExcel();
    const range = await onSheet((sheet) => {
      if (width !== undefined) sheet.getRange('B:C').format.columnWidth = width;
      return sheet.getRange('B:C').load('format/columnWidth,left,width');
    });
    expect([range.format.columnWidth, range.left, range.width]).toEqual([read, 48, 2 * read]);
  });

  test('rows in points, hidden rows, and where a cell lies', async () => {
    const { onSheet } = await openExcel();
    const found = await onSheet((sheet) => {
      sheet.getRange('1:2').format.rowHeight = 30;
      sheet.getRange('3:3').rowHidden = true;
      return [sheet.getRange('A4').load('top,height'), sheet.getRange('A3').load('rowHidden,hidden')] as const;
    });
    expect([found[0].top, found[0].height, found[1].rowHidden, found[1].hidden]).toEqual([60, 15, true, true]);
  });

  test('cleared formats leave contents, cleared contents leave formats', async () => {
    const { onSheet } = await openExcel();
    const found = await onSheet((sheet) => {
      const range = sheet.getRange('A1:B1');
      range.values = [[1, 2]];
      range.format.font.bold = true;
      sheet.getRange('A1').clear('Formats');
      sheet.getRange('B1').clear('Contents');
      return [sheet.getRange('A1'), sheet.getRange('B1')].map((cell) => cell.load('values,format/font/bold'));
    });
    expect(found.map((cell) => [cell.values[0]?.[0] as unknown, cell.format.font.bold])).toEqual([
      [1, false],
      ['', true],
    ]);
  });

  test('merged cells keep the first content only', async () => {
    const { onSheet, values, book } = await openExcel();
    await onSheet((sheet) => {
      sheet.getRange('A1:B2').values = [
        ['', 'b'],
        ['c', 'd'],
      ];
      sheet.getRange('A1:B2').merge();
      sheet.getRange('A1:B2').values = [
        [1, 2],
        [3, 4],
      ];
    });
    expect(await values('A1:B2')).toEqual([
      [1, ''],
      ['', ''],
    ]);
    await onSheet((sheet) => sheet.getRange('B2').unmerge());
    expect(book.sheets[0]?.merges).toEqual([]);
  });

  test('merged cells look like their first one', async () => {
    const { onSheet } = await openExcel();
    const last = await onSheet((sheet) => {
      sheet.getRange('A1').format.fill.color = '#DCE3EA';
      sheet.getRange('A1:B2').merge();
      return sheet.getRange('B2').load('format/fill/color');
    });
    expect(last.format.fill.color).toBe('#DCE3EA');
  });

  test('several ranges are formatted and read as one', async () => {
    const { onSheet } = await openExcel();
    const [areas, one] = await onSheet((sheet) => {
      const both = sheet.getRanges('A1:A2, C3');
      both.format.fill.color = '#FFC83D';
      both.format.rowHeight = 21;
      return [both.load('address,areaCount,cellCount,format/rowHeight'), sheet.getRange('C3').load('format/fill/color')] as const;
    });
    expect([areas.address, areas.areaCount, areas.cellCount, areas.format.rowHeight, one.format.fill.color]).toEqual([
      'Sheet1!A1:A2,Sheet1!C3',
      2,
      3,
      21,
      '#FFC83D',
    ]);
  });

  test('the height of every row is the sheet’s default', async () => {
    const { onSheet, book } = await openExcel();
    await onSheet((sheet) => {
      sheet.getRange('3:3').format.rowHeight = 40;
      sheet.getRange().format.rowHeight = 12;
    });
    expect([
      book.sheets[0]?.defaultRowHeight,
      [...(book.sheets[0]?.rows ?? [])].map(([row, { height }]) => [row, height]),
    ]).toEqual([12, [[2, 12]]]);
  });

  test.each([
    ['a colour that is none', (sheet: Excel.Worksheet) => void (sheet.getRange('A1').format.fill.color = 'bleu nuit')],
    [
      'an alignment that is none',
      (sheet: Excel.Worksheet) => void (sheet.getRange('A1').format.horizontalAlignment = 'Milieu' as never),
    ],
    ['a number format that is none', (sheet: Excel.Worksheet) => void (sheet.getRange('A1').numberFormat = [['[[']])],
  ])('%s is refused', async (_, script) => {
    const { onSheet } = await openExcel();
    expect(await refusal(onSheet((sheet) => script(sheet)))).toBe('InvalidArgument');
  });
});

describe('conditional formats', () => {
  test('a custom rule, its look, its order', async () => {
    const { onSheet, book } = await openExcel();
    const found = await onSheet((sheet) => {
      const range = sheet.getRange('B2:B9');
      const first = range.conditionalFormats.add('Custom');
      first.custom.rule.formula = '=B2>$D$1';
      first.custom.format.fill.color = '#FDE7E9';
      first.custom.format.font.color = '#B71C1C';
      first.custom.format.font.bold = true;
      first.stopIfTrue = true;
      const second = range.conditionalFormats.add('CellValue');
      second.cellValue.rule = { formula1: '=10', operator: 'GreaterThan' };
      second.priority = 1;
      range.conditionalFormats.load('items/type,items/priority,items/stopIfTrue');
      return range.conditionalFormats;
    });
    expect(found.items.map(({ type, priority }) => [type, priority])).toEqual([
      ['Custom', 0],
      ['CellValue', 1],
    ]);
    const stored = book.sheets[0]?.conditionalFormats.find(({ rule }) => rule.type === 'expression');
    expect(stored).toMatchObject({
      rule: { formula: 'B2>$D$1' },
      stopIfTrue: true,
      format: { fill: '#FDE7E9', fontColor: '#B71C1C', bold: true },
    });
  });

  test('a rule on text, with the formula the file needs', async () => {
    const { onSheet, book } = await openExcel();
    await onSheet((sheet) => {
      const format = sheet.getRange('C3:C9').conditionalFormats.add('ContainsText');
      format.textComparison.rule = { operator: 'BeginsWith', text: 'Al"erte' };
    });
    expect(book.sheets[0]?.conditionalFormats[0]?.rule).toEqual({
      type: 'containsText',
      operator: 'beginsWith',
      text: 'Al"erte',
      formula: 'LEFT(C3,LEN("Al""erte"))="Al""erte"',
    });
  });

  test('cleared from some cells it stays on the others', async () => {
    const { onSheet, book } = await openExcel();
    await onSheet((sheet) => {
      sheet.getRange('A1:A9').conditionalFormats.add('Custom').custom.rule.formula = '=A1>1';
      sheet.getRange('A4:A5').conditionalFormats.clearAll();
    });
    expect(book.sheets[0]?.conditionalFormats[0]?.areas).toEqual([
      { row: 0, column: 0, rows: 3, columns: 1 },
      { row: 5, column: 0, rows: 4, columns: 1 },
    ]);
  });

  test.each(['IconSet', 'DataBar', 'ColorScale', 'TopBottom', 'PresetCriteria'] as const)('%s refuses by name', async (type) => {
    const { onSheet } = await openExcel();
    expect(await refusal(onSheet((sheet) => void sheet.getRange('A1').conditionalFormats.add(type)))).toBe('NotImplemented');
  });
});

describe('data validation', () => {
  test.each([
    ['a list', { list: { inCellDropDown: true, source: 'oui,non' } }, 'List'],
    ['a list of cells', { list: { inCellDropDown: false, source: '=$A$1:$A$3' } }, 'List'],
    ['whole numbers', { wholeNumber: { formula1: 1, formula2: 10, operator: 'Between' } }, 'WholeNumber'],
    ['a formula', { custom: { formula: '=B2>A2' } }, 'Custom'],
    ['a length', { textLength: { formula1: 35, operator: 'LessThanOrEqualTo' } }, 'TextLength'],
  ])('%s is read as it was set', async (_, rule, type) => {
    const { onSheet } = await openExcel();
    const validation = await onSheet((sheet) => {
      const range = sheet.getRange('B2:B9');
      range.dataValidation.rule = rule as Excel.DataValidationRule;
      range.dataValidation.errorAlert = { message: 'Non', showAlert: true, style: 'Warning', title: 'Erreur' };
      range.dataValidation.prompt = { message: 'Choisir', showPrompt: true, title: 'Aide' };
      return range.dataValidation.load('rule,type,errorAlert,prompt');
    });
    expect(validation.toJSON()).toMatchObject({
      rule,
      type,
      errorAlert: { message: 'Non', style: 'Warning' },
      prompt: { title: 'Aide' },
    });
  });

  test('a list may come from a range of another sheet', async () => {
    const { Excel, book } = await openExcel();
    await Excel.run(async (context) => {
      const list = context.workbook.worksheets.add("Liste d'agents");
      const cell = context.workbook.worksheets.getFirst().getRange('A1');
      cell.dataValidation.rule = { list: { inCellDropDown: true, source: list.getRange('A1:A3') } };
      await context.sync();
    });
    expect(book.sheets[0]?.validations[0]).toMatchObject({ type: 'list', formula1: "'Liste d''agents'!$A$1:$A$3" });
  });

  test('none, one for some of the cells, several', async () => {
    const { onSheet } = await openExcel();
    const types = await onSheet((sheet) => {
      sheet.getRange('A1').dataValidation.rule = { custom: { formula: '=TRUE' } };
      sheet.getRange('A3').dataValidation.rule = { wholeNumber: { formula1: 1, operator: 'GreaterThan' } };
      return ['C1', 'A1:A2', 'A1:A3'].map((address) => sheet.getRange(address).dataValidation.load('type'));
    });
    expect(types.map(({ type }) => type)).toEqual(['None', 'Inconsistent', 'MixedCriteria']);
  });
});
