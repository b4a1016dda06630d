import { areaName, parseArea, type Area } from '../../src/core/sheet/address';
import type { CellDraft, WorkbookDraft } from '../../src/core/sheet/draft';
import { FormulaWeights, firstRowsFirst } from '../../src/excel/formulaTrips';
import { valueOf } from '../core/grid';
import { openEmbedded, type Embedded } from './embedded';

const area = (name: string): Area => parseArea(name) ?? { row: 0, column: 0, rows: 0, columns: 0 };
const rowsOf = <Cell>(count: number, line: Cell[]): Cell[][] => Array.from({ length: count }, () => line);

test.each([
  ['a small sheet whole', ['A1:H40'], ['0!A1:H40']],
  ['the first 2,000 cells of a large one', ['A1:J900'], ['0!A1:J200', '0!A201:J900']],
  ['16 rows of a wide one', ['A1:IV300'], ['0!A1:IV16', '0!A17:IV300']],
  ['the first rows of every sheet before more of any', ['A1:J900', 'A1:B9'], ['0!A1:J200', '1!A1:B9', '0!A201:J900']],
])('first comes %s', (_, whole, expected) => {
  const pieces = firstRowsFirst(whole.map((name, sheet) => ({ sheet: String(sheet), area: area(name) })));
  expect(pieces.map((piece) => `${piece.sheet}!${areaName(piece.area)}`)).toEqual(expected);
});

test.each([
  ['typed numbers', rowsOf(20, [1, 2]), 2_000_000 / 40],
  ['formulas of 377 letters', rowsOf(20, [`=${'A'.repeat(376)}`]), 2_000_000 / 400],
  ['one row of long notes among typed numbers', [...rowsOf(20, [1]), ['x'.repeat(5_000)]], 2_000_000 / 40],
  ['long formulas under some rows of headers', [...rowsOf(12, ['Taux']), ...rowsOf(20, ['='.repeat(377)])], 2_000_000 / 400],
  ['no rows at all', [], 2_000_000 / 40],
])('a trip of %s', (_, formulas, cells) => {
  const weights = new FormulaWeights();
  weights.learn('Jour', formulas);
  expect(weights.cellsPerTrip('Jour')).toBe(cells);
  expect(weights.cellsPerTrip('Jour', 0.25)).toBe(cells / 4);
});

test('what was read last tells what the next rows weigh', () => {
  const weights = new FormulaWeights();
  weights.learn('Jour', rowsOf(20, ['='.repeat(377)]));
  weights.learn('Jour', rowsOf(20, [1]));
  expect(weights.cellsPerTrip('Jour')).toBe(50_000);
  expect(weights.cellsPerTrip('Semaine')).toBe(12_500);
});

describe('a workbook of long formulas', () => {
  const ROWS = 4_000;
  const COLUMNS = 10;
  /** 250 letters: a consolidation's. */
  const formula = `=1${'+1'.repeat(124)}`;
  let book: Embedded;
  beforeAll(async () => {
    book = await openEmbedded();
    const cells = rowsOf<CellDraft>(ROWS, new Array<CellDraft>(COLUMNS).fill({ formula }));
    const sheets = ['Jour', 'Semaine'].map((name) => ({ name, owner: 'user' as const, blocks: [{ row: 0, column: 0, cells }] }));
    const draft: WorkbookDraft = { sheets, names: [] };
    valueOf(await book.port.write(draft));
  });
  afterAll(() => book.close());

  test('crosses in answers of 2 MB, the first of at most 3 MB, and is whole', async () => {
    book.wire.reset();
    const { sheets } = valueOf(await book.port.read({ formulas: true }));
    const bytes = 2 * ROWS * COLUMNS * (formula.length + 6);
    expect(book.wire.largestResponse).toBeLessThan(3_500_000);
    // One for the outline, one for the first rows; the others as full as they can be.
    expect(book.wire.reads).toBeLessThanOrEqual(2 + Math.ceil(bytes / 1_500_000));
    for (const name of ['Jour', 'Semaine']) {
      const read = sheets.find((sheet) => sheet.name === name);
      expect(read?.formulas).toHaveLength(ROWS);
      expect(read?.formulas?.every((line) => line.length === COLUMNS && line.every((cell) => cell === formula))).toBe(true);
      expect(read?.values.every((line) => line.every((cell) => cell === 125))).toBe(true);
    }
  });

  test('is taken by Excel on the web at the first asking', async () => {
    book.conditions.payloadLimit = 5 * 1024 * 1024;
    book.wire.reset();
    const first = (await book.port.read({ formulas: true })).ok && book.wire.reads;
    book.conditions.payloadLimit = 100 * 1024 * 1024;
    book.wire.reset();
    expect((await book.port.read({ formulas: true })).ok && book.wire.reads).toBe(first);
  });
});
