import { runScript } from '../../src/embedded/host/runScript';
import { createEmbeddedExcel, type EmbeddedExcel, type EmbeddedExcelOptions } from '../../src/embedded/index';
import { ApiError } from '../../src/embedded/richapi/apiError';
import { FileRefusal } from '../../src/embedded/xlsx/problem';

const opened: EmbeddedExcel[] = [];
/** Errors of the host itself: there must be none. */
const mistakes: unknown[] = [];

const open = async (options: EmbeddedExcelOptions = {}): Promise<EmbeddedExcel> => {
  const excel = await createEmbeddedExcel({
    onUnexpected: (error) => mistakes.push(error),
    ...options,
  });
  opened.push(excel);
  return excel;
};

afterEach(() => {
  for (const { close } of opened.splice(0)) close();
  expect(mistakes.splice(0)).toEqual([]);
});

/** An ordinary script, as in Script Lab: what an add-in does to make a small report. */
const report = `
await Excel.run(async (context) => {
  const sheet = context.workbook.worksheets.add('Suivi');
  sheet.getRange('A1:B4').values = [['Jour', 'Appels'], [45292, 120], [45293, 80], [45294, 100]];
  sheet.getRange('A2:A4').numberFormat = [['dd/mm/yyyy'], ['dd/mm/yyyy'], ['dd/mm/yyyy']];
  const table = sheet.tables.add('A1:B4', true);
  table.name = 'Appels';
  sheet.getRange('D1').formulas = [['=SUM(Appels[Appels])']];

  const chart = sheet.charts.add('Line', sheet.getRange('A1:B4'), 'Columns');
  chart.title.text = 'Appels par jour';

  const format = sheet.getRange('B2:B4').conditionalFormats.add(Excel.ConditionalFormatType.custom);
  format.custom.rule.formula = '=B2>110';
  format.custom.format.fill.color = '#FDE7E9';

  sheet.pageLayout.orientation = Excel.PageOrientation.landscape;
  sheet.pageLayout.paperSize = Excel.PaperType.a4;
  sheet.activate();
  await context.sync();
});`;

const readBack = `
return await Excel.run(async (context) => {
  const sheet = context.workbook.worksheets.getItem('Suivi');
  const range = sheet.getRange('A1:D4').load('values,text,formulas');
  const format = sheet.getRange('B2:B4').conditionalFormats.getItemAt(0).load('type,custom/rule/formula');
  sheet.tables.load('items/name');
  sheet.pageLayout.load('orientation,paperSize');
  const active = context.workbook.worksheets.getActiveWorksheet().load('name');
  await context.sync();
  return {
    total: range.values[0][3], formula: range.formulas[0][3], day: range.text[1][0],
    tables: sheet.tables.items.map((table) => table.name),
    rule: format.custom.rule.formula,
    page: [sheet.pageLayout.orientation, sheet.pageLayout.paperSize], active: active.name,
  };
});`;

const expected = {
  total: 300,
  formula: '=SUM(Appels[Appels])',
  day: '01/01/2024',
  tables: ['Appels'],
  rule: '=B2>110',
  page: ['Landscape', 'A4'],
  active: 'Suivi',
};

const readChart = `
return await Excel.run(async (context) => {
  const chart = context.workbook.worksheets.getItem('Suivi').charts.getItemAt(0).load('title/text,chartType');
  chart.series.load('items/name');
  await context.sync();
  return [chart.title.text, chart.chartType, chart.series.items.map((series) => series.name)];
});`;

test('a script writes a sheet, a table, a chart, a conditional format and a page, and reads them back', async () => {
  const excel = await open();
  await runScript(report, excel);
  expect(await runScript(readBack, excel)).toEqual(expected);
  expect(await runScript(readChart, excel)).toEqual(['Appels par jour', 'Line', ['Appels']]);
});

test('all of it is in the saved file', async () => {
  const excel = await open();
  await runScript(report, excel);
  const again = await open({ bytes: excel.save(), fileName: 'suivi.xlsx' });
  expect(await runScript(readBack, again)).toEqual(expected);
  expect(again.book.sheet('Suivi')?.shapes.map(({ kind }) => kind)).toEqual(['chart']);
});

