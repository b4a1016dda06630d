import { detect } from '../../../src/core/detect/detect';
import type { Finding } from '../../../src/core/lint/finding';
import { lint } from '../../../src/core/lint/lint';
import type { CellValue, SheetSnapshot } from '../../../src/core/sheet/snapshot';
import { sheetOf, workbookOf } from '../grid';

/** What a cell shows, or its formula and what that shows. */
type Shown = CellValue | null | readonly [formula: string, value: CellValue];

/** A sheet as a grid: `['=SUM(B2:B9)', 45]` is a formula and its value. */
export const calculated = (
  name: string,
  grid: readonly (readonly Shown[])[],
  formats: Record<number, string> = {},
): SheetSnapshot => {
  const isPair = (shown: Shown): shown is readonly [string, CellValue] => Array.isArray(shown);
  const width = Math.max(...grid.map((row) => row.length));
  const full = grid.map((row) => Array.from({ length: width }, (_, column): Shown => row[column] ?? null));
  const values = full.map((row) => row.map((shown) => (isPair(shown) ? shown[1] : shown)));
  return {
    ...sheetOf(name, values, { formats }),
    formulas: full.map((row) => row.map((shown) => (isPair(shown) ? shown[0] : (shown ?? '')))),
  };
};

export const findingsOf = (...sheets: SheetSnapshot[]): readonly Finding[] => {
  const workbook = workbookOf(...sheets);
  return lint(workbook, detect(workbook));
};

export const placesOf = (...sheets: SheetSnapshot[]): string[] =>
  findingsOf(...sheets).map(({ kind, sheet, cell, count }) => `${kind} ${sheet}!${cell}${count > 1 ? ` ×${count}` : ''}`);
