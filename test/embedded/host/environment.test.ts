/**
 * @jest-environment ./test/officeEnvironment.ts
 * @jest-environment-options {"locale": "fr-FR", "excelApi": "1.9"}
 */

test('the real office.js runs in the realm of the test, on a workbook of its own', async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const range = sheet.getRange('A1:B2');
    range.values = [
      [1, 'x'],
      [true, '=A1+1'],
    ];
    range.load('values');
    sheet.load('name');
    await context.sync();
    return [sheet.name, range.values as unknown];
  });
  expect(seen).toStrictEqual([
    'Feuil1',
    [
      [1, 'x'],
      [true, 2],
    ],
  ]);
  expect(embedded.book.sheets[0]?.cell(0, 1)?.value).toBe('x');
});

test('its errors are those of the client', async () => {
  const missing = Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Absente').load('name');
    await context.sync();
  });
  await expect(missing).rejects.toBeInstanceOf(OfficeExtension.Error);
  await expect(missing).rejects.toMatchObject({ code: 'ItemNotFound' });
});

test('the options of the file are those of its host', () => {
  expect(Office.context.requirements.isSetSupported('ExcelApi', '1.9')).toBe(true);
  expect(Office.context.requirements.isSetSupported('ExcelApi', '1.10')).toBe(false);
  expect(Office.context.displayLanguage).toBe('fr-FR');
});
