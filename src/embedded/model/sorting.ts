import { CellError, type Area, type Cell, type Value } from '../book/cell';
import type { Sheet } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { intersection } from './address';
import { styleAt } from './cells';
import { bounded, flag, integer, list, oneOf, record } from './checks';
import { copyFormula } from './formulaText';
import { requireEditable } from './protectionRules';
import type { Session } from './session';
import { requireWholeArrays } from './writing';

export type SortField = { key: number; ascending: boolean };

/** Fields of `RangeSort.apply`: by value only; colours and icons are refused. */
export const sortFields = (argument: unknown, width: number): SortField[] => {
  const fields = list(argument).map((item) => {
    const field = record(item);
    if (oneOf(field['sortOn'], ['Value', 'CellColor', 'FontColor', 'Icon'], 'Value') !== 'Value')
      throw ApiError.notImplemented('SortField', 'sortOn');
    return { key: bounded(integer(field['key']), 0, width - 1), ascending: flag(field['ascending'] ?? undefined, true) };
  });
  if (fields.length === 0) throw new ApiError('InvalidArgument');
  return fields;
};

/** Excel's order of kinds: numbers, text, booleans, errors; blanks always come last. */
const kindOf = (value: Value): number => {
  if (value === null) return 4;
  if (value instanceof CellError) return 3;
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
};

const collators = {
  ignoring: new Intl.Collator('en', { sensitivity: 'accent' }),
  matching: new Intl.Collator('en', { sensitivity: 'variant', caseFirst: 'lower' }),
};

const compare = (one: Value, other: Value, ascending: boolean, matchCase: boolean): number => {
  const kind = kindOf(one);
  const difference = kind - kindOf(other);
  if (difference !== 0) return kind === 4 || kindOf(other) === 4 ? difference : ascending ? difference : -difference;
  let order = 0;
  if (typeof one === 'number' && typeof other === 'number') order = one - other;
  else if (typeof one === 'string' && typeof other === 'string')
    order = (matchCase ? collators.matching : collators.ignoring).compare(one, other);
  else if (typeof one === 'boolean' && typeof other === 'boolean') order = Number(one) - Number(other);
  return ascending ? order : -order;
};

type Line = { from: number; cells: (Cell | undefined)[]; styles: number[] };

/** Sorts the rows (or, `byRows` false, the columns) of an area; formulas move with their line as copies do. */
export const sortArea = (
  session: Session,
  sheet: Sheet,
  area: Area,
  fields: readonly SortField[],
  matchCase: boolean,
  byRows = true,
): void => {
  requireEditable(session, sheet, area);
  requireWholeArrays(session, sheet, area);
  if (sheet.merges.some((merge) => intersection(merge, area))) throw new ApiError('InvalidOperation');
  session.settle();
  const lines: Line[] = [];
  const at = (line: number, index: number): { row: number; column: number } =>
    byRows ? { row: area.row + line, column: area.column + index } : { row: area.row + index, column: area.column + line };
  const length = byRows ? area.columns : area.rows;
  for (let line = 0; line < (byRows ? area.rows : area.columns); line++) {
    const positions = Array.from({ length }, (_, index) => at(line, index));
    lines.push({
      from: line,
      cells: positions.map(({ row, column }) => sheet.cell(row, column)),
      styles: positions.map(({ row, column }) => styleAt(sheet, row, column)),
    });
  }
  const sorted = [...lines].sort((one, other) => {
    for (const { key, ascending } of fields) {
      const order = compare(one.cells[key]?.value ?? null, other.cells[key]?.value ?? null, ascending, matchCase);
      if (order !== 0) return order;
    }
    return one.from - other.from;
  });
  sorted.forEach((line, target) => {
    if (line.from === target) return;
    line.cells.forEach((cell, index) => {
      const { row, column } = at(target, index);
      const moved = target - line.from;
      const formula =
        cell?.formula === undefined ? {} : { formula: copyFormula(cell.formula, byRows ? moved : 0, byRows ? 0 : moved) };
      sheet.setCell(row, column, { ...(cell ?? { value: null }), ...formula, style: line.styles[index] ?? 0 });
    });
  });
  session.cellsChanged(sheet, area);
};
