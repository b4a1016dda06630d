import type { Area } from '../book/cell';
import type { Sheet } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { styleAt } from './cells';
import { isValidFormula } from './formulaText';
import { requireEditable } from './protectionRules';
import { fromR1C1 } from './r1c1';
import type { Session } from './session';
import { headersChanged } from './tableHeaders';
import { hiddenByMerge, MAX_FORMULA, requireWholeArrays, writeOne } from './writing';

type Cell = { row: number; column: number };

/** The text of one formula in each cell, without `=`; null where Excel does not accept it. */
type FormulaInCells = ((cell: Cell) => string) | null;

/** Formulas in R1C1 notation read last: the sheets of one workbook are often filled with the same ones. */
const MOST_KEPT = 200;
const kept = new Map<string, FormulaInCells>();

/** A formula in R1C1 notation (with `=`) as what each cell of a fill gets. */
const formulaInCells = (formula: string, first: Cell): FormulaInCells => {
  const known = kept.get(formula);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const inCells = fromR1C1(formula.slice(1));
  const read = isValidFormula(inCells(first)) ? inCells : null;
  kept.set(formula, read);
  return read;
};

/**
 * Writes one formula, moved along, into all cells of an area; cells hidden under a merge take nothing, cells formatted as
 * text take it as text.
 */
export const writeFill = (session: Session, sheet: Sheet, area: Area, formula: string): void => {
  const inCells = formulaInCells(formula, area);
  if (!inCells) throw new ApiError('InvalidArgument');
  requireEditable(session, sheet, area);
  requireWholeArrays(session, sheet, area);
  const isHidden = hiddenByMerge(sheet, area);
  const written: string[] = [];
  let known = -1;
  let isText = false;
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++) {
      if (isHidden(row, column)) continue;
      const text = inCells({ row, column });
      const style = styleAt(sheet, row, column);
      if (style !== known) {
        known = style;
        isText = session.book.styles.get(style).numberFormat === '@';
      }
      if (isText) writeOne(session, sheet, row, column, `=${text}`, () => true);
      else if (text.length > MAX_FORMULA) throw new ApiError('FormulaLengthExceedsLimit');
      else {
        sheet.setCell(row, column, { value: null, formula: text, style });
        written.push(text);
      }
    }
  if (written.length === area.rows * area.columns) session.cellsFilled(sheet, area, written);
  else session.cellsChanged(sheet, area);
  // After the calculation was told: headers that change rewrite formulas, those of this fill among them.
  headersChanged(session, sheet, area);
};
