import type { Area, Cell, Value } from '../book/cell';
import { CellError } from '../book/cell';
import type { Sheet } from '../book/sheet';
import { shapeOf } from '../calc/shape';
import { ApiError } from '../richapi/apiError';
import { containsArea, intersection, subtractArea } from './address';
import { clipToUsed, forEachCell, styleAt } from './cells';
import { readEntry } from './entry';
import { isValidFormula } from './formulaText';
import { requireEditable } from './protectionRules';
import type { Session } from './session';
import { headersChanged } from './tableHeaders';

/** A cell's value as Office.js gives it: empty is '', an error its text. */
export const wireValue = (value: Value): string | number | boolean =>
  value === null ? '' : value instanceof CellError ? value.code : value;

/** Formula as Office.js gives it: with `=`, or the value where there is none. */
export const wireFormula = (cell: Cell | undefined): string | number | boolean =>
  cell?.formula === undefined ? wireValue(cell?.value ?? null) : `=${cell.formula}`;

export const MAX_FORMULA = 8192;

/** An array formula can only be changed as a whole. */
export const requireWholeArrays = (session: Session, sheet: Sheet, area: Area): void => {
  for (const array of session.arrayAreas(sheet))
    if (intersection(array, area) && !containsArea(area, array)) throw new ApiError('InvalidOperation');
};

/** Cells that a merge hides: everything in it but its first cell. */
export const hiddenByMerge = (sheet: Sheet, area: Area): ((row: number, column: number) => boolean) => {
  const merges = sheet.merges.filter((merge) => intersection(merge, area));
  if (merges.length === 0) return () => false;
  return (row, column) =>
    merges.some(
      (merge) =>
        row >= merge.row &&
        row < merge.row + merge.rows &&
        column >= merge.column &&
        column < merge.column + merge.columns &&
        (row !== merge.row || column !== merge.column),
    );
};

/** Whether the formula of a cell is one that Excel accepts. */
type Accepts = (formula: string, row: number, column: number) => boolean;

/** Formulas of one shape are all right or all wrong: each shape is looked at once. */
const byShape = (): Accepts => {
  const known = new Map<string, boolean>();
  return (formula, row, column) => {
    const shape = shapeOf(formula, row, column) ?? formula;
    let accepted = known.get(shape);
    if (accepted === undefined) known.set(shape, (accepted = isValidFormula(formula)));
    return accepted;
  };
};

/** What to write into one cell, from the text, number or boolean a script gave; `undefined` and null leave it alone. */
export const writeOne = (session: Session, sheet: Sheet, row: number, column: number, input: unknown, accepts: Accepts): void => {
  const style = styleAt(sheet, row, column);
  const { numberFormat } = session.book.styles.get(style);
  const entry = readEntry(input, numberFormat === '@', session.isEnglish);
  if (!entry) throw new ApiError('InvalidArgument');
  if ('formula' in entry) {
    if (entry.formula.length > MAX_FORMULA) throw new ApiError('FormulaLengthExceedsLimit');
    if (!accepts(entry.formula, row, column)) throw new ApiError('InvalidArgument');
    sheet.setCell(row, column, { value: null, formula: entry.formula, style });
    return;
  }
  const typed =
    entry.numberFormat && numberFormat === 'General'
      ? session.book.styles.derive(style, { numberFormat: entry.numberFormat })
      : style;
  sheet.setCell(row, column, { value: entry.value, style: typed, ...(entry.quotePrefix ? { quotePrefix: true } : {}) });
};

const MAX_WRITTEN_CELLS = 5_000_000;

/** The grid a script gave, checked against the area: a single value goes into every cell. */
export const gridFor = (area: Area, input: unknown): ((row: number, column: number) => unknown) => {
  if (area.rows * area.columns > MAX_WRITTEN_CELLS) throw new ApiError('RangeExceedsLimit');
  if (!Array.isArray(input)) return () => input;
  const rows = input as readonly unknown[];
  const first = rows[0];
  if (rows.length === 1 && Array.isArray(first) && first.length === 1) return () => (first as unknown[])[0];
  const shaped = rows.length === area.rows && rows.every((row) => Array.isArray(row) && row.length === area.columns);
  if (!shaped)
    throw new ApiError(
      'InvalidArgument',
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  return (row, column) => (rows[row] as unknown[])[column];
};

/**
 * Writes values or formulas as `Range.values` and `Range.formulas` do. null leaves a cell as it is, '' empties it, cells
 * hidden under a merge take nothing. Nothing is written when anything is refused but a single bad formula, which stops there.
 */
export const writeGrid = (session: Session, sheet: Sheet, area: Area, input: unknown): void =>
  writeEach(session, sheet, area, gridFor(area, input));

/** As `writeGrid`, for what a function says of each cell, by its place in the area. */
export const writeEach = (
  session: Session,
  sheet: Sheet,
  area: Area,
  valueAt: (row: number, column: number) => unknown,
): void => {
  const accepts = byShape();
  requireEditable(session, sheet, area);
  requireWholeArrays(session, sheet, area);
  const isHidden = hiddenByMerge(sheet, area);
  for (let row = 0; row < area.rows; row++)
    for (let column = 0; column < area.columns; column++) {
      const value = valueAt(row, column);
      if (value === null || value === undefined || isHidden(area.row + row, area.column + column)) continue;
      writeOne(session, sheet, area.row + row, area.column + column, value, accepts);
    }
  headersChanged(session, sheet, area);
  session.cellsChanged(sheet, area);
};

/** Empties cells; their formats stay. */
export const clearContents = (session: Session, sheet: Sheet, area: Area): void => {
  requireEditable(session, sheet, area);
  requireWholeArrays(session, sheet, area);
  const used = clipToUsed(sheet, area);
  if (used) forEachCell(sheet, used, (cell, row, column) => sheet.setCell(row, column, { value: null, style: cell.style }));
  headersChanged(session, sheet, area);
  session.cellsChanged(sheet, area);
};

/** Takes an area out of the areas of every conditional format; one with nothing left disappears. */
export const removeConditionalFormats = (sheet: Sheet, area: Area): void => {
  if (!sheet.conditionalFormats.some((format) => format.areas.some((part) => intersection(part, area)))) return;
  for (const format of sheet.conditionalFormats) format.areas = format.areas.flatMap((part) => subtractArea(part, area));
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => format.areas.length > 0);
  sheet.touch('conditionalFormats');
};

/** Takes an area out of the areas of every validation. */
export const removeValidations = (sheet: Sheet, area: Area): void => {
  if (!sheet.validations.some((validation) => validation.areas.some((part) => intersection(part, area)))) return;
  for (const validation of sheet.validations) validation.areas = validation.areas.flatMap((part) => subtractArea(part, area));
  sheet.validations = sheet.validations.filter((validation) => validation.areas.length > 0);
  sheet.touch('validations');
};
