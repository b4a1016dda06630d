import { createEmbeddedExcel, type EmbeddedExcel } from '../../src/embedded';
import { watchChanges, type WorkbookChange } from '../../src/excel/changes';
import { excelWorkbook } from '../../src/excel/workbook';
import { valueOf } from '../core/grid';

let excel: EmbeddedExcel;
const heard: WorkbookChange[] = [];
beforeEach(async () => {
  excel = await createEmbeddedExcel({ excelApi: '1.14' });
  heard.length = 0;
});
afterEach(() => excel.close());

const told = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
const type = (): Promise<void> =>
  excel.Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[4]];
    await context.sync();
  });

test('a cell that is typed over, a sheet that comes and one that goes are told, until nobody listens', async () => {
  const stop = await watchChanges(excel, (change) => heard.push(change));
  await type();
  await told();
  expect(heard).toEqual([{ remote: false }]);
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.add('Notes');
    await context.sync();
    context.workbook.worksheets.getItem('Notes').delete();
    await context.sync();
  });
  await told();
  expect(heard).toHaveLength(3);
  await stop?.();
  await type();
  await told();
  expect(heard).toHaveLength(3);
});

test('what the add-in itself writes is told as well', async () => {
  await watchChanges(excel, (change) => heard.push(change));
  valueOf(
    await excelWorkbook(excel).write({
      sheets: [{ name: 'Semaine', owner: 'own', blocks: [{ row: 0, column: 0, cells: [[{ number: 4 }]] }] }],
      names: [],
    }),
  );
  await told();
  expect(heard.length).toBeGreaterThan(0);
});

test('an Excel that refuses to tell is no error', async () => {
  excel.host.conditions.cellEditing = true;
  expect(await watchChanges(excel, (change) => heard.push(change))).toBeNull();
});
