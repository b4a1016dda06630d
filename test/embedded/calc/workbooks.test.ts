import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Value } from '../../../src/embedded/book/cell';
import { Calculation } from '../../../src/embedded/calc/calculation';
import { openWorkbook } from '../../../src/embedded/xlsx/open';
import { plain } from './grid';

/** Real workbooks beside the project: what Excel calculated is in their files. */
const FOLDER = resolve(__dirname, '../../../../shared/data/workbooks');
const KINDS = ['reports', 'torture'];
const whenShared = existsSync(FOLDER) ? test : test.skip;

const VOLATILE = /\b(TODAY|NOW|RAND|RANDBETWEEN)\(/i;

const isSame = (left: Value, right: Value): boolean =>
  typeof left === 'number' && typeof right === 'number'
    ? Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left))
    : plain(left) === plain(right);

type Compared = { formulas: number; frozen: string[]; differences: string[] };

/** Calculates every formula of a workbook anew, and compares with the values that the file has. */
function compare(path: string): Compared {
  const compared: Compared = { formulas: 0, frozen: [], differences: [] };
  const file = openWorkbook(readFileSync(path), path);
  if (!file.ok) return compared;
  const { book } = file.value;
  const before = new Map(book.sheets.map((sheet) => [sheet, new Map([...sheet.cells].map(([key, cell]) => [key, cell.value]))]));
  const outcome = new Calculation(book).recalculateAll();
  compared.frozen = outcome.frozen.map(({ reason }) => reason);
  for (const sheet of book.sheets)
    for (const [key, { formula, value }] of sheet.cells) {
      if (formula === undefined) continue;
      compared.formulas++;
      const was = before.get(sheet)?.get(key) ?? null;
      if (was === null || isSame(was, value) || VOLATILE.test(formula)) continue;
      compared.differences.push(`${sheet.name}: =${formula} is ${String(plain(value))}, in the file ${String(plain(was))}`);
    }
  return compared;
}

whenShared(
  'every formula of the real workbooks gives what Excel left in the file',
  () => {
    const files = KINDS.flatMap((kind) => readdirSync(resolve(FOLDER, kind)).map((name) => resolve(FOLDER, kind, name)));
    const all = files.filter((name) => /\.xls[xm]$/.test(name)).map(compare);
    expect(all.flatMap(({ differences }) => differences)).toEqual([
      // Excel stores #SPILL! as #VALUE!, for versions that do not know it.
      'Sheet1: =UNIQUE(A13:A21) is #SPILL!, in the file #VALUE!',
    ]);
    expect(new Set(all.flatMap(({ frozen }) => frozen))).toEqual(
      new Set(['function GETPIVOTDATA', 'function _FV', 'reference to another workbook: [1]Feuil8!A1']),
    );
    expect(all.reduce((total, { formulas }) => total + formulas, 0)).toBeGreaterThan(10_000);
  },
  120_000,
);
