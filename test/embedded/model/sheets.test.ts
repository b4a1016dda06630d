import { closeExcel, openExcel, refusal } from './excel';

afterEach(closeExcel);

const namesOf = async (context: Excel.RequestContext): Promise<string[]> => {
  const sheets = context.workbook.worksheets.load('items/name');
  await context.sync();
  return sheets.items.map(({ name }) => name);
};

describe('sheets', () => {
  test.each([
    ['empty', '', 'InvalidArgument'],
    ['of 32 characters', 'a'.repeat(32), 'InvalidArgument'],
    ['with a slash', 'S1/S2', 'InvalidArgument'],
    ['with an apostrophe at its end', "l'", 'InvalidArgument'],
    ['that Excel keeps for itself', 'History', 'InvalidArgument'],
    ['that is taken, in other case', 'SHEET1', 'ItemAlreadyExists'],
    ['of 31 characters', 'a'.repeat(31), 'nothing'],
    ['with an apostrophe inside', "L'été", 'nothing'],
  ])('a name %s', async (_, name, code) => {
    const { Excel } = await openExcel();
    const running = Excel.run(async (context) => {
      context.workbook.worksheets.add(name);
      await context.sync();
    });
    expect(await refusal(running)).toBe(code);
  });

  test('a new sheet goes to the end, unnamed ones count on, and none of them becomes active', async () => {
    const { Excel } = await openExcel();
    const [names, active] = await Excel.run(async (context) => {
      context.workbook.worksheets.add('Suivi');
      context.workbook.worksheets.add();
      const sheet = context.workbook.worksheets.getActiveWorksheet().load('name');
      return [await namesOf(context), sheet.name] as const;
    });
    expect([names, active]).toEqual([['Sheet1', 'Suivi', 'Sheet3'], 'Sheet1']);
  });

  test('a renamed sheet keeps its id, and formulas, names and charts follow', async () => {
    const { Excel, book } = await openExcel();
    const [formula, name] = await Excel.run(async (context) => {
      const data = context.workbook.worksheets.getActiveWorksheet();
      data.getRange('A1:A2').values = [['n'], [2]];
      data.charts.add('Line', data.getRange('A1:A2'), 'Columns');
      context.workbook.names.add('n', data.getRange('A2'));
      const other = context.workbook.worksheets.add('Autre');
      other.getRange('A1').formulas = [['=Sheet1!A2&"Sheet1!A2"']];
      data.name = "Données d'août";
      const cell = other.getRange('A1').load('formulas');
      const item = context.workbook.names.getItem('n').load('formula');
      await context.sync();
      return [cell.formulas[0]?.[0] as string, item.formula as string];
    });
    expect(formula).toBe(`='Données d''août'!A2&"Sheet1!A2"`);
    expect(name).toBe("='Données d''août'!$A$2");
    expect(book.sheets[0]?.shapes[0]?.chart?.series[0]?.values).toBe("'Données d''août'!$A$2");
  });

  test('a deleted sheet leaves #REF! where formulas meant it', async () => {
    const { Excel } = await openExcel();
    const cell = await Excel.run(async (context) => {
      const first = context.workbook.worksheets.getActiveWorksheet();
      const other = context.workbook.worksheets.add('Autre');
      first.getRange('A1').formulas = [['=SUM(Autre!A1:A3)+1']];
      other.delete();
      const range = first.getRange('A1').load('formulas,values');
      await context.sync();
      return [range.formulas, range.values];
    });
    expect(cell).toEqual([[['=SUM(#REF!)+1']], [['#REF!']]]);
  });

  test('the last visible sheet can neither be deleted nor hidden', async () => {
    const { onSheet } = await openExcel();
    expect(await refusal(onSheet((sheet) => sheet.delete()))).toBe('InvalidOperation');
    expect(await refusal(onSheet((sheet) => void (sheet.visibility = 'Hidden')))).toBe('InvalidOperation');
  });

  test('order: position, first, last, neighbours', async () => {
    const { Excel } = await openExcel();
    const found = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      for (const name of ['B', 'C', 'D']) worksheets.add(name);
      worksheets.getItem('D').position = 0;
      worksheets.getItem('C').visibility = 'Hidden';
      const after = worksheets.getItem('B').getNextOrNullObject(true).load('name');
      const before = worksheets.getItem('B').getPrevious().load('name');
      const last = worksheets.getLast(true).load('name');
      const count = worksheets.getCount(true);
      return [await namesOf(context), after.isNullObject, before.name, last.name, count.value];
    });
    expect(found).toEqual([['D', 'Sheet1', 'B', 'C'], true, 'Sheet1', 'B', 3]);
  });

  test('a copy has the cells, the table under a new name, and formulas that point at itself', async () => {
    const { Excel } = await openExcel();
    const found = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:B2').values = [
        ['a', 'b'],
        [1, 2],
      ];
      sheet.tables.add('A1:B2', true).name = 'Stock';
      sheet.getRange('D1').formulas = [['=Sheet1!A2+1']];
      const copy = sheet.copy('End');
      copy.load('name');
      copy.tables.load('items/name');
      const cell = copy.getRange('D1').load('formulas,values');
      await context.sync();
      return [copy.name, copy.tables.items.map(({ name }) => name), cell.formulas, cell.values];
    });
    expect(found).toEqual(['Sheet1 (2)', ['Stock1'], [["='Sheet1 (2)'!A2+1"]], [[2]]]);
  });
});

