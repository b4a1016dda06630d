import { closeExcel, openExcel, refusal } from './excel';

afterEach(closeExcel);

/** A sheet of days with a formula above, a second sheet that points at it, a name, a rule and a merge. */
const suivi = async (sheet: Excel.Worksheet, context: Excel.RequestContext): Promise<void> => {
  sheet.name = 'Suivi';
  sheet.getRange('A1:C4').formulas = [
    ['Jour', 'Appels', 'Cumul'],
    [1, 10, '=B2'],
    [2, 20, '=C2+B3'],
    [3, 30, '=C3+B4'],
  ];
  const total = context.workbook.worksheets.add('Total');
  total.getRange('A1:A3').formulas = [['=SUM(Suivi!B2:B4)'], ['=Suivi!$B$3'], ['=SUM(Suivi!B:B)']];
  context.workbook.names.add('Premier', sheet.getRange('B2'));
  await context.sync();
};

const formulasOf = async (sheet: Excel.Worksheet, address: string): Promise<unknown[][]> => {
  const range = sheet.getRange(address).load('formulas');
  await range.context.sync();
  return range.formulas;
};

describe('inserting and deleting', () => {
  test.each([
    [
      'a row inserted inside',
      (sheet: Excel.Worksheet) => void sheet.getRange('3:3').insert('Down'),
      [['=SUM(Suivi!B2:B5)'], ['=Suivi!$B$4'], ['=SUM(Suivi!B:B)']],
      [['=B2'], [''], ['=C2+B4'], ['=C4+B5']],
      '=Suivi!$B$2',
    ],
    [
      'a row inserted above',
      (sheet: Excel.Worksheet) => void sheet.getRange('1:1').insert('Down'),
      [['=SUM(Suivi!B3:B5)'], ['=Suivi!$B$4'], ['=SUM(Suivi!B:B)']],
      [['Cumul'], ['=B3'], ['=C3+B4'], ['=C4+B5']],
      '=Suivi!$B$3',
    ],
    [
      'a row deleted, and what pointed there',
      (sheet: Excel.Worksheet) => sheet.getRange('3:3').delete('Up'),
      [['=SUM(Suivi!B2:B3)'], ['=#REF!'], ['=SUM(Suivi!B:B)']],
      [['=B2'], ['=#REF!+B3'], [''], ['']],
      '=Suivi!$B$2',
    ],
    [
      'cells pushed down in one column only',
      (sheet: Excel.Worksheet) => void sheet.getRange('B3').insert('Down'),
      [['=SUM(Suivi!B2:B5)'], ['=Suivi!$B$4'], ['=SUM(Suivi!B:B)']],
      [['=B2'], ['=C2+B4'], ['=C3+B5'], ['']],
      '=Suivi!$B$2',
    ],
    [
      'a column inserted',
      (sheet: Excel.Worksheet) => void sheet.getRange('B:B').insert('Right'),
      [['=SUM(Suivi!C2:C4)'], ['=Suivi!$C$3'], ['=SUM(Suivi!C:C)']],
      [[10], [20], [30], ['']],
      '=Suivi!$C$2',
    ],
  ])('%s', async (_, change, total, column, name) => {
    const { Excel } = await openExcel();
    const found = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      await suivi(sheet, context);
      change(sheet);
      const item = context.workbook.names.getItem('Premier').load('formula');
      await context.sync();
      return {
        total: await formulasOf(context.workbook.worksheets.getItem('Total'), 'A1:A3'),
        column: await formulasOf(sheet, 'C2:C5'),
        name: item.formula,
      };
    });
    expect(found).toEqual({ total, column, name });
  });

  test('merges, formats, rules and validations move along', async () => {
    const { Excel, book } = await openExcel();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A5:B5').merge();
      const rule = sheet.getRange('A5:A9').conditionalFormats.add('Custom');
      rule.custom.rule.formula = '=A5>$B$1';
      sheet.getRange('C5').dataValidation.rule = { list: { inCellDropDown: true, source: 'oui,non' } };
      sheet.getRange('2:3').insert('Down');
      await context.sync();
    });
    const sheet = book.sheets[0];
    expect(sheet?.merges).toEqual([{ row: 6, column: 0, rows: 1, columns: 2 }]);
    expect(sheet?.conditionalFormats[0]).toMatchObject({
      areas: [{ row: 6, column: 0, rows: 5, columns: 1 }],
      rule: { formula: 'A7>$B$1' },
    });
    expect(sheet?.validations[0]?.areas).toEqual([{ row: 6, column: 2, rows: 1, columns: 1 }]);
  });

  test('a range that a script holds goes along with its cells, and is void once they are deleted', async () => {
    const { onSheet } = await openExcel();
    const found = await onSheet(async (sheet, context) => {
      const range = sheet.getRange('B2:B3');
      range.values = [[1], [2]];
      const blank = range.insert('Down').load('address,values');
      await context.sync();
      range.load('address,values');
      await context.sync();
      const { address, values } = range;
      sheet.getRange('4:5').delete('Up');
      range.load('address');
      return [blank.address, blank.values, address, values, await refusal(context.sync())];
    });
    expect(found).toEqual(['Sheet1!B2:B3', [[''], ['']], 'Sheet1!B4:B5', [[1], [2]], 'InvalidReference']);
  });

  test.each([
    [
      'cells that would leave the sheet',
      'NonBlankCellOffSheet',
      'A1',
      (sheet: Excel.Worksheet) => {
        sheet.getRange('A1048576').values = [[1]];
        sheet.getRange('A1').insert('Down');
      },
    ],
    [
      'half of a merge',
      'MergedRangeConflict',
      'A1',
      (sheet: Excel.Worksheet) => {
        sheet.getRange('A3:B3').merge();
        sheet.getRange('A1').insert('Down');
      },
    ],
    [
      'half of a table',
      'InsertDeleteConflict',
      'A1',
      (sheet: Excel.Worksheet) => {
        sheet.getRange('A3:B4').values = [
          ['a', 'b'],
          [1, 2],
        ];
        sheet.tables.add('A3:B4', true);
        sheet.getRange('A1').insert('Down');
      },
    ],
  ])('%s are not moved', async (_, code, __, script) => {
    const { onSheet } = await openExcel();
    expect(await refusal(onSheet((sheet) => script(sheet)))).toBe(code);
  });
});

