import { generateMeteo } from '../../src/actions/generateMeteo';
import type { CellDraft } from '../../src/core/sheet/draft';
import { openEmbedded } from '../excel/embedded';

const MONDAY = 45_663; // 06/01/2025

test.each(['1.14', '1.12'])(
  'what somebody put into the history stays when the next météo is made: an Excel with ExcelApi %s',
  async (excelApi) => {
    const book = await openEmbedded(undefined, excelApi);
    const rows = Array.from({ length: 238 }, (_, day): CellDraft[] => [
      { number: MONDAY + day },
      { number: 200 + (day % 7) * 9 },
      { number: 180 + (day % 7) * 8 },
    ]);
    const header = ['Date', 'Appels reçus', 'Décrochés'].map((text): CellDraft => ({ text }));
    await book.port.write({
      sheets: [
        {
          name: 'Feuil1',
          owner: 'user',
          blocks: [{ row: 0, column: 0, cells: [header, ...rows] }],
          styles: [{ area: { row: 1, column: 0, rows: 238, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }],
        },
      ],
      names: [],
    });
    const generate = (weeks: number) => generateMeteo(book.port, { language: 'fr', issued: MONDAY + weeks * 7, minutes: null });
    expect([(await generate(30)).ok, (await generate(32)).ok]).toEqual([true, true]);
    await book.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Historique météo');
      const table = context.workbook.tables.getItem('tblMeteo');
      table.columns.add(undefined, [['Lu par'], ['Directrice'], ['=1+1']]);
      // Its number cannot be read any more.
      sheet.getRange('A2').values = [['n° 1']];
      sheet.getRange('A2').format.fill.color = '#FFFF00';
      await context.sync();
    });

    const next = await generate(34);
    expect(next).toMatchObject({ ok: true, value: { row: { number: 3 } } });
    const seen = await book.run(async (context) => {
      const table = context.workbook.tables.getItem('tblMeteo');
      const sheet = context.workbook.worksheets.getItem('Historique météo');
      const whole = table.getRange().load('formulas,address');
      const fill = sheet.getRange('A2').format.fill.load('color');
      await context.sync();
      return {
        address: whole.address,
        numbers: whole.formulas.map((line) => line[0] as unknown),
        readers: whole.formulas.map((line) => line[15] as unknown),
        fill: fill.color,
      };
    });
    expect(seen).toEqual({
      address: "'Historique météo'!A1:P4",
      numbers: ['Numéro', 'n° 1', 2, 3],
      readers: ['Lu par', 'Directrice', '=1+1', ''],
      fill: '#FFFF00',
    });
    book.close();
  },
  60_000,
);
