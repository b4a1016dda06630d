import { CellError, type Area, type Value } from '../book/cell';
import type { Sheet } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { containsCell, intersection } from './address';
import { oneOf } from './checks';
import type { Session } from './session';

const TYPES = [
  'Blanks',
  'Constants',
  'Formulas',
  'Visible',
  'ConditionalFormats',
  'DataValidations',
  'SameConditionalFormat',
  'SameDataValidation',
] as const;
const VALUE_TYPES = [
  'All',
  'Errors',
  'ErrorsLogical',
  'ErrorsNumbers',
  'ErrorsText',
  'ErrorsLogicalNumber',
  'ErrorsLogicalText',
  'ErrorsNumberText',
  'Logical',
  'LogicalNumbers',
  'LogicalText',
  'LogicalNumbersText',
  'Numbers',
  'NumbersText',
  'Text',
] as const;

/** Whether a value is of one of the kinds that the enumeration's name lists (`NumbersText`: numbers and text). */
const isOfKind = (value: Value, kinds: (typeof VALUE_TYPES)[number]): boolean => {
  if (kinds === 'All') return true;
  if (value instanceof CellError) return kinds.includes('Errors');
  if (typeof value === 'boolean') return kinds.includes('Logical');
  return kinds.includes(typeof value === 'number' ? 'Number' : 'Text');
};

/** Cells, row by row, joined into rectangles: runs in a row first, then equal runs below each other. */
const joined = (area: Area, isWanted: (row: number, column: number) => boolean): Area[] => {
  const done: Area[] = [];
  let open: Area[] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    const runs: Area[] = [];
    for (let column = area.column; column < area.column + area.columns; column++) {
      if (!isWanted(row, column)) continue;
      const last = runs.at(-1);
      if (last && last.column + last.columns === column) last.columns++;
      else runs.push({ row, column, rows: 1, columns: 1 });
    }
    const next: Area[] = [];
    for (const run of runs) {
      const above = open.find((other) => other.column === run.column && other.columns === run.columns);
      if (above) above.rows++;
      next.push(above ?? run);
    }
    done.push(...open.filter((other) => !next.includes(other)));
    open = next;
  }
  return [...done, ...open].sort((one, other) => one.row - other.row || one.column - other.column);
};

/**
 * Cells that `getSpecialCells` finds, as rectangles. Like Excel it looks at the used part of the sheet only; `Constants`
 * and `Formulas` take a kind of value.
 */
export const specialCells = (
  session: Session,
  sheet: Sheet,
  given: Area,
  cellType: unknown,
  cellValueType: unknown,
  isVisible: (row: number, column: number) => boolean,
): Area[] => {
  const type = oneOf(cellType, TYPES);
  const kinds = oneOf(cellValueType, VALUE_TYPES, 'All');
  if (type === 'SameConditionalFormat' || type === 'SameDataValidation')
    throw ApiError.notImplemented('Range', `getSpecialCells("${type}")`);
  if (type === 'ConditionalFormats' || type === 'DataValidations') {
    const rules = type === 'ConditionalFormats' ? sheet.conditionalFormats : sheet.validations;
    return rules.flatMap((rule) => rule.areas.flatMap((area) => intersection(area, given) ?? []));
  }
  const used = sheet.usedArea();
  const area = used && intersection(given, used);
  if (!area) return [];
  return joined(area, (row, column) => {
    const cell = sheet.cell(row, column);
    switch (type) {
      case 'Blanks':
        return !cell || (cell.value === null && cell.formula === undefined);
      case 'Constants':
        return cell !== undefined && cell.formula === undefined && cell.value !== null && isOfKind(cell.value, kinds);
      case 'Formulas': {
        const inArray = session.arrayAreas(sheet).some((array) => containsCell(array, row, column));
        return cell !== undefined && (cell.formula !== undefined || inArray) && isOfKind(cell.value, kinds);
      }
      case 'Visible':
        return isVisible(row, column);
    }
  });
};