describe('copying', () => {
  test.each([
    ['formulas move with what they point at', 'All', [['=A2*2'], ['=$A$1*2']]],
    ['values alone', 'Values', [[2], [2]]],
    ['formats alone leave cells empty', 'Formats', [[''], ['']]],
  ] as const)('%s', async (_, type, expected) => {
    const { onSheet, formulas } = await openExcel();
    await onSheet((sheet) => {
      sheet.getRange('A1:B2').formulas = [
        [1, '=A1*2'],
        [5, '=$A$1*2'],
      ];
      sheet.getRange('B2:B3').copyFrom('B1:B2', type);
      // Copied over itself one row down: the source is read before anything is written.
      if (type === 'Formats') sheet.getRange('B2:B3').clear('Contents');
    });
    expect(await formulas('B2:B3')).toEqual(expected);
  });

  test('a copy fills a target of twice its size, and turns round when transposed', async () => {
    const { onSheet, values } = await openExcel();
    await onSheet((sheet) => {
      sheet.getRange('A1:A2').values = [[1], [2]];
      sheet.getRange('C1:C4').copyFrom('A1:A2');
      sheet.getRange('E1').copyFrom('A1:A2', 'All', false, true);
    });
    expect(await values('C1:F4')).toEqual([
      [1, '', 1, 2],
      [2, '', '', ''],
      [1, '', '', ''],
      [2, '', '', ''],
    ]);
  });

  test('a reference that a copy pushes off the sheet is #REF!', async () => {
    const { onSheet, formulas } = await openExcel();
    await onSheet((sheet) => {
      sheet.getRange('B2').formulas = [['=A1']];
      sheet.getRange('B1').copyFrom('B2');
    });
    expect(await formulas('B1')).toEqual([['=#REF!']]);
  });

  test.each([
    ['numbers go on', [[1], [3]], [[1], [3], [5], [7]]],
    ['a lone number repeats', [[4]], [[4], [4], [4], [4]]],
    ['a text with a number counts on', [['Semaine 9']], [['Semaine 9'], ['Semaine 10'], ['Semaine 11'], ['Semaine 12']]],
    ['a plain text repeats', [['x']], [['x'], ['x'], ['x'], ['x']]],
    ['formulas move', [['=ROW(A1)']], [[1], [2], [3], [4]]],
  ])('filling down: %s', async (_, seed, filled) => {
    const { onSheet, values } = await openExcel();
    await onSheet((sheet) => {
      const range = sheet.getRange('A1').getAbsoluteResizedRange(seed.length, 1);
      range.formulas = seed;
      range.autoFill('A1:A4');
    });
    expect(await values('A1:A4')).toEqual(filled);
  });
});

