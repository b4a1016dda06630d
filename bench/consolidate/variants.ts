import { cellKey } from '../../src/embedded/book/cell';
import { openWorkbook } from '../../src/embedded/xlsx/open';
import { saveWorkbook } from '../../src/embedded/xlsx/save';
import { columnName } from '../../src/core/sheet/address';
import { PERIOD_TABLES } from '../../src/core/consolidation/words';
import { DAYS, partsOf } from './tenYears';

/** A sum of a measure over a period in another way, `start` and `end` being cells of the period's row. */
export type Sum = (measure: string, start: string, end: string) => string;

/** Plain ranges, the cheapest that there is to name. */
const rangeOf = (column: number): string => `Suivi!$${columnName(column)}$2:$${columnName(column)}$${String(DAYS + 1)}`;
const DATE = rangeOf(0);

export const BASELINES: Readonly<Record<'SUMPRODUCT' | 'SUMIFS', Sum>> = {
  SUMPRODUCT: (measure, start, end) => `SUMPRODUCT((${DATE}>=${start})*(${DATE}<=${end})*${measure})`,
  SUMIFS: (measure, start, end) => `SUMIFS(${measure},${DATE},">="&${start},${DATE},"<="&${end})`,
};

const FIRST_FIGURE = 4;

const opened = (bytes: Uint8Array) => {
  const file = openWorkbook(bytes, 'consolidated.xlsx');
  if (!file.ok) throw new Error(file.problem.code);
  return file.value;
};

/**
 * The same workbook with the figures written in the plainest form of another kind of sum: without a guard for periods that
 * have no data, which the measured formulas have, and without the columns that hold each period's rows. The values kept in
 * the file are the same, so that loading costs the same.
 */
export const withSums = (bytes: Uint8Array, sum: Sum): Uint8Array => {
  const file = opened(bytes);
  const tables = Object.values(PERIOD_TABLES);
  for (const sheet of file.book.sheets) {
    const table = sheet.tables.find(({ name }) => tables.includes(name));
    if (!table) continue;
    const { row, rows, columns } = table.area;
    const figures = columns - FIRST_FIGURE - 2;
    for (let place = row + 1; place < row + rows; place++) {
      const [start, end] = [`$B${String(place + 1)}`, `$C${String(place + 1)}`];
      for (let index = 0; index < figures + 2; index++) {
        const cell = sheet.cells.get(cellKey(place, FIRST_FIGURE + index));
        if (!cell) continue;
        if (index >= figures) {
          delete cell.formula;
          continue;
        }
        const [first, second] = partsOf(index).map((column) => sum(rangeOf(column), start, end));
        cell.formula = second === undefined ? (first ?? '') : `IF(${second}=0,"",${first ?? ''}/${second})`;
      }
      sheet.touchedRows.add(place);
    }
    sheet.touch('cells');
  }
  return saveWorkbook(file);
};