describe('protection', () => {
  test('a protected sheet refuses what its cells lock, and gives in to what they do not', async () => {
    const { onSheet } = await openExcel();
    await onSheet((sheet) => {
      sheet.getRange('B1').format.protection.locked = false;
      sheet.protection.protect();
    });
    expect(await refusal(onSheet((sheet) => void (sheet.getRange('A1').values = [[1]])))).toBe('AccessDenied');
    expect(await refusal(onSheet((sheet) => void (sheet.getRange('B1').values = [[1]])))).toBe('nothing');
    expect(await refusal(onSheet((sheet) => void (sheet.getRange('B1').format.fill.color = 'red')))).toBe('AccessDenied');
    expect(await refusal(onSheet((sheet) => sheet.getRange('2:2').delete('Up')))).toBe('AccessDenied');
    await onSheet((sheet) => sheet.protection.unprotect());
    expect(await refusal(onSheet((sheet) => void (sheet.getRange('A1').values = [[1]])))).toBe('nothing');
  });

  test('what the options allow can be done', async () => {
    const { onSheet } = await openExcel();
    await onSheet((sheet) => sheet.protection.protect({ allowFormatCells: true }));
    expect(await refusal(onSheet((sheet) => void (sheet.getRange('B1').format.fill.color = 'red')))).toBe('nothing');
  });

  test('a protected structure refuses sheets added, renamed, moved and deleted', async () => {
    const { Excel } = await openExcel();
    const attempt = (change: (workbook: Excel.Workbook) => void): Promise<string> =>
      refusal(
        Excel.run(async (context) => {
          change(context.workbook);
          await context.sync();
        }),
      );
    await attempt((workbook) => workbook.protection.protect());
    expect(await attempt((workbook) => workbook.worksheets.add('B'))).toBe('AccessDenied');
    expect(await attempt((workbook) => (workbook.worksheets.getFirst().name = 'B'))).toBe('AccessDenied');
    expect(await attempt((workbook) => (workbook.worksheets.getFirst().visibility = 'Hidden'))).toBe('AccessDenied');
    expect(await attempt((workbook) => (workbook.worksheets.getFirst().getRange('A1').values = [[1]]))).toBe('nothing');
  });

  test('a read-only workbook refuses every change', async () => {
    const { onSheet } = await openExcel({ readOnly: true });
    expect(await refusal(onSheet((sheet) => void (sheet.getRange('A1').values = [[1]])))).toBe('AccessDenied');
  });
});

