import { existsSync, writeFileSync } from 'node:fs';
import { createEmbeddedExcel } from '../../src/embedded';
import { meteo, workFolder } from './terminal';

const folder = workFolder();
afterAll(() => folder.remove());

const script = (name: string, text: string): string => {
  writeFileSync(folder.path(name), text);
  return folder.path(name);
};

/** What an add-in does to make a small report, as a person would paste it. */
const report = (): string =>
  script(
    'report.js',
    `return Excel.run(async (context) => {
       const sheet = context.workbook.worksheets.add('Suivi');
       sheet.getRange('A1:C4').values = [
         ['Jour', 'Appels', 'Décrochés'], [45292, 120, 108], [45293, 80, 60], [45294, 100, 95],
       ];
       sheet.getRange('A2:A4').numberFormat = [['dd/mm/yyyy'], ['dd/mm/yyyy'], ['dd/mm/yyyy']];
       const table = sheet.tables.add('A1:C4', true);
       table.name = 'Appels';
       table.style = 'TableStyleLight9';
       sheet.getRange('E1:E2').formulas = [['=SUM(Appels[Appels])'], ['=SUM(Appels[Décrochés])/E1']];

       const chart = sheet.charts.add('Line', sheet.getRange('B1:B4'), 'Columns');
       chart.name = 'Courbe';
       chart.title.text = 'Appels par jour';

       const format = sheet.getRange('B2:B4').conditionalFormats.add(Excel.ConditionalFormatType.custom);
       format.custom.rule.formula = '=B2>110';
       format.custom.format.fill.color = '#FDE7E9';

       sheet.pageLayout.orientation = Excel.PageOrientation.landscape;
       sheet.pageLayout.paperSize = Excel.PaperType.a4;
       sheet.pageLayout.setPrintArea('A1:E20');
       const result = sheet.getRange('E1:E2').load('values');
       await context.sync();
       return { total: result.values[0][0], rate: result.values[1][0] };
     });`,
  );

/** Reads all of it back, in a workbook that was opened anew. */
const reading = (): string =>
  script(
    'reading.js',
    `return Excel.run(async (context) => {
       const sheet = context.workbook.worksheets.getItem('Suivi');
       const cells = sheet.getRange('A1:E4').load('values,text,formulas');
       const table = sheet.tables.getItem('Appels').load('style');
       const where = table.getRange().load('address');
       const chart = sheet.charts.getItem('Courbe').load('chartType,title/text');
       chart.series.load('items/name');
       const format = sheet.getRange('B2:B4').conditionalFormats.getItemAt(0)
         .load('custom/rule/formula,custom/format/fill/color');
       sheet.pageLayout.load('orientation,paperSize');
       const printed = sheet.pageLayout.getPrintArea().load('address');
       await context.sync();
       return {
         day: cells.text[1][0], calls: cells.values.slice(1).map((line) => line[1]),
         formulas: cells.formulas.slice(0, 2).map((line) => line[4]), results: cells.values.slice(0, 2).map((line) => line[4]),
         table: [where.address, table.style],
         chart: [chart.chartType, chart.title.text, chart.series.items.map((series) => series.name)],
         format: [format.custom.rule.formula, format.custom.format.fill.color],
         page: [sheet.pageLayout.orientation, sheet.pageLayout.paperSize, printed.address],
       };
     });`,
  );

const held = {
  day: '01/01/2024',
  calls: [120, 80, 100],
  formulas: ['=SUM(Appels[Appels])', '=SUM(Appels[Décrochés])/E1'],
  results: [300, 263 / 300],
  table: ['Suivi!A1:C4', 'TableStyleLight9'],
  chart: ['Line', 'Appels par jour', ['Appels']],
  format: ['=B2>110', '#FDE7E9'],
  page: ['Landscape', 'A4', 'Suivi!A1:E20'],
};

const emptyWorkbook = async (name: string): Promise<string> => {
  const excel = await createEmbeddedExcel();
  writeFileSync(folder.path(name), excel.save());
  excel.close();
  return folder.path(name);
};

/** A workbook with one value of somebody's, made by a script on a new workbook: `A1` of its first sheet. */
const somebodys = async (name: string): Promise<string> => {
  const note = script(
    'note.js',
    `await Excel.run(async (context) => {
       context.workbook.worksheets.getItem('Feuil1').getRange('A1').values = [['à moi']];
       await context.sync();
     });`,
  );
  const input = await emptyWorkbook('empty.xlsx');
  expect(await meteo('run', note, input, folder.path(name))).toMatchObject({ status: 0, out: 'null\n' });
  return folder.path(name);
};

test('a script makes a report in a file, what it returns is printed, and the saved file holds it all', async () => {
  const input = await somebodys('input.xlsx');
  const output = folder.path('output.xlsx');
  const made = await meteo('run', report(), input, output);
  expect({ ...made, out: JSON.parse(made.out) as unknown }).toEqual({
    status: 0,
    out: { total: 300, rate: 263 / 300 },
    err: '',
  });
  const again = await meteo('run', reading(), output);
  expect(again).toMatchObject({ status: 0, err: '' });
  expect(JSON.parse(again.out)).toEqual(held);
  const first = script(
    'first.js',
    `return Excel.run(async (context) => {
       context.workbook.worksheets.load('items/name');
       const cell = context.workbook.worksheets.getItem('Feuil1').getRange('A1').load('values');
       await context.sync();
       return [context.workbook.worksheets.items.map((sheet) => sheet.name), cell.values[0][0]];
     });`,
  );
  expect(JSON.parse((await meteo('run', first, output)).out)).toEqual([['Feuil1', 'Suivi'], 'à moi']);
  expect(JSON.parse((await meteo('run', first, input)).out)).toEqual([['Feuil1'], 'à moi']);
});

test('a script that fails says the error of Excel, and nothing is written', async () => {
  const failing = script(
    'failing.js',
    `await Excel.run(async (context) => {
       context.workbook.worksheets.add('Perdue');
       context.workbook.worksheets.getItem('Absente').load('name');
       await context.sync();
     });`,
  );
  const output = folder.path('nothing.xlsx');
  const said = await meteo('run', failing, await emptyWorkbook('empty.xlsx'), output);
  expect(said).toMatchObject({ status: 1, out: '' });
  expect(said.err).toMatch(/^ItemNotFound: /);
  expect(existsSync(output)).toBe(false);
});
