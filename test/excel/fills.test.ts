import type { CellDraft, FillDraft, SheetDraft } from '../../src/core/sheet/draft';
import type { SheetSnapshot } from '../../src/core/sheet/snapshot';
import { openEmbedded, type Embedded } from './embedded';

let book: Embedded;
beforeEach(async () => {
  book = await openEmbedded();
});
afterEach(() => book.close());

const write = async (sheet: SheetDraft, names: { name: string; formula: string }[] = []): Promise<void> => {
  const result = await book.port.write({ sheets: [sheet], names });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
};

const sheetOf = async (name: string): Promise<SheetSnapshot> => {
  const read = await book.port.read({ formulas: true });
  const found = read.ok && read.value.sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
};

const numbers = (rows: readonly (readonly number[])[]): CellDraft[][] => rows.map((row) => row.map((number) => ({ number })));
const filled = (fills: FillDraft[]): SheetDraft => ({
  name: 'Jour',
  owner: 'own',
  blocks: [
    {
      row: 1,
      column: 0,
      cells: numbers([
        [10, 1],
        [20, 2],
        [30, 3],
      ]),
    },
  ],
  fills,
});

test.each<[what: string, formulaR1C1: string, formulas: string[][], values: (number | string)[]]>([
  ['cells of its row', '=RC1*RC[-1]', [['=$A2*B2'], ['=$A3*B3'], ['=$A4*B4']], [10, 40, 90]],
  ['a fixed cell', '=RC1-R2C1', [['=$A2-$A$2'], ['=$A3-$A$2'], ['=$A4-$A$2']], [0, 10, 20]],
  ['a growing range', '=SUM(R2C1:RC1)', [['=SUM($A$2:$A2)'], ['=SUM($A$2:$A3)'], ['=SUM($A$2:$A4)']], [10, 30, 60]],
  ['a whole column', '=SUM(C1)', [['=SUM($A:$A)'], ['=SUM($A:$A)'], ['=SUM($A:$A)']], [60, 60, 60]],
  [
    'another sheet, a name and a text that reads like a reference',
    '=\'Jour\'!RC1&unité&"R1C1"',
    [['=\'Jour\'!$A2&unité&"R1C1"'], ['=\'Jour\'!$A3&unité&"R1C1"'], ['=\'Jour\'!$A4&unité&"R1C1"']],
    ['10 minR1C1', '20 minR1C1', '30 minR1C1'],
  ],
])('one formula for an area means, in each cell, %s', async (_, formulaR1C1, formulas, values) => {
  await write(filled([{ area: { row: 1, column: 2, rows: 3, columns: 1 }, formulaR1C1 }]), [
    { name: 'unité', formula: '=" min"' },
  ]);
  const sheet = await sheetOf('Jour');
  expect(sheet.formulas?.map((row) => row.slice(2))).toEqual(formulas);
  expect(sheet.values.map((row) => row[2])).toEqual(values);
});

test('cells filled before are emptied with their sheet, and what was typed right of them stays', async () => {
  await write({
    ...filled([{ area: { row: 1, column: 2, rows: 3, columns: 1 }, formulaR1C1: '=RC1' }]),
    tables: [{ name: 'tblJour', area: { row: 0, column: 0, rows: 4, columns: 2 } }],
    blocks: [
      { row: 0, column: 0, cells: [[{ text: 'Date' }, { text: 'Appels' }]] },
      { row: 1, column: 0, cells: numbers([[1, 2]]) },
    ],
  });
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Jour').getRange('F2').values = [['ma note']];
    await context.sync();
  });
  await write({
    ...filled([{ area: { row: 1, column: 2, rows: 1, columns: 1 }, formulaR1C1: '=RC1+1' }]),
    tables: [{ name: 'tblJour', area: { row: 0, column: 0, rows: 2, columns: 2 } }],
    blocks: [
      { row: 0, column: 0, cells: [[{ text: 'Date' }, { text: 'Appels' }]] },
      { row: 1, column: 0, cells: numbers([[1, 2]]) },
    ],
  });
  const sheet = await sheetOf('Jour');
  expect(sheet.formulas?.map((row) => row[2])).toEqual(['', '=$A2+1']);
  expect(sheet.values[1]?.[5]).toBe('ma note');
});

const DAYS = 3652;
const KPIS = 40;

test('ten years of forty indicators are written in one round trip, their formulas as one', async () => {
  const days: SheetDraft = {
    name: 'Jour',
    owner: 'own',
    blocks: [{ row: 1, column: 0, cells: numbers(Array.from({ length: DAYS }, (_, day) => [43831 + day])) }],
    fills: [{ area: { row: 1, column: 1, rows: DAYS, columns: KPIS }, formulaR1C1: '=IF(RC1="","",RC1*10+COLUMN())' }],
  };
  await book.port.read();
  book.wire.reset();
  const result = await book.port.write({ sheets: [days], names: [] });
  expect(result).toMatchObject({ ok: true, value: { cells: DAYS + DAYS * KPIS } });
  expect([book.wire.reads, book.wire.writes]).toEqual([0, 1]);
  // The dates alone are 30 kB: the formulas of 146,080 cells add next to nothing.
  expect(book.wire.largestRequest).toBeLessThan(60_000);
  const corner = await book.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Jour').getRange('AO3653').load('formulas,values');
    await context.sync();
    return [range.formulas[0]?.[0], range.values[0]?.[0]];
  });
  expect(corner).toEqual(['=IF($A3653="","",$A3653*10+COLUMN())', (43831 + DAYS - 1) * 10 + KPIS + 1]);
});
