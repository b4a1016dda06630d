import { areaName } from '../../src/core/sheet/address';
import type { BlockDraft } from '../../src/core/sheet/draft';
import { atOnce } from '../../src/core/steps';
import { constantsOf, countCells, formulasOf, inBands, safeText } from '../../src/excel/writeCells';

test.each([
  ['a formula', '=A1', "'=A1"],
  ['a plus', '+3 conseillers', "'+3 conseillers"],
  ['a minus', '- retard', "'- retard"],
  ['an at sign', '@rappel', "'@rappel"],
  ['an apostrophe', "'urgent'", "''urgent'"],
  ['a day of a month', '16/11', "'16/11"],
  ['a number', '1240', "'1240"],
  ['a percentage', '5,6 %', "'5,6 %"],
  ['a boolean', 'VRAI', "'VRAI"],
  ['an error', '#N/A', "'#N/A"],
  ['a tab', '\tx', "'\tx"],
])('text that Excel would take for %s stays text', (_, text, written) => {
  expect(safeText(text)).toBe(written);
});

test.each(['Appels reçus', 'Pic le lundi', ''])('plain text %p is written as it is', (text) => {
  expect(safeText(text)).toBe(text);
});

const block: BlockDraft = {
  row: 3,
  column: 1,
  cells: [
    [{ text: 'Date' }, { text: 'QS' }, null],
    [{ number: 46000 }, { formula: '=C9/B9' }, { empty: true }],
    [null, { formula: '=C10/B10' }, { boolean: true }],
  ],
};

test('constants are written without the formulas, and cells to leave alone stay null', () => {
  const constants = atOnce(constantsOf(block));
  expect(constants && areaName(constants.area)).toBe('B4:D6');
  expect(constants?.cells).toEqual([
    ['Date', 'QS', null],
    [46000, null, ''],
    [null, null, true],
  ]);
});

test('formulas are written over no more than their own rectangle', () => {
  const formulas = atOnce(formulasOf(block));
  expect(formulas && areaName(formulas.area)).toBe('C5:C6');
  expect(formulas?.cells).toEqual([['=C9/B9'], ['=C10/B10']]);
});

test('a block without formulas gives none, and cells to leave alone are not counted', () => {
  expect(atOnce(formulasOf({ row: 0, column: 0, cells: [[{ number: 1 }]] }))).toBeNull();
  expect(atOnce(countCells({ blocks: [block] }))).toBe(7);
  const fills = [{ area: { row: 0, column: 5, rows: 10, columns: 3 }, formulaR1C1: '=1' }];
  expect(atOnce(countCells({ blocks: [block], fills }))).toBe(37);
});

test('what is not a number is left blank rather than written', () => {
  expect(atOnce(constantsOf({ row: 0, column: 0, cells: [[{ number: Number.NaN }, { number: 2 }]] }))?.cells).toEqual([['', 2]]);
});

test('a block above the limit is cut into bands that together are the block', () => {
  const large = atOnce(constantsOf({ row: 0, column: 0, cells: Array.from({ length: 100 }, (_, row) => [{ number: row }]) }));
  const bands = large ? atOnce(inBands(large, (large.bytes ?? 0) / 3)) : [];
  expect(bands.length).toBeGreaterThanOrEqual(3);
  expect(bands.flatMap(({ cells }) => cells.map(([value]) => value))).toEqual(Array.from({ length: 100 }, (_, row) => row));
  expect(bands.every(({ bytes }) => bytes <= (large?.bytes ?? 0) / 3 + 20)).toBe(true);
});

test('a block weighs what it is on the wire, within a few bytes a row', () => {
  const cells = [
    [{ formula: '=IF(A1="","",SUMIFS(B:B,A:A,">="&C1))' }, { formula: '=1' }],
    [{ formula: '=\'Été\'!A1&"\\"' }, { formula: '=LEN("€ 🙂")' }],
  ];
  const block = atOnce(formulasOf({ row: 0, column: 0, cells }));
  const real = Buffer.byteLength(JSON.stringify(block?.cells));
  expect(Math.abs((block?.bytes ?? 0) - real)).toBeLessThanOrEqual(2 * cells.length + 2);
});
