import { runScript } from '../../../src/embedded/host/runScript';
import { closeAll, openSmall } from './openSmall';

afterEach(closeAll);

const readA1 = `
  const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
  range.values = [[7]];
  range.load('values');
  await context.sync();`;

test.each([
  ['what it returns', `return await Excel.run(async (context) => {${readA1}\n return range.values[0][0];\n});`, 7],
  [
    'what its run gave, when it does not wait for it',
    `Excel.run(async (context) => {${readA1}\n return range.values[0][0] + 1;\n});`,
    8,
  ],
  ['nothing', 'const unused = 1;', undefined],
  ['what it knows of Office', 'return Office.context.host;', 'Excel'],
])('a script gives %s', async (_case, source, expected) => {
  expect(await runScript(source, await openSmall())).toEqual(expected);
});

test('an error of the host reaches the caller with its code', async () => {
  const source = `await Excel.run(async (context) => { context.workbook.worksheets.getItem('Z').load('name'); await context.sync(); });`;
  await expect(runScript(source, await openSmall())).rejects.toMatchObject({ code: 'ItemNotFound' });
});

test('an error that the script handles is not one', async () => {
  const source = `
    let code;
    await Excel.run(async (context) => { context.workbook.worksheets.getItem('Z').load('name'); await context.sync(); })
      .catch((error) => { code = error.code; });
    return code;`;
  expect(await runScript(source, await openSmall())).toBe('ItemNotFound');
});

test('text that is no script is a SyntaxError, at its own line', async () => {
  const error: unknown = await runScript('const a = 1;\nconst b = ;', await openSmall(), { fileName: 'broken.js' }).catch(
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ name: 'SyntaxError', stack: expect.stringContaining('broken.js:2') as string });
});

test('its console is the one it is given', async () => {
  const lines: unknown[][] = [];
  const log = (...values: unknown[]): number => lines.push(values);
  await runScript(`console.log('sheets', 1);`, await openSmall(), { console: { ...console, log } });
  expect(lines).toEqual([['sheets', 1]]);
});
