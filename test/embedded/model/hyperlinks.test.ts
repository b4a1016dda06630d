import { closeExcel, openExcel, refusal } from './excel';
import { open } from '../xlsx/workbookFile';

afterEach(closeExcel);

const link = { documentReference: "'Dictionnaire'!A5", screenTip: 'Définition' };

describe('range.hyperlink', () => {
  test('links a cell that keeps its text, in the look that Excel gives links', async () => {
    const excel = await openExcel();
    const [set, font, values] = await excel.onSheet(async (sheet, context) => {
      const cell = sheet.getRange('B2');
      cell.values = [['QS']];
      cell.format.font.bold = true;
      cell.hyperlink = link;
      cell.load('hyperlink,values,format/font/color,format/font/underline,format/font/bold');
      await context.sync();
      const { color, underline, bold } = cell.format.font;
      return [cell.hyperlink, { color, underline, bold }, cell.values];
    });
    expect(set).toEqual({ ...link, textToDisplay: 'QS' });
    expect(font).toEqual({ color: '#0563C1', underline: 'Single', bold: false });
    expect(values).toEqual([['QS']]);
  });

  test.each<[string, Excel.RangeHyperlink, string]>([
    ['its place', { documentReference: 'Sheet1!A1' }, 'Sheet1!A1'],
    ['its address', { address: 'https://exemple.fr' }, 'https://exemple.fr'],
    ['the text given', { address: 'https://exemple.fr', textToDisplay: 'Le site' }, 'Le site'],
  ])('an empty cell that is linked shows %s', async (_, hyperlink, shown) => {
    const excel = await openExcel();
    await excel.onSheet((sheet) => void (sheet.getRange('A1').hyperlink = hyperlink));
    expect(await excel.values('A1')).toEqual([[shown]]);
  });

  test('a link without a target is refused', async () => {
    const excel = await openExcel();
    expect(await refusal(excel.onSheet((sheet) => void (sheet.getRange('A1').hyperlink = { screenTip: 'où ?' })))).toBe(
      'InvalidArgument',
    );
  });

  const after = async (change: (sheet: Excel.Worksheet) => void): Promise<string[]> => {
    const excel = await openExcel();
    await excel.onSheet(async (sheet, context) => {
      sheet.getRange('B2:B4').values = [['a'], ['b'], ['c']];
      sheet.getRange('B3').hyperlink = link;
      await context.sync();
      change(sheet);
    });
    return excel.onSheet(async (sheet, context) => {
      const cells = ['B2', 'B3', 'B4', 'C3'].map((address) => ({ address, range: sheet.getRange(address).load('hyperlink') }));
      await context.sync();
      return cells.filter(({ range }) => (range.hyperlink as unknown) !== null).map(({ address }) => address);
    });
  };

  test.each<[string, (sheet: Excel.Worksheet) => void, string[]]>([
    ['stays where a value is written over it', (sheet) => (sheet.getRange('B3').values = [['neuf']]), ['B3']],
    ['goes down with an inserted row', (sheet) => sheet.getRange('2:2').insert('Down'), ['B4']],
    ['goes right with inserted cells', (sheet) => sheet.getRange('B3').insert('Right'), ['C3']],
    ['goes away with its row', (sheet) => sheet.getRange('3:3').delete('Up'), []],
    ['is cleared with everything', (sheet) => sheet.getRange('A1:C3').clear(), []],
    ['is cleared with the contents', (sheet) => sheet.getRange('B3').clear('Contents'), []],
    ['is cleared by itself', (sheet) => sheet.getRange('B3').clear('Hyperlinks'), []],
    ['stays where only formats are cleared', (sheet) => sheet.getRange('B3').clear('Formats'), ['B3']],
  ])('a link %s', async (_, change, linked) => {
    expect(await after(change)).toEqual(linked);
  });

  test('clearing links alone leaves text and look, removing them takes the look too', async () => {
    const excel = await openExcel();
    const fonts = await excel.onSheet(async (sheet, context) => {
      sheet.getRange('A1:A2').values = [['a'], ['b']];
      for (const address of ['A1', 'A2']) sheet.getRange(address).hyperlink = link;
      sheet.getRange('A1').clear('Hyperlinks');
      sheet.getRange('A2').clear('RemoveHyperlinks');
      const cells = ['A1', 'A2'].map((address) => sheet.getRange(address).load('format/font/underline'));
      await context.sync();
      return cells.map((cell) => cell.format.font.underline);
    });
    expect(fonts).toEqual(['Single', 'None']);
    expect(await excel.values('A1:A2')).toEqual([['a'], ['b']]);
  });

  test.each(['All', 'Contents', 'Hyperlinks', 'RemoveHyperlinks'] as const)(
    'on a protected sheet clear("%s") is refused, and the link stays',
    async (applyTo) => {
      const excel = await openExcel();
      await excel.onSheet((sheet) => {
        sheet.getRange('A1').hyperlink = link;
        sheet.protection.protect();
      });
      expect(await refusal(excel.onSheet((sheet) => sheet.getRange('A1').clear(applyTo)))).toBe('AccessDenied');
      expect(
        await excel.onSheet(async (sheet, context) => {
          const cell = sheet.getRange('A1').load('hyperlink');
          await context.sync();
          return cell.hyperlink.documentReference;
        }),
      ).toBe(link.documentReference);
    },
  );

  test('links are in the saved file', async () => {
    const excel = await openExcel();
    await excel.onSheet((sheet) => {
      sheet.getRange('A1').hyperlink = { documentReference: "'Été & hiver'!A1", screenTip: 'Aller à l’été' };
      sheet.getRange('B2:C3').hyperlink = { address: 'https://exemple.fr/?a=1&b=2' };
    });
    const [sheet] = open(excel.save()).book.sheets;
    expect(sheet?.hyperlinks).toEqual([
      { area: { row: 0, column: 0, rows: 1, columns: 1 }, place: "'Été & hiver'!A1", tip: 'Aller à l’été' },
      { area: { row: 1, column: 1, rows: 2, columns: 2 }, address: 'https://exemple.fr/?a=1&b=2' },
    ]);
  });
});