test.each([
  ['fr-FR', 'Feuil1', 'Classeur1.xlsx'],
  ['en-US', 'Sheet1', 'Book1.xlsx'],
] as const)('a new workbook is named as Excel in %s names it', async (locale, sheet, file) => {
  const { Excel, Office } = await open({ locale });
  const context = new Excel.RequestContext();
  const active = context.workbook.worksheets.getActiveWorksheet().load('name');
  await context.sync();
  expect([active.name, Office.context.document.url, Office.context.displayLanguage]).toEqual([sheet, file, locale]);
});

test('two workbooks are open at once and know nothing of each other', async () => {
  const [one, other] = [await open(), await open()];
  const write = (excel: EmbeddedExcel, value: number): Promise<unknown> =>
    runScript(
      `await Excel.run(async (context) => {
         context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[${String(value)}]];
         await context.sync();
       });`,
      excel,
    );
  await Promise.all([write(one, 1), write(other, 2)]);
  expect([one, other].map(({ book }) => book.sheets[0]?.cell(0, 0)?.value)).toEqual([1, 2]);
});

test('bytes that are no workbook are refused with their problem', async () => {
  const attempt = open({ bytes: new TextEncoder().encode('Bonjour'), fileName: 'lettre.txt' });
  await expect(attempt).rejects.toBeInstanceOf(FileRefusal);
  await expect(attempt).rejects.toMatchObject({ problem: { code: 'file-not-workbook', params: { file: 'lettre.txt' } } });
});

test('settings saved by Office and by Excel are the same, and stay in the file', async () => {
  const excel = await open();
  const { settings } = excel.Office.context.document;
  settings.set('rythme', { jours: 7 });
  await new Promise((resolve) => {
    settings.saveAsync(resolve);
  });
  const read = `return await Excel.run(async (context) => {
    const setting = context.workbook.settings.getItem('rythme').load('value');
    await context.sync();
    return setting.value;
  });`;
  expect(await runScript(read, excel)).toEqual({ jours: 7 });
  const again = await open({ bytes: excel.save() });
  expect(again.Office.context.document.settings.get('rythme')).toEqual({ jours: 7 });
});

describe('events of the workbook', () => {
  const heard = async (listen: string, act: string): Promise<unknown> =>
    runScript(
      `const heard = [];
       await Excel.run(async (context) => {
         const sheets = context.workbook.worksheets;
         const sheet = sheets.getActiveWorksheet();
         ${listen}
         await context.sync();
       });
       await Excel.run(async (context) => {
         const sheets = context.workbook.worksheets;
         const sheet = sheets.getActiveWorksheet();
         ${act}
         await context.sync();
       });
       await new Promise((resolve) => setTimeout(resolve, 20));
       return heard;`,
      await open(),
    );

  test.each([
    [
      'a change of cells',
      `sheet.onChanged.add(async (event) => { heard.push(event.address); });`,
      `sheet.getRange('B2:C3').values = [[1, 2], [3, 4]];`,
      ['B2:C3'],
    ],
    [
      'a sheet added and activated',
      `sheets.onAdded.add(async (event) => { heard.push(event.type); });
       sheets.onActivated.add(async (event) => { heard.push(event.type); });`,
      `sheets.add('Neuve').activate();`,
      ['WorksheetAdded', 'WorksheetActivated'],
    ],
    [
      'a sheet deleted',
      `sheets.add('Courte'); sheets.onDeleted.add(async (event) => { heard.push(event.type); });`,
      `sheets.getItem('Courte').delete();`,
      ['WorksheetDeleted'],
    ],
    [
      'a change in a table',
      `const table = sheet.tables.add('A1:B3', true);
       table.onChanged.add(async (event) => { heard.push([event.type, event.address]); });`,
      `sheet.getRange('B2').values = [[5]];`,
      [['TableChanged', 'B2']],
    ],
    [
      'another selection',
      `sheet.onSelectionChanged.add(async (event) => { heard.push(event.address); });`,
      `sheet.getRange('C3').select();`,
      ['C3'],
    ],
  ])('%s is heard', async (_case, listen, act, expectedEvents) => {
    expect(await heard(listen, act)).toEqual(expectedEvents);
  });
});

