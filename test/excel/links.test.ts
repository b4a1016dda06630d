import type { SheetDraft } from '../../src/core/sheet/draft';
import { openEmbedded, type Embedded } from './embedded';

let book: Embedded;
beforeEach(async () => {
  book = await openEmbedded();
});
afterEach(() => book.close());

const write = async (draft: SheetDraft): Promise<void> => {
  const result = await book.port.write({ sheets: [draft], names: [] });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
};

const month: SheetDraft = {
  name: 'Mois',
  owner: 'own',
  blocks: [
    {
      row: 0,
      column: 0,
      cells: [
        [{ text: 'QS' }, { text: 'DMT' }],
        [{ number: 0.9 }, { number: 240 }],
      ],
    },
  ],
  tables: [{ name: 'tblMois', area: { row: 0, column: 0, rows: 2, columns: 2 } }],
  styles: [{ area: { row: 0, column: 0, rows: 1, columns: 1 }, style: { font: { bold: true, color: '#FFFFFF', size: 12 } } }],
  links: [
    { row: 0, column: 0, to: { sheet: "L'été", cell: 'A5' }, tip: 'Définition de QS' },
    { row: 0, column: 1, to: { sheet: 'Feuil1', cell: 'A6' } },
  ],
};

const looked = () =>
  book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Mois');
    const cells = ['A1', 'B1'].map((address) =>
      sheet.getRange(address).load('hyperlink,values,format/font/color,format/font/underline,format/font/bold,format/font/size'),
    );
    await context.sync();
    return cells.map(({ hyperlink, values, format }) => ({
      to: (hyperlink as Excel.RangeHyperlink | null)?.documentReference,
      tip: (hyperlink as Excel.RangeHyperlink | null)?.screenTip,
      text: values[0]?.[0] as unknown,
      color: format.font.color,
      underline: format.font.underline,
      bold: format.font.bold,
      size: format.font.size,
    }));
  });

test('headers lead to their definitions, keep their text, and look as the draft says and not like links', async () => {
  await write(month);
  const plain = { underline: 'None', bold: false, size: 11 };
  expect(await looked()).toEqual([
    { to: "'L''été'!A5", tip: 'Définition de QS', text: 'QS', color: '#FFFFFF', underline: 'None', bold: true, size: 12 },
    { to: "'Feuil1'!A6", tip: '', text: 'DMT', color: '#000000', ...plain },
  ]);
});

test('a link that the draft has no more is gone when the sheet is written again, also from the header of a table that lives on', async () => {
  await write(month);
  await write({ ...month, links: month.links?.slice(0, 1) });
  expect((await looked()).map(({ to }) => to)).toEqual(["'L''été'!A5", undefined]);
});