describe('names', () => {
  test.each([
    ['a range', '=Sheet1!$A$1:$B$2', 'Range', 'Sheet1!$A$1:$B$2'],
    ['a number', '=0.2', 'Double', 0.2],
    ['a whole number', '=3', 'Integer', 3],
    ['a text', '="Lille"', 'String', 'Lille'],
  ])('%s', async (_, formula, type, value) => {
    const { Excel } = await openExcel();
    const item = await Excel.run(async (context) => {
      context.workbook.names.add('n', formula);
      const found = context.workbook.names.getItem('N').load('type,value,formula,scope,visible');
      await context.sync();
      return found.toJSON();
    });
    expect(item).toMatchObject({ type, value, formula, scope: 'Workbook', visible: true });
  });

  test.each([
    ['that reads as a cell', 'A1', 'InvalidArgument'],
    ['with a space', 'taux tva', 'InvalidArgument'],
    ['that begins with a digit', '1er', 'InvalidArgument'],
    ['that is taken', 'Taux', 'ItemAlreadyExists'],
    ['with accents', 'Été', 'nothing'],
  ])('a name %s', async (_, name, code) => {
    const { Excel } = await openExcel();
    const running = Excel.run(async (context) => {
      context.workbook.names.add('taux', '=0.2');
      context.workbook.names.add(name, '=0.2');
      await context.sync();
    });
    expect(await refusal(running)).toBe(code);
  });

  test('a sheet has names of its own, which its addresses see first', async () => {
    const { Excel } = await openExcel();
    const addresses = await Excel.run(async (context) => {
      const first = context.workbook.worksheets.getFirst();
      const second = context.workbook.worksheets.add('B');
      context.workbook.names.add('zone', first.getRange('A1'));
      first.names.add('zone', first.getRange('C3'));
      const own = first.getRange('zone').load('address');
      const global = context.workbook.names.getItem('zone').getRange().load('address');
      const scope = first.names.getItem('zone').load('scope');
      const missing = second.names.getItemOrNullObject('zone').load('name');
      await context.sync();
      return [own.address, global.address, scope.scope, missing.isNullObject];
    });
    expect(addresses).toEqual(['Sheet1!C3', 'Sheet1!A1', 'Worksheet', true]);
  });
});

describe('settings and views', () => {
  test('settings hold any JSON, by key', async () => {
    const { Excel } = await openExcel();
    const value = await Excel.run(async (context) => {
      context.workbook.settings.add('kpi', { seuils: [1, 2], nom: 'Décroché' });
      const setting = context.workbook.settings.getItem('kpi').load('value');
      const none = context.workbook.settings.getItemOrNullObject('autre').load('value');
      await context.sync();
      return [setting.value as unknown, none.isNullObject];
    });
    expect(value).toEqual([{ seuils: [1, 2], nom: 'Décroché' }, true]);
  });

  test('frozen panes, gridlines, headings, tab colour', async () => {
    const { onSheet, book } = await openExcel();
    const location = await onSheet((sheet) => {
      sheet.freezePanes.freezeAt(sheet.getRange('A1:B2'));
      sheet.showGridlines = false;
      sheet.showHeadings = false;
      sheet.tabColor = '#1565C0';
      return sheet.freezePanes.getLocationOrNullObject().load('address');
    });
    expect(location.address).toBe('Sheet1!A1:B2');
    expect(book.sheets[0]).toMatchObject({
      frozen: { rows: 2, columns: 2 },
      showGridlines: false,
      showHeadings: false,
      tabColor: '#1565C0',
    });
  });

  test('the culture is that of the locale', async () => {
    const { Excel } = await openExcel({ locale: 'fr-FR' });
    const culture = await Excel.run(async (context) => {
      const info = context.workbook.application.cultureInfo;
      info.load('name,numberFormat/numberDecimalSeparator,datetimeFormat/shortDatePattern');
      await context.sync();
      return [info.name, info.numberFormat.numberDecimalSeparator, info.datetimeFormat.shortDatePattern];
    });
    expect(culture).toEqual(['fr-FR', ',', 'dd/MM/yyyy']);
  });
});