describe('circumstances', () => {
  test('a refused action leaves what came before it', async () => {
    const excel = await open();
    excel.host.conditions.refuseAction(8, new ApiError('AccessDenied'));
    const write = runScript(
      `await Excel.run(async (context) => {
         const sheet = context.workbook.worksheets.getActiveWorksheet();
         for (const address of ['A1', 'A2', 'A3', 'A4']) sheet.getRange(address).values = [[address]];
         await context.sync();
       });`,
      excel,
    );
    await expect(write).rejects.toMatchObject({ code: 'AccessDenied' });
    const written = ['A1', 'A2', 'A3', 'A4'].map((_address, row) => excel.book.sheets[0]?.cell(row, 0)?.value ?? null);
    expect(written.at(0)).toBe('A1');
    expect(written.at(-1)).toBeNull();
  });

  test('what the host declares is what it serves: 1.12 has no Table.resize', async () => {
    const resize = `await Excel.run(async (context) => {
      const table = context.workbook.worksheets.getActiveWorksheet().tables.add('A1:B3', true);
      await context.sync();
      table.resize('A1:B5');
      await context.sync();
    });`;
    await expect(runScript(resize, await open())).rejects.toMatchObject({
      code: 'ApiNotFound',
      debugInfo: { errorLocation: 'Table.resize' },
    });
    await expect(runScript(resize, await open({ excelApi: '1.13' }))).resolves.toBeUndefined();
  });
});

describe('errors of Excel', () => {
  test.each<[string, string, object]>([
    [
      'what was not loaded',
      `const range = sheet.getRange('A1').load('address');
       await context.sync();
       return range.values;`,
      { code: 'PropertyNotLoaded', debugInfo: { errorLocation: 'Range.values' } },
    ],
    [
      'a sheet that is not there',
      `context.workbook.worksheets.getItem('Absente').load('name');
       await context.sync();`,
      {
        code: 'ItemNotFound',
        debugInfo: { errorLocation: 'WorksheetCollection.getItem', statement: 'var worksheet = worksheets.getItem(...);' },
      },
    ],
    [
      'a table that is not there',
      `sheet.tables.getItem('Absente').load('name');
       await context.sync();`,
      { code: 'ItemNotFound', debugInfo: { errorLocation: 'TableCollection.getItem' } },
    ],
    [
      'where a range stands, which came with 1.10',
      `sheet.getRange('B2').load('left');
       await context.sync();`,
      { code: 'ApiNotFound', debugInfo: { errorLocation: 'Range.left' } },
    ],
    [
      'how a shape follows its cells, which came with 1.10',
      `const shape = sheet.shapes.addGeometricShape('Sun');
       shape.placement = 'Absolute';
       await context.sync();`,
      { code: 'ApiNotFound', debugInfo: { errorLocation: 'Shape.placement' } },
    ],
  ])('%s is refused on a host of 1.9', async (_case, work, error) => {
    const excel = await open({ excelApi: '1.9' });
    const refusal: unknown = await runScript(
      `return Excel.run(async (context) => {
         const sheet = context.workbook.worksheets.getActiveWorksheet();
         ${work}
       });`,
      excel,
    ).catch((thrown: unknown) => thrown);
    expect(refusal).toBeInstanceOf(excel.OfficeExtension.Error);
    expect(refusal).toMatchObject(error);
  });

  test('a host of 1.10 has the members of 1.10, and 1.9 those of 1.9', async () => {
    const read = (member: string): string => `return Excel.run(async (context) => {
      const shape = context.workbook.worksheets.getActiveWorksheet().shapes.addGeometricShape('Sun').load('${member}');
      await context.sync();
      return shape.${member};
    });`;
    expect(await runScript(read('placement'), await open({ excelApi: '1.10' }))).toBe('TwoCell');
    expect(await runScript(read('geometricShapeType'), await open({ excelApi: '1.9' }))).toBe('Sun');
  });
});