describe('finding and ordering', () => {
  const grid = [
    ['Agent', 'Appels'],
    ['Zoé', 12],
    ['anna', 30],
    ['Marc', ''],
    ['Léa', 30],
  ];

  test('rows sort by a column, blanks last, equal rows in their order', async () => {
    const { onSheet, values } = await openExcel();
    await onSheet((sheet) => {
      sheet.getRange('A1:B5').values = grid;
      sheet.getRange('A1:B5').sort.apply([{ key: 1, ascending: false }], false, true);
    });
    expect(await values('A1:B5')).toEqual([grid[0], grid[2], grid[4], grid[1], grid[3]]);
  });

  test('find looks at shown text, whatever the case unless told', async () => {
    const { onSheet } = await openExcel();
    const [any, exact] = await onSheet((sheet) => {
      sheet.getRange('A1:B5').values = grid;
      const range = sheet.getRange('A1:B5');
      return [
        range.findOrNullObject('ANN', {}).load('address'),
        range.findOrNullObject('ANN', { matchCase: true }).load('address'),
      ] as const;
    });
    expect([any.address, exact.isNullObject]).toEqual(['Sheet1!A3', true]);
  });

  test('replaceAll gives how many cells it changed', async () => {
    const { onSheet, values } = await openExcel();
    const count = await onSheet((sheet) => {
      sheet.getRange('A1:A3').values = [['a-b'], ['b'], ['c']];
      return sheet.getRange('A1:A3').replaceAll('b', 'z', {});
    });
    expect([count.value, await values('A1:A3')]).toEqual([2, [['a-z'], ['z'], ['c']]]);
  });

  test('repeated rows go, the others move up', async () => {
    const { onSheet, values } = await openExcel();
    const result = await onSheet((sheet) => {
      sheet.getRange('A1:B5').values = [
        ['k', 'v'],
        [1, 'a'],
        [2, 'b'],
        [1, 'c'],
        [3, 'd'],
      ];
      return sheet.getRange('A1:B5').removeDuplicates([0], true).load('removed,uniqueRemaining');
    });
    expect([result.removed, result.uniqueRemaining]).toEqual([1, 3]);
    expect(await values('A1:B5')).toEqual([
      ['k', 'v'],
      [1, 'a'],
      [2, 'b'],
      [3, 'd'],
      ['', ''],
    ]);
  });

  test.each([
    ['blanks', 'Blanks', undefined, 'Sheet1!B4'],
    ['constants that are text', 'Constants', 'Text', 'Sheet1!A1:B1,Sheet1!A2:A5'],
    ['constants that are numbers', 'Constants', 'Numbers', 'Sheet1!B2:B3,Sheet1!B5'],
    ['formulas', 'Formulas', undefined, 'Sheet1!C1'],
  ] as const)('special cells: %s', async (_, type, kind, address) => {
    const { onSheet } = await openExcel();
    const areas = await onSheet((sheet) => {
      sheet.getRange('A1:B5').values = grid;
      if (type === 'Formulas') sheet.getRange('C1').formulas = [['=1']];
      return sheet
        .getRange('A1:C5')
        .getSpecialCells(type as never, kind as never)
        .load('address');
    });
    expect(areas.address).toBe(address);
  });
});
